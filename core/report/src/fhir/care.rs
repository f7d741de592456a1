//! Appointments as the person tells them, those to come, and what was decided.

use vigie_model::{Appointment, AppointmentKind, By, CareEvent, Day, Label};

use super::measures::procedure;
use super::resource::{
    self, Attending, Communication, Encounter, Head, Location, Participant, Payload, Performed,
    Procedure, Resource, Unknown,
};
use super::types::{Annotation, Coding, Concept, Identifier, Period, Reference};
use super::xhtml::readable;
use super::{Entry, Scribe, codes, numbered};
use crate::preview;

/// Every appointment, and after each what was decided there.
pub(super) fn appointments<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let made = scribe.told.summary.made_at.day();
    let of = |event: &'a CareEvent| match event {
        CareEvent::Appointment(told) => Some(told),
        _ => None,
    };
    numbered(scribe.told.summary.all_care(), of, |told| (told.day, told.kind)).flat_map(
        move |(one, told, again)| {
            let one = &By { author: one.author.clone(), told };
            match told.kind {
                AppointmentKind::Rcp => vec![meeting(scribe, one, &again)],
                _ if told.day > made => vec![to_come(scribe, one, &again)],
                _ => visit(scribe, one, &again),
            }
        },
    )
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

/// The day, and the hour in words when it is known.
fn when(scribe: &Scribe<'_>, appointment: &Appointment) -> String {
    let words = scribe.told.words;
    let day = words.day(appointment.day);
    match appointment.minute {
        Some(minute) => format!("{day}, {}", words.minute(minute)),
        None => day,
    }
}

/// A meeting about the person, who is not there: no encounter, but something done for them.
fn meeting(scribe: &Scribe<'_>, one: &By<&Appointment>, again: &str) -> Entry {
    let appointment = one.told;
    let day = appointment.day.to_string();
    let decision = appointment.decision.as_ref().map(|decision| decision.as_str());
    let mut said = vec![when(scribe, appointment), name(scribe, appointment)];
    said.extend(decision.map(|decision| scribe.told.words.quoted(decision)));
    said.extend(scribe.told.words.noted_by(&one.author));
    let teller = || scribe.teller(&one.author);
    let parts: &[&str] = &[&day, appointment.kind.code(), again];
    let kind = scribe.told.words.appointment(appointment.kind);
    procedure(scribe, ("appointment", parts), &said, |procedure| Procedure {
        status: stands(scribe, appointment.day, ["completed", "unknown", "preparation"]),
        category: Some(Concept::coded(vec![own(appointment.kind)], &kind)),
        code: Concept::text(&name(scribe, appointment)),
        performed: Some(Performed::Day(day.clone())),
        recorder: teller(),
        asserter: teller(),
        note: decision.map(|text| Annotation::by(teller(), text)).into_iter().collect(),
        ..procedure
    })
}

fn own(kind: AppointmentKind) -> Coding {
    codes::own(format!("appointment-{}", kind.code()))
}

/// A visit to come. FHIR wants both ends of a booked one to the second: what is known is the day, and the time in words.
fn to_come(scribe: &Scribe<'_>, one: &By<&Appointment>, again: &str) -> Entry {
    let appointment = one.told;
    let words = scribe.told.words;
    let day = appointment.day.to_string();
    let parts: &[&str] = &[&day, appointment.kind.code(), again];
    let name = name(scribe, appointment);
    let mut comment = vec![when(scribe, appointment), scribe.say("fhir-to-come")];
    comment.extend(words.noted_by(&one.author));
    let said: Vec<String> = std::iter::once(name.clone()).chain(comment.iter().cloned()).collect();
    let attending = |actor: Reference| Attending { actor, status: "accepted" };
    let with = appointment.with.iter().map(|with| attending(Reference::named(with.as_str())));
    let kind = words.appointment(appointment.kind);
    let booked = resource::Appointment {
        head: Head::new(scribe, "Appointment", scribe.text(&said)).with(scribe.source()),
        identifier: [Identifier::uuid(&scribe.ids.make("booked", parts))],
        status: "booked",
        service_type: [Concept::coded(vec![own(appointment.kind)], &kind)],
        description: readable(&name),
        start: Unknown::new(),
        end: Unknown::new(),
        comment: readable(&comment.join(". ")),
        participant: std::iter::once(attending(scribe.patient())).chain(with).collect(),
        requested_period: [Period::days(appointment.day, appointment.day)],
    };
    Entry {
        full_url: scribe.ids.url("booked", parts),
        resource: Resource::Appointment(Box::new(booked)),
    }
}

fn visit(scribe: &Scribe<'_>, one: &By<&Appointment>, again: &str) -> Vec<Entry> {
    let appointment = one.told;
    let day = appointment.day.to_string();
    let parts: &[&str] = &[&day, appointment.kind.code(), again];
    let mut said = vec![when(scribe, appointment), name(scribe, appointment)];
    said.extend(scribe.told.words.noted_by(&one.author));
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
        let teller = scribe.teller(&one.author);
        entries.push(decided(scribe, parts, (decision.as_str(), teller), full_url));
    }
    entries
}

/// What was decided at a visit, as the person was told.
fn decided(
    scribe: &Scribe<'_>,
    parts: &[&str],
    (decision, teller): (&str, Reference),
    encounter: String,
) -> Entry {
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
        sender: teller,
        reason_code: Vec::new(),
        payload: vec![Payload { content_string: readable(decision) }],
        note: Vec::new(),
    };
    Entry {
        full_url: scribe.ids.url("decision", parts),
        resource: Resource::Communication(Box::new(communication)),
    }
}
