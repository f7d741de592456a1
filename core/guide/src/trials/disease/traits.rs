//! What a trial may ask of a disease besides its name: receptors, cell kind, mutations.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use crate::trials::fold::tokens;

/// One property of a disease.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trait {
    /// HER2 overexpressed.
    Her2Positive,
    /// HER2 not overexpressed.
    Her2Negative,
    /// Oestrogen or progesterone receptors.
    HormonePositive,
    /// No hormone receptors.
    HormoneNegative,
    /// None of the three.
    TripleNegative,
    /// Squamous cells.
    Squamous,
    /// Other cells.
    NonSquamous,
    /// Clear cells.
    ClearCell,
    /// Other cells.
    NonClearCell,
    /// Grows in spite of castration.
    CastrationResistant,
    /// Answers to castration.
    CastrationSensitive,
    /// EGFR mutated.
    EgfrMutated,
    /// EGFR as it should be.
    EgfrWild,
    /// Unstable microsatellites.
    MicrosatelliteUnstable,
    /// Stable microsatellites.
    MicrosatelliteStable,
}

use Trait::{
    CastrationResistant, CastrationSensitive, ClearCell, EgfrMutated, EgfrWild, Her2Negative,
    Her2Positive, HormoneNegative, HormonePositive, MicrosatelliteStable, MicrosatelliteUnstable,
    NonClearCell, NonSquamous, Squamous, TripleNegative,
};

/// Words of each; the longest that fits counts, so that 'non squamous' is not 'squamous'.
const WORDS: &[(Trait, &str)] = &[
    (
        Her2Positive,
        "her2 positive,her 2 positive,her2 overexpressing,her2 positif,her2 surexprime,her2 amplified",
    ),
    (Her2Negative, "her2 negative,her 2 negative,her2 negatif"),
    (
        HormonePositive,
        "hr positive,er positive,er pr positive,er positive pr positive,hormone receptor positive,\
         hormone receptor hr positive,estrogen receptor positive,oestrogen receptor positive,rh positive,rh positif,re positif,\
         recepteur hormonaux positif,hormonodependant",
    ),
    (
        HormoneNegative,
        "hr negative,er negative,hormone receptor negative,estrogen receptor negative,rh negative,rh negatif,\
         recepteur hormonaux negatif",
    ),
    (TripleNegative, "triple negative,triple negatif,tnbc,mtnbc"),
    (Squamous, "squamous,epidermoide,malpighien"),
    (NonSquamous, "non squamous,nonsquamous,non epidermoide"),
    (ClearCell, "clear cell,cellule claire,a cellule claire,ccrcc"),
    (NonClearCell, "non clear cell,non a cellule claire,nccrcc"),
    (
        CastrationResistant,
        "castration resistant,castrate resistant,castration refractory,resistant a la castration,crpc,mcrpc,nmcrpc,cprc,cprcm",
    ),
    (
        CastrationSensitive,
        "castration sensitive,castrate sensitive,hormone sensitive,hormono sensible,hormonosensible,mhspc,mcspc,hspc,cphs,cphsm",
    ),
    (
        EgfrMutated,
        "egfr mutated,egfr mutant,egfr mutation,egfr mutation positive,egfr mute,egfrm,egfr l858r,egfr exon 20,egfr t790m,\
         egfr activating mutation,mutation egfr,mutation de l egfr",
    ),
    (
        EgfrWild,
        "egfr wild type,egfr wildtype,egfr non mute,egfr sauvage,egfr negative,egfr negatif",
    ),
    (
        MicrosatelliteUnstable,
        "msi h,msi,dmmr,microsatellite instability high,microsatellite instability,mismatch repair deficient,\
         instabilite microsatellitaire",
    ),
    (
        MicrosatelliteStable,
        "mss,msi l,msi low,pmmr,microsatellite stable,mismatch repair proficient,stabilite microsatellitaire",
    ),
];

/// Pairs that nobody has both of.
const CONTRARY: &[(Trait, Trait)] = &[
    (Her2Positive, Her2Negative),
    (Her2Positive, TripleNegative),
    (HormonePositive, HormoneNegative),
    (HormonePositive, TripleNegative),
    (Squamous, NonSquamous),
    (ClearCell, NonClearCell),
    (CastrationResistant, CastrationSensitive),
    (EgfrMutated, EgfrWild),
    (MicrosatelliteUnstable, MicrosatelliteStable),
];

impl Trait {
    /// Its name in the words: `trials-trait-…`.
    pub fn code(self) -> &'static str {
        match self {
            Her2Positive => "her2-positive",
            Her2Negative => "her2-negative",
            HormonePositive => "hormone-positive",
            HormoneNegative => "hormone-negative",
            TripleNegative => "triple-negative",
            Squamous => "squamous",
            NonSquamous => "non-squamous",
            ClearCell => "clear-cell",
            NonClearCell => "non-clear-cell",
            CastrationResistant => "castration-resistant",
            CastrationSensitive => "castration-sensitive",
            EgfrMutated => "egfr-mutated",
            EgfrWild => "egfr-wild",
            MicrosatelliteUnstable => "msi",
            MicrosatelliteStable => "mss",
        }
    }

    /// Whether nobody has both.
    pub fn is_contrary_to(self, other: Self) -> bool {
        CONTRARY.iter().any(|pair| *pair == (self, other) || *pair == (other, self))
    }

    /// What is left where it is denied; `None` where that is not one thing.
    fn denied(self) -> Option<Self> {
        let pairs = CONTRARY.iter().filter(|(_, other)| *other != TripleNegative);
        let other = |(one, other): &(Self, Self)| match self {
            it if it == *one => Some(*other),
            it if it == *other => Some(*one),
            _ => None,
        };
        pairs.filter_map(other).next()
    }

    /// Whether who has `self` has `other`.
    pub fn implies(self, other: Self) -> bool {
        self == other || (self == TripleNegative && matches!(other, Her2Negative | HormoneNegative))
    }
}

/// What a text asks for.
pub fn traits(words: &[String]) -> BTreeSet<Trait> {
    static PHRASES: OnceLock<Vec<(Trait, Vec<String>)>> = OnceLock::new();
    let phrases = PHRASES.get_or_init(|| {
        let each = |(one, list): &(Trait, &str)| {
            let one = *one;
            list.split(',').map(move |phrase| (one, tokens(phrase))).collect::<Vec<_>>()
        };
        let mut all: Vec<_> = WORDS.iter().flat_map(each).collect();
        all.sort_by_key(|(_, phrase)| usize::MAX - phrase.len());
        all
    });
    let mut found = BTreeSet::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let here = phrases.iter().find(|(_, phrase)| rest.starts_with(phrase));
        let length = here.map_or(1, |(_, phrase)| phrase.len());
        let before = words.get(..at).unwrap_or_default();
        let after = words.get(at + length..).unwrap_or_default();
        found.extend(here.and_then(|(one, _)| match denial(before, after) {
            Denial::None => Some(*one),
            Denial::Plain => one.denied(),
            Denial::Unclear => None,
        }));
        at += length;
    }
    found
}

/// Whether a text has these words and does not deny them: 'sans métastases' speaks of none.
pub fn asserts(words: &[String], phrase: &[String]) -> bool {
    let asserted = |at: usize| {
        let (before, rest) = words.split_at(at);
        let after = rest.strip_prefix(phrase);
        after.is_some_and(|after| matches!(denial(before, after), Denial::None))
    };
    !phrase.is_empty() && (0..words.len()).any(asserted)
}

/// Whether the words around a property deny it.
enum Denial {
    None,
    Plain,
    /// 'With or without', 'no earlier treatment of', 'whatever': it asks for nothing.
    Unclear,
}

/// Words that deny what comes after them; 'sans' as it is folded, without its s.
const NOT: &[&str] = &["not", "no", "without", "san", "pas", "absence", "lacking", "non"];

/// Words that may stand between: 'sans aucune mutation', 'absence of a known EGFR mutation'.
const BETWEEN: &[&str] = &[
    "of",
    "de",
    "d",
    "l",
    "la",
    "le",
    "a",
    "an",
    "any",
    "aucune",
    "known",
    "connue",
    "activating",
    "activatrice",
    "sensitizing",
    "sensitising",
    "detectable",
    "actionable",
    "common",
    "mutation",
];

/// Words that leave it open.
const OPEN: &[&str] = &["regardless", "irrespective", "whatever", "quel", "quelle"];

fn denial(before: &[String], after: &[String]) -> Denial {
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    if after.first().is_some_and(|word| matches!(word.as_str(), "negative" | "negatif")) {
        return Denial::Plain;
    }
    let mut plain = true;
    for (back, word) in before.iter().rev().take(3).enumerate() {
        if is(OPEN, word) {
            return Denial::Unclear;
        }
        // 'Non-small cell, EGFR mutated': this one denies only the next word.
        if is(NOT, word) && (back == 0 || word != "non") {
            let earlier = before.iter().rev().nth(back + 1);
            let either = earlier.is_some_and(|word| matches!(word.as_str(), "or" | "ou"));
            return if plain && !either { Denial::Plain } else { Denial::Unclear };
        }
        plain &= is(BETWEEN, word);
    }
    Denial::None
}
