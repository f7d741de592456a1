//! Laboratory results as they are printed, and scans as the person was told.

use vigie_model::{By, Comparator, Conclusion, ImagingStudy, LabResult, LabValue, Label};

use super::days::survey;
use super::resource::{self, Observation, Value};
use super::types::{Annotation, Concept, Quantity};
use super::{Entry, Scribe, codes, laboratory};
use crate::{LabSeries, event, preview};

/// The number of times a key stood before this place: two results of one test on one day are two results.
fn nth<T, K: PartialEq>(items: &[T], place: usize, key: impl Fn(&T) -> K) -> String {
    let of = items.get(place).map(&key);
    items.iter().take(place).filter(|item| Some(key(item)) == of).count().to_string()
}

/// Every result, by test.
pub(super) fn laboratory<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    scribe.told.summary.labs.iter().flat_map(move |series| {
        (0..series.results.len()).filter_map(move |place| result(scribe, series, place))
    })
}

fn result(scribe: &Scribe<'_>, series: &LabSeries, place: usize) -> Option<Entry> {
    let one = series.results.get(place)?;
    let result = &one.told;
    let unit = result.unit.as_ref().map(Label::as_str);
    let ucum = unit.and_then(laboratory::ucum);
    let name = series.name.as_str();
    let number = |value: LabValue| Quantity::new(value.number(), unit, ucum);
    let value = number(result.value)?.compared(result.value.comparator.map(Comparator::code));
    let loinc = laboratory::loinc(name, ucum);
    let coding = loinc.map(|(code, display)| codes::loinc(code, display));
    let day = result.day.to_string();
    let again = nth(&series.results, place, |one| one.told.day);
    // As it is written there: which spelling is the first depends on the period.
    let written = result.name.as_str();
    let parts: &[&str] = &[&day, written, unit.unwrap_or_default(), &again];
    let mut said =
        vec![scribe.told.words.day(result.day), scribe.pair(name, &printed(scribe, result))];
    said.extend(scribe.told.words.noted_by(&one.author));
    let note = scribe.say("fhir-copied");
    Some(survey(scribe, ("laboratory", parts), &said, result.day, |observation| Observation {
        // Copied from a sheet: whether the laboratory holds it for final is not known.
        status: "unknown",
        performer: vec![scribe.teller(&one.author)],
        category: [codes::category("laboratory")],
        code: Concept::coded(coding.into_iter().collect(), name),
        value: Some(Value::Quantity(value)),
        note: vec![Annotation::by(scribe.teller(&one.author), &note)],
        reference_range: result
            .range
            .iter()
            .map(|range| resource::ReferenceRange {
                low: range.low.and_then(number),
                high: range.high.and_then(number),
                text: preview::range(scribe.told, Some(*range)),
            })
            .collect(),
        ..observation
    }))
}

/// `< 0,5 ng/mL (≤ 5)`.
fn printed(scribe: &Scribe<'_>, result: &LabResult) -> String {
    let mut text = event::value(scribe.told.words, result.value);
    if let Some(unit) = &result.unit {
        text = format!("{text}\u{a0}{}", unit.as_str());
    }
    match result.range {
        Some(range) => format!("{text} ({})", preview::range(scribe.told, Some(range))),
        None => text,
    }
}

/// Scans. The person tells the conclusion, so it is an observation of theirs and no report of a radiologist's.
pub(super) fn imaging<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let studies = &scribe.told.summary.imaging;
    studies.iter().enumerate().map(move |(place, study)| {
        scan(scribe, study, &nth(studies, place, |one| (one.told.day, one.told.kind)))
    })
}

fn scan(scribe: &Scribe<'_>, one: &By<ImagingStudy>, again: &str) -> Entry {
    let study = &one.told;
    let words = scribe.told.words;
    let name = preview::placed(words.imaging(study.kind), study.place.as_ref());
    let conclusion = words.conclusion(study.conclusion);
    let value = match study.conclusion {
        Conclusion::NotTold => Value::Absent(codes::not_told(&conclusion)),
        told => {
            let code = codes::own(format!("conclusion-{}", told.code()));
            Value::Concept(Concept::coded(vec![code], &conclusion))
        }
    };
    let told = study.told.as_ref().map(|told| told.as_str());
    let mut said = vec![words.day(study.day), scribe.pair(&name, &conclusion)];
    said.extend(told.map(|told| words.quoted(told)));
    said.extend(words.noted_by(&one.author));
    let day = study.day.to_string();
    let parts: &[&str] = &[&day, study.kind.code(), again];
    survey(scribe, ("imaging", parts), &said, study.day, |observation| Observation {
        status: "unknown",
        performer: vec![scribe.teller(&one.author)],
        category: [codes::category("imaging")],
        code: Concept::coded(vec![codes::own(format!("imaging-{}", study.kind.code()))], &name),
        value: Some(value),
        note: told
            .map(|told| Annotation::by(scribe.teller(&one.author), told))
            .into_iter()
            .collect(),
        ..observation
    })
}
