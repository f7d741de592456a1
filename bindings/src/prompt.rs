//! What the watch saw, the prompt it makes, and what the person did about it.

use vigie_journal::{
    Alarm, Basis, Channel, Day, Evidence, Felt, Finding, Label, Moment, Note, Outcome, OutcomeKind,
    Prompt, PromptId, PromptLevel, Subject,
};

use crate::person::Call;

/// How soon to act. The order is the order of urgency.
#[uniffi::remote(Enum)]
pub enum PromptLevel {
    /// At the next contact.
    Mention,
    /// The team today; the out-of-hours line at night.
    Today,
    /// 15 or 112.
    Now,
}

/// Which way a finding came.
#[uniffi::remote(Enum)]
pub enum Channel {
    /// A red flag, a symptom count or a measure of the rule table.
    Flag,
    /// A rating of 7 or more.
    Severe,
    /// Worse than the person's own pattern.
    Trend,
}

/// What the person did about a prompt.
#[uniffi::remote(Enum)]
pub enum OutcomeKind {
    /// Called, and somebody answered.
    Reached,
    /// Called, and nobody answered.
    NoAnswer,
    /// Will call later.
    Later,
    /// The team knows already.
    AlreadyKnown,
    /// Would rather not call.
    PreferNot,
}

/// How urgent it feels to the person. It is told to the team; it lowers and delays nothing.
#[uniffi::remote(Enum)]
pub enum Felt {
    /// Not urgent.
    NotUrgent,
    /// Rather urgent.
    Rather,
    /// Urgent.
    Urgent,
}

/// The numbers behind a finding. Means are over answers, never over missing days.
#[uniffi::remote(Record)]
pub struct Evidence {
    /// First day looked at for `now`.
    pub from: Day,
    /// Last day looked at for `now`.
    pub to: Day,
    /// Answers found from `from` to `to`.
    pub answers: u32,
    /// The present value: a mean over `answers`, or the single value; in the item's own unit
    /// (0–10, 0–4 for general state, °C, kg).
    #[uniffi(default = None)]
    pub now: Option<f64>,
    /// What it is compared with, in the same unit.
    #[uniffi(default = None)]
    pub before: Option<f64>,
    /// Answers behind `before`.
    #[uniffi(default = None)]
    pub before_answers: Option<u32>,
    /// Which days `before` comes from.
    #[uniffi(default = None)]
    pub basis: Option<Basis>,
    /// Signs ticked that the rule looks at.
    pub ticks: Vec<Alarm>,
}

/// What watch saw: one rule that fired on one day.
#[uniffi::remote(Record)]
pub struct Finding {
    /// The rule's stable name in its pack.
    pub rule: String,
    /// Which way it came.
    pub channel: Channel,
    /// How soon to act.
    pub level: PromptLevel,
    /// A red of UKONS: today means at once, not within the day.
    pub at_once: bool,
    /// The subjects: item codes, or `temperature`, `weight`, `performance`.
    pub items: Vec<Subject>,
    /// The trend detector's score, in standard deviations.
    #[uniffi(default = None)]
    pub score: Option<f64>,
    /// The score at which it speaks.
    #[uniffi(default = None)]
    pub threshold: Option<f64>,
    /// The numbers behind it.
    pub evidence: Evidence,
}

/// A call to act: the findings of one day, said once at the highest level.
#[uniffi::remote(Record)]
pub struct Prompt {
    /// The day whose answers gave it.
    pub day: Day,
    /// When it was made.
    pub at: Moment,
    /// How soon to act: the highest level among the findings.
    pub level: PromptLevel,
    /// Today means at once.
    pub at_once: bool,
    /// All its reasons, the most urgent first.
    pub findings: Vec<Finding>,
    /// Name of the rule pack that spoke.
    pub pack: String,
    /// Version of that pack.
    pub pack_version: u32,
}

/// What the person did, when, with whom, and what they were told.
#[uniffi::remote(Record)]
pub struct Outcome {
    /// When it was recorded.
    pub at: Moment,
    /// What was done.
    pub kind: OutcomeKind,
    /// Who was called.
    #[uniffi(default = None)]
    pub contact: Option<Label>,
    /// What was advised, in the person's words.
    #[uniffi(default = None)]
    pub advice: Option<Note>,
}

/// What the present values are compared with.
#[uniffi::remote(Enum)]
pub enum Basis {
    /// The same days of the person's last cycles.
    SameCycleDays {
        /// How many earlier cycles had an answer on these days.
        cycles: u32,
    },
    /// The person's earlier days.
    EarlierDays,
}

uniffi::custom_type!(
    /// What a finding is about: an item, `temperature`, `weight`, `performance`, or a sign (`tick:shivering`).
    Subject, String, {
        remote,
        lower: |subject| subject.to_string(),
        try_lift: |text| text.parse().map_err(crate::plain::refused),
    }
);

/// A prompt that waits for the person.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct OpenPrompt {
    /// Its id.
    pub id: PromptId,
    /// What it says; in words by `Journal.say`.
    pub prompt: Prompt,
    /// What was done so far, oldest first.
    pub outcomes: Vec<Outcome>,
    /// How urgent it feels to the person, when they said so.
    pub felt: Option<Felt>,
    /// When it asks again.
    pub due: Moment,
    /// Whether that moment has come.
    pub overdue: bool,
    /// It cannot wait for the day to end.
    pub urgent: bool,
    /// Whom to call next.
    pub call: Call,
}

impl From<vigie_journal::OpenPrompt> for OpenPrompt {
    fn from(open: vigie_journal::OpenPrompt) -> Self {
        let urgent = open.is_urgent();
        let vigie_journal::OpenPrompt { id, prompt, outcomes, felt, due, overdue, call, .. } = open;
        Self { id, prompt, outcomes, felt, due, overdue, urgent, call: call.into() }
    }
}

/// A number to call.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct NumberToCall {
    /// Whose it is, in the person's language.
    pub name: String,
    /// As it is dialled.
    pub number: String,
}

impl From<vigie_journal::NumberToCall> for NumberToCall {
    fn from(one: vigie_journal::NumberToCall) -> Self {
        let vigie_journal::NumberToCall { name, number } = one;
        Self { name, number }
    }
}

/// A prompt and what came of it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct PromptStory {
    /// Its id.
    pub id: PromptId,
    /// The prompt; in words by `Journal.say`.
    pub prompt: Prompt,
    /// What the person did, oldest first.
    pub outcomes: Vec<Outcome>,
    /// Whether somebody answered, or the person closed it.
    pub closed: bool,
    /// The day of a later prompt that says all of this again: it is followed up there.
    pub carried_to: Option<Day>,
    /// How urgent it feels to the person, when they said so.
    pub felt: Option<Felt>,
}

impl From<(PromptId, vigie_journal::PromptStory)> for PromptStory {
    fn from((id, story): (PromptId, vigie_journal::PromptStory)) -> Self {
        Self {
            id,
            closed: story.is_closed(),
            prompt: story.prompt,
            outcomes: story.outcomes,
            carried_to: story.carried_to,
            felt: story.felt.map(|(_, felt)| felt),
        }
    }
}

/// A prompt in words, as it is shown.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SaidPrompt {
    /// What to do.
    pub headline: String,
    /// Why, the most urgent first.
    pub reasons: Vec<String>,
    /// What can be said on the telephone.
    pub what_to_say: String,
}

impl From<vigie_journal::say::SaidPrompt> for SaidPrompt {
    fn from(said: vigie_journal::say::SaidPrompt) -> Self {
        let vigie_journal::say::SaidPrompt { headline, reasons, what_to_say } = said;
        Self { headline, reasons, what_to_say }
    }
}
