//! Markers and blood tests, scans and appointments: as they were told, without a word of interpretation.

use vigie_model::{
    Appointment, By, CareEvent, ImagingStudy, LabResult, Label, Note, ReferenceRange,
};

use super::told::NOTHING;
use super::{Block, Column, Line, Part, Section, Table, TextCell, Told};
use crate::event;

/// Results, by name and then by day.
pub(super) fn results(told: Told<'_>) -> Option<Section> {
    let results = told.summary.labs.iter().flat_map(|series| &series.results);
    let rows: Vec<Vec<TextCell>> = results.map(|result| result_row(told, result)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut section = Section::new(Part::Results, told.say("report-results"));
    section.push(Block::Table(Table {
        columns: vec![
            Column::text(told.say("report-col-result")),
            Column::text(told.say("report-col-day")),
            Column::number(told.say("report-col-value")),
            Column::text(told.say("report-col-unit")),
            Column::text(told.say("report-col-range")),
        ],
        rows,
    }));
    section.push(Block::Remark(told.say("report-results-note")));
    Some(section)
}

fn result_row(told: Told<'_>, one: &By<LabResult>) -> Vec<TextCell> {
    let result = &one.told;
    let unit = result.unit.as_ref().map_or(NOTHING, Label::as_str);
    vec![
        result.name.as_str().to_owned().into(),
        told.dated(result.day, &one.author).into(),
        event::value(told.words, result.value).into(),
        unit.to_owned().into(),
        range(told, result.range).into(),
    ]
}

/// The range; a dash when the sheet gives none.
pub(crate) fn range(told: Told<'_>, range: Option<ReferenceRange>) -> String {
    let said = range.map(|range| event::range(told.words, range)).unwrap_or_default();
    if said.is_empty() { NOTHING.to_owned() } else { said }
}

/// Scans and appointments, in the order of time: those to come are the last.
pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let text = |one: &By<CareEvent>| match &one.told {
        CareEvent::Imaging(study) => Some(scan(told, study)),
        CareEvent::Appointment(one) => Some(appointment(told, one)),
        _ => None,
    };
    let line = |one: &By<CareEvent>| {
        Some(Line { text: text(one)?, label: told.dated(one.told.day(), &one.author) })
    };
    let lines: Vec<Line> = told.summary.all_care().filter_map(line).collect();
    let mut section = Section::new(Part::Care, told.say("report-care"));
    (!lines.is_empty()).then(|| {
        section.push(Block::Lines(lines));
        section
    })
}

/// `Scanner (CHU) : stable. « … »`
fn scan(told: Told<'_>, study: &ImagingStudy) -> String {
    let name = placed(told.words.imaging(study.kind), study.place.as_ref());
    let conclusion = told.words.conclusion(study.conclusion);
    let text =
        told.with("report-scan", &[("name", name.into()), ("conclusion", conclusion.into())]);
    quoted(told, text, study.told.as_ref())
}

fn appointment(told: Told<'_>, appointment: &Appointment) -> String {
    let mut name = told.words.appointment(appointment.kind);
    if let Some(with) = &appointment.with {
        name = format!("{name}, {}", with.as_str());
    }
    let text = format!("{}.", placed(name, appointment.place.as_ref()));
    quoted(told, text, appointment.decision.as_ref())
}

pub(crate) fn placed(name: String, place: Option<&Label>) -> String {
    match place {
        Some(place) => format!("{name} ({})", place.as_str()),
        None => name,
    }
}

/// The text, and behind it words of somebody's own when there are any.
pub(super) fn quoted(told: Told<'_>, text: String, words: Option<&Note>) -> String {
    match words {
        Some(words) => format!("{text} {}", told.words.quoted(words.as_str())),
        None => text,
    }
}
