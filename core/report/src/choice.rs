//! What the person chose to tell, and what that leaves of a prompt and of a scan: the same in every form.

use std::collections::BTreeSet;

use vigie_model::{CareEvent, DailyEntry, Day, Item};
use vigie_watch::{Finding, Outcome, Prompt, Subject};
use vigie_words::Lang;

use crate::Span;

/// What the person chose to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The language.
    pub lang: Lang,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Whether the person's name is told. Names of others, who answered or were called, stay.
    pub with_name: bool,
    /// Whether notes are told, and with them what others said in words: advice, conclusions, decisions. The person's
    /// questions are always told.
    pub with_notes: bool,
    /// Items that are left out. The report says that something was left out.
    pub without: BTreeSet<Item>,
}

impl Choice {
    /// Everything of a period.
    pub fn everything(lang: Lang, from: Day, to: Day) -> Self {
        Self { lang, from, to, with_name: true, with_notes: true, without: BTreeSet::new() }
    }

    /// The period.
    pub fn period(&self) -> Span {
        Span { from: self.from, to: self.to }
    }

    /// Whether a day lies in the period.
    pub fn holds(&self, day: Day) -> bool {
        self.period().holds(day)
    }

    /// What is told of an entry.
    pub fn entry(&self, mut entry: DailyEntry) -> DailyEntry {
        entry.answers.retain(|item, _| !self.without.contains(item));
        entry.same_as_before.retain(|item| !self.without.contains(item));
        entry.pains.retain(|site, _| !self.without.contains(&Item::Pain(*site)));
        if !self.with_notes {
            entry.note = None;
        }
        entry
    }

    /// What is told of something around the symptoms; `None` when nothing is.
    pub fn care(&self, mut event: CareEvent) -> Option<CareEvent> {
        // A person of trust often has the same name.
        if let (false, CareEvent::Wish(wish)) = (self.with_name, &mut event) {
            wish.who = None;
        }
        if self.with_notes {
            return Some(event);
        }
        match &mut event {
            CareEvent::Imaging(study) => study.told = None,
            CareEvent::Appointment(appointment) => appointment.decision = None,
            CareEvent::Support(session) => session.note = None,
            CareEvent::Consent(consent) => consent.place = None,
            CareEvent::Intake(intake) => intake.reason = None,
            CareEvent::Wish(wish) => wish.place = None,
            CareEvent::Change(change) => change.note = None,
            // Without its answer it would look like one that waits.
            CareEvent::Question(question) if question.answer.is_some() => return None,
            CareEvent::Question(_) | CareEvent::Lab(_) | CareEvent::Medicine(_) => {}
        }
        Some(event)
    }

    /// Leaves of a prompt what is told: reasons about items that are left out go, and with any of them the advice, which may
    /// name what they were about; how soon it asked to act is then what the other reasons ask. `false` when no reason is left.
    pub fn prompt(&self, prompt: &mut Prompt, outcomes: &mut [Outcome]) -> bool {
        let left_out = |subject: &Subject| match subject {
            Subject::Item(item) => self.without.contains(item),
            _ => false,
        };
        let before = prompt.findings.len();
        prompt.findings.retain(|finding| !finding.items.iter().any(left_out));
        let less = prompt.findings.len() < before;
        if less {
            let urgency = |finding: &Finding| (finding.level, finding.at_once);
            if let Some((level, at_once)) = prompt.findings.iter().map(urgency).max() {
                (prompt.level, prompt.at_once) = (level, at_once);
            }
        }
        if less || !self.with_notes {
            outcomes.iter_mut().for_each(|outcome| outcome.advice = None);
        }
        !prompt.findings.is_empty()
    }
}
