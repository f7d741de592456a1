//! Whether a trial is about a disease that somebody has: conditions first, then the title, then the keywords.

use std::collections::BTreeSet;

use super::disease::{Disease, Named, Reading, Trait, asserts, named, traits};
use super::fold::{contains, tokens};
use super::{Trial, TrialProfile};

/// Conditions from which on a cancer among many other subjects says nothing of what a trial is about; with fewer it may be its
/// very aim: 'Breast Cancer, Hot Flashes, Menopause'.
const MANY_CONDITIONS: usize = 5;

/// How a trial's disease is related to the person's, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kinship {
    /// The same.
    Same,
    /// The trial takes a wider group that holds it: lung cancer for a non-small cell one.
    Wider,
    /// The trial takes one kind of it: small cell lung cancer, where the person said lung cancer.
    Narrower,
    /// The trial takes solid tumours, blood cancers or cancer altogether.
    Broad,
}

/// Where a trial speaks of it, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Among its conditions.
    Condition,
    /// In its title.
    Title,
    /// Among its keywords.
    Keyword,
}

/// The trial speaks of a disease that somebody has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// How near.
    pub kinship: Kinship,
    /// Where.
    pub field: Field,
    /// What the registry wrote there.
    pub written: String,
    /// What it asks of the disease and the person did not tell.
    pub asks: BTreeSet<Trait>,
    /// Most of its conditions are something else than cancer.
    pub aside: bool,
}

/// A profile's words, read once for a whole registry.
#[derive(Debug, Clone)]
pub struct Sought {
    wanted: Vec<Wanted>,
    /// What the person wrote of their diseases and the table does not know.
    not_understood: Vec<String>,
    not_wanted: Vec<Wanted>,
    has: BTreeSet<Trait>,
    has_not: BTreeSet<Trait>,
    keywords: Vec<(String, Vec<String>)>,
    healthy: bool,
}

/// One disease as a person wrote it.
#[derive(Debug, Clone)]
struct Wanted {
    phrase: Vec<String>,
    diseases: BTreeSet<Disease>,
}

impl Wanted {
    /// What a person has: 'cancer' alone stands for any.
    fn had(text: &str) -> Self {
        let phrase = tokens(text);
        let Named { mut diseases, some_cancer } = named(&phrase, Reading::Wish);
        diseases.extend(some_cancer);
        Self { phrase, diseases }
    }

    /// What a person does not have. Who has no brain metastases has a cancer all the same: where it tells of spread only the
    /// very words count, and 'cancer' alone says nothing.
    fn not_had(text: &str) -> Self {
        let phrase = tokens(text);
        let spread = phrase.iter().any(|word| word.starts_with("metasta"));
        if spread {
            return Self { phrase, diseases: BTreeSet::new() };
        }
        let Named { diseases, some_cancer } = named(&phrase, Reading::Wish);
        let phrase = if some_cancer.is_some() { Vec::new() } else { phrase };
        Self { phrase, diseases }
    }

    /// Whether a disease is this one or a kind of it. 'Cancer du sein triple négatif' holds no disease: only the property is
    /// meant.
    fn is_or_holds(&self, told: Disease) -> bool {
        let holds = |one: &Disease| told == *one || told.is_kind_of(*one);
        traits(&self.phrase).is_empty() && self.diseases.iter().any(holds)
    }
}

/// One text of a trial.
struct Text<'a> {
    field: Field,
    written: &'a str,
    words: Vec<String>,
    named: Named,
}

impl<'a> Text<'a> {
    fn new(field: Field, written: &'a str) -> Self {
        let reading = if field == Field::Title { Reading::Sentence } else { Reading::Label };
        let words = tokens(written);
        let named = named(&words, reading);
        Self { field, written, words, named }
    }

    fn is_of_cancer(&self) -> bool {
        self.named.some_cancer.is_some() || !self.named.diseases.is_empty()
    }
}

impl Sought {
    /// Reads the words of a profile.
    pub fn new(profile: &TrialProfile) -> Self {
        let wanted: Vec<Wanted> = profile.conditions.iter().map(|text| Wanted::had(text)).collect();
        let unread = profile.conditions.iter().zip(&wanted).filter(|(_, wanted)| {
            wanted.diseases.is_empty() && !(profile.healthy && is_healthy(&wanted.phrase))
        });
        let traits_of = |texts: &[&[String]]| {
            texts.concat().iter().flat_map(|text| traits(&tokens(text))).collect()
        };
        Self {
            not_understood: unread.map(|(text, _)| text.clone()).collect(),
            wanted,
            not_wanted: profile.not_conditions.iter().map(|text| Wanted::not_had(text)).collect(),
            has: traits_of(&[&profile.conditions, &profile.keywords]),
            has_not: traits_of(&[&profile.not_conditions]),
            keywords: profile.keywords.iter().map(|text| (text.clone(), tokens(text))).collect(),
            healthy: profile.healthy,
        }
    }

    /// What the person wrote of their diseases and the table does not know.
    pub fn not_understood(&self) -> &[String] {
        &self.not_understood
    }

    /// What the trial has to do with the person's diseases; `None` when it is about others.
    pub fn about(&self, trial: &Trial) -> Option<About> {
        let mut texts: Vec<Text> =
            trial.conditions.iter().map(|text| Text::new(Field::Condition, text)).collect();
        if self.healthy && texts.iter().any(|text| is_healthy(&text.words)) {
            let written = texts.iter().find(|text| is_healthy(&text.words))?.written.to_owned();
            let (kinship, field) = (Kinship::Broad, Field::Condition);
            let asks = BTreeSet::new();
            return Some(About { kinship, field, written, asks, aside: false });
        }
        let title = Text::new(Field::Title, &trial.title);
        let aside = mostly_of_something_else(&texts, &title);
        if (aside && texts.len() >= MANY_CONDITIONS) || only_healthy(trial, &title) {
            return None;
        }
        texts.push(title);
        texts.extend(trial.keywords.iter().map(|text| Text::new(Field::Keyword, text)));
        let asked = self.asked_in(&texts);
        if self.is_contrary(&asked) || self.is_unwanted(&texts) {
            return None;
        }
        let mut taken = taken(&texts);
        // What the person has stays, whatever more they say not to have: 'not an advanced lung cancer'.
        let had = |told: Disease| self.wanted.iter().any(|one| one.diseases.contains(&told));
        let not_had = |told: Disease| self.not_wanted.iter().any(|not| not.is_or_holds(told));
        taken.retain(|told| had(*told) || !not_had(*told));
        let kin = texts.iter().filter_map(|text| Some((self.kinship(text, &taken)?, text)));
        let (kinship, text) = kin.min_by_key(|(kinship, text)| (*kinship, text.field))?;
        let known = |one: &Trait| self.has.iter().any(|has| has.implies(*one));
        let asks = asked.into_iter().filter(|one| !known(one)).collect();
        Some(About { kinship, field: text.field, written: text.written.to_owned(), asks, aside })
    }

    /// The keywords of the profile that the trial speaks of, as the person wrote them.
    pub fn keywords(&self, trial: &Trial) -> Vec<String> {
        if self.keywords.is_empty() {
            return Vec::new();
        }
        let lists = [&trial.conditions, &trial.keywords, &trial.interventions];
        let texts = lists.into_iter().flatten().chain([&trial.title]);
        let texts: Vec<Vec<String>> = texts.map(|text| tokens(text)).collect();
        let told = |phrase: &[String]| texts.iter().any(|text| contains(text, phrase));
        let spoken = self.keywords.iter().filter(|(_, phrase)| told(phrase));
        spoken.map(|(written, _)| written.clone()).collect()
    }

    /// How one text of a trial is related to the nearest of the person's diseases.
    fn kinship(&self, text: &Text<'_>, taken: &BTreeSet<Disease>) -> Option<Kinship> {
        let mut nearest: Option<Kinship> = None;
        for wanted in &self.wanted {
            let told = text.named.diseases.iter().copied().chain(text.named.some_cancer);
            let mut told = told.filter(|disease| taken.contains(disease));
            let found = if !wanted.diseases.is_empty() {
                told.filter_map(|told| nearness(&wanted.diseases, told)).min()
            } else if contains(&text.words, &wanted.phrase) {
                Some(Kinship::Same)
            } else {
                // A disease that the table does not know may be any cancer.
                told.any(Disease::is_broad).then_some(Kinship::Broad)
            };
            nearest = [nearest, found].into_iter().flatten().min();
        }
        nearest
    }

    /// What the conditions and the title ask of the disease. A text that speaks only of other diseases does not count.
    fn asked_in(&self, texts: &[Text<'_>]) -> BTreeSet<Trait> {
        let ours = |text: &&Text<'_>| {
            let told = &text.named.diseases;
            let kin = |told: &Disease| {
                self.wanted.iter().any(|wanted| nearness(&wanted.diseases, *told).is_some())
            };
            text.field != Field::Keyword && (told.is_empty() || told.iter().any(kin))
        };
        texts.iter().filter(ours).flat_map(|text| traits(&text.words)).collect()
    }

    /// Whether a trial asks for what is contrary to what the person has. One that names a thing and its contrary takes both.
    fn is_contrary(&self, asked: &BTreeSet<Trait>) -> bool {
        let against = |one: &Trait| {
            let contrary = self.has.iter().any(|has| has.is_contrary_to(*one));
            contrary || self.has_not.contains(one)
        };
        let both = |one: &Trait| asked.iter().any(|other| other.is_contrary_to(*one));
        asked.iter().any(|one| against(one) && !both(one))
    }

    /// Whether a condition or the title has the very words for what the person does not have, where the table knows no disease
    /// or property behind them.
    fn is_unwanted(&self, texts: &[Text<'_>]) -> bool {
        let unread = |not: &&Wanted| not.diseases.is_empty() && traits(&not.phrase).is_empty();
        let about = |text: &&Text<'_>| text.field != Field::Keyword;
        self.not_wanted
            .iter()
            .filter(unread)
            .any(|not| texts.iter().filter(about).any(|text| asserts(&text.words, &not.phrase)))
    }
}

/// How a disease of a trial is related to those of a person.
fn nearness(wanted: &BTreeSet<Disease>, told: Disease) -> Option<Kinship> {
    let of = |wanted: &Disease| {
        if *wanted == told {
            Some(Kinship::Same)
        } else if wanted.is_kind_of(told) {
            Some(if told.is_broad() { Kinship::Broad } else { Kinship::Wider })
        } else {
            told.is_kind_of(*wanted).then_some(Kinship::Narrower)
        }
    };
    wanted.iter().filter_map(of).min()
}

/// The diseases that a trial takes, all its texts together.
///
/// - A keyword counts where conditions and title name no disease, or a wider one.
/// - 'Neoplasms' or 'cancer' counts where nothing says which; 'solid tumours' counts wherever a condition or the title says it.
/// - A group counts where none of its kinds is named: 'Lung Neoplasms' beside 'Small Cell Lung Carcinoma' is a heading. One that
///   the title names is none.
fn taken(texts: &[Text<'_>]) -> BTreeSet<Disease> {
    let named = |of_keywords: bool| -> BTreeSet<Disease> {
        let these = texts.iter().filter(|text| (text.field == Field::Keyword) == of_keywords);
        these.flat_map(|text| text.named.diseases.iter().copied()).collect()
    };
    let mut taken = named(false);
    let precise = |set: &BTreeSet<Disease>| set.iter().any(|one| !one.is_broad());
    let authors = taken.clone();
    taken.extend(named(true).into_iter().filter(|keyword| {
        let narrows = authors.iter().any(|told| keyword.is_kind_of(*told));
        narrows || (!precise(&authors) && (!keyword.is_broad() || authors.is_empty()))
    }));
    if !precise(&taken) {
        taken.extend(texts.iter().filter_map(|text| text.named.some_cancer));
    }
    let title = texts.iter().find(|text| text.field == Field::Title);
    let in_title = |one: &Disease| title.is_some_and(|text| text.named.diseases.contains(one));
    let heading = |one: &Disease| {
        let holds = !one.is_broad() && taken.iter().any(|other| other.is_kind_of(*one));
        holds && !one.is_shared() && !in_title(one)
    };
    taken.iter().filter(|one| !heading(one)).copied().collect()
}

/// Whether cancer is a small part of what a trial is about: most of its conditions are something else, and its title names none.
fn mostly_of_something_else(conditions: &[Text<'_>], title: &Text<'_>) -> bool {
    let of_cancer = conditions.iter().filter(|text| text.is_of_cancer()).count();
    of_cancer > 0 && 2 * of_cancer < conditions.len() && !title.is_of_cancer()
}

/// Whether a trial is for healthy people alone: it seeks them, and its title names them and no cancer.
fn only_healthy(trial: &Trial, title: &Text<'_>) -> bool {
    let pairs = title.words.windows(2).any(is_healthy);
    trial.healthy_volunteers == Some(true) && pairs && !title.is_of_cancer()
}

/// Whether a condition is to be in good health.
fn is_healthy(words: &[String]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let person = |word: &String| {
        ["volunteer", "participant", "subject", "people", "person", "adult", "volontaire", "sujet"]
            .contains(&word.as_str())
    };
    match first.as_str() {
        "healthy" | "sain" => rest.iter().all(person),
        _ => person(first) && rest.first().is_some_and(|word| word == "sain") && rest.len() == 1,
    }
}
