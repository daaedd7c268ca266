//! The file of a plan, read back: JSON into the types of the model, in little code.
//!
//! `dataset::read` does the same with serde, for the data that comes with the app, and may say more of
//! a fault. A browser that opens a plan need not download that for it: serde compiles every field of
//! every record anew, at forty kilobytes packed. The fields stand here once more; a test holds both
//! ways of reading against each other on all the data.

use crate::i18n::parse_decimal;
use crate::model::*;
use std::borrow::Cow;

/// What a fault is, in words for the person who brought the file.
type Fault = String;

/// A JSON value; numbers stay as they are written.
#[derive(Debug, Clone, PartialEq)]
enum Json {
    Null,
    Bool(bool),
    Number(String),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// Deeper than any file of ours, and no danger to the stack.
const DEEPEST: usize = 32;

/// A plan, and the agencies that were saved with it.
pub fn open(file: &str) -> Result<(Plan, Vec<Agency>), Fault> {
    let mut reader = Reader { rest: file };
    let value = reader.value(0)?;
    reader.space();
    if !reader.rest.is_empty() {
        return Err("text after the end".to_owned());
    }
    let mut faults = Faults::default();
    let mut fields = Fields::of(value, &mut faults);
    let read = if fields.has("plan") {
        // Files of a newer version may say more beside the plan; the plan itself is read strictly.
        (fields.take("plan", &mut faults), fields.may("agencies", &mut faults))
    } else {
        (Plan::read(Json::Object(fields.0), &mut faults), Vec::new())
    };
    faults.first.map_or(Ok(read), Err)
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    fn eat(&mut self, sign: &str) -> bool {
        self.space();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn fault(&self, wanted: &str) -> Fault {
        let here: String = self.rest.chars().take(20).collect();
        format!("{wanted} expected at `{here}`")
    }

    fn value(&mut self, depth: usize) -> Result<Json, Fault> {
        if depth > DEEPEST {
            return Err("nested too deep".to_owned());
        }
        if self.eat("{") {
            let mut fields = Vec::new();
            while !self.eat("}") {
                if !fields.is_empty() && !self.eat(",") || !self.eat("\"") {
                    return Err(self.fault("field"));
                }
                let name = self.text()?;
                if !self.eat(":") {
                    return Err(self.fault(":"));
                }
                fields.push((name, self.value(depth + 1)?));
            }
            return Ok(Json::Object(fields));
        }
        if self.eat("[") {
            let mut items = Vec::new();
            while !self.eat("]") {
                if !items.is_empty() && !self.eat(",") {
                    return Err(self.fault(","));
                }
                items.push(self.value(depth + 1)?);
            }
            return Ok(Json::List(items));
        }
        if self.eat("\"") {
            return self.text().map(Json::Text);
        }
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.eat(word) {
                return Ok(value);
            }
        }
        let signs = |c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E');
        let (number, rest) = self.rest.split_at(self.rest.find(signs).unwrap_or(self.rest.len()));
        if number.is_empty() {
            return Err(self.fault("value"));
        }
        self.rest = rest;
        Ok(Json::Number(number.to_owned()))
    }

    /// A string's text, behind its opening quotation mark.
    fn text(&mut self) -> Result<String, Fault> {
        let mut out = String::new();
        loop {
            let Some(end) = self.rest.find(['"', '\\']) else { return Err("a text without an end".to_owned()) };
            out.push_str(&self.rest[..end]);
            let is_end = self.rest[end..].starts_with('"');
            self.rest = &self.rest[end + 1..];
            if is_end {
                return Ok(out);
            }
            let mut letters = self.rest.chars();
            let sign = letters.next().unwrap_or('"');
            self.rest = letters.as_str();
            out.push(match sign {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\u{8}',
                'f' => '\u{c}',
                '"' | '\\' | '/' => sign,
                'u' => self.escaped()?,
                _ => return Err(self.fault("escape")),
            });
        }
    }

    /// Behind `\u`: four digits, or eight for what lies beyond the first 65 536.
    fn escaped(&mut self) -> Result<char, Fault> {
        let first = self.four()?;
        let code = if (0xd800..0xdc00).contains(&first) {
            if !self.rest.starts_with("\\u") {
                return Err(self.fault("second half of a letter"));
            }
            self.rest = &self.rest[2..];
            0x1_0000 + ((first - 0xd800) << 10) + (self.four()?.wrapping_sub(0xdc00) & 0x3ff)
        } else {
            first
        };
        char::from_u32(code).ok_or_else(|| self.fault("letter"))
    }

    fn four(&mut self) -> Result<u32, Fault> {
        let digits = self.rest.get(..4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let code =
            digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or_else(|| self.fault("letter"))?;
        self.rest = &self.rest[4..];
        Ok(code)
    }
}

/// The first fault of a file, and where it stands. A value that is not as it should be is replaced by the
/// simplest there is: with an early return at every field this would be three times as much code.
#[derive(Default)]
struct Faults {
    /// The names of the fields around.
    at: Vec<String>,
    first: Option<Fault>,
}

impl Faults {
    #[inline(never)]
    fn add(&mut self, what: &str) {
        if self.first.is_none() {
            self.first = Some([self.at.join(" > "), what.to_owned()].join(": "));
        }
    }

    #[inline(never)]
    fn enter(&mut self, name: String) {
        self.at.push(name);
    }

    fn text(&mut self, value: Json) -> String {
        match value {
            Json::Text(text) => text,
            _ => {
                self.add("a text expected");
                String::new()
            }
        }
    }

    #[inline(never)]
    fn number(&mut self, value: Json) -> String {
        match value {
            Json::Number(number) => number,
            _ => String::new(),
        }
    }

    #[inline(never)]
    fn list(&mut self, value: Json) -> Vec<Json> {
        match value {
            Json::List(items) => items,
            _ => {
                self.add("a list expected");
                Vec::new()
            }
        }
    }
}

/// The fields of an object that have not been read yet.
struct Fields(Vec<(String, Json)>);

impl Fields {
    #[inline(never)]
    fn of(value: Json, faults: &mut Faults) -> Self {
        match value {
            Json::Object(fields) => Self(fields),
            _ => {
                faults.add("an object expected");
                Self(Vec::new())
            }
        }
    }

    /// A field's value; `null` where it is missing.
    #[inline(never)]
    fn remove(&mut self, name: &str, faults: &mut Faults) -> Json {
        faults.enter(name.to_owned());
        match self.0.iter().position(|(known, _)| known == name) {
            Some(at) => self.0.swap_remove(at).1,
            None => Json::Null,
        }
    }

    fn take<T: Read>(&mut self, name: &str, faults: &mut Faults) -> T {
        let value = self.remove(name, faults);
        let read = T::read(value, faults);
        faults.at.pop();
        read
    }

    /// A list that may be missing, but not `null`.
    fn may<T: Read + Default>(&mut self, name: &str, faults: &mut Faults) -> T {
        if self.has(name) { self.take(name, faults) } else { T::default() }
    }

    #[inline(never)]
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    #[inline(never)]
    fn end(&self, faults: &mut Faults) {
        if let Some((name, _)) = self.0.first() {
            faults.add(&format!("unknown field `{name}`"));
        }
    }
}

trait Read {
    fn read(value: Json, faults: &mut Faults) -> Self;
}

impl Read for String {
    #[inline(never)]
    fn read(value: Json, faults: &mut Faults) -> Self {
        faults.text(value)
    }
}

impl Read for f64 {
    #[inline(never)]
    fn read(value: Json, faults: &mut Faults) -> Self {
        parse_decimal(&faults.number(value)).unwrap_or_else(|| {
            faults.add("a number expected");
            0.0
        })
    }
}

impl Read for i32 {
    #[inline(never)]
    fn read(value: Json, faults: &mut Faults) -> Self {
        faults.number(value).parse().unwrap_or_else(|_| {
            faults.add("a whole number expected");
            0
        })
    }
}

impl Read for bool {
    fn read(value: Json, faults: &mut Faults) -> Self {
        match value {
            Json::Bool(value) => value,
            _ => {
                faults.add("true or false expected");
                false
            }
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: Json, faults: &mut Faults) -> Self {
        if value == Json::Null { None } else { Some(T::read(value, faults)) }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Json, faults: &mut Faults) -> Self {
        let mut out = Self::new();
        for item in faults.list(value) {
            faults.enter((out.len() + 1).to_string());
            out.push(T::read(item, faults));
            faults.at.pop();
        }
        out
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(value: Json, faults: &mut Faults) -> Self {
        let mut items = faults.list(value);
        if items.len() != 2 {
            faults.add("two values expected");
        }
        items.resize(2, Json::Null);
        let second = items.swap_remove(1);
        (A::read(items.swap_remove(0), faults), B::read(second, faults))
    }
}

impl Read for Cow<'static, str> {
    fn read(value: Json, faults: &mut Faults) -> Self {
        faults.text(value).into()
    }
}

impl Read for ClausePath {
    fn read(value: Json, faults: &mut Faults) -> Self {
        Self(Read::read(value, faults))
    }
}

impl Read for Recurrence {
    fn read(value: Json, faults: &mut Faults) -> Self {
        Self::from_id(&faults.text(value)).unwrap_or_else(|| {
            faults.add("no such recurrence");
            Self::Standing
        })
    }
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Read for $name {
            fn read(value: Json, faults: &mut Faults) -> Self {
                Self::from(faults.text(value))
            }
        }
    )*};
}

ids! { PlanId RecordId IndicatorId BaseId GroupId AgencyId ProvinceId FlagId }

/// Records: the fields that stand in the file, and behind a bar the lists that may be missing. One that is
/// forgotten here does not compile.
macro_rules! records {
    ($($name:ident { $($field:ident),* $(,)? $(| $($list:ident),*)? })*) => {$(
        impl Read for $name {
            #[inline(never)]
            fn read(value: Json, faults: &mut Faults) -> Self {
                let mut fields = Fields::of(value, faults);
                let read = Self {
                    $($field: fields.take(stringify!($field), faults),)*
                    $($($list: fields.may(stringify!($list), faults),)*)?
                };
                fields.end(faults);
                read
            }
        }
    )*};
}

records! {
    Text { vi, en }
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
    Defect { clause, kind, note, basis, address | records }
    LeftOut { clause, reason }
    Agency { id, name, short, level, province, collective, successor, succeeded_on, succession | addresses }
}

/// Names, each with what stands for it in a file.
macro_rules! names {
    ($($name:ident { $($variant:ident $id:literal)* })*) => {
        $(impl Read for $name {
            fn read(value: Json, faults: &mut Faults) -> Self {
                const ALL: &[(&str, $name)] = &[$(($id, $name::$variant)),*];
                // A name that is missing from the list does not compile.
                const _: fn($name) = |name| match name { $($name::$variant => {})* };
                let id = faults.text(value);
                let at = ALL.iter().position(|(known, _)| *known == id).unwrap_or_else(|| {
                    faults.add(&format!("`{id}` is unknown"));
                    0
                });
                ALL[at].1
            }
        })*
        /// What serde makes of every name must be the same.
        #[cfg(test)]
        fn names_agree() {
            $($({
                let json = Json::Text($id.to_owned());
                let by_serde: $name = serde_json::from_value($id.into()).expect($id);
                assert_eq!(by_serde, $name::$variant);
                let mut faults = Faults::default();
                assert_eq!($name::read(json, &mut faults), $name::$variant);
                assert_eq!(faults.first, None);
            })*)*
        }
    };
}

names! {
    Level { National "national" Province "province" }
    Status { InForce "in_force" Expired "expired" Draft "draft" Superseded "superseded" }
    Basis { Document "document" Press "press" }
    ProvisionKind { Viewpoint "viewpoint" Programme "programme" Funding "funding" Effect "effect" }
    Reading {
        Printed "printed" MergedCell "merged-cell" Fused "fused" Shifted "shifted" Inferred "inferred"
    }
    Comparator { Eq "eq" Gte "gte" Gt "gt" Lte "lte" Lt "lt" Approx "approx" Range "range" }
    Unit {
        Percent "percent" PercentPerYear "percent_per_year" UsdPerPersonYear "usd_per_person_year"
        BillionUsd "billion_usd" Participants "participants" MillionVnd "million_vnd"
        MillionPeople "million_people" Tonnes "tonnes" Points "points" Institutions "institutions"
        VndPerPersonYear "vnd_per_person_year" Count "count" Multiple "multiple" Rank "rank"
    }
    TaskKind { Solution "solution" Scheduled "scheduled" Duty "duty" }
    DateBasis { Stated "stated" PlanPeriod "plan_period" None "none" }
    LeadAbsent { NotStated "not_stated" Unreadable "unreadable" NotApplicable "not_applicable" }
    DefectKind {
        Misprint "misprint" LostText "lost_text" Fused "fused" Shifted "shifted" Misnumbered "misnumbered"
        MissingPart "missing_part" Conflict "conflict" WrongReference "wrong_reference" Layout "layout"
        Superseded "superseded"
    }
    DefectBasis { Seen "seen" SameText "same_text" Inferred "inferred" Certain "certain" }
    Succession { Seen "seen" Inferred "inferred" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::fs;

    fn files() -> Vec<String> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/data/plans");
        let mut files: Vec<String> = fs::read_dir(folder)
            .expect("the plans are there")
            .map(|entry| fs::read_to_string(entry.expect("readable").path()).expect("text"))
            .collect();
        files.sort();
        assert!(files.len() >= 5);
        files
    }

    #[test]
    fn every_plan_is_read_as_serde_reads_it() {
        for file in files() {
            let expected: Plan = serde_json::from_str(&file).expect("sound");
            assert_eq!(open(&file), Ok((expected, Vec::new())));
        }
    }

    #[test]
    fn every_name_is_read_as_serde_reads_it() {
        names_agree();
    }

    #[test]
    fn every_agency_is_read_as_serde_reads_it() {
        let file = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/agencies.json")).expect("text");
        let expected: Vec<Agency> = serde_json::from_str(&file).expect("sound");
        let plan = files().swap_remove(0);
        let both = format!("{{\"plan\": {plan}, \"agencies\": {file}}}");
        assert_eq!(open(&both).map(|(_, agencies)| agencies), Ok(expected));
    }

    /// Whatever serde refuses is refused here, and what it takes is taken.
    #[test]
    fn a_file_that_was_changed_is_judged_as_serde_judges_it() {
        let plan = files().into_iter().min_by_key(String::len).expect("a plan");
        let value: serde_json::Value = serde_json::from_str(&plan).expect("sound");
        let mut changed = Vec::new();
        for name in value.as_object().expect("an object").keys() {
            let mut without = value.clone();
            without.as_object_mut().expect("an object").remove(name);
            changed.push(without);
            for other in ["null", "7", "7.5", "\"x\"", "[]", "[1]", "[1, 2]", "{}", "true"] {
                let mut with = value.clone();
                with[name] = serde_json::from_str(other).expect("JSON");
                changed.push(with);
            }
        }
        for list in ["targets", "tasks", "objectives", "defects"] {
            let Some(first) = value[list].get(0).and_then(|v| v.as_object()) else { continue };
            for name in first.keys() {
                let mut without = value.clone();
                without[list][0].as_object_mut().expect("an object").remove(name);
                changed.push(without);
                let mut with = value.clone();
                with[list][0][format!("{name}2")] = serde_json::Value::Null;
                changed.push(with);
            }
        }
        assert!(changed.len() > 200);
        for file in changed {
            let text = file.to_string();
            let by_serde = serde_json::from_str::<Plan>(&text).ok().map(|plan| (plan, Vec::new()));
            assert_eq!(open(&text).ok(), by_serde, "{text}");
        }
    }

    #[test]
    fn texts_are_read_with_their_escapes() {
        let text = r#""a\"\\\/\n\t\u0111\ud83d\ude00é""#;
        let read = Reader { rest: text }.value(0);
        assert_eq!(read, Ok(Json::Text("a\"\\/\n\tđ😀é".to_owned())));
        for broken in ["\"a", "\"\\u12\"", "\"\\ud83dx\"", "\"\\q\"", "", "[1", "[1 2]", "{\"a\" 1}", "{1: 2}", "nul"] {
            assert!(Reader { rest: broken }.value(0).is_err(), "{broken}");
        }
        assert!(open(&"[".repeat(100_000)).is_err());
    }

    proptest! {
        #[test]
        fn anything_can_be_opened(text in "\\PC*") {
            let _ = open(&text);
        }

        #[test]
        fn anything_like_json_can_be_opened(parts in proptest::collection::vec(
            proptest::sample::select(&["{", "}", "[", "]", "\"", ":", ",", "\\", "u12", "1", "-", "e", "null", "plan", "é"][..]),
            0..60,
        )) {
            let _ = open(&parts.concat());
        }
    }
}
