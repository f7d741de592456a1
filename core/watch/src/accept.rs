//! What makes a pack acceptable: numbers that make sense, words for every rule, and no `Now` of the built-in pack lost.

use std::collections::BTreeSet;

use vigie_model::Region;

use crate::pack::{Rule, Texts, When};
use crate::{PackError, PromptLevel, RulePack, Setting};

/// Languages that a pack can have words in.
const LANGUAGES: [&str; 2] = ["fr", "en"];
/// Names that the watch gives to findings of its own.
const TAKEN: [&str; 8] = [
    "severe",
    "trend",
    "trend-state",
    "new-pain",
    "returned",
    "two-ambers",
    "silence-no-entry",
    "silence-too-unwell",
];
/// Names under which vigie-words has another form of the sentence of a rule: a rule of such a name would be told in that form.
const FORMS: [&str; 6] = [
    "severe-times",
    "severe-stools",
    "severe-days",
    "breath-ticked",
    "dry-ticked",
    "gut-severe-with",
];
/// Most rules of a pack.
const MOST_RULES: usize = 500;
/// Most conditions of a rule, and how deep they may lie in one another.
const MOST_CONDITIONS: usize = 200;
const DEEPEST: usize = 8;
/// Most characters of a name, of a source, and of a sentence.
const LONGEST_NAME: usize = 60;
const LONGEST_SOURCE: usize = 500;
const LONGEST_TEXT: usize = 300;
/// Ten years: the longest any rule looks back.
const MOST_DAYS: i32 = 3_653;
/// Most reports a rule looks back at.
const MOST_REPORTS: usize = 365;
/// Longest time for which a rule that holds says nothing, days.
const LONGEST_REST: i32 = 31;

impl RulePack {
    /// Whether a pack may take the place of the built-in one: every number in its range, a sentence for each rule of its own
    /// in each language it claims, and a rule of level `now` that holds whenever one of the built-in pack's does. It may be
    /// stricter and it may add; of what is not `now` it may change anything.
    ///
    /// # Errors
    /// The first [`PackError`] found: [`PackError::OutOfRange`], [`PackError::NameTaken`], [`PackError::MissingText`],
    /// [`PackError::Silences`].
    pub fn check(&self) -> Result<(), PackError> {
        self.check_head()?;
        for setting in Setting::ALL {
            let (least, most) = setting.range();
            if !(least..=most).contains(&setting.of(self)) {
                return Err(out_of_range(&self.name, setting.code()));
            }
        }
        // Scores that are below it would be worse already when they are added up.
        if self.trend.adds_from >= self.trend.threshold {
            return Err(out_of_range(&self.name, Setting::TrendAddsFrom.code()));
        }
        let mut names: BTreeSet<&str> = TAKEN.into_iter().chain(FORMS).collect();
        for rule in &self.rules {
            rule.check()?;
            if !names.insert(&rule.id) {
                return Err(PackError::NameTaken { rule: rule.id.clone() });
            }
        }
        self.check_texts()?;
        match self.silences(Self::builtin()) {
            Some(rule) => Err(PackError::Silences { rule: rule.id.clone() }),
            None => Ok(()),
        }
    }

    /// The first rule of another pack that says `now`, and that no rule of this one speaks in the place of.
    fn silences<'a>(&self, other: &'a Self) -> Option<&'a Rule> {
        let covered = |now: &&Rule| self.rules.iter().any(|rule| rule.covers(now));
        other.rules.iter().filter(|rule| rule.level == PromptLevel::Now).find(|now| !covered(now))
    }

    fn check_head(&self) -> Result<(), PackError> {
        let refused = |field| Err(out_of_range(&self.name, field));
        let sources = [
            &self.severe.source,
            &self.trend.source,
            &self.new_pain.source,
            &self.returned.source,
            &self.silence.source,
        ];
        let known: BTreeSet<&str> = LANGUAGES.into();
        let languages: BTreeSet<&str> = self.languages.iter().map(String::as_str).collect();
        if !is_code(&self.name) {
            return refused("name");
        }
        if self.format == 0 {
            return refused("format");
        }
        if self.version == 0 {
            return refused("version");
        }
        if !is_line(&self.author, LONGEST_NAME) {
            return refused("author");
        }
        let twice = languages.len() != self.languages.len();
        if languages.is_empty() || twice || !languages.is_subset(&known) {
            return refused("languages");
        }
        if self.rules.is_empty() || self.rules.len() > MOST_RULES {
            return refused("rules");
        }
        if !sources.iter().all(|source| is_line(source, LONGEST_SOURCE)) {
            return refused("source");
        }
        Ok(())
    }

    fn check_texts(&self) -> Result<(), PackError> {
        let builtin: BTreeSet<&str> =
            Self::builtin().rules.iter().map(|rule| rule.id.as_str()).collect();
        for rule in self.rules.iter().filter(|rule| !builtin.contains(rule.id.as_str())) {
            let of_rule = self.texts.get(&rule.id);
            let has = |lang: &&String| of_rule.is_some_and(|texts| texts.contains_key(*lang));
            if let Some(lang) = self.languages.iter().find(|lang| !has(lang)) {
                return Err(PackError::MissingText { rule: rule.id.clone(), lang: lang.clone() });
            }
        }
        for (id, texts) in &self.texts {
            let of_a_rule = self.rules.iter().any(|rule| rule.id == *id);
            let sound = texts.iter().all(|(lang, text)| {
                LANGUAGES.contains(&lang.as_str()) && is_line(text, LONGEST_TEXT)
            });
            if !of_a_rule || !sound {
                return Err(out_of_range(id, "texts"));
            }
        }
        Ok(())
    }

    /// What this pack's rules say of their own, as far as these findings need it.
    pub fn texts_of<'a>(&self, rules: impl IntoIterator<Item = &'a str>) -> Texts {
        let of_rule = |rule: &str| Some((rule.to_owned(), self.texts.get(rule)?.clone()));
        rules.into_iter().filter_map(of_rule).collect()
    }
}

impl Rule {
    fn check(&self) -> Result<(), PackError> {
        let refused = |field| Err(out_of_range(&self.id, field));
        if !is_code(&self.id) {
            return refused("id");
        }
        if !(1..=LONGEST_REST).contains(&self.again_after_days) {
            return refused("again-after-days");
        }
        if !is_line(&self.source, LONGEST_SOURCE) {
            return refused("source");
        }
        let mut left = MOST_CONDITIONS;
        match self.when.wrong(DEEPEST, &mut left) {
            Some(field) => refused(field),
            None => Ok(()),
        }
    }
}

impl When {
    /// The first field that is out of range. `left` counts conditions down.
    fn wrong(&self, depth: usize, left: &mut usize) -> Option<&'static str> {
        *left = match left.checked_sub(1) {
            Some(left) if depth > 0 => left,
            _ => return Some("when"),
        };
        let days = |days: i32| (1..=MOST_DAYS).contains(&days);
        let rating = |rating: u8| (1..=10).contains(&rating);
        let state = |state: u8| (1..=4).contains(&state);
        let (sound, field) = match self {
            Self::All(parts) | Self::Any(parts) => {
                if parts.is_empty() {
                    return Some("when");
                }
                return parts.iter().find_map(|part| part.wrong(depth - 1, left));
            }
            Self::Ticked(alarms) => (!alarms.is_empty(), "ticked"),
            Self::TemperatureAtLeast(limit) => {
                ((30.0..=45.0).contains(limit), "temperature-at-least")
            }
            Self::TemperatureBelow(limit) => ((30.0..=45.0).contains(limit), "temperature-below"),
            Self::Treated { within_days, immunotherapy_within_days } => {
                (days(*within_days) && days(*immunotherapy_within_days), "treated")
            }
            Self::Immunotherapy { within_days } => (days(*within_days), "immunotherapy"),
            Self::Rated { at_least, .. } => (rating(*at_least), "rated"),
            Self::NewlyRated { at_least, reports, .. } => {
                (rating(*at_least) && (1..=MOST_REPORTS).contains(reports), "newly-rated")
            }
            Self::PainIn { regions, at_least } => {
                let known = |code: &String| Region::from_code(code).is_some();
                let regions = !regions.is_empty() && regions.iter().all(known);
                (regions && rating(*at_least), "pain-in")
            }
            Self::SpinalPain { at_least, .. } => (rating(*at_least), "spinal-pain"),
            Self::TooUnwell => (true, "too-unwell"),
            Self::StateAtLeast(least) => (state(*least), "state-at-least"),
            Self::StateDropped { steps, within_days } => {
                (state(*steps) && days(*within_days), "state-dropped")
            }
            Self::StateNewly { at_least, within_days } => {
                (state(*at_least) && days(*within_days), "state-newly")
            }
            Self::WeightLost { percent, within_days, bmi_below } => {
                let thin = bmi_below.is_none_or(|bmi| (10.0..=60.0).contains(&bmi));
                let lost = *percent > 0.0 && *percent <= 50.0;
                (lost && days(*within_days) && thin, "weight-lost")
            }
        };
        (!sound).then_some(field)
    }
}

fn out_of_range(of: &str, field: &'static str) -> PackError {
    PackError::OutOfRange { of: of.to_owned(), field }
}

/// A stable name: small letters, digits and hyphens, beginning with a letter.
fn is_code(text: &str) -> bool {
    let part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.len() <= LONGEST_NAME
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(part)
}

/// Something said on one line. Marks that turn the direction of writing around are not: they make a sentence look like
/// another one.
fn is_line(text: &str, longest: usize) -> bool {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let broken = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') || turns(c);
    !text.trim().is_empty() && text.chars().count() <= longest && !text.chars().any(broken)
}
