//! Painkillers, medicines as they were told, and each dose that was taken or not.

use vigie_model::{By, CareEvent, Intake, IntakeStatus, Medicine, Schedule};

use super::resource::{
    Dosage, Head, MedicationAdministration, MedicationStatement, Performer, Resource,
};
use super::types::{Annotation, Concept, Identifier, Period};
use super::xhtml::readable;
use super::{Entry, Scribe, codes, numbered};
use crate::{PainkillerRow, event};
use vigie_words::is_same;

/// Painkillers counted over the period; medicines; doses.
pub(super) fn entries<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let summary = scribe.told.summary;
    let painkillers = summary.painkillers.iter().map(|row| painkiller(scribe, row));
    let medicine = |event: &'a CareEvent| match event {
        CareEvent::Medicine(told) => Some(told),
        _ => None,
    };
    let intake = |event: &'a CareEvent| match event {
        CareEvent::Intake(told) => Some(told),
        _ => None,
    };
    let told = numbered(summary.all_care(), medicine, |told| (told.day, &told.name))
        .filter(|(_, told, _)| is_counted(scribe, told))
        .map(|(one, told, again)| statement(scribe, one, told, &again));
    let taken =
        numbered(summary.all_care(), intake, |told| (told.day, told.minute, &told.medicine))
            .map(|(one, told, again)| dose(scribe, one, told, &again));
    painkillers.chain(told).chain(taken)
}

/// Whether the report tells of it: one that stopped before the period is not told.
fn is_counted(scribe: &Scribe<'_>, medicine: &Medicine) -> bool {
    scribe
        .told
        .summary
        .medicines
        .iter()
        .any(|row| is_same(row.name.as_str(), medicine.name.as_str()))
}

/// A medicine as it was told: counts of a period are in the words, so that it stays the same in every report.
fn statement(scribe: &Scribe<'_>, one: &By<CareEvent>, told: &Medicine, again: &str) -> Entry {
    let words = scribe.told.words;
    let made = scribe.told.summary.made_at.day();
    let mut said = event::event(words, &one.told);
    let how = said.get(1..).unwrap_or_default().join(", ");
    said.extend(words.noted_by(&one.author));
    let day = told.day.to_string();
    let parts: &[&str] = &[&day, told.name.as_str(), again];
    let code = codes::own(format!("medicine-{}", told.kind.code()));
    let statement = MedicationStatement {
        head: Head::new(scribe, "MedicationStatement", scribe.text(&said)),
        identifier: [Identifier::uuid(&scribe.ids.make("medicine", parts))],
        status: match told.until {
            _ if told.day > made => "intended",
            Some(until) if until < made => "completed",
            _ => "active",
        },
        medication_codeable_concept: Concept::text(told.name.as_str()),
        subject: scribe.patient(),
        effective_period: Period {
            start: Some(day.clone()),
            end: told.until.map(|until| until.to_string()),
        },
        information_source: scribe.teller(&one.author),
        reason_code: vec![Concept::coded(vec![code], &words.medicine(told.kind))],
        note: Vec::new(),
        dosage: [Dosage {
            text: Some(readable(&how)),
            as_needed_boolean: told.schedule == Schedule::AsNeeded,
        }],
    };
    Entry {
        full_url: scribe.ids.url("medicine", parts),
        resource: Resource::MedicationStatement(Box::new(statement)),
    }
}

/// A dose. The day only: the offset of a clock time on another day is not known, so the time is told in words.
fn dose(scribe: &Scribe<'_>, one: &By<CareEvent>, intake: &Intake, again: &str) -> Entry {
    let words = scribe.told.words;
    let mut said = vec![words.day(intake.day)];
    said.extend(event::event(words, &one.told));
    said.extend(words.noted_by(&one.author));
    let day = intake.day.to_string();
    let minute = intake.minute.map(|minute| minute.to_string()).unwrap_or_default();
    let parts: &[&str] = &[&day, &minute, intake.medicine.as_str(), again];
    let reason = intake.reason.as_ref().map(|reason| reason.as_str());
    let code = codes::own(format!("intake-{}", intake.status.code()));
    let status = Concept::coded(vec![code], &words.intake(intake.status));
    let taken = intake.status != IntakeStatus::Missed;
    let teller = || scribe.teller(&one.author);
    let mut noted: Vec<String> = Vec::new();
    if intake.status == IntakeStatus::Late {
        noted.push(words.intake(intake.status));
    }
    noted.extend(intake.minute.map(|minute| words.minute(minute)));
    noted.extend(intake.relief.map(|relief| words.relief(relief)));
    noted.extend(reason.map(str::to_owned));
    let administration = MedicationAdministration {
        head: Head::new(scribe, "MedicationAdministration", scribe.text(&said)),
        identifier: [Identifier::uuid(&scribe.ids.make("intake", parts))],
        status: if taken { "completed" } else { "not-done" },
        // Why it was not done; of one that was, FHIR asks for no reason.
        status_reason: if taken { Vec::new() } else { vec![status] },
        medication_codeable_concept: Concept::text(intake.medicine.as_str()),
        subject: scribe.patient(),
        effective_date_time: day.clone(),
        performer: [Performer { actor: teller() }],
        note: noted.iter().map(|text| Annotation::by(teller(), text)).collect(),
    };
    Entry {
        full_url: scribe.ids.url("intake", parts),
        resource: Resource::MedicationAdministration(Box::new(administration)),
    }
}

/// A painkiller noted in check-ins over the period, with what it did.
fn painkiller(scribe: &Scribe<'_>, row: &PainkillerRow) -> Entry {
    let choice = &scribe.told.summary.choice;
    let counted = [
        ("report-col-taken", row.days),
        ("report-col-helped", row.helped),
        ("report-col-not-helped", row.not_helped),
        ("report-col-not-said", row.not_said),
    ];
    let counted: Vec<String> = counted
        .iter()
        .map(|(id, count)| scribe.pair(&scribe.say(id), &count.to_string()))
        .collect();
    let counted = counted.join(" · ");
    // Counts of these days: other days are another statement.
    let (from, to) = (choice.from.to_string(), choice.to.to_string());
    let parts: &[&str] = &[&row.name, &from, &to];
    let statement = MedicationStatement {
        head: Head::new(
            scribe,
            "MedicationStatement",
            scribe.text(&[row.name.clone(), counted.clone()]),
        ),
        identifier: [Identifier::uuid(&scribe.ids.make("painkiller", parts))],
        // Whether it is still taken was not asked.
        status: "unknown",
        medication_codeable_concept: Concept::text(&row.name),
        subject: scribe.patient(),
        effective_period: Period::days(choice.from, choice.to),
        information_source: scribe.patient(),
        reason_code: Vec::new(),
        note: vec![Annotation::computed(&counted)],
        dosage: [Dosage { text: None, as_needed_boolean: true }],
    };
    Entry {
        full_url: scribe.ids.url("painkiller", parts),
        resource: Resource::MedicationStatement(Box::new(statement)),
    }
}
