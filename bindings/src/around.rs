//! What a journal says of the time around the symptoms: records, questions, doses, the timeline, and a year at a glance.

use std::collections::{BTreeMap, BTreeSet};

use vigie_journal::{
    AttachmentId, By, CareId, CareKind, Day, EntryId, Label, Lang, Moment, Notice, NoticeKind,
    Outcome, PerformanceStatus, PromptId, PromptLevel, Rating, TreatmentLine,
};

use crate::JournalError;
use crate::care::{AskedQuestion, CareConflict, CareEvent, CareRecord, Dose, Reminder};
use crate::entry::{Author, Named};
use crate::journal::{Journal, all};
use crate::person::Weekday;

/// Why an app speaks, the more important later.
#[uniffi::remote(Enum)]
pub enum NoticeKind {
    /// The day's questions.
    CheckIn,
    /// A medicine is due.
    Medicine,
    /// The team was to be called, and nobody answered yet.
    Call,
}

/// One time at which an app speaks.
#[uniffi::remote(Record)]
pub struct Notice {
    /// Why.
    pub kind: NoticeKind,
    /// When, with the offset where the person lives. The day's questions and medicines go by the clock on the wall wherever the
    /// person is then; what follows a call is so many hours after it.
    pub at: Moment,
}

/// What the person wants to be reminded of. What follows a call is said whatever they want.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct NoticeWish {
    /// When, in minutes since midnight; none is never.
    #[uniffi(default = None)]
    pub minute: Option<u16>,
    /// The days without it.
    #[uniffi(default)]
    pub quiet: BTreeSet<Weekday>,
    /// Of medicines that have a time, too.
    #[uniffi(default = false)]
    pub medicines: bool,
}

/// What kind of thing stands in the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, uniffi::Enum)]
pub enum EventKind {
    /// An entry.
    Entry,
    /// A treatment given, changed, begun or ended.
    Treatment,
    /// A prompt and what came of it.
    Prompt,
    /// Something around the symptoms, but for a change of treatment.
    Care {
        /// Which kind.
        kind: CareKind,
    },
    /// A photo or another file.
    Attachment,
}

impl From<vigie_journal::EventKind> for EventKind {
    fn from(kind: vigie_journal::EventKind) -> Self {
        use vigie_journal::EventKind as Core;
        match kind {
            Core::Entry => Self::Entry,
            Core::Treatment => Self::Treatment,
            Core::Prompt => Self::Prompt,
            Core::Care(kind) => Self::Care { kind },
            Core::Attachment => Self::Attachment,
        }
    }
}

impl From<EventKind> for vigie_journal::EventKind {
    fn from(kind: EventKind) -> Self {
        match kind {
            EventKind::Entry => Self::Entry,
            EventKind::Treatment => Self::Treatment,
            EventKind::Prompt => Self::Prompt,
            EventKind::Care { kind } => Self::Care(kind),
            EventKind::Attachment => Self::Attachment,
        }
    }
}

/// One thing that happened on a day.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Event {
    /// An entry in force.
    Entry {
        /// Which.
        id: EntryId,
    },
    /// Treatment was given.
    Administration {
        /// With its name, when it was given one.
        treatment: Named,
    },
    /// The treatment changed.
    TreatmentChange {
        /// With a word on it, when there is one.
        change: Named,
    },
    /// A treatment line began.
    Began {
        /// Which.
        line: TreatmentLine,
    },
    /// A treatment line ended.
    Ended {
        /// Which.
        line: TreatmentLine,
    },
    /// A prompt was made.
    Prompt {
        /// Which.
        id: PromptId,
    },
    /// The person did something about a prompt.
    Outcome {
        /// Of which prompt.
        id: PromptId,
        /// What.
        outcome: Outcome,
    },
    /// Something around the symptoms, as it was told. An appointment may be still to come.
    Care {
        /// Which.
        id: CareId,
        /// What was told.
        event: CareEvent,
    },
    /// A photo or another file of that day.
    Attachment {
        /// Which.
        id: AttachmentId,
    },
}

impl From<vigie_journal::Event> for Event {
    fn from(event: vigie_journal::Event) -> Self {
        use vigie_journal::Event as Core;
        match event {
            Core::Entry(id) => Self::Entry { id },
            Core::Administration(name) => Self::Administration { treatment: Named { name } },
            Core::TreatmentChange(name) => Self::TreatmentChange { change: Named { name } },
            Core::Began(line) => Self::Began { line },
            Core::Ended(line) => Self::Ended { line },
            Core::Prompt(id) => Self::Prompt { id },
            Core::Outcome(id, outcome) => Self::Outcome { id, outcome },
            Core::Care(id, event) => Self::Care { id, event: event.into() },
            Core::Attachment(id) => Self::Attachment { id },
        }
    }
}

/// What of the timeline is wanted.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Look {
    /// The language it is said, and searched, in.
    pub lang: Lang,
    /// First day; none for the first there is.
    #[uniffi(default = None)]
    pub first: Option<Day>,
    /// Last day; none for the last there is, which may be to come.
    #[uniffi(default = None)]
    pub last: Option<Day>,
    /// Kinds; empty for every kind.
    #[uniffi(default)]
    pub kinds: Vec<EventKind>,
    /// Words that have to stand in it, every one, whatever their accents and capitals.
    #[uniffi(default = "")]
    pub words: String,
    /// Only what the relative of this name told, whatever its accents and capitals.
    #[uniffi(default = None)]
    pub by: Option<Label>,
}

impl From<Look> for vigie_journal::Look {
    fn from(look: Look) -> Self {
        let Look { lang, first: from, last: to, kinds, words, by } = look;
        Self { lang, from, to, kinds: kinds.into_iter().map(Into::into).collect(), words, by }
    }
}

/// One thing that happened, in words.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Happening {
    /// The day it is about.
    pub day: Day,
    /// What kind of thing it is.
    pub kind: EventKind,
    /// What.
    pub event: Event,
    /// Who told it; none for what the journal itself made.
    pub author: Option<Author>,
    /// What it is first, then what is known of it.
    pub text: Vec<String>,
}

impl From<vigie_journal::Happening> for Happening {
    fn from(one: vigie_journal::Happening) -> Self {
        let kind = one.event.kind().into();
        let (event, author) = (one.event.into(), one.author.map(Author::from));
        Self { day: one.day, kind, event, author, text: one.text }
    }
}

/// One day of a year.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct DayAtAGlance {
    /// Whether there is an entry.
    pub answered: bool,
    /// The day was ended by 'too unwell today'.
    pub too_unwell: bool,
    /// The worst rating of any item.
    pub worst: Option<Rating>,
    /// General state.
    pub state: Option<PerformanceStatus>,
    /// Treatment was given.
    pub treated: bool,
    /// The most urgent prompt of the day.
    pub prompt: Option<PromptLevel>,
    /// What else happened.
    pub care: BTreeSet<CareKind>,
}

impl From<vigie_journal::DayAtAGlance> for DayAtAGlance {
    fn from(day: vigie_journal::DayAtAGlance) -> Self {
        Self {
            answered: day.answered,
            too_unwell: day.too_unwell,
            worst: day.worst.and_then(Rating::new),
            state: day.state.and_then(PerformanceStatus::new),
            treated: day.treated,
            prompt: day.prompt,
            care: day.care,
        }
    }
}

/// Told by this author; by the person when there is none.
fn by(event: CareEvent, caregiver: Option<Label>) -> By<vigie_journal::CareEvent> {
    let author = caregiver.map_or_else(Default::default, vigie_journal::Author::Caregiver);
    By { author, told: event.into() }
}

#[uniffi::export]
impl Journal {
    /// Keeps something as it was told, by the person unless it says which relative. Told twice, it is kept once. Nothing is asked
    /// or prompted because of it.
    ///
    /// Fails with `Invalid`, `DiskFull`, `Locked`, `Io`.
    #[uniffi::method(default(caregiver = None))]
    pub fn add_care(
        &self,
        event: CareEvent,
        caregiver: Option<Label>,
    ) -> Result<CareId, JournalError> {
        Ok(self.core.add_care(by(event, caregiver))?)
    }

    /// Corrects one, in the place of every version in force; what was said before stays in the journal.
    ///
    /// Fails as adding one, and with `NoSuch` for one that is not in force.
    #[uniffi::method(default(caregiver = None))]
    pub fn amend_care(
        &self,
        id: CareId,
        event: CareEvent,
        caregiver: Option<Label>,
    ) -> Result<(), JournalError> {
        Ok(self.core.amend_care(id, by(event, caregiver))?)
    }

    /// Takes one back. It is no longer told; its history stays.
    ///
    /// Fails with `NoSuch`, `DiskFull`, `Locked`, `Io`.
    pub fn withdraw_care(&self, id: CareId) -> Result<(), JournalError> {
        Ok(self.core.withdraw_care(id)?)
    }

    /// Everything around the symptoms in force, by day. One that two copies of the journal changed in two ways is there with each
    /// of its versions, under one id.
    ///
    /// Fails with `Locked`.
    pub fn care(&self) -> Result<Vec<CareRecord>, JournalError> {
        Ok(all(self.core.care()?))
    }

    /// What was changed in two copies of the journal and is in force with both versions; amending one settles it.
    ///
    /// Fails with `Locked`.
    pub fn care_conflicts(&self) -> Result<Vec<CareConflict>, JournalError> {
        Ok(all(self.core.care_conflicts()?))
    }

    /// Every question of the journal, oldest first. What is not answered waits for the next appointment.
    ///
    /// Fails with `Locked`.
    pub fn questions(&self) -> Result<Vec<AskedQuestion>, JournalError> {
        Ok(all(self.core.questions()?))
    }

    /// The doses of medicines on a schedule that are due on a day, in the order of the day, with what was noted of each.
    ///
    /// Fails with `Locked`.
    pub fn doses_on(&self, day: Day) -> Result<Vec<Dose>, JournalError> {
        Ok(all(self.core.doses_on(day)?))
    }

    /// When to remind the person next: every dose from now on until so many days from today (at most 31) of which nothing was
    /// noted yet. To be asked again after each change and each day.
    ///
    /// Fails with `Locked`.
    pub fn reminders(&self, days: u8) -> Result<Vec<Reminder>, JournalError> {
        Ok(all(self.core.reminders(days)?))
    }

    /// When to speak from now on, the next first: each evening of 30 days that has no answers yet, each dose of them that was
    /// not noted, and each call that waits, twelve times. To be asked anew after each change and each time the journal is
    /// opened; the times hold no word of what was noted, and can be kept where it is locked.
    ///
    /// Fails with `Locked`.
    pub fn notices(&self, wish: NoticeWish) -> Result<Vec<Notice>, JournalError> {
        let wish = vigie_journal::NoticeWish {
            minute: wish.minute,
            quiet: wish.quiet.into_iter().map(Weekday::number).collect(),
            medicines: wish.medicines,
        };
        Ok(all(self.core.notices(&wish)?))
    }

    /// What happened, latest day first; of one day in the order in which it was told.
    ///
    /// Fails with `Locked`.
    pub fn timeline(&self, look: Look) -> Result<Vec<Happening>, JournalError> {
        Ok(all(self.core.timeline(&look.into())?))
    }

    /// A year at a glance: every day of it with an entry, a prompt or something around the symptoms.
    ///
    /// Fails with `Locked`.
    pub fn year(&self, year: i32) -> Result<BTreeMap<Day, DayAtAGlance>, JournalError> {
        Ok(self.core.year(year)?.into_iter().map(|(day, it)| (day, it.into())).collect())
    }
}
