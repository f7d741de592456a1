//! A call to act, what the person did about it, and what is asked next.
//!
//! A prompt stays open until somebody answered or the person closed it. Pure: the same prompt,
//! outcomes, contacts and moment always give the same [`FollowUp`].

use std::str::FromStr;

use serde::{Deserialize, Serialize};
use vigie_model::{Allowed, CareContact, CareRole, Day, Invalid, Label, Moment, Note};

use crate::{Finding, PromptLevel, RulePack};

/// A call to act: the findings of one day, said once at the highest level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// What the person did about a prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

impl OutcomeKind {
    /// Every kind, in the order offered.
    pub const ALL: &'static [Self] =
        &[Self::Reached, Self::NoAnswer, Self::Later, Self::AlreadyKnown, Self::PreferNot];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NoAnswer => "no-answer",
            Self::Later => "later",
            Self::AlreadyKnown => "already-known",
            Self::PreferNot => "prefer-not",
        }
    }

    /// Whether it closes the prompt.
    pub fn closes(self) -> bool {
        matches!(self, Self::Reached | Self::AlreadyKnown | Self::PreferNot)
    }
}

impl FromStr for OutcomeKind {
    type Err = Invalid;
    fn from_str(code: &str) -> Result<Self, Invalid> {
        Self::ALL
            .iter()
            .copied()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| Invalid::new("outcome", Allowed::KnownCode))
    }
}

/// What the person did, when, with whom, and what they were told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// When it was recorded.
    pub at: Moment,
    /// What was done.
    pub kind: OutcomeKind,
    /// Who was called.
    pub contact: Option<Label>,
    /// What was advised, in the person's words.
    pub advice: Option<Note>,
}

/// How urgent it feels to the person. It is told to the team; it lowers and delays nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Felt {
    /// Not urgent.
    NotUrgent,
    /// Rather urgent.
    Rather,
    /// Urgent.
    Urgent,
}

impl Felt {
    /// Every one, in the order offered.
    pub const ALL: &'static [Self] = &[Self::NotUrgent, Self::Rather, Self::Urgent];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotUrgent => "not-urgent",
            Self::Rather => "rather",
            Self::Urgent => "urgent",
        }
    }
}

impl FromStr for Felt {
    type Err = Invalid;
    fn from_str(code: &str) -> Result<Self, Invalid> {
        Self::ALL
            .iter()
            .copied()
            .find(|felt| felt.code() == code)
            .ok_or_else(|| Invalid::new("felt", Allowed::KnownCode))
    }
}

/// Whom to call next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// This contact, at their usual number.
    Contact(CareContact),
    /// This contact's out-of-hours number.
    OutOfHours(CareContact),
    /// 15 in France, 112 in the European Union.
    Emergency,
    /// No number is known: the care team, however the person reaches them.
    Team,
}

/// Where a prompt stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUp {
    /// Somebody answered, or the person closed it.
    Resolved,
    /// It waits for the person.
    Open {
        /// When it asks again.
        due: Moment,
        /// Whether that moment has come.
        overdue: bool,
        /// Whom to call next.
        call: Call,
    },
}

/// Minutes until an unanswered `Now` asks again.
pub const NOW_MINUTES: i64 = 15;
/// Minutes until an unanswered `Today` asks again.
pub const TODAY_MINUTES: i64 = 4 * 60;
/// Minutes until an unanswered `Mention` asks again: it waits for the next contact.
pub const MENTION_MINUTES: i64 = 7 * 24 * 60;
/// Calls without an answer after which the next contact is offered.
const TRIES_PER_CONTACT: usize = 2;

impl Prompt {
    /// The prompt these findings make, the most urgent first; `None` without any.
    pub fn of(findings: Vec<Finding>, pack: &RulePack, day: Day, at: Moment) -> Option<Self> {
        let level = findings.iter().map(|finding| finding.level).max()?;
        Some(Self {
            day,
            at,
            level,
            at_once: findings.iter().any(|finding| finding.at_once),
            findings,
            pack: pack.name.clone(),
            pack_version: pack.version,
        })
    }

    /// Whether a silence is all it is about.
    pub fn is_silence(&self) -> bool {
        !self.findings.is_empty() && self.findings.iter().all(Finding::is_silence)
    }

    /// Whom to call, in order: the care team. For a silence, first whoever is close to the person.
    fn whom<'a>(&self, contacts: &'a [CareContact]) -> Vec<&'a CareContact> {
        let is_relative = |contact: &&CareContact| contact.role == CareRole::Relative;
        let (relatives, team): (Vec<_>, Vec<_>) = contacts.iter().partition(is_relative);
        if self.is_silence() { [relatives, team].concat() } else { team }
    }

    /// Where this prompt stands at `now`, after `outcomes` (oldest first).
    ///
    /// `Now` asks again after 15 minutes and always says 15/112. `Today` asks again after four
    /// hours, or when the contact opens if that comes first (at once when a red is among the
    /// reasons: then the out-of-hours line is offered instead of waiting). Two calls without an
    /// answer lead to the next contact, and after the last one to 15/112. What is told for a later
    /// moment than the wait itself lasts was told by a clock that was ahead: it is due now.
    pub fn follow_up(
        &self,
        outcomes: &[Outcome],
        contacts: &[CareContact],
        now: Moment,
    ) -> FollowUp {
        if outcomes.iter().any(|outcome| outcome.kind.closes()) {
            return FollowUp::Resolved;
        }
        let last = outcomes.last().map_or(self.at, |outcome| outcome.at);
        let call = self.next_call(outcomes, contacts, now);
        let wait = match self.level {
            PromptLevel::Now => NOW_MINUTES,
            PromptLevel::Today => TODAY_MINUTES,
            PromptLevel::Mention => MENTION_MINUTES,
        };
        if last.minutes_since(now) > wait {
            return FollowUp::Open { due: now, overdue: true, call };
        }
        let again = last.plus_minutes(wait);
        let due = match (self.level, &call) {
            (PromptLevel::Today, Call::Contact(contact)) => {
                let opening = contact.hours.map_or(last, |hours| hours.next_opening(last));
                if opening > last { opening.min(again) } else { again }
            }
            _ => again,
        };
        // One moment may be told by two clocks: an hour that comes twice is one and the same.
        FollowUp::Open { due, overdue: now.minutes_since(due) >= 0, call }
    }

    fn next_call(&self, outcomes: &[Outcome], contacts: &[CareContact], now: Moment) -> Call {
        if self.level == PromptLevel::Now {
            return Call::Emergency;
        }
        let unanswered =
            outcomes.iter().filter(|outcome| outcome.kind == OutcomeKind::NoAnswer).count();
        let contacts = self.whom(contacts);
        let left = contacts.get(unanswered / TRIES_PER_CONTACT..).unwrap_or(&[]);
        let Some(&first) = left.first() else {
            // Nobody known answered. A mention can wait for the next visit; a red or amber cannot.
            let tried = unanswered >= TRIES_PER_CONTACT;
            return if tried && self.level == PromptLevel::Today {
                Call::Emergency
            } else {
                Call::Team
            };
        };
        if self.level == PromptLevel::Mention {
            return Call::Contact(first.clone());
        }
        let open = |contact: &CareContact| contact.hours.is_none_or(|hours| hours.open_at(now));
        match left.iter().copied().find(|one| open(one) || one.out_of_hours.is_some()) {
            Some(contact) if open(contact) => Call::Contact(contact.clone()),
            Some(contact) => Call::OutOfHours(contact.clone()),
            // Everybody is closed: a red does not wait for the morning.
            None if self.at_once => Call::Emergency,
            None => Call::Contact(first.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: u16) -> Moment {
        // A Monday.
        Moment::at("2026-11-23".parse().unwrap(), minute, 60)
    }

    fn prompt(level: PromptLevel) -> Prompt {
        Prompt {
            day: at(0).day(),
            at: at(10 * 60),
            level,
            at_once: false,
            findings: Vec::new(),
            pack: "vigie-general".to_owned(),
            pack_version: 1,
        }
    }

    fn outcome(kind: OutcomeKind, minute: u16) -> Outcome {
        Outcome { at: at(minute), kind, contact: None, advice: None }
    }

    fn contact(name: &str) -> CareContact {
        CareContact {
            role: CareRole::Nurse,
            name: Label::new("name", name).unwrap(),
            phone: Label::new("phone", "01 00 00 00 00").unwrap(),
            hours: Some("mon-fri 09:00-17:00".parse().unwrap()),
            out_of_hours: Some(Label::new("phone", "01 00 00 00 99").unwrap()),
        }
    }

    fn open(follow_up: FollowUp) -> (Moment, bool, Call) {
        match follow_up {
            FollowUp::Open { due, overdue, call } => (due, overdue, call),
            FollowUp::Resolved => panic!("resolved"),
        }
    }

    #[test]
    fn a_prompt_is_open_until_somebody_answered() {
        let prompt = prompt(PromptLevel::Today);
        for kind in [OutcomeKind::NoAnswer, OutcomeKind::Later] {
            let follow_up = prompt.follow_up(&[outcome(kind, 601)], &[], at(602));
            assert!(matches!(follow_up, FollowUp::Open { .. }), "{kind:?}");
        }
        for kind in [OutcomeKind::Reached, OutcomeKind::AlreadyKnown, OutcomeKind::PreferNot] {
            let done = [outcome(OutcomeKind::NoAnswer, 601), outcome(kind, 700)];
            assert_eq!(prompt.follow_up(&done, &[], at(702)), FollowUp::Resolved);
        }
    }

    #[test]
    fn now_asks_again_after_fifteen_minutes_and_today_after_four_hours() {
        let now = prompt(PromptLevel::Now);
        let (due, overdue, call) = open(now.follow_up(&[], &[contact("A")], at(10 * 60 + 14)));
        assert_eq!((due, overdue, call), (at(10 * 60 + 15), false, Call::Emergency));
        let today = prompt(PromptLevel::Today);
        let (due, overdue, _) = open(today.follow_up(&[], &[contact("A")], at(14 * 60)));
        assert_eq!((due, overdue), (at(14 * 60), true));
        let later = [outcome(OutcomeKind::Later, 11 * 60)];
        assert_eq!(open(today.follow_up(&later, &[contact("A")], at(14 * 60))).0, at(15 * 60));
    }

    #[test]
    fn no_answer_twice_leads_to_the_next_contact_and_then_to_the_emergency_number() {
        let today = prompt(PromptLevel::Today);
        let contacts = [contact("A"), contact("B")];
        let no = |n: u16| -> Vec<Outcome> {
            (0..n).map(|i| outcome(OutcomeKind::NoAnswer, 601 + i)).collect()
        };
        let call = |n| open(today.follow_up(&no(n), &contacts, at(11 * 60))).2;
        assert_eq!(call(1), Call::Contact(contact("A")));
        assert_eq!(call(2), Call::Contact(contact("B")));
        assert_eq!(call(3), Call::Contact(contact("B")));
        assert_eq!(call(4), Call::Emergency);
        assert_eq!(open(today.follow_up(&[], &[], at(11 * 60))).2, Call::Team);
    }

    #[test]
    fn at_night_a_red_goes_to_whoever_answers_and_never_waits_for_the_morning() {
        let night = at(22 * 60);
        let closed = CareContact { out_of_hours: None, ..contact("A") };
        let always = CareContact { hours: None, ..contact("B") };
        let red = Prompt { at_once: true, ..prompt(PromptLevel::Today) };
        let call = |prompt: &Prompt, contacts: &[CareContact]| {
            open(prompt.follow_up(&[], contacts, night)).2
        };
        assert_eq!(call(&red, &[closed.clone(), always.clone()]), Call::Contact(always));
        assert_eq!(call(&red, std::slice::from_ref(&closed)), Call::Emergency);
        let amber = prompt(PromptLevel::Today);
        assert_eq!(call(&amber, std::slice::from_ref(&closed)), Call::Contact(closed));
    }

    #[test]
    fn what_a_clock_that_was_ahead_told_is_due_now() {
        let now = at(11 * 60);
        for level in [PromptLevel::Now, PromptLevel::Today, PromptLevel::Mention] {
            let told = Prompt { at: now.plus_minutes(100 * 24 * 60), ..prompt(level) };
            let (due, overdue, _) = open(told.follow_up(&[], &[contact("A")], now));
            assert_eq!((due, overdue), (now, true), "{level:?}");
        }
        // A clock that was set right by a minute changes nothing.
        let told = Prompt { at: now.plus_minutes(1), ..prompt(PromptLevel::Today) };
        let (due, overdue, _) = open(told.follow_up(&[], &[], now));
        assert_eq!((due, overdue), (now.plus_minutes(1 + TODAY_MINUTES), false));
    }

    #[test]
    fn on_a_public_holiday_the_out_of_hours_line_is_offered_as_at_night() {
        // Easter Monday, at eleven.
        let holiday = Moment::at("2026-04-06".parse().unwrap(), 11 * 60, 120);
        let call = |prompt: &Prompt, contact: CareContact| {
            open(prompt.follow_up(&[], std::slice::from_ref(&contact), holiday)).2
        };
        let today = Prompt { at: holiday, ..prompt(PromptLevel::Today) };
        assert_eq!(call(&today, contact("A")), Call::OutOfHours(contact("A")));
        let all_week = Some("mon-sun 09:00-17:00".parse().unwrap());
        let always = CareContact { hours: all_week, ..contact("A") };
        assert_eq!(call(&today, always.clone()), Call::Contact(always));
        let no_line = CareContact { out_of_hours: None, ..contact("A") };
        let red = Prompt { at_once: true, ..today };
        assert_eq!(call(&red, no_line), Call::Emergency, "a red does not wait for Tuesday");
    }

    #[test]
    fn at_night_today_offers_the_out_of_hours_line_and_asks_again_at_opening() {
        let today = Prompt { at: at(7 * 60), ..prompt(PromptLevel::Today) };
        let (_, _, call) = open(today.follow_up(&[], &[contact("A")], at(7 * 60)));
        assert_eq!(call, Call::OutOfHours(contact("A")));
        let no_line = CareContact { out_of_hours: None, ..contact("A") };
        let (due, _, call) = open(today.follow_up(&[], std::slice::from_ref(&no_line), at(7 * 60)));
        assert_eq!((due, call), (at(9 * 60), Call::Contact(no_line)));
    }
}
