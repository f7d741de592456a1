//! Honest silence: days that ended with 'too unwell today', and days without any entry after a prompt.
//!
//! Neither says how the person is; both say that somebody may have to ask. A person who is too ill
//! to answer is looked for first by whoever is close to them.

use vigie_model::{DailyEntry, Day};

use crate::pack::SilenceRule;
use crate::{Channel, Evidence, Finding, PromptLevel};

/// Days without any entry, after something was said.
const NO_ENTRY: &str = "silence-no-entry";
/// Days that ended with 'too unwell today'.
const TOO_UNWELL: &str = "silence-too-unwell";

impl Finding {
    /// Whether it is about a silence rather than about something that was said.
    pub fn is_silence(&self) -> bool {
        // A pack's own rule of such a name that is more urgent is no silence.
        self.level == PromptLevel::Mention && [NO_ENTRY, TOO_UNWELL].contains(&self.rule.as_str())
    }
}

/// A silence that was told: its rule and first day, and the last day on which another one could
/// have begun that it stands for.
#[derive(Debug)]
struct Told {
    rule: String,
    from: Day,
    until: Day,
}

/// What the watch remembers of silences.
#[derive(Debug, Default)]
pub(crate) struct Silence {
    last_entry: Option<Day>,
    /// First day of the days running, up to the last entry, that ended with 'too unwell'.
    unwell_since: Option<Day>,
    /// The last day on which anything was said but that there was no entry.
    prompted: Option<Day>,
    /// Whether a prompt from before waits for the person.
    waits: bool,
    told: Vec<Told>,
}

impl Silence {
    /// Takes in one day, and says what silence it ends or belongs to.
    pub(crate) fn read(&mut self, today: &DailyEntry, rule: &SilenceRule) -> Vec<Finding> {
        let gap = self.until(today.day, rule);
        let running = self.last_entry == Some(today.day.plus(-1));
        self.unwell_since = match self.unwell_since.filter(|_| running) {
            _ if !today.too_unwell => None,
            Some(since) => Some(since),
            None => Some(today.day),
        };
        self.last_entry = Some(today.day);
        let unwell =
            self.unwell_since.and_then(|since| self.finding(TOO_UNWELL, since, today.day, rule));
        gap.into_iter().chain(unwell).collect()
    }

    /// The silence between the last entry and `today`, when it is long enough, follows a prompt,
    /// and was not told.
    pub(crate) fn until(&self, today: Day, rule: &SilenceRule) -> Option<Finding> {
        let last = self.last_entry?;
        let followed = self.waits || self.prompted.is_some_and(|day| day >= last);
        followed.then(|| self.finding(NO_ENTRY, last.plus(1), today.plus(-1), rule)).flatten()
    }

    fn finding(&self, name: &str, from: Day, to: Day, rule: &SilenceRule) -> Option<Finding> {
        let days = to.since(from) + 1;
        let told = self
            .told
            .iter()
            .any(|told| told.rule == name && (told.from == from || from <= told.until));
        if days < i32::from(rule.days.get()) || told {
            return None;
        }
        let answers = if name == TOO_UNWELL { u32::try_from(days).unwrap_or(0) } else { 0 };
        Some(Finding {
            rule: name.to_owned(),
            channel: Channel::Flag,
            level: PromptLevel::Mention,
            at_once: false,
            items: Vec::new(),
            score: None,
            threshold: None,
            evidence: Evidence { from, to, answers, ..Evidence::on(to) },
        })
    }

    /// Remembers what was said on a day.
    pub(crate) fn said(&mut self, findings: &[Finding], day: Day) {
        if says_something(findings) {
            self.prompted = self.prompted.max(Some(day));
        }
        self.told(findings, day);
    }

    /// Remembers which of these tell of a silence: one that begins by `until` is the same.
    pub(crate) fn told(&mut self, findings: &[Finding], until: Day) {
        self.told.extend(findings.iter().filter(|finding| finding.is_silence()).map(|finding| {
            Told { rule: finding.rule.clone(), from: finding.evidence.from, until }
        }));
    }

    /// Remembers that a prompt of these findings waits.
    pub(crate) fn prompt_waits(&mut self, findings: &[Finding]) {
        self.waits |= says_something(findings);
    }
}

/// Whether there is more in it than that there was no entry: a silence that was told does not make
/// the next one worth telling.
fn says_something(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.rule != NO_ENTRY)
}
