//! Finds the diseases that a text names, as whole words and the longest name first.

use std::collections::{BTreeSet, HashMap};
use std::sync::OnceLock;

use super::table::{
    BLOOD_TOO_WORDS, BROAD, CANCER_WORDS, EMPTY, EXCEPT, KINDS, LINKS, LUMP_WORDS, ROWS, SHARED,
    SPREAD_WORDS, TIES,
};
use crate::trials::fold::{contains, tokens};

/// A disease of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Disease(u8);

impl Disease {
    /// Every one.
    #[cfg(test)]
    pub fn all() -> impl Iterator<Item = Self> {
        (0..ROWS.len()).filter_map(Self::at)
    }

    fn at(index: usize) -> Option<Self> {
        u8::try_from(index).ok().filter(|_| index < ROWS.len()).map(Self)
    }

    /// The disease of that name in the table.
    pub fn of(code: &str) -> Option<Self> {
        ROWS.iter().position(|row| row.code == code).and_then(Self::at)
    }

    /// Its name in the table.
    pub fn code(self) -> &'static str {
        ROWS.get(usize::from(self.0)).map_or("", |row| row.code)
    }

    /// Whether it says hardly more than 'cancer'.
    pub fn is_broad(self) -> bool {
        BROAD.contains(&self.code())
    }

    /// Whether naming one of its kinds beside it leaves the others in.
    pub fn is_shared(self) -> bool {
        SHARED.contains(&self.code())
    }

    /// Whether `self` is a kind of `wider`, and not the same.
    pub fn is_kind_of(self, wider: Self) -> bool {
        // One bit a disease: all that each is a kind of. Parents stand before their kinds.
        static WIDER: OnceLock<Vec<u128>> = OnceLock::new();
        let all = WIDER.get_or_init(|| {
            let mut all: Vec<u128> = Vec::new();
            for row in ROWS {
                let parents = row.parents.iter().filter_map(|code| Self::of(code));
                let of = |parent: Self| {
                    all.get(usize::from(parent.0)).map_or(0, |bits| bits | parent.bit())
                };
                let bits = parents.map(of).fold(0, |bits, more| bits | more);
                all.push(bits);
            }
            all
        });
        all.get(usize::from(self.0)).is_some_and(|bits| bits & wider.bit() != 0)
    }

    fn bit(self) -> u128 {
        1 << (self.0 % 128)
    }
}

/// What a text names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Diseases, without those that another one of them is a kind of.
    pub diseases: BTreeSet<Disease>,
    /// It speaks of cancer, or of a tumour, and does not say which.
    pub some_cancer: Option<Disease>,
}

/// How much has to be said for a disease to be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// A condition or a keyword: a few words, all of them about the disease.
    Label,
    /// A sentence, where a word for a place may mean anything.
    Sentence,
    /// What a person wrote: 'sein' is enough.
    Wish,
}

/// What one or several words are.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sense {
    Names(Vec<Disease>),
    Place(Vec<Disease>),
    Cancer,
    Spread,
    Link,
    Tie,
    Except,
    Empty,
    Other,
}

/// Phrases by their first word, the longest first.
type Dictionary = HashMap<String, Vec<(Vec<String>, Sense)>>;

fn phrases(list: &str) -> impl Iterator<Item = Vec<String>> {
    list.split(',').map(tokens).filter(|phrase| !phrase.is_empty())
}

fn dictionary() -> &'static Dictionary {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    DICTIONARY.get_or_init(|| {
        let mut all: HashMap<Vec<String>, Sense> = HashMap::new();
        // What comes later outranks what came before.
        for (list, sense) in [
            (EMPTY, Sense::Empty),
            (EXCEPT, Sense::Except),
            (TIES, Sense::Tie),
            (LINKS, Sense::Link),
            (SPREAD_WORDS, Sense::Spread),
            (CANCER_WORDS, Sense::Cancer),
        ] {
            all.extend(phrases(list).map(|phrase| (phrase, sense.clone())));
        }
        for (index, row) in ROWS.iter().enumerate() {
            let Some(disease) = Disease::at(index) else { continue };
            for phrase in phrases(row.organs) {
                match all.get_mut(&phrase) {
                    Some(Sense::Place(diseases)) => diseases.push(disease),
                    _ => drop(all.insert(phrase, Sense::Place(vec![disease]))),
                }
            }
            for phrase in phrases(row.names) {
                match all.get_mut(&phrase) {
                    Some(Sense::Names(diseases)) => diseases.push(disease),
                    _ => drop(all.insert(phrase, Sense::Names(vec![disease]))),
                }
            }
        }
        let mut dictionary = Dictionary::new();
        for (phrase, sense) in all {
            let first = phrase.first().cloned().unwrap_or_default();
            dictionary.entry(first).or_default().push((phrase, sense));
        }
        dictionary.values_mut().for_each(|list| list.sort_by_key(|(p, _)| usize::MAX - p.len()));
        dictionary
    })
}

/// The text as a row of senses: at each word the longest phrase that is known.
fn senses(words: &[String]) -> Vec<Sense> {
    let mut senses = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.first() {
        let known = dictionary().get(first).into_iter().flatten();
        let longest = known.into_iter().find(|(phrase, _)| rest.starts_with(phrase));
        let (length, sense) =
            longest.map_or((1, Sense::Other), |(phrase, sense)| (phrase.len(), sense.clone()));
        senses.push(sense);
        rest = rest.get(length..).unwrap_or_default();
    }
    senses
}

/// What a text names.
pub fn named(words: &[String], reading: Reading) -> Named {
    let senses = senses(words);
    let mut diseases = BTreeSet::new();
    let mut left_out = false;
    for (at, sense) in senses.iter().enumerate() {
        match sense {
            Sense::Except => left_out = true,
            Sense::Other | Sense::Empty | Sense::Spread => left_out = false,
            Sense::Names(found) if !left_out => diseases.extend(found.iter().copied()),
            Sense::Place(found) if !left_out && is_disease(&senses, at, reading) => {
                diseases.extend(found.iter().copied());
            }
            _ => {}
        }
    }
    for (wide, kind_words, kind) in KINDS {
        let (Some(wide), Some(kind)) = (Disease::of(wide), Disease::of(kind)) else { continue };
        // 'non à petites cellules' was found as a name before.
        if diseases.contains(&wide)
            && !diseases.iter().any(|one| one.is_kind_of(wide))
            && phrases(kind_words).any(|phrase| contains(words, &phrase))
        {
            diseases.insert(kind);
        }
    }
    let some = diseases.is_empty() && speaks_of_cancer(&senses, reading);
    let some_cancer = if some { any_of(words) } else { None };
    Named { diseases: narrowest(&diseases), some_cancer }
}

/// What 'cancer', 'tumour' or 'metastases' alone stands for: only the first may be in the blood.
fn any_of(words: &[String]) -> Option<Disease> {
    let any = |list: &str| phrases(list).any(|word| contains(words, &word));
    Disease::of(if any(LUMP_WORDS) && !any(BLOOD_TOO_WORDS) { "solid" } else { "cancer" })
}

/// Without the diseases that another one is a kind of.
fn narrowest(diseases: &BTreeSet<Disease>) -> BTreeSet<Disease> {
    let wider = |one: &&Disease| !diseases.iter().any(|other| other.is_kind_of(**one));
    diseases.iter().filter(wider).copied().collect()
}

/// Whether a word for a place stands for the disease there.
fn is_disease(senses: &[Sense], at: usize, reading: Reading) -> bool {
    let after = senses.get(at + 1..).unwrap_or_default();
    let before = senses.get(..at).unwrap_or_default();
    // 'métastases du cerveau', 'brain metastases': where it went.
    let spread_before = before.iter().rfind(|sense| **sense != Sense::Tie) == Some(&Sense::Spread);
    let spread = spread_before || after.first() == Some(&Sense::Spread);
    (reading == Reading::Wish && !spread) || followed_by_cancer(after) || tied_to_cancer(before)
}

/// 'lung and advanced kidney cancer'.
fn followed_by_cancer(after: &[Sense]) -> bool {
    let between = |sense: &&Sense| matches!(sense, Sense::Link | Sense::Place(_) | Sense::Names(_));
    after.iter().find(|sense| !between(sense)) == Some(&Sense::Cancer)
}

/// 'cancers avancés du sein et du poumon', 'Neoplasms, Lung'; but not 'breast cancer and lung function'.
fn tied_to_cancer(before: &[Sense]) -> bool {
    let Some(cancer) = before.iter().rposition(|sense| *sense == Sense::Cancer) else {
        return false;
    };
    let between = before.get(cancer + 1..).unwrap_or_default();
    let joined = between
        .iter()
        .all(|sense| matches!(sense, Sense::Link | Sense::Tie | Sense::Place(_) | Sense::Names(_)));
    let has_its_place =
        matches!(cancer.checked_sub(1).and_then(|i| before.get(i)), Some(Sense::Place(_)));
    let tied = between.contains(&Sense::Tie);
    joined && (tied || !has_its_place)
}

/// Whether it says 'cancer' without any other word for what it is.
fn speaks_of_cancer(senses: &[Sense], reading: Reading) -> bool {
    let says_nothing =
        |sense: &Sense| matches!(sense, Sense::Link | Sense::Tie | Sense::Empty | Sense::Spread);
    // 'Brain metastases' do not say of what.
    let spread_to = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| senses.get(before));
        [before, senses.get(at + 1)].contains(&Some(&Sense::Spread))
    };
    if reading != Reading::Sentence {
        return senses.iter().any(|sense| matches!(sense, Sense::Cancer | Sense::Spread))
            && senses.iter().enumerate().all(|(at, sense)| match sense {
                Sense::Place(_) => spread_to(at),
                sense => *sense == Sense::Cancer || says_nothing(sense),
            });
    }
    (0..senses.len()).filter(|at| senses.get(*at) == Some(&Sense::Cancer)).any(|at| {
        let before = at.checked_sub(1).and_then(|before| senses.get(before));
        let tied = senses.get(at + 1..).unwrap_or_default();
        let of = tied.iter().find(|sense| **sense != Sense::Tie);
        let of_something = tied.first() == Some(&Sense::Tie) && of == Some(&Sense::Other);
        before.is_none_or(says_nothing) && !of_something
    })
}
