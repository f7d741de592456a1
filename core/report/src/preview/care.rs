//! Markers and blood tests, scans and appointments: as they were told, without a word of interpretation.

use vigie_model::{Appointment, ImagingStudy, LabResult, Label, Note, ReferenceRange};

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

fn result_row(told: Told<'_>, result: &LabResult) -> Vec<TextCell> {
    let unit = result.unit.as_ref().map_or(NOTHING, Label::as_str);
    vec![
        result.name.as_str().to_owned().into(),
        told.day(result.day).into(),
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

/// Scans and appointments, in the order of time.
pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let summary = told.summary;
    let scans = summary.imaging.iter().map(|study| (study.day, scan(told, study)));
    let met = summary.appointments.iter().map(|one| (one.day, appointment(told, one)));
    let mut lines: Vec<_> = scans.chain(met).collect();
    lines.sort_by_key(|(day, _)| *day);
    if lines.is_empty() {
        return None;
    }
    let mut section = Section::new(Part::Care, told.say("report-care"));
    section.push(Block::Lines(lines.into_iter().map(|(_, line)| line).collect()));
    Some(section)
}

/// `12 oct.  Scanner (CHU) : stable. « … »`
fn scan(told: Told<'_>, study: &ImagingStudy) -> Line {
    let name = placed(told.words.imaging(study.kind), study.place.as_ref());
    let conclusion = told.words.conclusion(study.conclusion);
    let text =
        told.with("report-scan", &[("name", name.into()), ("conclusion", conclusion.into())]);
    Line { label: told.day(study.day), text: quoted(told, text, study.told.as_ref()) }
}

fn appointment(told: Told<'_>, appointment: &Appointment) -> Line {
    let mut name = told.words.appointment(appointment.kind);
    if let Some(with) = &appointment.with {
        name = format!("{name}, {}", with.as_str());
    }
    let text = format!("{}.", placed(name, appointment.place.as_ref()));
    Line {
        label: told.day(appointment.day),
        text: quoted(told, text, appointment.decision.as_ref()),
    }
}

pub(crate) fn placed(name: String, place: Option<&Label>) -> String {
    match place {
        Some(place) => format!("{name} ({})", place.as_str()),
        None => name,
    }
}

fn quoted(told: Told<'_>, text: String, words: Option<&Note>) -> String {
    match words {
        Some(words) => format!("{text} {}", told.words.quoted(words.as_str())),
        None => text,
    }
}
