//! The resources of the document, in the fields that are used here.

use serde::Serialize;

use super::Scribe;
use super::types::{
    Annotation, Coding, Concept, Identifier, Meta, Narrative, Period, Quantity, Reference,
};

/// Any resource.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Resource {
    Composition(Box<Composition>),
    Patient(Box<Patient>),
    Device(Box<Device>),
    Observation(Box<Observation>),
    Procedure(Box<Procedure>),
    MedicationStatement(Box<MedicationStatement>),
    MedicationAdministration(Box<MedicationAdministration>),
    Appointment(Box<Appointment>),
    Encounter(Box<Encounter>),
    Communication(Box<Communication>),
}

/// What every resource has. (Nothing here is sent to a server before it has an `id`: the importer gives one.)
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Head {
    resource_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    meta: Option<Meta>,
    language: &'static str,
    text: Narrative,
}

impl Head {
    pub fn new(scribe: &Scribe<'_>, resource_type: &'static str, text: Narrative) -> Self {
        Self { resource_type, meta: None, language: scribe.lang(), text }
    }

    pub fn with(self, meta: Option<Meta>) -> Self {
        Self { meta, ..self }
    }
}

#[derive(Serialize)]
pub(super) struct Composition {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: Identifier,
    pub status: &'static str,
    pub r#type: Concept,
    pub subject: Reference,
    pub date: String,
    pub author: [Reference; 2],
    pub title: String,
    pub event: [Event; 1],
    pub section: Vec<Section>,
}

/// What the document covers.
#[derive(Serialize)]
pub(super) struct Event {
    pub period: Period,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<Reference>,
}

#[derive(Serialize)]
pub(super) struct Section {
    pub title: String,
    pub code: Concept,
    /// Who computed it, when it is not the person alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Reference>,
    pub text: Narrative,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entry: Vec<Reference>,
}

#[derive(Serialize)]
pub(super) struct Patient {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<HumanName>,
}

#[derive(Serialize)]
pub(super) struct HumanName {
    pub text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Device {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    pub device_name: [DeviceName; 1],
    pub r#type: Concept,
    pub version: [DeviceVersion; 1],
}

#[derive(Serialize)]
pub(super) struct DeviceName {
    pub name: &'static str,
    pub r#type: &'static str,
}

#[derive(Serialize)]
pub(super) struct DeviceVersion {
    pub value: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Observation {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    pub status: &'static str,
    pub category: [Concept; 1],
    pub code: Concept,
    pub subject: Reference,
    #[serde(flatten)]
    pub effective: Effective,
    pub performer: Vec<Reference>,
    #[serde(flatten)]
    pub value: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<Annotation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_site: Option<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reference_range: Vec<ReferenceRange>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub component: Vec<Component>,
}

/// When it was so.
#[derive(Serialize)]
pub(super) enum Effective {
    #[serde(rename = "effectiveDateTime")]
    Day(String),
    #[serde(rename = "effectivePeriod")]
    Period(Period),
}

/// A value, or why there is none.
#[derive(Serialize)]
pub(super) enum Value {
    #[serde(rename = "valueInteger")]
    Integer(u32),
    #[serde(rename = "valueQuantity")]
    Quantity(Quantity),
    #[serde(rename = "valueString")]
    Text(String),
    #[serde(rename = "valueCodeableConcept")]
    Concept(Concept),
    #[serde(rename = "dataAbsentReason")]
    Absent(Concept),
}

#[derive(Serialize)]
pub(super) struct ReferenceRange {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Quantity>,
    pub text: String,
}

#[derive(Serialize)]
pub(super) struct Component {
    pub code: Concept,
    #[serde(flatten)]
    pub value: Value,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Procedure {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<Concept>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<Concept>,
    pub code: Concept,
    pub subject: Reference,
    #[serde(flatten)]
    pub performed: Option<Performed>,
    pub recorder: Reference,
    pub asserter: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub performer: Vec<Performer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<Annotation>,
}

/// Who did it.
#[derive(Serialize)]
pub(super) struct Performer {
    pub actor: Reference,
}

/// When it was done.
#[derive(Serialize)]
pub(super) enum Performed {
    #[serde(rename = "performedDateTime")]
    Day(String),
    #[serde(rename = "performedPeriod")]
    Period(Period),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MedicationStatement {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    pub status: &'static str,
    pub medication_codeable_concept: Concept,
    pub subject: Reference,
    pub effective_period: Period,
    pub information_source: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reason_code: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<Annotation>,
    pub dosage: [Dosage; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Dosage {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    pub as_needed_boolean: bool,
}

/// A dose that was taken, or not.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct MedicationAdministration {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    pub status: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub status_reason: Vec<Concept>,
    pub medication_codeable_concept: Concept,
    pub subject: Reference,
    pub effective_date_time: String,
    pub performer: [Performer; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<Annotation>,
}

/// A visit to come.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Appointment {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    pub status: &'static str,
    pub service_type: [Concept; 1],
    pub description: String,
    #[serde(rename = "_start")]
    pub start: Unknown,
    #[serde(rename = "_end")]
    pub end: Unknown,
    pub comment: String,
    pub participant: Vec<Attending>,
    pub requested_period: [Period; 1],
}

/// Who comes to a visit.
#[derive(Serialize)]
pub(super) struct Attending {
    pub actor: Reference,
    pub status: &'static str,
}

/// A value that is there and not known.
#[derive(Serialize)]
pub(super) struct Unknown {
    extension: [Absent; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Absent {
    url: &'static str,
    value_code: &'static str,
}

impl Unknown {
    pub fn new() -> Self {
        let url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";
        Self { extension: [Absent { url, value_code: "unknown" }] }
    }
}

#[derive(Serialize)]
pub(super) struct Encounter {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    pub status: &'static str,
    pub class: Coding,
    pub r#type: [Concept; 1],
    pub subject: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub participant: Vec<Participant>,
    pub period: Period,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub location: Vec<Location>,
}

#[derive(Serialize)]
pub(super) struct Participant {
    pub individual: Reference,
}

#[derive(Serialize)]
pub(super) struct Location {
    pub location: Reference,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Communication {
    #[serde(flatten)]
    pub head: Head,
    pub identifier: [Identifier; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_response_to: Vec<Reference>,
    pub status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status_reason: Option<Concept>,
    pub category: [Concept; 1],
    pub subject: Reference,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encounter: Option<Reference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recipient: Vec<Reference>,
    pub sender: Reference,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reason_code: Vec<Concept>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub payload: Vec<Payload>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub note: Vec<Annotation>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Payload {
    pub content_string: String,
}
