//! Temperature and weight, days of treatment, and what the person noted of changes.

use vigie_model::{Day, Label};

use super::days::survey;
use super::resource::{Effective, Head, Observation, Performed, Procedure, Resource, Value};
use super::types::{Concept, Identifier, Meta, Quantity};
use super::xhtml::readable;
use super::{Entry, Scribe, codes};
use crate::DatedEvent;

/// A measure of the vital signs: our kind, FHIR's profile, LOINC's code and name, the unit in words and in UCUM.
pub(super) struct Vital {
    pub kind: &'static str,
    profile: &'static str,
    pub loinc: (&'static str, &'static str),
    name: &'static str,
    pub unit: (&'static str, &'static str),
}

pub(super) const WEIGHT: Vital = Vital {
    kind: "weight",
    profile: "http://hl7.org/fhir/StructureDefinition/bodyweight",
    loinc: ("29463-7", "Body weight"),
    name: "report-weight",
    unit: ("kg", "kg"),
};

pub(super) const TEMPERATURE: Vital = Vital {
    kind: "temperature",
    profile: "http://hl7.org/fhir/StructureDefinition/bodytemp",
    loinc: ("8310-5", "Body temperature"),
    name: "report-temperature",
    unit: ("°C", "Cel"),
};

/// Weight, temperature, days of treatment, changes of treatment.
pub(super) fn entries<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let summary = scribe.told.summary;
    let weights = summary.weight.iter().filter_map(|one| vital(scribe, &WEIGHT, *one));
    let warm = summary.temperature.iter().filter_map(|one| vital(scribe, &TEMPERATURE, *one));
    let given = summary.administrations.iter().map(|event| administration(scribe, event));
    let changed = summary.treatment_changes.iter().map(|event| change(scribe, event));
    weights.chain(warm).chain(given).chain(changed)
}

fn vital(scribe: &Scribe<'_>, vital: &Vital, (day, value): (Day, f64)) -> Option<Entry> {
    // The shortest digits that are this number: at most two decimals, as it was typed.
    let quantity = Quantity::new(value.to_string(), Some(vital.unit.0), Some(vital.unit.1))?;
    let name = scribe.say(vital.name);
    let decimals = value.to_string().split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let number = scribe.told.words.number(value, decimals);
    let said = [
        scribe.told.words.day(day),
        scribe.pair(&name, &format!("{number}\u{a0}{}", vital.unit.0)),
    ];
    let profile = Meta { source: None, profile: Some([vital.profile]) };
    Some(survey(scribe, (vital.kind, &[&day.to_string()]), &said, day, |observation| Observation {
        head: observation.head.with(Some(profile)),
        performer: scribe.answered(day),
        category: [codes::category("vital-signs")],
        code: Concept::coded(vec![codes::loinc(vital.loinc.0, vital.loinc.1)], &name),
        value: Some(Value::Quantity(quantity)),
        ..observation
    }))
}

/// A day treatment was given.
fn administration(scribe: &Scribe<'_>, event: &DatedEvent) -> Entry {
    let given = scribe.say("report-administrations");
    let name = event.name.as_ref().map_or_else(|| given.clone(), |name| name.as_str().to_owned());
    let said = [scribe.told.words.day(event.day), scribe.pair(&given, &name)];
    let parts: &[&str] = &[&event.day.to_string()];
    procedure(scribe, ("administration", parts), &said, |procedure| Procedure {
        category: Some(Concept::coded(vec![codes::own("administration")], &given)),
        code: Concept::text(&name),
        performed: Some(Performed::Day(event.day.to_string())),
        ..procedure
    })
}

/// Something done for the person, as they tell it.
pub(super) fn procedure(
    scribe: &Scribe<'_>,
    (kind, parts): (&str, &[&str]),
    said: &[String],
    made: impl FnOnce(Procedure) -> Procedure,
) -> Entry {
    let procedure = made(Procedure {
        head: Head::new(scribe, "Procedure", scribe.text(said)),
        identifier: [Identifier::uuid(&scribe.ids.make(kind, parts))],
        status: "completed",
        status_reason: None,
        category: None,
        code: Concept::plain(codes::own(kind.to_owned())),
        subject: scribe.patient(),
        performed: None,
        recorder: scribe.patient(),
        asserter: scribe.patient(),
        performer: Vec::new(),
        location: None,
        outcome: None,
        note: Vec::new(),
    });
    Entry {
        full_url: scribe.ids.url(kind, parts),
        resource: Resource::Procedure(Box::new(procedure)),
    }
}

/// A day the treatment changed, with what was said of it.
fn change(scribe: &Scribe<'_>, event: &DatedEvent) -> Entry {
    let name = scribe.say("report-treatment-changes");
    let said = event.name.as_ref().map(Label::as_str);
    let words = said.map_or_else(|| name.clone(), |said| scribe.pair(&name, said));
    let value = match said {
        Some(said) => Value::Text(readable(said)),
        None => Value::Absent(codes::not_said(&scribe.say("report-col-not-said"))),
    };
    let text = [scribe.told.words.day(event.day), words];
    let parts: &[&str] = &[&event.day.to_string()];
    survey(scribe, ("treatment-change", parts), &text, event.day, |observation| Observation {
        code: Concept::coded(vec![codes::own("treatment-change")], &name),
        effective: Effective::Day(event.day.to_string()),
        value: Some(value),
        ..observation
    })
}
