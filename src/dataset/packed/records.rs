//! The fields of every record, in the order in which they are packed.
//!
//! A field that is missing from a list does not compile. The number before a list is that of its first
//! field's stream: it leaves room for the fields of the list before, and some more.

use super::{Packed, Packer, Store, Unpacker};
use crate::dataset::DataSet;
use crate::model::*;

macro_rules! records {
    ($($first:literal $name:ident { $($field:ident),* $(,)? })*) => {
        /// The first stream of each record and how many it needs.
        #[cfg(test)]
        const USED: &[(usize, usize)] = &[$(($first, [$(stringify!($field)),*].len())),*];
        $(
        impl Packed for $name {
            fn pack(&self, out: &mut Packer) {
                let Self { $($field),* } = self;
                let mut stream = $first;
                $(out.field(&mut stream, $field);)*
            }

            #[inline(never)]
            fn unpack(from: &mut Unpacker) -> Self {
                let mut stream = $first;
                // Fields are read in the order in which they stand here.
                Self { $($field: from.field(&mut stream)),* }
            }
        }
    )*};
}

records! {
    1 Plan {
        id, title, short, number, date, issuer, level, province, period, status, basis, follows, answers,
        superseded_by, addresses, about, outline, provisions, objectives, targets, tasks, budget, defects, left_out,
    }
    26 Heading { clause, title }
    29 Provision { id, clause, kind, title, reading, flags, note }
    37 Objective { id, clause, title, reading, flags, note }
    45 Target {
        id, indicator, clause, comparator, value, value_max, unit, base, year, part_of, title, reading, flags, note,
        address,
    }
    61 Task {
        id, clause, kind, group, title, start, end, date_basis, recurrence, lead, coordinate, lead_absent, reading,
        flags, note,
    }
    77 Budget { clause, unit, lines, printed_year_totals, printed_total }
    83 BudgetLine { source, title, amounts, printed_total }
    88 Defect { clause, kind, note, basis, address, records }
    95 LeftOut { clause, reason }
    98 Indicator { id, group, name, unit, better, bases, levels, absolute, note }
    108 Base { id, name }
    111 Group { id, name }
    114 Groups { indicator, solution }
    117 Agency { id, name, short, level, province, collective, successor, succeeded_on, succession, addresses }
    128 Province { id, name, successor, succeeded_on, enlarged_on, absorbed, addresses }
    136 Outcome {
        id, indicator, place, year, comparator, value, value_max, unit, base, publisher, document, address, flags, note,
    }
    151 Event { id, date, title, kind, addresses }
    157 Flag { id, kind, name, text }
}

/// Names without a value: the number of a name is its place in the list.
macro_rules! names {
    ($($name:ident [$first:ident $(, $other:ident)*])*) => {$(
        impl Packed for $name {
            fn pack(&self, out: &mut Packer) {
                // A name that is missing from the list does not compile.
                match self {
                    Self::$first $(| Self::$other)* => {}
                }
                out.number(*self as u64);
            }

            fn unpack(from: &mut Unpacker) -> Self {
                const ALL: &[$name] = &[$name::$first $(, $name::$other)*];
                ALL.get(from.size()).copied().unwrap_or($name::$first)
            }
        }

        const _: () = {
            let all = [$name::$first $(, $name::$other)*];
            let mut at = 0;
            while at < all.len() {
                assert!(all[at] as usize == at, "the names are not in the order of the type");
                at += 1;
            }
        };
    )*};
}

names! {
    Level [National, Province]
    Status [InForce, Expired, Draft, Superseded]
    Basis [Document, Press]
    ProvisionKind [Viewpoint, Programme, Funding, Effect]
    DefectKind [
        Misprint, LostText, Fused, Shifted, Misnumbered, MissingPart, Conflict, WrongReference, Layout, Superseded
    ]
    Reading [Printed, MergedCell, Fused, Shifted, Inferred]
    Comparator [Eq, Gte, Gt, Lte, Lt, Approx, Range]
    Unit [
        Percent, PercentPerYear, UsdPerPersonYear, BillionUsd, Participants, MillionVnd, MillionPeople, Tonnes,
        Points, Institutions, VndPerPersonYear, Count, Multiple, Rank
    ]
    DefectBasis [Seen, SameText, Inferred, Certain]
    TaskKind [Solution, Scheduled, Duty]
    DateBasis [Stated, PlanPeriod, None]
    LeadAbsent [NotStated, Unreadable, NotApplicable]
    Better [Higher, Lower, None]
    Succession [Seen, Inferred]
    EventKind [Map, Agencies, Law, Plan]
    FlagKind [Doubt, State, Remark]
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Packed for $name {
            fn pack(&self, out: &mut Packer) {
                out.text(Store::Id, self.as_str());
            }

            fn unpack(from: &mut Unpacker) -> Self {
                Self(from.text(Store::Id))
            }
        }
    )*};
}

ids! { PlanId RecordId IndicatorId BaseId GroupId AgencyId ProvinceId OutcomeId EventId FlagId }

impl Packed for DataSet {
    fn pack(&self, out: &mut Packer) {
        let Self { plans, indicators, bases, groups, agencies, provinces, outcomes, events, flags, index: _ } = self;
        indicators.pack(out);
        bases.pack(out);
        groups.pack(out);
        agencies.pack(out);
        provinces.pack(out);
        flags.pack(out);
        plans.pack(out);
        outcomes.pack(out);
        events.pack(out);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        Self {
            indicators: Packed::unpack(from),
            bases: Packed::unpack(from),
            groups: Packed::unpack(from),
            agencies: Packed::unpack(from),
            provinces: Packed::unpack(from),
            flags: Packed::unpack(from),
            plans: Packed::unpack(from),
            outcomes: Packed::unpack(from),
            events: Packed::unpack(from),
            ..Self::default()
        }
    }
}

impl Packed for Text {
    fn pack(&self, out: &mut Packer) {
        out.text(Store::Vi, &self.vi);
        // A name that is the same in both languages stands once, among the Vietnamese ones.
        out.text(Store::En, if self.en == self.vi { "" } else { &self.en });
    }

    #[inline(never)]
    fn unpack(from: &mut Unpacker) -> Self {
        let vi = from.text(Store::Vi);
        let en = from.text(Store::En);
        Self { vi: vi.into(), en: if en.is_empty() { vi } else { en }.into() }
    }
}

impl Packed for String {
    fn pack(&self, out: &mut Packer) {
        out.text(Store::Plain, self);
    }

    #[inline(never)]
    fn unpack(from: &mut Unpacker) -> Self {
        from.text(Store::Plain).to_owned()
    }
}

impl Packed for ClausePath {
    fn pack(&self, out: &mut Packer) {
        out.text(Store::Clause, &self.0);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        Self(from.text(Store::Clause).into())
    }
}

impl Packed for bool {
    fn pack(&self, out: &mut Packer) {
        out.number(u64::from(*self));
    }

    fn unpack(from: &mut Unpacker) -> Self {
        from.number() != 0
    }
}

impl Packed for i32 {
    fn pack(&self, out: &mut Packer) {
        // The sign in the lowest bit, so that small numbers of either sign are short.
        out.number(u64::from((self.cast_unsigned() << 1) ^ (self >> 31).cast_unsigned()));
    }

    #[inline(never)]
    #[expect(clippy::cast_possible_truncation, reason = "it was an i32 when it was packed")]
    fn unpack(from: &mut Unpacker) -> Self {
        let number = from.number() as u32;
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

/// As it is written: digits, and how many of them stand behind the point.
impl Packed for f64 {
    fn pack(&self, out: &mut Packer) {
        let (digits, places) = (0..=9_i32)
            .map(|places| ((self * 10_f64.powi(places)).round(), places))
            .find(|&(digits, places)| digits / 10_f64.powi(places) == *self && digits.abs() < 1e15)
            // The checks of the data refuse more digits; in a reader's own plan the rest of them means nothing.
            .unwrap_or_else(|| ((self * 1e6).round(), 6));
        places.pack(out);
        out.number(u64::from(*self < 0.0));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below 1e15")]
        out.number(digits.abs() as u64);
    }

    #[inline(never)]
    #[expect(clippy::cast_precision_loss, reason = "a whole number below 1e15")]
    fn unpack(from: &mut Unpacker) -> Self {
        let places = i32::unpack(from);
        let negative = bool::unpack(from);
        let mut value = from.number() as f64;
        let mut scale = 1.0;
        for _ in 0..places {
            scale *= 10.0;
        }
        value /= scale;
        if negative { -value } else { value }
    }
}

impl Packed for Recurrence {
    fn pack(&self, out: &mut Packer) {
        self.id().pack(out);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        Self::from_id(from.text(Store::Plain)).unwrap_or(Self::Standing)
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, out: &mut Packer) {
        self.0.pack(out);
        self.1.pack(out);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let first = A::unpack(from);
        (first, B::unpack(from))
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, out: &mut Packer) {
        out.number(u64::from(self.is_some()));
        if let Some(value) = self {
            value.pack(out);
        }
    }

    fn unpack(from: &mut Unpacker) -> Self {
        (from.number() != 0).then(|| T::unpack(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, out: &mut Packer) {
        out.number(self.len() as u64);
        self.iter().for_each(|item| item.pack(out));
    }

    fn unpack(from: &mut Unpacker) -> Self {
        let n = from.size();
        // As many as there are: the sum has vouched for the number as well.
        let mut all = Self::with_capacity(n);
        for _ in 0..n {
            all.push(T::unpack(from));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{super::STREAMS, USED};

    #[test]
    fn no_two_fields_share_a_stream() {
        for pair in USED.windows(2) {
            assert!(pair[0].0 + pair[0].1 <= pair[1].0, "{pair:?}");
        }
        assert!(USED.last().is_some_and(|(first, fields)| first + fields <= STREAMS));
    }
}
