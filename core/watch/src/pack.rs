//! Rule packs: every threshold and rule as data with its source, so that a team can replace them.

use std::collections::BTreeMap;
use std::num::NonZeroU8;

use serde::{Deserialize, Serialize};
use vigie_model::{Alarm, SymptomCode};

use crate::PromptLevel;

/// The newest pack format this program reads.
pub const PACK_FORMAT: u32 = 1;

/// Sentences of a pack's own rules: by the rule's name, then by language (`fr`, `en`).
pub type Texts = BTreeMap<String, BTreeMap<String, String>>;

/// A set of rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RulePack {
    /// Format of this file, 1.
    pub format: u32,
    /// Name, unique to its author.
    pub name: String,
    /// Version, growing.
    pub version: u32,
    /// Who wrote it.
    pub author: String,
    /// Languages its rules have words in.
    pub languages: Vec<String>,
    /// What its own rules say, those that vigie-words has no sentence for.
    #[serde(default, skip_serializing_if = "Texts::is_empty")]
    pub texts: Texts,
    /// Channel 1: what asks for a call at once, without statistics.
    pub rules: Vec<Rule>,
    /// Ratings of 7 and more.
    pub severe: Severe,
    /// Worse than the person's own pattern.
    pub trend: TrendRule,
    /// A pain at a new place.
    pub new_pain: NewPain,
    /// A symptom that comes back after a long absence.
    pub returned: Returned,
    /// Days without an answer. A pack from before there was such a rule has the general one.
    #[serde(default)]
    pub silence: SilenceRule,
}

/// One rule of channel 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Rule {
    /// Stable name; its words are `rule-<id>` in vigie-words, or in the pack's texts.
    pub id: String,
    /// How soon to act.
    pub level: PromptLevel,
    /// Its grade in UKONS triage.
    pub grade: Grade,
    /// Days before the same rule speaks again of the same thing, 1 = every day it holds.
    #[serde(default = "every_day")]
    pub again_after_days: i32,
    /// Where it comes from.
    pub source: String,
    /// When it holds.
    pub when: When,
}

fn every_day() -> i32 {
    1
}

/// UKONS grades: one red is at once; one amber within 24 hours; two ambers on a day as red.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// At once.
    Red,
    /// Within 24 hours.
    Amber,
    /// Not graded.
    None,
}

/// A condition on one day, seeing only that day and the days before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum When {
    /// Every one holds.
    All(Vec<When>),
    /// At least one holds.
    Any(Vec<When>),
    /// At least one of these signs is ticked.
    Ticked(Vec<Alarm>),
    /// Temperature, °C.
    TemperatureAtLeast(f64),
    /// Temperature, °C.
    TemperatureBelow(f64),
    /// Treatment given within so many days, or immunotherapy within so many; also when no
    /// treatment is known at all: then the person is taken to be on treatment.
    #[serde(rename_all = "kebab-case")]
    Treated {
        /// Any treatment.
        within_days: i32,
        /// Immunotherapy.
        immunotherapy_within_days: i32,
    },
    /// On immunotherapy, or within so many days after; also when no treatment is known at all.
    #[serde(rename_all = "kebab-case")]
    Immunotherapy {
        /// Days after the last.
        within_days: i32,
    },
    /// A symptom of the catalogue is rated so much or more.
    #[serde(rename_all = "kebab-case")]
    Rated {
        /// Which.
        #[serde(with = "symptom_code")]
        item: SymptomCode,
        /// 0–10.
        at_least: u8,
    },
    /// The same, and it was not in the last `reports` reports.
    #[serde(rename_all = "kebab-case")]
    NewlyRated {
        /// Which.
        #[serde(with = "symptom_code")]
        item: SymptomCode,
        /// 0–10.
        at_least: u8,
        /// Reports looked back at.
        reports: usize,
    },
    /// Pain in one of these regions.
    #[serde(rename_all = "kebab-case")]
    PainIn {
        /// Region codes.
        regions: Vec<String>,
        /// 0–10.
        at_least: u8,
    },
    /// Spinal or band-like pain with a warning sign.
    #[serde(rename_all = "kebab-case")]
    SpinalPain {
        /// Which sign.
        sign: SpinalSign,
        /// 0–10.
        at_least: u8,
    },
    /// The check-in ended with 'too unwell today'.
    TooUnwell,
    /// General state of so much or more, 0–4.
    StateAtLeast(u8),
    /// General state so many steps worse than its best within so many days.
    #[serde(rename_all = "kebab-case")]
    StateDropped {
        /// Steps of 0–4.
        steps: u8,
        /// Days looked back at.
        within_days: i32,
    },
    /// General state of so much or more, and better within so many days before, or worse than in
    /// all of them.
    #[serde(rename_all = "kebab-case")]
    StateNewly {
        /// 0–4.
        at_least: u8,
        /// Days looked back at.
        within_days: i32,
    },
    /// More than so much weight lost against the highest within so many days.
    #[serde(rename_all = "kebab-case")]
    WeightLost {
        /// Percent of the earlier weight.
        percent: f64,
        /// Days looked back at.
        within_days: i32,
        /// Only with a body mass index below this, kg/m²; never when the height is not known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bmi_below: Option<f64>,
    },
}

/// What makes spinal pain a warning (NICE NG234).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpinalSign {
    /// Today, whatever its history.
    Any,
    /// Within the last seven days.
    ThisWeek,
    /// First reported within 14 days, in a journal that is older than that.
    New,
    /// Two points or more over the three weeks before.
    Growing,
    /// It woke the person.
    AtNight,
    /// Like a tight band, at any place.
    Band,
}

/// Ratings of 7 and more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Severe {
    /// Rating from which it is severe, 0–10.
    pub at_least: u8,
    /// Earlier reports in which it must not have been severe.
    pub reports: usize,
    /// When it stays severe: days after the last prompt was resolved.
    pub again_after_days: i32,
    /// Where it comes from.
    pub source: String,
}

/// Worse than the person's own pattern.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TrendRule {
    /// Score from which it speaks when there is one series, in standard deviations.
    pub threshold: f64,
    /// Added to the threshold for each unit of the natural logarithm of the number of series.
    pub threshold_per_series: f64,
    /// What the scores of several series have beyond this adds up to the threshold.
    pub adds_from: f64,
    /// Score from which a series is named when several speak together.
    pub named_from: f64,
    /// Least difference it speaks of: this week's mean minus the comparison, 0–10.
    pub least_change: f64,
    /// Mean of the week from which the level is `today` rather than `mention`, 0–10.
    pub today_from: f64,
    /// Where it comes from.
    pub source: String,
}

/// A pain at a new place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NewPain {
    /// Rating, 0–10.
    pub at_least: u8,
    /// Reports of that much.
    pub reports: usize,
    /// Days within which they come.
    pub within_days: i32,
    /// Days for which a place is new, and age of the journal from which any place can be (before that: a week without it).
    pub new_for_days: i32,
    /// Where it comes from.
    pub source: String,
}

/// A symptom that comes back after a long absence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Returned {
    /// Reports of zero before.
    pub absent_reports: usize,
    /// Reports since.
    pub reports: usize,
    /// Rating of each of these, 0–10.
    pub at_least: u8,
    /// Where it comes from.
    pub source: String,
}

/// Days running that ended with 'too unwell today', or without any entry after a prompt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SilenceRule {
    /// Days from which it is told, at least 1.
    pub days: NonZeroU8,
    /// Where it comes from.
    pub source: String,
}

impl Default for SilenceRule {
    fn default() -> Self {
        Self { days: NonZeroU8::MIN.saturating_add(2), source: "Design, honest silence".to_owned() }
    }
}

/// Why a pack was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// It is not a pack, or says something this version does not know.
    #[error("not a rule pack: {0}")]
    Unreadable(String),
    /// It was made for a later version.
    #[error("pack format {found} is newer than {PACK_FORMAT}")]
    Newer {
        /// The format found.
        found: u32,
    },
    /// Two rules have one name, or a rule has a name that the watch uses itself.
    #[error("the rule name {rule} is taken")]
    NameTaken {
        /// The name.
        rule: String,
    },
    /// A rule of its own has no sentence in a language that the pack says it speaks.
    #[error("the rule {rule} has no text in {lang}")]
    MissingText {
        /// The rule.
        rule: String,
        /// The language.
        lang: String,
    },
    /// A number, a name or a text that no rule can have.
    #[error("{of}: {field} is out of range")]
    OutOfRange {
        /// The rule, or the part of the pack.
        of: String,
        /// Which of its fields.
        field: &'static str,
    },
    /// A rule of the built-in pack that says `now` would not be heard any more.
    #[error("the rule {rule} would be silenced")]
    Silences {
        /// The rule of the built-in pack.
        rule: String,
    },
}

/// The built-in pack, as it is written.
const BUILTIN: &str = include_str!("../rules/vigie-general.json");

impl RulePack {
    /// The built-in pack `vigie-general`.
    pub fn builtin() -> &'static Self {
        static PACK: std::sync::LazyLock<RulePack> = std::sync::LazyLock::new(|| {
            // The file is part of the program and a test reads it; there is nothing to fall back to.
            #[allow(clippy::expect_used)]
            RulePack::parse(BUILTIN).expect("built-in pack")
        });
        &PACK
    }

    /// The text of the built-in pack under another name and by another author, at version 1: what a team begins with. It is laid
    /// out as it was written, to be changed by hand.
    ///
    /// # Errors
    /// What [`RulePack::check`] says of the name and the author.
    pub fn draft(name: &str, author: &str) -> Result<String, PackError> {
        let (name, author) = (name.to_owned(), author.to_owned());
        let pack = Self { name, author, version: 1, ..Self::builtin().clone() };
        pack.check()?;
        let written = |field: &str, value: serde_json::Value| format!("  \"{field}\": {value},\n");
        let own = [
            written("name", pack.name.into()),
            written("version", pack.version.into()),
            written("author", pack.author.into()),
        ];
        // A field of the pack itself stands two spaces in; those of its rules stand deeper.
        let field = |line: &str| line.split_inclusive(':').next().map(str::to_owned);
        let of_its_own = |line: &str| own.iter().find(|one| field(one) == field(line)).cloned();
        let lines = BUILTIN.split_inclusive('\n');
        Ok(lines.map(|line| of_its_own(line).unwrap_or_else(|| line.to_owned())).collect())
    }

    /// Reads a pack.
    ///
    /// # Errors
    /// [`PackError::Newer`] before anything else is judged, then [`PackError::Unreadable`].
    pub fn parse(json: &str) -> Result<Self, PackError> {
        #[derive(Deserialize)]
        struct Head {
            format: u32,
        }
        let unreadable = |error: serde_json::Error| PackError::Unreadable(error.to_string());
        let head: Head = serde_json::from_str(json).map_err(unreadable)?;
        if head.format > PACK_FORMAT {
            return Err(PackError::Newer { found: head.format });
        }
        serde_json::from_str(json).map_err(unreadable)
    }
}

/// Symptom codes inside a pack.
mod symptom_code {
    use serde::{Deserialize, Deserializer, Serializer};
    use vigie_model::SymptomCode;

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde's shape
    pub(super) fn serialize<S: Serializer>(code: &SymptomCode, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(code.code())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<SymptomCode, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        SymptomCode::from_code(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("no symptom {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_pack_reads_and_writes_itself() {
        let pack = RulePack::builtin();
        let again = RulePack::parse(&serde_json::to_string(pack).unwrap()).unwrap();
        assert_eq!(&again, pack);
    }

    #[test]
    fn a_draft_is_the_built_in_pack_in_another_name_laid_out_as_it_was() {
        let draft = RulePack::draft("ward-3", "Dr \"B\"").unwrap();
        let pack = RulePack::parse(&draft).unwrap();
        let (name, author) = ("ward-3".to_owned(), "Dr \"B\"".to_owned());
        assert_eq!(pack, RulePack { name, author, version: 1, ..RulePack::builtin().clone() });
        let differs = |(one, other): &(&str, &str)| one != other;
        assert_eq!(draft.lines().zip(BUILTIN.lines()).filter(differs).count(), 3);
        let refused = RulePack::draft("", "Dr B").unwrap_err();
        assert!(matches!(refused, PackError::OutOfRange { field: "name", .. }), "{refused}");
    }

    #[test]
    fn every_rule_has_a_source_and_its_own_name() {
        let pack = RulePack::builtin();
        let names: std::collections::BTreeSet<_> = pack.rules.iter().map(|r| &r.id).collect();
        assert_eq!(names.len(), pack.rules.len());
        assert!(pack.rules.iter().all(|rule| rule.source.len() > 4));
    }

    #[test]
    fn a_pack_from_before_there_was_a_rule_of_silence_reads_with_the_general_one() {
        let mut pack = serde_json::to_value(RulePack::builtin()).unwrap();
        pack.as_object_mut().unwrap().remove("silence");
        let older = RulePack::parse(&pack.to_string()).unwrap();
        assert_eq!(older.silence.days.get(), 3);
        assert_eq!(older.silence.days, RulePack::builtin().silence.days);
        pack["silence"] = serde_json::json!({ "days": 0, "source": "nobody" });
        let never = RulePack::parse(&pack.to_string());
        assert!(matches!(never, Err(PackError::Unreadable(_))), "no days is no silence");
    }

    #[test]
    fn a_newer_or_unknown_pack_is_refused_and_says_which() {
        assert_eq!(
            RulePack::parse(r#"{"format": 9, "more": true}"#),
            Err(PackError::Newer { found: 9 })
        );
        assert!(matches!(RulePack::parse("{}"), Err(PackError::Unreadable(_))));
        let json = serde_json::to_string(RulePack::builtin()).unwrap();
        let misspelt = json.replace("temperature-at-least", "temperature-at-most");
        assert!(matches!(RulePack::parse(&misspelt), Err(PackError::Unreadable(_))));
    }
}
