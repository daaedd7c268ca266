//! A document that a reader brought: what became of it so far, and what they do with it.
//!
//! It lives in the third module, which draws its view; `xtask/assets/reading.js` brings files and clicks. A document is
//! read in steps, so that its reader can be told which one it is, and stop.

use crate::attach::{self, Attachment};
use crate::clause::{self, Document};
use crate::dataset::DataSet;
use crate::document::{self, Refused};
use crate::model::Comparator;
use crate::reader::{self, Reading, Unit};
use crate::review::{Action, Cannot, Name, Own, Review, Which};

/// What was brought, if anything.
#[derive(Debug, Default)]
pub struct Import {
    /// The file's name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What was read of it; none before anything came.
    pub review: Option<Review>,
    /// Why it could not be read.
    pub refused: Option<Refused>,
    /// What else to say.
    pub said: Option<Said>,
    /// The plan that was opened, or made of the review last.
    pub own: Option<Own>,
    /// The known plan that the text is the document of, beside it.
    pub attached: Option<Attachment>,
    /// Plans are kept in this browser.
    pub kept: bool,
    /// How many targets and tasks of the review are shown.
    pub shown: (usize, usize),
    /// What is being read. Nothing else changes before that has come to its end.
    coming: Option<Coming>,
}

/// A document as far as it has been read.
#[derive(Debug, Default)]
struct Coming {
    name: String,
    text: String,
    document: Option<Document>,
    reading: Option<Reading>,
}

/// What there is to say beside the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The years are missing.
    NoPeriod,
    /// A JSON file of something else.
    NotOurs,
    /// A sentence to be added says nothing.
    NothingAdded,
    /// A range without an upper end above the lower one.
    NoMax,
    /// The browser keeps nothing.
    KeepRefused,
}

impl Import {
    /// A file has come: a document, or a plan of our own format. What it says is read by [`Self::step`].
    ///
    /// # Errors
    ///
    /// Why the file has no text.
    pub fn open(&mut self, name: &str, bytes: &[u8]) -> Result<(), Refused> {
        let text = document::text(bytes, name)?;
        self.coming = Some(Coming { name: name.to_owned(), text, ..Coming::default() });
        Ok(())
    }

    /// Goes on with what has come: its clauses, then its targets and tasks, then these beside what is known. Whether
    /// there is more to do.
    pub fn step(&mut self, data: &DataSet) -> bool {
        let Some(mut coming) = self.coming.take() else { return false };
        match (&coming.document, &coming.reading) {
            (None, _) if coming.text.trim_start_matches('\u{feff}').trim_start().starts_with('{') => {
                *self = Self { name: coming.name, kept: self.kept, ..Self::default() };
                match Own::open(&coming.text) {
                    Ok(own) => self.own = Some(own),
                    Err(_) => self.said = Some(Said::NotOurs),
                }
                return false;
            }
            (None, _) => coming.document = Some(clause::read(&coming.text)),
            (Some(document), None) => coming.reading = Some(reader::read_document(document)),
            (Some(document), Some(reading)) => {
                *self = Self {
                    attached: attach::attach(document, &reading.plan, data),
                    review: Some(Review::new(reading, &coming.text, data)),
                    name: coming.name,
                    text: coming.text,
                    kept: self.kept,
                    shown: (Self::SHOWN, Self::SHOWN),
                    ..Self::default()
                };
                return false;
            }
        }
        self.coming = Some(coming);
        true
    }

    /// What somebody brought could not be read.
    pub fn refuse(&mut self, name: &str, why: Refused) {
        *self = Self { name: name.to_owned(), refused: Some(why), kept: self.kept, ..Self::default() };
    }

    /// How many more of the review's targets or tasks are shown at a time: all of a plan of the usual size. Those of a
    /// book would hold the page up for seconds with each click.
    pub const SHOWN: usize = 100;

    /// Does what an element says: a verb, what it is about, and what stands in the fields beside it.
    pub fn act(&mut self, verb: &str, about: &str, fields: &[&str], data: &DataSet) {
        self.said = None;
        // "Show more", up to what follows this one.
        if verb == "more" {
            match which(about) {
                Some(Which::Target(from)) => self.shown.0 = from + Self::SHOWN,
                Some(Which::Task(from)) => self.shown.1 = from + Self::SHOWN,
                None => {}
            }
            return;
        }
        let Some(review) = &mut self.review else { return };
        let which = which(about);
        let field = |place: usize| fields.get(place).map_or("", |field| field.trim());
        let year = |place: usize| field(place).parse::<i32>().ok();
        let action = match (verb, which) {
            ("accept", Some(which)) => Action::Accept(which),
            ("reject", Some(which)) => Action::Reject(which),
            ("reset", Some(which)) => Action::Reset(which),
            ("correct", Some(Which::Target(i))) => {
                let Some(suggestion) = review.targets.get(i) else { return };
                let mut now = suggestion.now.clone();
                now.indicator = Some(field(0)).filter(|id| !id.is_empty()).map(str::to_owned);
                if let Some(value) = decimal(field(1)) {
                    now.value = value;
                }
                if let Some(comparator) = Comparator::ALL.into_iter().find(|comparator| comparator.id() == field(4)) {
                    now.comparator = comparator;
                }
                if let Some(unit) = Unit::ALL.into_iter().find(|unit| unit.id() == field(5)) {
                    now.unit = unit;
                }
                now.value_max = decimal(field(2)).filter(|_| now.comparator == Comparator::Range);
                // A range has two ends, or it would stand in the plan as something that was never said.
                if now.comparator == Comparator::Range && now.value_max.is_none_or(|max| max <= now.value) {
                    self.said = Some(Said::NoMax);
                    return;
                }
                if year(3) != now.year {
                    (now.year, now.year_inferred) = (year(3), false);
                }
                if fields.len() > 6 {
                    field(6).clone_into(&mut now.clause);
                }
                if fields.len() > 8 {
                    now.base = Some(field(7)).filter(|id| !id.is_empty()).map(str::to_owned);
                    now.part_of = field(8).parse().ok().filter(|whole| *whole != i);
                }
                Action::CorrectTarget(i, now)
            }
            ("correct", Some(Which::Task(i))) => {
                let Some(suggestion) = review.tasks.get(i) else { return };
                let mut now = suggestion.now.clone();
                now.lead = names(field(0), &now.lead);
                now.coordinating = names(field(1), &now.coordinating);
                if (year(2), year(3)) != (now.start, now.end) {
                    (now.start, now.end, now.dated) = (year(2), year(3), true);
                }
                Action::CorrectTask(i, now)
            }
            ("head", _) => {
                let mut head = review.head.clone();
                (head.start, head.end) = (year(0), year(1));
                head.province = Some(field(2)).filter(|id| !id.is_empty()).map(str::to_owned);
                Action::CorrectHead(head)
            }
            ("add", _) => {
                let found = Review::of_text(field(0), data);
                let mut added = false;
                for mut target in found.targets {
                    (target.now.part_of, target.now.clause) = (None, String::new());
                    forget_place(&mut target.now.place);
                    target.now.year = target.now.year.or(review.head.end);
                    added |= review.act(Action::AddTarget(target.now));
                }
                for mut task in found.tasks {
                    task.now.clause = String::new();
                    forget_place(&mut task.now.place);
                    added |= review.act(Action::AddTask(task.now));
                }
                self.said = (!added).then_some(Said::NothingAdded);
                return;
            }
            ("all", _) => Action::AcceptAll(0.8),
            ("all-targets", _) => Action::AcceptTargets,
            ("all-tasks", _) => Action::AcceptTasks,
            ("undo", _) => Action::Undo,
            ("redo", _) => Action::Redo,
            _ => return,
        };
        review.act(action);
    }

    /// The plan as it is now; none where it cannot be made yet, which is said.
    pub fn plan(&mut self, data: &DataSet) -> Option<&Own> {
        if let Some(review) = &self.review {
            match review.own(data) {
                Ok(own) => self.own = Some(own),
                Err(Cannot::NoPeriod) => {
                    self.said = Some(Said::NoPeriod);
                    return None;
                }
                Err(Cannot::NotOurs(_)) => return None,
            }
        }
        self.own.as_ref()
    }
}

/// "t3" is the fourth target, "k0" the first task.
fn which(about: &str) -> Option<Which> {
    let place = about.get(1..)?.parse().ok()?;
    match about.as_bytes()[0] {
        b't' => Some(Which::Target(place)),
        b'k' => Some(Which::Task(place)),
        _ => None,
    }
}

/// An added sentence does not stand at its place in the document.
fn forget_place(place: &mut Option<crate::review::Place>) {
    if let Some(place) = place {
        (place.quote, place.passage) = (0..0, 0..0);
    }
}

/// A figure as Vietnamese or English writes it, with a decimal comma or point.
fn decimal(text: &str) -> Option<f64> {
    crate::i18n::parse_decimal(&text.replace(',', ".").replace(' ', ""))
}

/// Names separated by semicolons; those that stood there before keep what is known of them.
fn names(text: &str, before: &[Name]) -> Vec<Name> {
    let printed = text.split(';').map(str::trim).filter(|name| !name.is_empty());
    let name = |printed: &str| {
        let known = before.iter().find(|name| name.printed == printed).cloned();
        known.unwrap_or_else(|| Name { printed: printed.to_owned(), agency: None })
    };
    printed.map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::bundled;
    use crate::review::Status;

    const TEXT: &str = "KẾ HOẠCH\nPhát triển thương mại điện tử tỉnh Gia Lai giai đoạn 2026 - 2030\nI. MỤC TIÊU\n\
1. Đến năm 2030, trên 65% dân số trưởng thành mua sắm trực tuyến.\n";

    fn take(import: &mut Import, name: &str, text: &str, data: &DataSet) {
        import.open(name, text.as_bytes()).expect("it is a text");
        while import.step(data) {}
    }

    #[test]
    fn what_is_being_read_changes_nothing_before_its_end() {
        let data = bundled().expect("the bundled data is sound");
        let mut import = Import::default();
        take(&mut import, "a.txt", TEXT, &data);
        import.open("b.txt", TEXT.replace("65%", "66%").as_bytes()).expect("it is a text");
        let now = |import: &Import| {
            let review = import.review.as_ref().expect("a review");
            (import.name.clone(), review.targets.iter().map(|target| target.now.value).collect::<Vec<_>>())
        };
        // Its clauses, then its targets and tasks.
        for _ in 0..2 {
            assert!(import.step(&data));
            assert_eq!(now(&import), ("a.txt".to_owned(), vec![65.0]));
        }
        assert!(!import.step(&data));
        assert_eq!(now(&import), ("b.txt".to_owned(), vec![66.0]));
        assert!(!import.step(&data), "there is nothing more");
    }

    #[test]
    fn more_of_a_long_list_is_shown_when_asked_for() {
        let data = bundled().expect("the bundled data is sound");
        let mut import = Import::default();
        take(&mut import, "a.txt", TEXT, &data);
        assert_eq!(import.shown, (100, 100));
        import.act("more", "k100", &[], &data);
        import.act("more", "x", &[], &data);
        assert_eq!(import.shown, (100, 200));
        take(&mut import, "b.txt", TEXT, &data);
        assert_eq!(import.shown, (100, 100), "another document starts anew");
    }

    #[test]
    fn the_document_of_a_known_plan_stands_beside_it() {
        let data = bundled().expect("the bundled data is sound");
        let mut import = Import::default();
        let text = "THỦ TƯỚNG CHÍNH PHỦ\nSố: 645/QĐ-TTg\nHà Nội, ngày 15 tháng 5 năm 2020\nQUYẾT ĐỊNH\n";
        take(&mut import, "645.txt", text, &data);
        let attached = import.attached.as_ref().expect("the number tells the plan");
        assert_eq!(attached.plan, "vn-2021-2025");
        assert!(attached.mismatched().count() > 0, "nothing of the plan stands in these lines");
        take(&mut import, "a.txt", TEXT, &data);
        assert_eq!(import.attached, None);
    }

    #[test]
    fn what_a_reader_does_changes_the_plan() {
        let data = bundled().expect("the bundled data is sound");
        let mut import = Import::default();
        take(&mut import, "a.txt", TEXT, &data);
        let first = |import: &Import| import.review.as_ref().expect("a review").targets[0].clone();
        import.act("correct", "t0", &["", "70,5", "", "2029"], &data);
        let now = first(&import);
        assert_eq!((now.status, now.now.value, now.now.year), (Status::Corrected, 70.5, Some(2029)));
        import.act("undo", "", &[], &data);
        assert_eq!(first(&import).status, Status::Suggested);
        // How it binds, its unit and its clause; a range needs an upper end above the lower one.
        let every = |max: &'static str| ["", "60", max, "2030", "range", "percent_per_year", "I > 2"];
        import.act("correct", "t0", &every("60"), &data);
        assert_eq!((import.said, first(&import).status), (Some(Said::NoMax), Status::Suggested));
        import.act("correct", "t0", &every("65"), &data);
        let now = first(&import).now;
        assert_eq!((now.comparator, now.value, now.value_max), (Comparator::Range, 60.0, Some(65.0)));
        assert_eq!((now.unit, now.clause.as_str()), (Unit::PercentPerYear, "I > 2"));
        import.act("undo", "", &[], &data);
        import.act("add", "", &["40% doanh nghiệp có giao dịch trên sàn thương mại điện tử vào năm 2030."], &data);
        assert_eq!(import.plan(&data).map(|own| own.plan.targets.len()), Some(2));
        import.act("reject", "t0", &[], &data);
        assert_eq!(import.plan(&data).map(|own| own.plan.targets.len()), Some(1));
        import.act("add", "", &["Không có gì."], &data);
        assert_eq!(import.said, Some(Said::NothingAdded));
        // What was saved is opened again as the same plan.
        let file = import.plan(&data).map(Own::to_file).expect("a plan");
        let before = import.own.clone();
        take(&mut import, "a.json", &file, &data);
        assert_eq!(import.own, before);
        take(&mut import, "b.json", "{\"a\": 1}", &data);
        assert_eq!(import.said, Some(Said::NotOurs));
    }
}
