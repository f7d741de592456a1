//! How everything is said: names, questions, dates and numbers in the person's language.

use std::collections::HashMap;
use std::sync::Arc;

use vigie_journal::{
    Alarm, AppointmentKind, Arg, CareKind, CareRole, ChangeKind, ChangeReason, Conclusion,
    ConsentKind, Day, Felt, Helped, ImagingKind, IntakeStatus, Item, Lang, MedicineKind, Moment,
    OpeningHours, Outcome, PainQuality, PainSite, PerformanceStatus, PromptLevel, Rating, Relief,
    Scale, Schedule, SupportKind, TreatmentKind, TreatmentLine, TrialPhase, WishKind, event, say,
};

use crate::JournalError;
use crate::care::CareEvent;
use crate::entry::{Answer, Author};
use crate::person::Call;

/// Everything that can be said in one language. Making one costs nothing.
///
/// What takes a value that an app could write wrongly (an item, a day, a rating) fails with `Invalid` for one that is none.
#[derive(uniffi::Object)]
pub struct Words(&'static vigie_journal::Words);

/// A method for each closed list: the name of its member.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident $kind:ty;)*) => {
        #[uniffi::export]
        impl Words {
            $(
                $(#[$doc])*
                pub fn $name(&self, one: $kind) -> String {
                    self.0.$name(one)
                }
            )*
        }
    };
}

names! {
    /// How an item is measured, for the ends of a slider.
    scale Scale;
    /// A quality of pain.
    quality PainQuality;
    /// An alarm sign.
    alarm Alarm;
    /// A kind of treatment.
    treatment TreatmentKind;
    /// What someone to call is to the person.
    role CareRole;
    /// A kind of scan.
    imaging ImagingKind;
    /// What was told of a scan, in one word.
    conclusion Conclusion;
    /// A kind of appointment.
    appointment AppointmentKind;
    /// Why a treatment changed or ended.
    change_reason ChangeReason;
    /// What changed of a treatment.
    treatment_change ChangeKind;
    /// The phase of a trial.
    trial_phase TrialPhase;
    /// What a medicine is for.
    medicine MedicineKind;
    /// What became of a dose.
    intake IntakeStatus;
    /// How far a painkiller helped.
    relief Relief;
    /// A kind of support.
    support SupportKind;
    /// How a session helped.
    helped Helped;
    /// What a consent is about.
    consent ConsentKind;
    /// A wish.
    wish WishKind;
    /// A kind of record around the symptoms.
    care_kind CareKind;
}

#[uniffi::export]
impl Words {
    /// The words of a language.
    #[uniffi::constructor]
    pub fn new(lang: Lang) -> Arc<Self> {
        Arc::new(Self(vigie_journal::Words::of(lang)))
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.0.lang()
    }

    /// The text with this id.
    pub fn text(&self, id: String) -> String {
        self.0.text(&id)
    }

    /// The text with this id, filled in: `texts` as they are, `counts` in the language's way and with the right plural.
    pub fn filled(
        &self,
        id: String,
        texts: HashMap<String, String>,
        counts: HashMap<String, i64>,
    ) -> String {
        let texts = texts.iter().map(|(name, text)| (name.as_str(), text.as_str().into()));
        let counts = counts.iter().map(|(name, count)| (name.as_str(), (*count).into()));
        self.0.with(&id, &texts.chain(counts).collect::<Vec<(&str, Arg<'_>)>>())
    }

    /// Several parts as one phrase: `a, b et c`.
    pub fn list(&self, parts: Vec<String>) -> String {
        self.0.list(&parts)
    }

    /// The name of an item, with a capital.
    pub fn item(&self, item: Item) -> Result<String, JournalError> {
        Ok(self.0.item(&item))
    }

    /// How an item is asked.
    pub fn question(&self, item: Item) -> Result<String, JournalError> {
        Ok(self.0.question(&item))
    }

    /// A rating in a word: what a slider says beside its number.
    pub fn severity(&self, rating: Rating) -> Result<String, JournalError> {
        Ok(self.0.severity(rating.get()))
    }

    /// An answer in a word.
    pub fn answer(&self, answer: Answer) -> Result<String, JournalError> {
        Ok(self.0.answer(answer.into()))
    }

    /// A place of pain.
    pub fn site(&self, site: PainSite) -> Result<String, JournalError> {
        Ok(self.0.site(site))
    }

    /// A general state in the person's own words.
    pub fn performance(&self, state: PerformanceStatus) -> Result<String, JournalError> {
        Ok(self.0.performance(state))
    }

    /// When a medicine is due.
    pub fn schedule(&self, schedule: Schedule) -> Result<String, JournalError> {
        Ok(self.0.schedule(&schedule))
    }

    /// When somebody answers the telephone.
    pub fn hours(&self, hours: OpeningHours) -> Result<String, JournalError> {
        Ok(self.0.hours(hours))
    }

    /// Who told something, when it was not the person: `noté par Anne`.
    pub fn noted_by(&self, author: Author) -> Result<Option<String>, JournalError> {
        Ok(self.0.noted_by(&author.into()))
    }

    /// A day in full: `23 novembre 2026`.
    pub fn day(&self, day: Day) -> Result<String, JournalError> {
        Ok(self.0.day(day))
    }

    /// A day in short.
    pub fn day_short(&self, day: Day) -> Result<String, JournalError> {
        Ok(self.0.day_short(day))
    }

    /// A day with its day of the week.
    pub fn weekday_day(&self, day: Day) -> Result<String, JournalError> {
        Ok(self.0.weekday_day(day))
    }

    /// A time of day, minutes since midnight: `9 h 30`.
    pub fn minute(&self, minute: u16) -> String {
        self.0.minute(minute)
    }

    /// A moment where the person lives.
    pub fn moment(&self, moment: Moment) -> Result<String, JournalError> {
        Ok(self.0.moment(moment))
    }

    /// A number with so many decimals.
    pub fn number(&self, value: f64, decimals: u8) -> String {
        self.0.number(value, decimals.into())
    }

    /// Text as a quotation.
    pub fn quoted(&self, text: String) -> String {
        self.0.quoted(&text)
    }

    /// How soon to act, in two or three words.
    pub fn level(&self, level: PromptLevel, at_once: bool) -> String {
        say::level_short(self.0, level, at_once)
    }

    /// Whom to call, with the number and, where they are known, the hours.
    pub fn call(&self, call: Call) -> Result<String, JournalError> {
        Ok(say::call(self.0, &call.into()))
    }

    /// What came of a prompt.
    pub fn outcome(&self, outcome: Outcome) -> Result<String, JournalError> {
        Ok(say::outcome(self.0, &outcome))
    }

    /// How urgent a prompt feels.
    pub fn felt(&self, felt: Felt) -> String {
        say::felt(self.0, felt)
    }

    /// Something around the symptoms: what it is first, then what is known of it.
    pub fn event(&self, event: CareEvent) -> Result<Vec<String>, JournalError> {
        Ok(event::event(self.0, &event.into()))
    }

    /// A treatment line: what it is first, then what is known of it.
    pub fn treatment_line(&self, line: TreatmentLine) -> Result<Vec<String>, JournalError> {
        Ok(event::treatment(self.0, &line))
    }
}

/// The language for a device set to this locale: `fr-CA` is French, anything unknown English.
#[uniffi::export]
pub fn lang_of_locale(locale: String) -> Lang {
    Lang::from_locale(&locale)
}

/// A value in another unit, where that is the same number exactly (UCUM): `4.8` in `ng/mL` is `4.8` in `ug/L`.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Converted {
    /// The value in the other unit.
    Value {
        /// As it would be printed.
        value: vigie_journal::LabValue,
    },
    /// It is not the same number, or nobody can tell.
    Refused {
        /// Why, in both languages.
        why: crate::error::Said,
    },
}

/// A value of one unit in another one.
#[uniffi::export]
pub fn convert(
    value: vigie_journal::LabValue,
    unit: String,
    other: String,
) -> Result<Converted, JournalError> {
    Ok(match vigie_journal::unit::convert(value, &unit, &other) {
        Ok(value) => Converted::Value { value },
        Err(refused) => {
            Converted::Refused { why: crate::error::said(|words| words.unit_refused(refused)) }
        }
    })
}
