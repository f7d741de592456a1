//! Appointments as the person tells them, and what was decided.

use vigie_model::{Appointment, AppointmentKind, Day, Label};

use super::measures::procedure;
use super::resource::{
    Communication, Encounter, Head, Location, Participant, Payload, Performed, Procedure, Resource,
};
use super::types::{Annotation, Coding, Concept, Identifier, Period, Reference};
use super::xhtml::readable;
use super::{Entry, Scribe, codes};
use crate::preview;

/// Every appointment, and after each what was decided there.
pub(super) fn appointments<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let all = &scribe.told.summary.appointments;
    all.iter().enumerate().flat_map(move |(place, one)| {
        let same = |other: &&Appointment| (other.day, other.kind) == (one.day, one.kind);
        let again = all.iter().take(place).filter(same).count().to_string();
        match one.kind {
            AppointmentKind::Rcp => vec![meeting(scribe, one, &again)],
            _ => visit(scribe, one, &again),
        }
    })
}

/// How an appointment stands, as far as the day tells: before, on or after the day of the report.
fn stands<'a>(scribe: &Scribe<'_>, day: Day, [past, present, future]: [&'a str; 3]) -> &'a str {
    let made = scribe.told.summary.made_at.day();
    match day.cmp(&made) {
        std::cmp::Ordering::Less => past,
        std::cmp::Ordering::Equal => present,
        std::cmp::Ordering::Greater => future,
    }
}

fn name(scribe: &Scribe<'_>, appointment: &Appointment) -> String {
    let mut name = scribe.told.words.appointment(appointment.kind);
    if let Some(with) = &appointment.with {
        name = format!("{name}, {}", with.as_str());
    }
    preview::placed(name, appointment.place.as_ref())
}

/// A meeting about the person, who is not there: no encounter, but something done for them.
fn meeting(scribe: &Scribe<'_>, appointment: &Appointment, again: &str) -> Entry {
    let day = appointment.day.to_string();
    let decision = appointment.decision.as_ref().map(|decision| decision.as_str());
    let mut said = vec![scribe.told.words.day(appointment.day), name(scribe, appointment)];
    said.extend(decision.map(|decision| scribe.told.words.quoted(decision)));
    let parts: &[&str] = &[&day, appointment.kind.code(), again];
    let kind = scribe.told.words.appointment(appointment.kind);
    procedure(scribe, ("appointment", parts), &said, |procedure| Procedure {
        status: stands(scribe, appointment.day, ["completed", "unknown", "preparation"]),
        category: Some(Concept::coded(vec![own(appointment.kind)], &kind)),
        code: Concept::text(&name(scribe, appointment)),
        performed: Some(Performed::Day(day.clone())),
        note: decision.map(|text| Annotation::by(scribe.patient(), text)).into_iter().collect(),
        ..procedure
    })
}

fn own(kind: AppointmentKind) -> Coding {
    codes::own(format!("appointment-{}", kind.code()))
}

fn visit(scribe: &Scribe<'_>, appointment: &Appointment, again: &str) -> Vec<Entry> {
    let day = appointment.day.to_string();
    let parts: &[&str] = &[&day, appointment.kind.code(), again];
    let said = [scribe.told.words.day(appointment.day), name(scribe, appointment)];
    let named = |label: &Label| Reference::named(label.as_str());
    let kind = scribe.told.words.appointment(appointment.kind);
    let encounter = Encounter {
        head: Head::new(scribe, "Encounter", scribe.text(&said)).with(scribe.source()),
        identifier: [Identifier::uuid(&scribe.ids.make("appointment", parts))],
        status: stands(scribe, appointment.day, ["finished", "unknown", "planned"]),
        class: codes::ambulatory(),
        r#type: [Concept::coded(vec![own(appointment.kind)], &kind)],
        subject: scribe.patient(),
        participant: appointment
            .with
            .iter()
            .map(|with| Participant { individual: named(with) })
            .collect(),
        // The day only: the offset of a clock time on another day is not known.
        period: Period::days(appointment.day, appointment.day),
        location: appointment
            .place
            .iter()
            .map(|place| Location { location: named(place) })
            .collect(),
    };
    let full_url = scribe.ids.url("appointment", parts);
    let mut entries = vec![Entry {
        full_url: full_url.clone(),
        resource: Resource::Encounter(Box::new(encounter)),
    }];
    if let Some(decision) = &appointment.decision {
        entries.push(decided(scribe, parts, decision.as_str(), full_url));
    }
    entries
}

/// What was decided at a visit, as the person was told.
fn decided(scribe: &Scribe<'_>, parts: &[&str], decision: &str, encounter: String) -> Entry {
    let name = scribe.say("fhir-decision");
    let said = [name.clone(), scribe.told.words.quoted(decision)];
    let communication = Communication {
        head: Head::new(scribe, "Communication", scribe.text(&said)),
        identifier: [Identifier::uuid(&scribe.ids.make("decision", parts))],
        in_response_to: Vec::new(),
        status: "completed",
        status_reason: None,
        category: [Concept::coded(vec![codes::own("decision")], &name)],
        subject: scribe.patient(),
        encounter: Some(Reference::url(encounter)),
        sent: None,
        recipient: Vec::new(),
        sender: scribe.patient(),
        reason_code: Vec::new(),
        payload: vec![Payload { content_string: readable(decision) }],
        note: Vec::new(),
    };
    Entry {
        full_url: scribe.ids.url("decision", parts),
        resource: Resource::Communication(Box::new(communication)),
    }
}
