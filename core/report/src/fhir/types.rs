//! FHIR's data types, in the fields that are used here.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::value::RawValue;
use vigie_model::Day;

use super::markdown;
use super::xhtml::readable;

/// The system of an identifier that is a name of its own.
const URI: &str = "urn:ietf:rfc:3986";
/// Units as UCUM writes them.
const UCUM: &str = "http://unitsofmeasure.org";

/// A code of a code system.
#[derive(Serialize)]
pub(super) struct Coding {
    pub system: &'static str,
    pub code: Cow<'static, str>,
    /// As the system's owner writes it, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display: Option<&'static str>,
}

/// What something is: in codes where there are some, and always in words.
#[derive(Serialize)]
pub(super) struct Concept {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub coding: Vec<Coding>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Concept {
    /// Words without a code.
    pub fn text(text: &str) -> Self {
        Self { coding: Vec::new(), text: Some(readable(text)) }
    }

    /// Words with their codes.
    pub fn coded(coding: Vec<Coding>, text: &str) -> Self {
        Self { coding, text: Some(readable(text)) }
    }

    /// A code that needs no words.
    pub fn plain(coding: Coding) -> Self {
        Self { coding: vec![coding], text: None }
    }
}

/// Another resource of this document, or someone who is only named.
#[derive(Clone, Serialize)]
pub(super) struct Reference {
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display: Option<String>,
}

impl Reference {
    /// The resource with this UUID.
    pub fn to(uuid: &str) -> Self {
        Self { reference: Some(format!("urn:uuid:{uuid}")), display: None }
    }

    /// The resource with this `fullUrl`.
    pub fn url(full_url: String) -> Self {
        Self { reference: Some(full_url), display: None }
    }

    /// Someone or something of which only the name is known.
    pub fn named(name: &str) -> Self {
        Self { reference: None, display: Some(readable(name)) }
    }
}

/// A name that stays the same wherever the resource goes.
#[derive(Serialize)]
pub(super) struct Identifier {
    system: &'static str,
    value: String,
}

impl Identifier {
    /// A UUID.
    pub fn uuid(uuid: &str) -> Self {
        Self { system: URI, value: format!("urn:uuid:{uuid}") }
    }
}

/// From one day or moment to another.
#[derive(Serialize)]
pub(super) struct Period {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
}

impl Period {
    /// Whole days, both included.
    pub fn days(from: Day, to: Day) -> Self {
        Self { start: Some(from.to_string()), end: Some(to.to_string()) }
    }
}

/// The resource in words.
#[derive(Serialize)]
pub(super) struct Narrative {
    /// `generated` when the words say only what the data say, `additional` when they say more.
    pub status: &'static str,
    pub div: String,
}

/// Words of somebody's own.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Annotation {
    #[serde(flatten)]
    pub author: Author,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Markdown.
    pub text: String,
}

/// Who wrote it.
#[derive(Serialize)]
pub(super) enum Author {
    #[serde(rename = "authorReference")]
    Person(Reference),
    /// FHIR lets no device write a note, so the program is named.
    #[serde(rename = "authorString")]
    Program(&'static str),
}

impl Annotation {
    /// What the person wrote or said.
    pub fn by(person: Reference, text: &str) -> Self {
        Self { author: Author::Person(person), time: None, text: markdown::escaped(text) }
    }

    /// What the program counted or knows.
    pub fn computed(text: &str) -> Self {
        Self { author: Author::Program("Vigie"), time: None, text: markdown::escaped(text) }
    }
}

/// What the resource promises, and where it is from.
#[derive(Serialize)]
pub(super) struct Meta {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile: Option<[&'static str; 1]>,
}

/// A number with its unit.
#[derive(Serialize)]
pub(super) struct Quantity {
    /// With as many decimals as were printed.
    value: Box<RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comparator: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    system: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
}

impl Quantity {
    /// A number, with its unit as printed and, when it is known for certain, in UCUM. `None` when it is no number.
    pub fn new(number: String, unit: Option<&str>, ucum: Option<&'static str>) -> Option<Self> {
        Some(Self {
            value: RawValue::from_string(number).ok()?,
            comparator: None,
            unit: unit.map(readable),
            system: ucum.map(|_| UCUM),
            code: ucum,
        })
    }

    /// The sign before the number.
    pub fn compared(self, comparator: Option<&'static str>) -> Self {
        Self { comparator, ..self }
    }
}
