//! The treatment lines of the period, and what changed while they went on: as it was told, without a word of interpretation.

use vigie_model::{By, CareEvent, TreatmentChange, TreatmentLine};

use super::care::quoted;
use super::told::NOTHING;
use super::{Block, Line, Part, Section, Told};
use crate::event;

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let summary = told.summary;
    let changes = summary.changes();
    if changes.is_empty() && all_said(told) {
        return None;
    }
    let mut section = Section::new(Part::Treatments, told.say("report-treatments"));
    let lines: Vec<Line> = summary.treatments.iter().map(|one| line(told, one)).collect();
    let changes: Vec<Line> = changes.iter().map(|one| change(told, one)).collect();
    for lines in [lines, changes] {
        if !lines.is_empty() {
            section.push(Block::Lines(lines));
        }
    }
    Some(section)
}

/// Whether the head of the report has said all there is: one line, still under way, of which no more is known.
fn all_said(told: Told<'_>) -> bool {
    let summary = told.summary;
    let plain = |line: &TreatmentLine| TreatmentLine {
        regimen: line.regimen.clone(),
        cycle_days: line.cycle_days,
        started: line.started,
        ..TreatmentLine::new(line.kind)
    };
    match summary.treatments.as_slice() {
        [] => true,
        [one] => summary.treatment.as_ref() == Some(one) && *one == plain(one),
        _ => false,
    }
}

fn line(told: Told<'_>, line: &TreatmentLine) -> Line {
    let mut parts = event::treatment(told.words, line).into_iter();
    let label = parts.next().unwrap_or_default();
    let rest: Vec<String> = parts.collect();
    let text = if rest.is_empty() { NOTHING.to_owned() } else { rest.join(", ") };
    Line { label, text }
}

fn change(told: Told<'_>, one: &By<&TreatmentChange>) -> Line {
    let plain = TreatmentChange { note: None, ..one.told.clone() };
    let said = event::event(told.words, &CareEvent::Change(plain)).join(", ");
    let text = quoted(told, format!("{said}."), one.told.note.as_ref());
    Line { label: told.dated(one.told.day, &one.author), text }
}
