//! What one series is about: a symptom, a place of pain, or the person's own symptom.

use std::fmt;
use std::str::FromStr;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Allowed, Invalid, PainSite, Scale, SymptomCode};

/// The name of a symptom of the person's own, 1 to 60 characters on one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnName(String);

impl OwnName {
    /// Most characters kept.
    pub const MAX_CHARS: usize = 60;

    /// The name without white space around it; control characters are refused.
    pub fn new(name: &str) -> Result<Self, Invalid> {
        let name = name.trim();
        if name.is_empty() || name.chars().any(char::is_control) {
            return Err(Invalid::new("own", Allowed::NotEmpty));
        }
        if name.chars().count() > Self::MAX_CHARS {
            return Err(Invalid::new("own", Allowed::AtMost(Self::MAX_CHARS)));
        }
        Ok(Self(name.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What one series is about. Written `fatigue`, `pain:hip-left` or `own:<name>`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// A symptom of the catalogue.
    Symptom(SymptomCode),
    /// Pain at one place.
    Pain(PainSite),
    /// The person's own symptom.
    Own(OwnName),
}

impl Item {
    /// The code to name in an error: the person's own names stay out of errors.
    pub fn field(&self) -> String {
        match self {
            Self::Own(_) => "own".to_owned(),
            other => other.to_string(),
        }
    }

    /// How it is measured.
    pub fn scale(&self) -> Scale {
        match self {
            Self::Symptom(symptom) => symptom.scale(),
            Self::Pain(_) | Self::Own(_) => Scale::Severity,
        }
    }

    /// The place, when this is pain at one.
    pub fn site(&self) -> Option<PainSite> {
        match self {
            Self::Pain(site) => Some(*site),
            Self::Symptom(_) | Self::Own(_) => None,
        }
    }

    /// Whether it is pain, at a place or as a whole.
    pub fn is_pain(&self) -> bool {
        matches!(self, Self::Pain(_) | Self::Symptom(SymptomCode::Pain))
    }
}

impl From<SymptomCode> for Item {
    fn from(symptom: SymptomCode) -> Self {
        Self::Symptom(symptom)
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Symptom(symptom) => f.write_str(symptom.code()),
            Self::Pain(site) => write!(f, "pain:{site}"),
            Self::Own(name) => write!(f, "own:{}", name.as_str()),
        }
    }
}

impl FromStr for Item {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        if let Some(name) = text.strip_prefix("own:") {
            return OwnName::new(name).map(Self::Own);
        }
        if let Some(site) = text.strip_prefix("pain:") {
            return site.parse().map(Self::Pain);
        }
        SymptomCode::from_code(text)
            .or_else(|| SymptomCode::from_code(&text.replace('_', "-")))
            .map(Self::Symptom)
            .ok_or_else(|| Invalid::new("item", Allowed::Item))
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(ItemText)
    }
}

/// Reads an item from text without a copy of it: there are ten in an entry and thousands of entries in a journal.
struct ItemText;

impl Visitor<'_> for ItemText {
    type Value = Item;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an item")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Item, E> {
        text.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_read_what_they_write() {
        for text in ["fatigue", "pain", "pain:hip-left", "pain:lower-back", "own:acute pain"] {
            assert_eq!(text.parse::<Item>().unwrap().to_string(), text);
        }
        assert_eq!("mouth_sores".parse::<Item>().unwrap().to_string(), "mouth-sores");
        for text in ["", "fever", "pain:", "pain:tail", "own:", "own:  ", "own:a\nb"] {
            assert!(text.parse::<Item>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_field_of_an_error_never_holds_the_persons_own_words() {
        assert_eq!("own:my secret".parse::<Item>().unwrap().field(), "own");
    }
}
