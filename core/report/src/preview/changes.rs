//! The one look: what is new, worse, better or gone, with the numbers before and now.

use super::{Block, Group, Line, Part, Section, Told};
use crate::{Change, Direction, Window};

/// The boxes: direction, its heading, its sign, and whether it stands out.
const BOXES: [(Direction, &str, &str, bool); 4] = [
    (Direction::New, "report-change-new", "+", true),
    (Direction::Worse, "report-change-worse", "↑", true),
    (Direction::Better, "report-change-better", "↓", false),
    (Direction::Gone, "report-change-gone", "–", false),
];

/// One thing that is compared.
struct Compared {
    name: String,
    change: Change,
}

pub(super) fn section(told: Told<'_>) -> Section {
    let all = compared(told);
    let comparison = &told.summary.comparison;
    let title = match comparison.last_time {
        Some(_) => "report-changes-since",
        None => "report-changes",
    };
    let mut section = Section::new(Part::Changes, told.say(title));
    if told.summary.days > 1 && !all.is_empty() {
        section.push(Block::Remark(stretches(told)));
    }
    if all.iter().all(|c| c.change.direction == Direction::Unknown) {
        section.push(Block::Text(told.say("report-changes-unknown")));
        return section;
    }
    section.push(Block::Groups(BOXES.iter().map(|one| group(told, &all, *one)).collect()));
    for (direction, id) in
        [(Direction::Same, "report-change-same"), (Direction::Unknown, "report-change-unknown")]
    {
        let of = all.iter().filter(|c| c.change.direction == direction);
        let names: Vec<&str> = of.map(|c| c.name.as_str()).collect();
        if !names.is_empty() {
            let text = told.with(id, &[("items", names.join(", ").into())]);
            section.push(Block::Remark(text));
        }
    }
    section
}

/// Which days are compared, and what a change is.
fn stretches(told: Told<'_>) -> String {
    let comparison = &told.summary.comparison;
    let id = match comparison.last_time {
        Some(_) => "report-changes-last-time",
        None => "report-changes-windows",
    };
    let day = |day| told.day(day).into();
    let consultation = comparison.last_time.map(|day| told.day(day)).unwrap_or_default();
    let mut text = told.with(
        id,
        &[
            ("consultation", consultation.into()),
            ("before", comparison.before.days().into()),
            ("first", day(comparison.before.from)),
            ("firstend", day(comparison.before.to)),
            ("now", comparison.now.days().into()),
            ("laststart", day(comparison.now.from)),
            ("last", day(comparison.now.to)),
        ],
    );
    if comparison.treatment_changed {
        text.push(' ');
        text.push_str(&told.say("report-changes-treatment"));
    }
    text
}

/// Everything that is compared, the greatest change first.
fn compared(told: Told<'_>) -> Vec<Compared> {
    let series = told.summary.series.iter();
    let mut all: Vec<Compared> = series
        .map(|series| Compared { name: told.item(&series.item), change: series.change })
        .collect();
    let state = told.summary.state_change;
    if state.before.is_some() || state.now.is_some() {
        all.push(Compared { name: told.say("report-state"), change: state });
    }
    let size = |change: &Change| {
        let mean = |window: Option<Window>| window.map_or(0.0, |window| window.mean);
        (mean(change.now) - mean(change.before)).abs()
    };
    all.sort_by(|a, b| size(&b.change).total_cmp(&size(&a.change)));
    all
}

fn group(
    told: Told<'_>,
    all: &[Compared],
    (direction, id, sign, strong): (Direction, &str, &str, bool),
) -> Group {
    let of = all.iter().filter(|c| c.change.direction == direction);
    Group {
        title: told.say(id),
        sign: sign.to_owned(),
        strong,
        lines: of.map(|c| Line { label: c.name.clone(), text: values(told, &c.change) }).collect(),
        none: told.say("report-change-none"),
    }
}

/// `0,3 → 5,1 (+4,8)`.
fn values(told: Told<'_>, change: &Change) -> String {
    let mean =
        |window: Option<Window>| told.mean(window).unwrap_or_else(|| told.say("report-not-rated"));
    let both = format!("{} → {}", mean(change.before), mean(change.now));
    match change.difference() {
        Some(difference) => format!("{both} ({})", told.words.change(difference)),
        None => both,
    }
}
