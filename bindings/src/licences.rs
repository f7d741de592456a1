//! What others made and is a part of Vigie, by licence: an app shows it on a page of its own.

use vigie_journal::licences::{self, Product};

/// What is handed out, which has parts that the others have not.
#[uniffi::remote(Enum)]
pub enum Product {
    /// The library that every app has.
    Library,
    /// The Android app: the library, and those that its screens are drawn with.
    Android,
    /// The command: the library, and what reads its command line.
    Command,
}

/// A licence, with its text and what is under it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Licence {
    /// Its name in SPDX's list (`MIT`, `Apache-2.0`), or what it is called. Two may have one name: their texts differ.
    pub name: String,
    /// The parts under it, by name. Never none.
    pub parts: Vec<LicensedPart>,
    /// The text as its author wrote it, of several lines.
    pub text: String,
}

/// Something that others made.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct LicensedPart {
    /// Its name and version: `ring 0.17.14`.
    pub name: String,
    /// Whose it is, a line each. None when its files do not say.
    pub copyright: Vec<String>,
}

/// What a product is made of, the licence that covers least first.
#[uniffi::export]
pub fn licences(of: Product) -> Vec<Licence> {
    licences::Licence::of(of).into_iter().map(Licence::from).collect()
}

impl From<licences::Licence> for Licence {
    fn from(one: licences::Licence) -> Self {
        let part = |part: licences::Part| LicensedPart {
            name: part.name.to_owned(),
            copyright: part.copyright.into_iter().map(str::to_owned).collect(),
        };
        Self {
            name: one.name.to_owned(),
            parts: one.parts.into_iter().map(part).collect(),
            text: one.text.to_owned(),
        }
    }
}
