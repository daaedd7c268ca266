//! An indicator from plan to plan.

use super::pick;
use crate::align::{Stricter, Verdict};
use crate::i18n::{Lang, quantity};
use crate::lineage::{Change, Step};

texts! {
    lineage_title: "Đi qua các kế hoạch", "Through the plans";
    lineage_national: "Từ kế hoạch quốc gia này sang kế hoạch sau", "From each national plan to the next";
    lineage_provincial: "Từ quốc gia đến các tỉnh trong cùng kỳ", "From the nation to the provinces of the same years";
    lineage_from: "Từ", "From";
    lineage_to: "Đến", "To";
    lineage_change: "Thay đổi", "Change";
    lineage_why: "Vì sao", "Why";
}

impl Lang {
    /// The sign and the word for what changed. A province that differs from the nation has changed nothing, so that
    /// its words are those of a comparison.
    pub fn lineage_word(self, step: &Step<'_>) -> (&'static str, &'static str) {
        if let Some(compared) = self.compared_word(step.change).filter(|_| step.is_to_province()) {
            return compared;
        }
        match (self, step.change) {
            (Self::Vi, Change::Raised) => ("▲", "nâng lên"),
            (Self::En, Change::Raised) => ("▲", "raised"),
            (Self::Vi, Change::Lowered) => ("▼", "hạ xuống"),
            (Self::En, Change::Lowered) => ("▼", "lowered"),
            (Self::Vi, Change::Kept) => ("=", "giữ nguyên"),
            (Self::En, Change::Kept) => ("=", "kept"),
            (Self::Vi, Change::Redefined(_)) => ("≠", "định nghĩa khác"),
            (Self::En, Change::Redefined(_)) => ("≠", "redefined"),
            (Self::Vi, Change::Dropped) => ("✕", "không đặt nữa"),
            (Self::En, Change::Dropped) => ("✕", "dropped"),
            (Self::Vi, Change::New { again: false }) => ("+", "mới"),
            (Self::En, Change::New { again: false }) => ("+", "new"),
            (Self::Vi, Change::New { again: true }) => ("+", "đặt lại"),
            (Self::En, Change::New { again: true }) => ("+", "back again"),
            (Self::Vi, Change::NotKnown) => ("?", "chưa biết"),
            (Self::En, Change::NotKnown) => ("?", "not known"),
        }
    }

    /// How a province's target stands to the nation's, where that has words of its own.
    const fn compared_word(self, change: Change) -> Option<(&'static str, &'static str)> {
        Some(match change {
            Change::Raised => ("▲", pick(self, "cao hơn", "higher")),
            Change::Lowered => ("▼", pick(self, "thấp hơn", "lower")),
            Change::Kept => ("=", pick(self, "ngang bằng", "equal")),
            Change::Dropped => ("∅", pick(self, "không đặt", "not set")),
            Change::New { .. } => ("+", pick(self, "tỉnh tự đặt", "the province’s own")),
            Change::Redefined(_) | Change::NotKnown => return None,
        })
    }

    /// Why a step is what it is.
    pub fn lineage_reason(self, step: &Step<'_>) -> String {
        let (from, to) = (step.from.0.short.get(self), step.to.0.short.get(self));
        let figure = |target: Option<&crate::model::Target>| {
            target.map(|target| quantity(target.quantity(), self)).unwrap_or_default()
        };
        let (early, late) = (figure(step.from.1), figure(step.to.1));
        match (self, step.change) {
            (Self::Vi, Change::Raised) => format!("Đòi hỏi hơn theo chiều tốt của chỉ tiêu: {early} → {late}."),
            (Self::En, Change::Raised) => format!("Asks more in the indicator’s direction: {early} → {late}."),
            (Self::Vi, Change::Lowered) => format!("Đòi hỏi ít hơn theo chiều tốt của chỉ tiêu: {early} → {late}."),
            (Self::En, Change::Lowered) => format!("Asks less in the indicator’s direction: {early} → {late}."),
            (Self::Vi, Change::Kept) => match step.stricter {
                None => "Cùng con số.".to_owned(),
                Some(Stricter::Plan) => format!("Cùng con số, nhưng {to} đặt ngưỡng chặt hơn."),
                Some(Stricter::Baseline) => format!("Cùng con số, nhưng {from} đặt ngưỡng chặt hơn."),
            },
            (Self::En, Change::Kept) => match step.stricter {
                None => "The same figure.".to_owned(),
                Some(Stricter::Plan) => format!("The same figure, but {to} binds more tightly."),
                Some(Stricter::Baseline) => format!("The same figure, but {from} binds more tightly."),
            },
            (_, Change::Redefined(reason)) => self.compare_rule_text(Verdict::NotComparable(reason)).to_owned(),
            (Self::Vi, Change::Dropped) => format!("{from} có chỉ tiêu này, {to} không đặt."),
            (Self::En, Change::Dropped) => format!("{from} has this indicator, {to} does not."),
            (Self::Vi, Change::New { again: false }) => format!("{to} có chỉ tiêu này, {from} không đặt."),
            (Self::En, Change::New { again: false }) => format!("{to} has this indicator, {from} does not."),
            (Self::Vi, Change::New { again: true }) => {
                format!("{from} không đặt; một kế hoạch trước đó đã đặt, và {to} đặt lại.")
            }
            (Self::En, Change::New { again: true }) => {
                format!("{from} does not set it; a plan before that did, and {to} does again.")
            }
            (Self::Vi, Change::NotKnown) => {
                format!("Báo chí chỉ đưa một phần; không thể nói kế hoạch kia có đặt hay không ({from} → {to}).")
            }
            (Self::En, Change::NotKnown) => {
                format!(
                    "The press reported a part only; whether the other plan sets it cannot be said ({from} → {to})."
                )
            }
        }
    }
}
