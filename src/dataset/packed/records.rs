//! The fields of every record, in the order in which they are packed.
//!
//! A field that is missing from a list does not compile.

use super::{Packed, Packer, Store, Unpacker};
use crate::dataset::DataSet;
use crate::model::*;

macro_rules! records {
    ($($name:ident { $($field:ident),* $(,)? })*) => {$(
        impl Packed for $name {
            fn pack(&self, out: &mut Packer) {
                let Self { $($field),* } = self;
                $($field.pack(out);)*
            }

            #[inline(never)]
            fn unpack(from: &mut Unpacker) -> Self {
                // Fields are read in the order in which they stand here.
                Self { $($field: Packed::unpack(from)),* }
            }
        }
    )*};
}

records! {
    Plan {
        id, title, short, number, date, issuer, level, province, period, status, basis, follows, answers,
        superseded_by, addresses, about, outline, provisions, objectives, targets, tasks, budget, defects, left_out,
    }
    Heading { clause, title }
    Provision { id, clause, kind, title, reading, flags, note }
    Objective { id, clause, title, reading, flags, note }
    Target {
        id, indicator, clause, comparator, value, value_max, unit, base, year, part_of, title, reading, flags, note,
        address,
    }
    Task {
        id, clause, kind, group, title, start, end, date_basis, recurrence, lead, coordinate, lead_absent, reading,
        flags, note,
    }
    Budget { clause, unit, lines, printed_year_totals, printed_total }
    BudgetLine { source, title, amounts, printed_total }
    Defect { clause, kind, note, basis, address, records }
    LeftOut { clause, reason }
    Indicator { id, group, name, unit, better, bases, levels, absolute, note }
    Base { id, name }
    Group { id, name }
    Groups { indicator, solution }
    Agency { id, name, short, level, province, collective, successor, succeeded_on, succession, addresses }
    Province { id, name, successor, succeeded_on, enlarged_on, absorbed, addresses }
    Outcome {
        id, indicator, place, year, comparator, value, value_max, unit, base, publisher, document, address, flags, note,
    }
    Event { id, date, title, kind, addresses }
    Flag { id, kind, name, text }
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
        Points, Institutions
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
                out.text(Store::Plain, self.as_str());
            }

            fn unpack(from: &mut Unpacker) -> Self {
                Self(from.text(Store::Plain))
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
        Self { vi: vi.to_owned(), en: if en.is_empty() { vi } else { en }.to_owned() }
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
        self.0.pack(out);
    }

    fn unpack(from: &mut Unpacker) -> Self {
        Self(String::unpack(from))
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
            .unwrap_or_else(|| panic!("{self} has too many digits to be packed"));
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
        let mut all = Self::with_capacity(n);
        for _ in 0..n {
            all.push(T::unpack(from));
        }
        all
    }
}
