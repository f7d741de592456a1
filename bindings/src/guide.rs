//! What can help: plain explanations, comfort when treatments stop, and the directory of support.

use vigie_journal::guide::directory::{Directory, EMERGENCY_NUMBERS, Entry, Kind, Phone, Search};
use vigie_journal::guide::explain::Topic;
use vigie_journal::guide::{comfort, treatment};
use vigie_journal::{Day, Item, Lang, TreatmentKind, Words};

use crate::JournalError;
use crate::journal::Journal;

/// A title and what stands under it.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Passage {
    /// The title.
    pub title: String,
    /// One sentence or two each.
    pub lines: Vec<String>,
}

/// Something explained in plain words.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Explanation {
    /// A stable code: `chemotherapy`, `rcp`, `rqth`, …
    pub code: String,
    /// What it is shown with: treatments, examinations, rights, …
    pub group: String,
    /// Its name.
    pub title: String,
    /// The explanation, in one paragraph.
    pub text: String,
}

/// Everything that is explained, in the order in which it is shown.
#[uniffi::export]
pub fn explanations(lang: Lang) -> Vec<Explanation> {
    let words = Words::of(lang);
    let explained = |topic: &Topic| Explanation {
        code: topic.code().to_owned(),
        group: topic.group().title(words),
        title: topic.title(words),
        text: topic.text(words),
    };
    Topic::ALL.iter().map(explained).collect()
}

/// What a kind of treatment is, in two or three plain sentences.
#[uniffi::export]
pub fn explain_treatment(kind: TreatmentKind, lang: Lang) -> String {
    treatment(Words::of(lang), kind)
}

/// What is proposed when treatments stop.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Comfort {
    /// The first page.
    pub introduction: String,
    /// The list that is proposed in the place of the treatment's.
    pub list: Vec<Item>,
    /// What one may ask.
    pub questions: Vec<String>,
    /// Support that comes to the front.
    pub forward: Vec<Passage>,
}

/// What is proposed when treatments stop: comfort first.
#[uniffi::export]
pub fn comfort_first(lang: Lang) -> Comfort {
    let words = Words::of(lang);
    let passage =
        |one: &comfort::Forward| Passage { title: one.title(words), lines: vec![one.text(words)] };
    Comfort {
        introduction: comfort::introduction(words),
        list: comfort::list(),
        questions: comfort::questions(words),
        forward: comfort::Forward::ALL.iter().map(passage).collect(),
    }
}

/// A number that always answers, and for what.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct NationalNumber {
    /// The number.
    pub number: String,
    /// For what.
    pub text: String,
    /// Whether it is one to call when somebody cannot wait: 15 and 112.
    pub emergency: bool,
}

/// The numbers that always answer in France: 15, 112, 114, 3114.
#[uniffi::export]
pub fn national_numbers(lang: Lang) -> Vec<NationalNumber> {
    let told = |(number, text): (&str, String)| NationalNumber {
        number: number.to_owned(),
        text,
        emergency: EMERGENCY_NUMBERS.contains(&number),
    };
    Directory::national_numbers(lang).into_iter().map(told).collect()
}

/// A kind of support in the directory.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SupportCategory {
    /// Its stable code.
    pub code: String,
    /// Its name.
    pub title: String,
}

/// The kinds of support in the directory, in the order in which they are shown.
#[uniffi::export]
pub fn support_categories(lang: Lang) -> Vec<SupportCategory> {
    let told = |kind: &Kind| SupportCategory {
        code: kind.code().to_owned(),
        title: kind.title(Words::of(lang)),
    };
    Kind::ALL.iter().map(told).collect()
}

/// Somebody who can help, as they may be shown today.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct DirectoryEntry {
    /// The code of what they are.
    pub category: String,
    /// Their name.
    pub name: String,
    /// What they offer.
    pub offers: String,
    /// Web address.
    pub web: Option<String>,
    /// Telephone number, to dial.
    pub phone: Option<String>,
    /// The number with what has to be known of it: that it takes text messages, that nobody confirmed it for a year.
    pub phone_shown: Option<String>,
    /// When somebody answers, in words.
    pub hours: Option<String>,
    /// Where, in words.
    pub place: String,
    /// Languages spoken.
    pub languages: Vec<String>,
    /// Where all this was seen.
    pub source: String,
    /// When it was seen there.
    pub seen: Day,
    /// When it was seen, in words.
    pub checked: String,
    /// Whether that is more than a year ago.
    pub old: bool,
}

impl DirectoryEntry {
    fn of(entry: &Entry, words: &Words, today: Day) -> Self {
        let phone = entry.phone(today);
        Self {
            category: entry.kind.code().to_owned(),
            name: entry.name.as_str().to_owned(),
            offers: entry.offers.in_lang(words.lang()).to_owned(),
            web: entry.web.clone(),
            phone: phone.map(|phone| phone.number.to_owned()),
            phone_shown: phone.map(|phone: Phone<'_>| phone.shown(words)),
            hours: entry.hours.as_ref().map(|hours| hours.as_str().to_owned()),
            place: entry.place.shown(words),
            languages: entry.languages.iter().map(|one| one.as_str().to_owned()).collect(),
            source: entry.source.clone(),
            seen: entry.seen,
            checked: entry.checked(words, today),
            old: entry.is_old(today),
        }
    }
}

/// What of the directory is wanted. Without a wish everything is found.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct DirectorySearch {
    /// The language of the answer.
    pub lang: Lang,
    /// The code of a kind of support.
    #[uniffi(default = None)]
    pub category: Option<String>,
    /// A city, department or region; what is for the whole country is found as well.
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// Words that all have to be found, whatever their accents and capitals.
    #[uniffi(default = None)]
    pub text: Option<String>,
}

/// What the directory has.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct DirectoryFound {
    /// Whether it is the team's own directory; otherwise the list that comes with Vigie.
    pub own: bool,
    /// Who can help.
    pub entries: Vec<DirectoryEntry>,
}

#[uniffi::export]
impl Journal {
    /// Searches the directory of support.
    ///
    /// Fails with `Invalid` for a category that is none, `Locked`.
    pub fn find_support(&self, search: DirectorySearch) -> Result<DirectoryFound, JournalError> {
        let (words, today) = (Words::of(search.lang), self.core.now().day());
        let (directory, own) = self.core.directory()?;
        let kind = search.category.map(|code| code.parse()).transpose()?;
        let wanted = Search { kind, place: search.place, text: search.text };
        let found = directory.find(words, &wanted);
        let entries = found.into_iter().map(|entry| DirectoryEntry::of(entry, words, today));
        Ok(DirectoryFound { own, entries: entries.collect() })
    }

    /// Takes in a team's directory of support, in the place of the list that comes with Vigie; none gives that list back.
    ///
    /// Fails with `Directory`: nothing is taken of a file with a mistake; `DiskFull`, `Locked`, `Io`.
    pub fn keep_directory(&self, file: Option<Vec<u8>>) -> Result<(), JournalError> {
        Ok(self.core.keep_directory(file.as_deref())?)
    }

    /// Keeps the profile by which trials are looked for, in JSON; none takes it away.
    ///
    /// Fails with `TrialProfile`, `DiskFull`, `Locked`, `Io`.
    pub fn keep_trial_profile(&self, json: Option<String>) -> Result<(), JournalError> {
        Ok(self.core.keep_trial_profile(json.as_deref())?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_to_call_when_somebody_cannot_wait_are_told_apart() {
        for lang in Lang::ALL {
            let numbers = national_numbers(*lang);
            let called: Vec<&str> =
                numbers.iter().filter(|it| it.emergency).map(|it| it.number.as_str()).collect();
            assert_eq!(called, ["15", "112"]);
            assert!(numbers.len() > called.len());
        }
    }
}
