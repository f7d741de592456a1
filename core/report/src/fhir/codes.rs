//! Codes: our own closed list, what of SNOMED CT is certain, FHIR's categories, and why a value is absent.

use std::borrow::Cow;

use vigie_model::{Item, TreatmentKind};

use super::types::{Coding, Concept};

/// The code system of our own codes: an OID under the arc that everyone may use with a UUID of their own (ITU-T X.667).
pub(super) const OWN: &str = "urn:oid:2.25.14526257825348870106144872215556004493";
const SNOMED: &str = "http://snomed.info/sct";
pub(super) const LOINC: &str = "http://loinc.org";
const CATEGORY: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
pub(super) const ABSENT: &str = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
const ENCOUNTER_CLASS: &str = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

fn coding(system: &'static str, code: impl Into<Cow<'static, str>>) -> Coding {
    Coding { system, code: code.into(), display: None }
}

/// One of ours.
pub(super) fn own(code: impl Into<Cow<'static, str>>) -> Coding {
    coding(OWN, code)
}

/// A concept of SNOMED CT, whose words are the resource's own.
pub(super) fn snomed(code: &'static str) -> Coding {
    coding(SNOMED, code)
}

/// A code of LOINC with the name LOINC gives it.
pub(super) fn loinc(code: &'static str, display: &'static str) -> Coding {
    Coding { display: Some(display), ..coding(LOINC, code) }
}

/// `survey`, `vital-signs`, `laboratory` or `imaging`.
pub(super) fn category(code: &'static str) -> Concept {
    Concept::plain(coding(CATEGORY, code))
}

/// The person comes to see somebody.
pub(super) fn ambulatory() -> Coding {
    coding(ENCOUNTER_CLASS, "AMB")
}

/// Asked, and left.
pub(super) fn skipped(words: &str) -> Concept {
    Concept::coded(vec![coding(ABSENT, "asked-declined")], words)
}

/// Too unwell to answer: the question was not put. FHIR has no code for the reason, so the words say it.
pub(super) fn too_unwell(words: &str) -> Concept {
    Concept::coded(vec![coding(ABSENT, "not-performed")], words)
}

/// Not told yet.
pub(super) fn not_told(words: &str) -> Concept {
    Concept::coded(vec![coding(ABSENT, "temp-unknown")], words)
}

/// It happened, and nothing more was said.
pub(super) fn not_said(words: &str) -> Concept {
    Concept::coded(vec![coding(ABSENT, "unknown")], words)
}

/// What an answer is about. A symptom of the person's own has a name and no code; a pain says where as its body site.
pub(super) fn item(item: &Item) -> Vec<Coding> {
    match item {
        Item::Symptom(symptom) => {
            let mut codes: Vec<Coding> = symptom.snomed().map(snomed).into_iter().collect();
            codes.push(own(symptom.code()));
            codes
        }
        Item::Pain(_) => vec![snomed("22253000"), own("pain")],
        Item::Own(_) => Vec::new(),
    }
}

/// A kind of treatment. No one concept is all of targeted therapy, or all that is done within a trial.
pub(super) fn treatment(kind: TreatmentKind) -> Vec<Coding> {
    let known = match kind {
        TreatmentKind::Chemotherapy => Some("367336001"),
        TreatmentKind::Immunotherapy => Some("76334006"),
        TreatmentKind::Hormone => Some("169413002"),
        TreatmentKind::Radiotherapy => Some("108290001"),
        TreatmentKind::Surgery => Some("387713003"),
        TreatmentKind::Targeted | TreatmentKind::Trial => None,
    };
    let mut codes: Vec<Coding> = known.map(snomed).into_iter().collect();
    codes.push(own(kind.code()));
    codes
}
