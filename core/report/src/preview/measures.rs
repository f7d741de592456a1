//! Weight, temperature, treatment days.

use vigie_model::Label;

use super::{Block, Line, Part, Section, Told};
use crate::DatedEvent;

/// Most dates listed of one kind of event.
const MOST_DATES: usize = 14;
/// Fever, in °C (NICE): counted, not judged.
pub(super) const FEVER: f64 = 38.0;

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let summary = told.summary;
    let lines: Vec<Line> = [
        weight(told),
        temperature(told),
        events(told, "report-administrations", &summary.administrations),
        events(told, "report-treatment-changes", &summary.treatment_changes),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut section = Section::new(Part::Measures, told.say("report-measures"));
    (!lines.is_empty()).then(|| {
        section.push(Block::Lines(lines));
        section
    })
}

fn weight(told: Told<'_>) -> Option<Line> {
    let (first_day, first) = *told.summary.weight.first()?;
    let (last_day, last) = *told.summary.weight.last()?;
    let kg = |value| told.words.number(value, 1);
    if first_day == last_day {
        let args = [("value", kg(last).into()), ("day", told.day(last_day).into())];
        return Some(told.line("report-weight", told.with("report-weight-once", &args)));
    }
    let text = told.with(
        "report-weight-change",
        &[
            ("first", kg(first).into()),
            ("firstday", told.day(first_day).into()),
            ("last", kg(last).into()),
            ("lastday", told.day(last_day).into()),
            ("change", told.words.change(last - first).into()),
            ("percent", told.words.change((last - first) / first * 100.0).into()),
        ],
    );
    Some(told.line("report-weight", text))
}

fn temperature(told: Told<'_>) -> Option<Line> {
    let all = &told.summary.temperature;
    let (day, highest) =
        all.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)))?;
    let fever = all.iter().filter(|(_, value)| *value >= FEVER).count();
    let text = told.with(
        "report-temperature-highest",
        &[
            ("value", told.words.number(highest, 1).into()),
            ("day", told.day(day).into()),
            ("fever", fever.into()),
            ("count", all.len().into()),
        ],
    );
    Some(told.line("report-temperature", text))
}

/// The dates of events; when there are very many, how many and the last.
fn events(told: Told<'_>, id: &str, events: &[DatedEvent]) -> Option<Line> {
    let last = events.last()?;
    let one = |event: &DatedEvent| {
        let day = told.day(event.day);
        match event.name.as_ref().map(Label::as_str) {
            Some(name) => format!("{day} ({name})"),
            None => day,
        }
    };
    let same = events.iter().all(|event| event.name == last.name);
    let text = if events.len() > MOST_DATES {
        told.with(
            "report-events-many",
            &[("count", events.len().into()), ("last", one(last).into())],
        )
    } else if same && events.len() > 1 {
        let days: Vec<String> = events.iter().map(|e| told.day(e.day)).collect();
        match last.name.as_ref().map(Label::as_str) {
            Some(name) => format!("{} ({name})", days.join(", ")),
            None => days.join(", "),
        }
    } else {
        events.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    Some(told.line(id, text))
}
