//! The parts of FHIR that a record of ECLAIRE is made of, as far as they are read.

use serde::Deserialize;

use super::json::{Flag, List, Number, Object, Text};
use super::text::clean;

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Meta {
    pub last_updated: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Identifier {
    pub r#use: Text,
    pub value: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Concept {
    pub coding: List<Object<Coding>>,
    pub text: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Coding {
    pub code: Text,
    pub display: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Reference {
    pub reference: Text,
    pub display: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Beside {
    pub extension: List<Object<Extension>>,
}

/// An extension. Two deep is as deep as ECLAIRE goes: what is deeper is skipped, so that no file can lead the reader down for ever.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Extension {
    pub url: Text,
    pub extension: List<Object<Part>>,
    pub value_string: Text,
    pub value_instant: Text,
    pub value_codeable_concept: Object<Concept>,
    pub value_period: Object<Period>,
}

/// An extension inside another one.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Part {
    pub url: Text,
    pub value_string: Text,
    pub value_codeable_concept: Object<Concept>,
    pub value_reference: Object<Reference>,
}

/// What has an address that says what it is.
pub trait Addressed {
    /// The address.
    fn url(&self) -> Option<&str>;
}

impl Addressed for Extension {
    fn url(&self) -> Option<&str> {
        self.url.get()
    }
}

impl Addressed for Part {
    fn url(&self) -> Option<&str> {
        self.url.get()
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Period {
    pub start: Text,
    pub end: Text,
}

/// An organisation, a place or a group of people that stands inside the record.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Contained {
    pub resource_type: Text,
    pub id: Text,
    pub name: Text,
    pub address: Object<Address>,
    pub characteristic: List<Object<Characteristic>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Address {
    pub city: Text,
    pub country: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Characteristic {
    pub exclude: Flag,
    pub value_codeable_concept: Object<Concept>,
    pub value_range: Object<Range>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Range {
    pub low: Object<Quantity>,
    pub high: Object<Quantity>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Quantity {
    pub value: Number,
    pub unit: Text,
}

impl Contained {
    /// Whether it is of this resource type.
    pub fn is(&self, kind: &str) -> bool {
        self.resource_type.get() == Some(kind)
    }
}

/// The text to show, unless it says nothing.
pub fn shown(text: &Text) -> Option<String> {
    text.get().and_then(clean)
}

/// The extensions whose address ends in this name.
pub fn named<'a, E: Addressed>(
    extensions: &'a [Object<E>],
    name: &'static str,
) -> impl Iterator<Item = &'a E> {
    extensions.iter().map(|extension| &extension.0).filter(move |extension| {
        let before = extension.url().and_then(|url| url.strip_suffix(name));
        before.is_some_and(|before| before.is_empty() || before.ends_with(['/', '-']))
    })
}

/// The codes of a concept.
pub fn codes(concept: &Concept) -> impl Iterator<Item = &str> {
    concept.coding.iter().filter_map(|coding| coding.code.get())
}

/// What a concept says in words. Codes alone say nothing to a person, and its own label says nothing about a trial.
pub fn said(concept: &Concept) -> Vec<String> {
    /// What stands as the text of every condition of one sort.
    const LABELS: [&str; 5] =
        ["diseaseCondition", "medDRACondition", "Disease Condition", "MedDRA Condition", "MedDRA"];
    let words = |text: &Text| {
        let said = shown(text)?;
        let label = LABELS.contains(&said.as_str()) || said.starts_with("MedDRA condition");
        let code = said.chars().all(|c| c.is_ascii_digit() || c.is_ascii_punctuation());
        (!label && !code).then_some(said)
    };
    let displays = concept.coding.iter().map(|coding| words(&coding.display));
    displays.chain([words(&concept.text)]).flatten().collect()
}
