//! Searching the directory: accents, capitals and hyphens do not matter.

use vigie_words::{Lang, Words, folded};

use super::{Entry, Kind};

/// What is wanted. Without a wish everything is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// A city, department or region; what is for the whole country is found as well.
    pub place: Option<String>,
    /// Words that all have to be found, in any order, in the name, the offer, the kind or the place; the beginning of a word will do.
    pub text: Option<String>,
}

impl Search {
    /// Whether an entry answers.
    pub(super) fn finds(&self, words: &Words, entry: &Entry) -> bool {
        self.kind.is_none_or(|kind| kind == entry.kind)
            && self.place.as_deref().is_none_or(|place| is_there(entry, place))
            && self.text.as_deref().is_none_or(|text| tells(words, entry, text))
    }
}

/// Whether help is given at a place: `aix` finds Aix-en-Provence, `paris` does not find Cormeilles-en-Parisis.
fn is_there(entry: &Entry, place: &str) -> bool {
    let wanted = plain(place);
    let named = |part: &str| format!(" {} ", plain(part)).contains(&format!(" {wanted} "));
    wanted.is_empty()
        || entry.place.is_national()
        || entry.place.parts().any(|part| named(part.as_str()))
}

fn tells(words: &Words, entry: &Entry, text: &str) -> bool {
    let told = [
        entry.name.as_str(),
        entry.offers.in_lang(Lang::Fr),
        entry.offers.in_lang(Lang::En),
        &entry.kind.title(words),
        &entry.place.shown(words),
    ]
    .map(plain)
    .join(" ");
    let wanted = plain(text);
    let mut wanted = wanted.split(' ').filter(|word| !word.is_empty());
    wanted.all(|word| told.split(' ').any(|there| there.starts_with(word)))
}

/// Small letters without accents, words parted by one space.
fn plain(text: &str) -> String {
    let spaced = folded(text).replace(|c: char| !c.is_alphanumeric(), " ");
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
