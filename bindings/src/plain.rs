//! Values that cross as plain text or a number, and are read again by the core's own readers: what they refuse is an
//! `Invalid` that names the field.

use uniffi::deps::anyhow::Error;
use vigie_journal::{
    AttachmentId, CareId, Day, EntryId, Height, Invalid, Item, LabValue, Label, Moment, Note,
    OpeningHours, PainSite, PerformanceStatus, PromptId, Rating, ReferenceRange, RevisionId,
    Schedule, Temperature, Weight,
};

use crate::JournalError;

/// As the error of the calls, so that a value that is refused on the way in is told as any other.
pub(crate) fn refused(invalid: Invalid) -> Error {
    JournalError::from(vigie_journal::JournalError::from(invalid)).into()
}

/// A value with `Display` and `FromStr`.
macro_rules! text {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            uniffi::custom_type!(
                $(#[$doc])*
                $name, String, {
                    remote,
                    lower: |value| value.to_string(),
                    try_lift: |text| text.parse().map_err(refused),
                }
            );
        )*
    };
}

text! {
    /// A calendar day where the person lives, `2026-11-23`, from 1900 to 2199.
    Day
    /// What one series is about: a symptom of the catalogue (`fatigue`), pain at one place (`pain:hip-left`), or the person's own
    /// symptom (`own:Crampes`).
    Item
    /// One place of pain: a region of the body map and, when it was said, a side: `lower-back`, `hip-left`.
    PainSite
    /// A value as the laboratory printed it, with its decimals: `12.30`, `<0.5`, `>1000`.
    LabValue
    /// The range that the laboratory prints beside a value: `0-5`, `-5` or `30-`.
    ReferenceRange
    /// When a medicine is due: `as-needed`, `08:00,20:00`, or with days on and off `08:00 21/7`.
    Schedule
    /// When somebody answers the telephone: `mon-fri 09:00-17:00`.
    OpeningHours
    /// An entry, whatever its revisions: 32 hexadecimal digits.
    EntryId
    /// One revision of an entry: 32 hexadecimal digits.
    RevisionId
    /// A prompt: 32 hexadecimal digits.
    PromptId
    /// A photo or another file: 32 hexadecimal digits.
    AttachmentId
    /// A result, a scan, an appointment or another thing around the symptoms: 32 hexadecimal digits.
    CareId
}

/// Text the person wrote, within bounds.
macro_rules! bounded {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            uniffi::custom_type!(
                $(#[$doc])*
                $name, String, {
                    remote,
                    lower: |value| value.into(),
                    try_lift: |text| $name::try_from(text).map_err(refused),
                }
            );
        )*
    };
}

bounded! {
    /// A short name (a regimen, a person, a medicine), 1 to 120 characters.
    Label
    /// A note or a question in the person's own words, 1 to 20,000 characters.
    Note
}

/// A measure, exact to a hundredth.
macro_rules! measure {
    ($($(#[$doc:meta])* $name:ident)*) => {
        $(
            uniffi::custom_type!(
                $(#[$doc])*
                $name, f64, {
                    remote,
                    lower: |value| value.get(),
                    try_lift: |number| $name::try_from(hundredths(number)).map_err(refused),
                }
            );
        )*
    };
}

measure! {
    /// Body temperature, 30 to 45 °C, to a hundredth.
    Temperature
    /// Body weight, 2 to 500 kg, to a hundredth.
    Weight
    /// Height, 50 to 250 cm, to a hundredth.
    Height
}

/// What is no number at all is none of a measure's.
#[allow(clippy::cast_possible_truncation)] // what is out of range becomes what no measure has
fn hundredths(number: f64) -> i32 {
    (number * 100.0).round() as i32
}

/// A step of a scale.
fn step(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

uniffi::custom_type!(
    /// A numeric rating: 0 is not at all, 10 the worst the person can imagine; of what is counted, 10 is ten or more.
    Rating, i32, {
        remote,
        lower: |rating| rating.get().into(),
        try_lift: |number| Rating::try_from(step(number)).map_err(refused),
    }
);

uniffi::custom_type!(
    /// General state in the person's own words, 0 (as usual) to 4 (in bed all day).
    PerformanceStatus, i32, {
        remote,
        lower: |state| state.get().into(),
        try_lift: |number| PerformanceStatus::try_from(step(number)).map_err(refused),
    }
);

uniffi::custom_type!(
    /// A moment with the offset the person lived by then, to a millisecond: `2026-11-23T10:00:00.000+01:00`.
    Moment, String, {
        remote,
        lower: |moment| moment.to_string(),
        try_lift: |text| text.parse().map_err(refused),
    }
);
