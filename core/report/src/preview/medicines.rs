//! Medicines: how often they were taken, and whether they helped. What nobody noted is neither taken nor missed.

use vigie_model::{By, CareEvent, Intake, Medicine};

use super::{Block, Column, Line, Part, Section, Table, TextCell, Told, told_by};
use crate::{AsNeeded, Doses, MedicineRow, PainkillerRow, event};
use vigie_words::is_same;

pub(super) fn section(told: Told<'_>) -> Option<Section> {
    let mut section = Section::new(Part::Medication, told.say("report-medication"));
    let summary = told.summary;
    if !summary.painkillers.is_empty() {
        section.push(Block::Table(painkillers(told)));
    }
    let of = |wanted: fn(&MedicineRow) -> bool| {
        let rows: Vec<&MedicineRow> = summary.medicines.iter().filter(|row| wanted(row)).collect();
        Some(rows).filter(|rows| !rows.is_empty())
    };
    if let Some(rows) = of(|row| row.scheduled.is_some()) {
        section.push(Block::Table(on_schedule(told, &rows)));
        section.push(Block::Remark(told.say("report-doses-note")));
    }
    if let Some(rows) = of(|row| row.needed.is_some()) {
        section.push(Block::Table(as_needed(told, &rows)));
        section.push(Block::Remark(told.say("report-relief-note")));
    }
    let lines: Vec<Line> = reasons(told).chain(others(told)).collect();
    if !lines.is_empty() {
        section.push(Block::Lines(lines));
    }
    (!section.blocks.is_empty()).then_some(section)
}

fn columns(told: Told<'_>, name: &str, numbers: &[&str]) -> Vec<Column> {
    let numbers = numbers.iter().map(|id| Column::number(told.say(id)));
    std::iter::once(Column::text(told.say(name))).chain(numbers).collect()
}

fn row<const N: usize>(name: String, numbers: [u32; N]) -> Vec<TextCell> {
    let numbers = numbers.map(|number| TextCell::from(number.to_string()));
    std::iter::once(TextCell::from(name)).chain(numbers).collect()
}

/// Painkillers noted in check-ins, and relief.
fn painkillers(told: Told<'_>) -> Table {
    let of = |one: &PainkillerRow| {
        row(one.name.clone(), [one.days, one.helped, one.not_helped, one.not_said])
    };
    let numbers =
        ["report-col-taken", "report-col-helped", "report-col-not-helped", "report-col-not-said"];
    Table {
        columns: columns(told, "report-col-painkiller", &numbers),
        rows: told.summary.painkillers.iter().map(of).collect(),
    }
}

/// Doses that were due up to now.
fn on_schedule(told: Told<'_>, rows: &[&MedicineRow]) -> Table {
    let of = |one: &&MedicineRow| {
        let Doses { due, taken, late, missed, not_noted, more } = one.doses;
        let mut name = named(told, one.scheduled.as_ref());
        if more > 0 {
            name = format!("{name}\n{}", told.with("report-doses-more", &[("count", more.into())]));
        }
        let mut cells = row(name, [due, late, missed, not_noted]);
        let taken =
            told.with("report-doses-taken", &[("count", taken.into()), ("due", due.into())]);
        if let Some(cell) = cells.get_mut(1) {
            *cell = taken.into();
        }
        cells
    };
    let numbers = [
        "report-col-dose-taken",
        "report-col-dose-late",
        "report-col-dose-missed",
        "report-col-dose-not-noted",
    ];
    Table {
        columns: columns(told, "report-col-medicine", &numbers),
        rows: rows.iter().map(of).collect(),
    }
}

/// What is taken when it is needed, and how far it helped after an hour.
fn as_needed(told: Told<'_>, rows: &[&MedicineRow]) -> Table {
    let of = |one: &&MedicineRow| {
        let AsNeeded { times, days, good, some, none, not_said } = one.as_needed;
        row(named(told, one.needed.as_ref()), [times, days, good, some, none, not_said])
    };
    let numbers = [
        "report-col-times",
        "report-col-taken",
        "report-col-relief-good",
        "report-col-relief-some",
        "report-col-relief-none",
        "report-col-not-said",
    ];
    Table {
        columns: columns(told, "report-col-as-needed", &numbers),
        rows: rows.iter().map(of).collect(),
    }
}

/// The medicine as it was last told: its name and purpose, below it the dose as copied and when it is due.
fn named(told: Told<'_>, one: Option<&By<Medicine>>) -> String {
    let Some(one) = one else { return String::new() };
    let mut said = event::event(told.words, &CareEvent::Medicine(one.told.clone())).into_iter();
    let name = told_by(said.next().unwrap_or_default(), &one.author);
    format!("{name}\n{}", said.collect::<Vec<_>>().join(", "))
}

/// Why doses were late or missed, in the person's words.
fn reasons(told: Told<'_>) -> impl Iterator<Item = Line> {
    told.summary.care.iter().filter_map(move |one| match &one.told {
        CareEvent::Intake(intake) if has_row(told, intake) => {
            let reason = told.words.quoted(intake.reason.as_ref()?.as_str());
            let what = told.words.intake(intake.status);
            let said = [
                ("name", intake.medicine.as_str().into()),
                ("what", what.into()),
                ("reason", reason.into()),
            ];
            let label = told.dated(intake.day, &one.author);
            Some(Line { label, text: told.with("report-dose-reason", &said) })
        }
        _ => None,
    })
}

/// What was noted of medicines that nobody described.
fn others(told: Told<'_>) -> impl Iterator<Item = Line> {
    told.summary.care.iter().filter_map(move |one| match &one.told {
        CareEvent::Intake(intake) if !has_row(told, intake) => Some(Line {
            label: told.dated(intake.day, &one.author),
            text: event::event(told.words, &one.told).join(", "),
        }),
        _ => None,
    })
}

/// Whether an intake is counted in one of the tables.
fn has_row(told: Told<'_>, intake: &Intake) -> bool {
    told.summary.medicines.iter().any(|row| is_same(row.name.as_str(), intake.medicine.as_str()))
}
