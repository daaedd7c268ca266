//! A task's bar. Its form says what is known of its years; its words stand beside it as text.

use crate::model::{DateBasis, Recurrence, Role};
use crate::timeline::{Bar, Timeline, Window};
use crate::ui::html::*;
use crate::ui::parts::percent;

/// The hatching of uncertain bars, defined once beside the grid.
pub(super) const HATCH: &str = "timeline-hatch";

/// What moves when a reader zooms or pans: all of the axis, of which the window is in sight. Places in it are
/// those on the whole axis.
pub(super) fn zoomed(window: Window, content: impl Into<Html>) -> Html {
    // As large as the picture around it, unless it says otherwise.
    let picture = tag("svg").class("timeline-zoom").child(content.into());
    if window == Window::WHOLE {
        return picture;
    }
    picture.attr("x", percent(-window.start / window.width)).attr("width", percent(1.0 / window.width))
}

/// The bar and the marks on it, in a picture of its own height.
pub(super) fn bar(timeline: &Timeline<'_>, bar: &Bar, role: Option<Role>, draft: bool) -> Html {
    let class = match bar.basis {
        _ if draft => "timeline-bar timeline-bar--draft",
        _ if bar.uncertain => "timeline-bar timeline-bar--uncertain",
        DateBasis::Stated => "timeline-bar timeline-bar--stated",
        DateBasis::PlanPeriod | DateBasis::None => "timeline-bar timeline-bar--period",
    };
    // Who only coordinates has a thinner bar.
    let (y, height) = if role == Some(Role::Coordinate) { ("5.5", "5") } else { ("3", "10") };
    // An attribute: a style sheet's address of a pattern would be read as one of its own.
    let fill = (bar.uncertain && !draft).then(|| format!("url(#{HATCH})"));
    let marks = all(timeline
        .recurrence_marks(bar)
        .into_iter()
        .map(|x| tag("circle").class("timeline-mark").attr("cx", percent(x)).attr("cy", "8").attr("r", "3")));
    let goes_on = matches!(bar.recurrence, Some(Recurrence::Standing | Recurrence::Periodic)).then(|| {
        let (x1, x2) = (percent(bar.left), percent(bar.left + bar.width));
        tag("line")
            .class("timeline-mark timeline-mark--standing")
            .attr("x1", x1)
            .attr("x2", x2)
            .attr("y1", "8")
            .attr("y2", "8")
    });
    fragment()
        .child(
            tag("rect")
                .class(class)
                .attr("x", percent(bar.left))
                .attr("y", y)
                .attr("width", percent(bar.width))
                .attr("height", height)
                .attr("fill", fill),
        )
        .child(goes_on)
        .child(marks)
        .into_any()
}
