//! What is refused, and what would be accepted instead.

use std::fmt;

/// A value that was refused: which field, and what is allowed there.
///
/// It carries no user data: `field` is a stable code (`fatigue`, `temperature`, `own`, …) that
/// vigie-words turns into the person's language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {allowed}")]
pub struct Invalid {
    /// Stable code of the field.
    pub field: String,
    /// What the field accepts.
    pub allowed: Allowed,
}

impl Invalid {
    /// An error for `field`.
    pub fn new(field: impl Into<String>, allowed: Allowed) -> Self {
        Self { field: field.into(), allowed }
    }
}

/// What a field accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Allowed {
    /// A whole number from 0 to 10.
    Rating,
    /// A whole number from 0 to 4.
    State,
    /// 30.0 to 45.0 °C.
    Temperature,
    /// 2 to 500 kg.
    Weight,
    /// 50 to 250 cm.
    Height,
    /// A calendar date written 2026-11-23, from 1900 to 2199.
    Date,
    /// A day that is not in the future.
    NotInTheFuture,
    /// A code of the catalogue, `pain:<region>[-left|-right|-both]`, or `own:<name>`.
    Item,
    /// One of the alarm ticks.
    Alarm,
    /// Text with at least one visible character.
    NotEmpty,
    /// At most this many characters.
    AtMost(usize),
    /// A telephone number: digits, spaces, dots, `+` and brackets; 2 to 20 digits.
    Phone,
    /// Opening hours such as `mon-fri 09:00-17:00`.
    Hours,
    /// 7 to 60 days.
    CycleLength,
    /// Something of the catalogue the field names (kind of treatment, role, quality, side).
    KnownCode,
    /// An entry that says something.
    SomethingSaid,
    /// A number such as 12.3, <0.5 or >1000.
    LabValue,
    /// A range such as 0-5, -5 or 30-.
    LabRange,
    /// A time of day such as 09:30.
    Time,
    /// `as-needed`, `08:00,20:00` or `08:00 21/7`.
    Schedule,
    /// A day that is not before the one on which it began.
    NotBeforeItBegan,
    /// At most this many parts, separated by `|`.
    Parts(usize),
    /// What a table of this program wrote there, unchanged.
    AsExported,
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rating => f.write_str("a whole number from 0 to 10"),
            Self::State => f.write_str("a whole number from 0 to 4"),
            Self::Temperature => f.write_str("30 to 45 degrees Celsius"),
            Self::Weight => f.write_str("2 to 500 kilograms"),
            Self::Height => f.write_str("50 to 250 centimetres"),
            Self::Date => f.write_str("a date such as 2026-11-23"),
            Self::NotInTheFuture => f.write_str("a day that is not in the future"),
            Self::Item => f.write_str("a catalogue code, pain:<region> or own:<name>"),
            Self::Alarm => f.write_str("a code of the alarm list"),
            Self::NotEmpty => f.write_str("some text"),
            Self::AtMost(n) => write!(f, "at most {n} characters"),
            Self::Phone => f.write_str("a telephone number"),
            Self::Hours => f.write_str("hours such as mon-fri 09:00-17:00"),
            Self::CycleLength => f.write_str("7 to 60 days"),
            Self::KnownCode => f.write_str("a known code"),
            Self::SomethingSaid => f.write_str("at least one answer"),
            Self::LabValue => f.write_str("a number such as 12.3, <0.5 or >1000"),
            Self::LabRange => f.write_str("a range such as 0-5, -5 or 30-"),
            Self::Time => f.write_str("a time such as 09:30"),
            Self::Schedule => f.write_str("as-needed, 08:00,20:00 or 08:00 21/7"),
            Self::NotBeforeItBegan => f.write_str("a day not before the one on which it began"),
            Self::Parts(n) => write!(f, "at most {n} parts separated by |"),
            Self::AsExported => f.write_str("what was exported there, unchanged"),
        }
    }
}
