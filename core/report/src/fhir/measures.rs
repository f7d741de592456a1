//! Temperature and weight, the treatment and its days, painkillers.

use vigie_model::{Day, Label};

use super::days::survey;
use super::resource::{
    Dosage, Effective, Head, MedicationStatement, Observation, Performed, Procedure, Resource,
    Value,
};
use super::types::{Annotation, Concept, Identifier, Meta, Period, Quantity};
use super::xhtml::readable;
use super::{Entry, Scribe, codes};
use crate::{DatedEvent, PainkillerRow};

/// A measure of the vital signs: our kind, FHIR's profile, LOINC's code and name, the unit in words and in UCUM.
struct Vital {
    kind: &'static str,
    profile: &'static str,
    loinc: (&'static str, &'static str),
    name: &'static str,
    unit: (&'static str, &'static str),
}

const WEIGHT: Vital = Vital {
    kind: "weight",
    profile: "http://hl7.org/fhir/StructureDefinition/bodyweight",
    loinc: ("29463-7", "Body weight"),
    name: "report-weight",
    unit: ("kg", "kg"),
};

const TEMPERATURE: Vital = Vital {
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
        category: [codes::category("vital-signs")],
        code: Concept::coded(vec![codes::loinc(vital.loinc.0, vital.loinc.1)], &name),
        value: Some(Value::Quantity(quantity)),
        ..observation
    }))
}

/// The treatment under way.
pub(super) fn treatment(scribe: &Scribe<'_>) -> Option<Entry> {
    let line = scribe.told.summary.treatment.as_ref()?;
    let kind = scribe.told.words.treatment(line.kind);
    let name = match line.regimen.as_ref().map(Label::as_str) {
        Some(regimen) => format!("{regimen} ({kind})"),
        None => kind.clone(),
    };
    let cycle = line.cycle_days.map(|days| {
        scribe.told.with("report-treatment-cycle", &[("days", u32::from(days).into())])
    });
    let mut said = vec![name.clone()];
    said.extend(cycle.clone());
    let day = |day: Option<Day>| day.map(|day| day.to_string());
    let period = Period { start: day(line.started), end: day(line.stopped) };
    let dated = line.started.is_some() || line.stopped.is_some();
    let regimen = line.regimen.as_ref().map_or("", |regimen| regimen.as_str());
    let parts = [line.kind.code(), regimen, &day(line.started).unwrap_or_default()];
    Some(procedure(scribe, ("treatment", &parts), &said, |procedure| Procedure {
        // Under way on the last day told: what came later is not known here.
        status: if line.stopped.is_some() { "completed" } else { "in-progress" },
        category: Some(Concept::coded(codes::treatment(line.kind), &kind)),
        code: Concept::text(&name),
        performed: dated.then_some(Performed::Period(period)),
        note: cycle.iter().map(|text| Annotation::by(scribe.patient(), text)).collect(),
        ..procedure
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
        category: None,
        code: Concept::plain(codes::own(kind.to_owned())),
        subject: scribe.patient(),
        performed: None,
        recorder: scribe.patient(),
        asserter: scribe.patient(),
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

/// Painkillers over the period, with what they did.
pub(super) fn painkillers<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    scribe.told.summary.painkillers.iter().map(|row| painkiller(scribe, row))
}

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
        note: [Annotation::computed(&counted)],
        dosage: [Dosage { as_needed_boolean: true }],
    };
    Entry {
        full_url: scribe.ids.url("painkiller", parts),
        resource: Resource::MedicationStatement(Box::new(statement)),
    }
}
