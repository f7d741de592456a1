//! What a journal says: days, items, answers, entries and the person around them. Pure data, no I/O.
//!
//! Everything is parsed once at the edge into a type that can only hold what is allowed
//! ([`Rating`] is 0–10, [`Temperature`] is 30–45 °C, …) and trusted from there on. What is refused
//! comes back as one [`Invalid`]: which field, and what is allowed there. It never carries what the
//! person typed, so it can be shown or logged without leaking anything. What a shell asks back with,
//! and shows to nobody else, is a [`Doubt`].
//!
//! Five silences are kept apart everywhere: a rating of zero, [`Answer::Skipped`],
//! [`Answer::TooUnwell`], an item that is not in the entry (it was not asked), and a day without an
//! entry. Missing is never zero.

mod alarm;
mod answer;
mod care;
mod catalogue;
mod coded;
mod day;
mod doubt;
mod entry;
mod holidays;
mod invalid;
mod item;
mod lab;
mod measure;
mod medicine;
mod person;
mod site;
mod support;
mod text;
mod treatment;
mod typed_day;
pub mod unit;

pub use alarm::Alarm;
pub use answer::{Answer, PerformanceStatus, Rating};
pub use care::{
    Appointment, AppointmentKind, By, CareEvent, CareKind, Conclusion, ImagingKind, ImagingStudy,
};
pub use catalogue::{Scale, SymptomCode};
pub use day::{Clock, Day, Moment};
pub use doubt::{Doubt, Guess, KnownBody, Measure, Slip, Why};
pub use entry::{Author, DailyEntry, Measures, Painkiller, Source};
pub use invalid::{Allowed, Invalid};
pub use item::{Item, OwnName};
pub use lab::{Comparator, LabResult, LabValue, ReferenceRange};
pub use measure::{Height, Temperature, Weight};
pub use medicine::{Intake, IntakeStatus, Medicine, MedicineKind, Relief, Schedule, minute_of_day};
pub use person::{CareContact, CareRole, OpeningHours, Profile, Weekdays};
pub use site::{PainDetail, PainQuality, PainSite, Region, Side};
pub use support::{
    Consent, ConsentKind, Helped, Question, QuestionAnswer, SupportKind, SupportSession, Wish,
    WishKind,
};
pub use text::{Label, Note};
pub use treatment::{
    ChangeKind, ChangeReason, TreatmentChange, TreatmentKind, TreatmentLine, TrialPhase,
};
pub use typed_day::day_as_typed;
pub use unit::UnitRefused;
