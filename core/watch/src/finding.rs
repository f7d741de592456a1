//! What watch saw on one day, and the numbers behind it that a nurse can check by hand.

use serde::{Deserialize, Serialize};
use vigie_model::{Alarm, Day, Item};

/// How soon to act. The order is the order of urgency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PromptLevel {
    /// At the next contact.
    Mention,
    /// The team today; the out-of-hours line at night.
    Today,
    /// 15 or 112.
    Now,
}

impl PromptLevel {
    /// `mention`, `today` or `now`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Today => "today",
            Self::Now => "now",
        }
    }
}

/// Which way a finding came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// A red flag, a symptom count or a measure of the rule table.
    Flag,
    /// A rating of 7 or more.
    Severe,
    /// Worse than the person's own pattern.
    Trend,
}

impl Channel {
    /// `flag`, `severe` or `trend`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Flag => "flag",
            Self::Severe => "severe",
            Self::Trend => "trend",
        }
    }
}

/// What the present values are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The same days of the person's last cycles.
    SameCycleDays {
        /// How many earlier cycles had an answer on these days.
        cycles: u32,
    },
    /// The person's earlier days.
    EarlierDays,
}

/// The numbers behind a finding. Means are over answers, never over missing days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// First day looked at for `now`.
    pub from: Day,
    /// Last day looked at for `now`.
    pub to: Day,
    /// Answers found from `from` to `to`.
    pub answers: u32,
    /// The present value: a mean over `answers`, or the single value; in the item's own unit
    /// (0–10, 0–4 for general state, °C, kg).
    pub now: Option<f64>,
    /// What it is compared with, in the same unit.
    pub before: Option<f64>,
    /// Answers behind `before`.
    pub before_answers: Option<u32>,
    /// Which days `before` comes from.
    pub basis: Option<Basis>,
    /// Signs ticked that the rule looks at.
    pub ticks: Vec<Alarm>,
}

impl Evidence {
    /// Evidence of one day and nothing else yet.
    pub fn on(day: Day) -> Self {
        Self {
            from: day,
            to: day,
            answers: 1,
            now: None,
            before: None,
            before_answers: None,
            basis: None,
            ticks: Vec::new(),
        }
    }
}

/// What watch saw: one rule that fired on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    pub score: Option<f64>,
    /// The score at which it speaks.
    pub threshold: Option<f64>,
    /// The numbers behind it.
    pub evidence: Evidence,
}

/// Points by which a rating has to rise to be worse: what patients call a change (Farrar 2001).
const WORSE_RATING: f64 = 2.0;
/// Degrees by which a temperature has to move away to be worse.
const WORSE_TEMPERATURE: f64 = 0.5;

impl Finding {
    /// Whether `said` told all of this already: the same rule about the same thing, as urgent, at
    /// a value that is no better than this one, with every sign.
    pub fn adds_nothing_to(&self, said: &Self) -> bool {
        let urgency = |finding: &Self| (finding.level, finding.at_once);
        self.rule == said.rule
            && self.items == said.items
            && urgency(self) <= urgency(said)
            && self.evidence.ticks.iter().all(|tick| said.evidence.ticks.contains(tick))
            && !self.is_worse_than(said)
    }

    fn is_worse_than(&self, said: &Self) -> bool {
        let (Some(now), Some(then)) = (self.evidence.now, said.evidence.now) else { return false };
        match self.items.first() {
            Some(Subject::Item(_)) => now >= then + WORSE_RATING,
            Some(Subject::Temperature) => (now - then).abs() >= WORSE_TEMPERATURE,
            Some(Subject::Performance) => now > then,
            _ => false,
        }
    }
}

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A symptom or a place of pain.
    Item(Item),
    /// Body temperature.
    Temperature,
    /// Body weight.
    Weight,
    /// General state.
    Performance,
    /// An alarm sign.
    Alarm(Alarm),
}

impl std::fmt::Display for Subject {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Item(item) => item.fmt(f),
            Self::Temperature => f.write_str("temperature"),
            Self::Weight => f.write_str("weight"),
            Self::Performance => f.write_str("performance"),
            Self::Alarm(alarm) => write!(f, "tick:{alarm}"),
        }
    }
}

impl std::str::FromStr for Subject {
    type Err = vigie_model::Invalid;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "temperature" => Ok(Self::Temperature),
            "weight" => Ok(Self::Weight),
            "performance" => Ok(Self::Performance),
            _ => match text.strip_prefix("tick:") {
                Some(alarm) => Alarm::from_code(alarm).map(Self::Alarm),
                None => text.parse().map(Self::Item),
            },
        }
    }
}

impl Serialize for Subject {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Subject {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
