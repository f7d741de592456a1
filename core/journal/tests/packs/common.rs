//! Packs, keys and journals.

use std::collections::BTreeMap;

pub use std::sync::Arc;

pub use crate::hand::{Hand, backup, create, passphrase, rated, reopen, restore};
pub use vigie_journal::{
    Clock, CodesRefused, DailyEntry, Day, Grade, Journal, JournalError, Lang, PackCodes, PackError,
    PackRefused, Prompt, PromptLevel, Rule, RulePack, SignedPack, SigningKey, Words, rules_of, say,
};

/// A signing key that is always the same.
pub fn key(number: u8) -> SigningKey {
    let (secret, public) = match number {
        1 => (
            "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=",
            "6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw=",
        ),
        _ => return SigningKey::make().unwrap(),
    };
    SigningKey::parse(&format!("vigie signing key 1\n{secret}\n{public}\n")).unwrap()
}

/// The rules of a ward, changed some more: a rule of its own from fatigue 6.
pub fn ward(version: u32, change: impl FnOnce(&mut RulePack)) -> String {
    let mut pack = RulePack::builtin().clone();
    "hopital-de-jour".clone_into(&mut pack.name);
    "Équipe d’oncologie".clone_into(&mut pack.author);
    pack.version = version;
    pack.rules.push(tired(6));
    let text = |lang: &str, text: &str| (lang.to_owned(), text.to_owned());
    let texts = [
        text("fr", "Une fatigue de 6 ou plus se dit à l’hôpital de jour."),
        text("en", "Fatigue of 6 or more is for the day ward."),
    ];
    pack.texts.insert("tired".to_owned(), BTreeMap::from(texts));
    change(&mut pack);
    serde_json::to_string_pretty(&pack).unwrap()
}

pub fn tired(at_least: u8) -> Rule {
    let when = format!(r#"{{"rated":{{"item":"fatigue","at-least":{at_least}}}}}"#);
    Rule {
        id: "tired".to_owned(),
        level: PromptLevel::Mention,
        grade: Grade::None,
        again_after_days: 7,
        source: "Our ward".to_owned(),
        when: serde_json::from_str(&when).unwrap(),
    }
}

/// The rules of the ward, signed.
pub fn signed(version: u32, change: impl FnOnce(&mut RulePack)) -> String {
    SignedPack::sign(&ward(version, change), &key(1)).unwrap().file().to_owned()
}

pub fn fatigue(day: Day, rating: u8) -> DailyEntry {
    rated(day, "fatigue", rating)
}

pub fn refused(journal: &Journal, file: &str) -> PackRefused {
    match journal.install_pack(file) {
        Err(JournalError::Pack(refused)) => refused,
        other => panic!("{other:?}"),
    }
}
