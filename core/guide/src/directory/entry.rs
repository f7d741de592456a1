//! One entry of the directory, and what may be said of it today.

use vigie_model::{Day, Label, coded};
use vigie_words::{Lang, Words, capitalised};

/// Days after which an entry is shown as old, and its telephone number as not confirmed.
pub const FRESH_DAYS: i32 = 365;

/// Numbers of the State that stay what they are, and that Vigie's own sentences say everywhere: 15 (medical emergencies), 112
/// (the European one), 114 (by text message), 3114 (suicide prevention). An emergency number that looks doubtful could cost a
/// life, so these are never shown as unconfirmed.
pub const NATIONAL_NUMBERS: [&str; 4] = ["15", "112", "114", "3114"];
/// Those of them that are called when somebody cannot wait, in the order in which they are offered. 114 is written to, not called.
pub const EMERGENCY_NUMBERS: [&str; 2] = ["15", "112"];

coded! {
    /// What somebody is, who can help.
    Kind "kind" {
        /// Emergency services.
        Emergency "emergency",
        /// A line that listens.
        ListeningLine "listening-line",
        /// An association of patients or for them.
        Association "association",
        /// People who go through the same meet or write to each other.
        TalkingGroup "talking-group",
        /// Psychologists.
        Psychologist "psychologist",
        /// Social workers, help at home, money in hard times.
        Social "social",
        /// Rights, papers, insurance.
        Administrative "administrative",
        /// Clinical trials.
        Trials "trials",
        /// Adapted physical activity.
        PhysicalActivity "physical-activity",
        /// Support for body and mind: socio-aesthetics, relaxation, supportive care.
        Wellbeing "wellbeing",
        /// Help for relatives.
        Relatives "relatives",
        /// Palliative care and what goes with it.
        Palliative "palliative",
        /// Anything else.
        Other "other",
    }
}

impl Kind {
    /// Its name, with a capital.
    pub fn title(self, words: &Words) -> String {
        words.text(&format!("directory-kind-{}", self.code()))
    }
}

/// Where help is given: in the whole country, or in the places named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// A region, `Bretagne`.
    pub region: Option<Label>,
    /// A department, `Finistère`.
    pub department: Option<Label>,
    /// A city, `Brest`.
    pub city: Option<Label>,
}

impl Place {
    /// Whether it is the whole country.
    pub fn is_national(&self) -> bool {
        self.parts().next().is_none()
    }

    /// Its names, the smallest place first.
    pub fn parts(&self) -> impl Iterator<Item = &Label> {
        [&self.city, &self.department, &self.region].into_iter().flatten()
    }

    /// The names as in a line: `Brest, Finistère`; `France entière`.
    pub fn shown(&self, words: &Words) -> String {
        if self.is_national() {
            return words.text("directory-national");
        }
        self.parts().map(Label::as_str).collect::<Vec<_>>().join(", ")
    }
}

/// What is offered, in one language at least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub(super) fr: Option<String>,
    pub(super) en: Option<String>,
}

impl Offer {
    /// In this language, or in the other when it was written in one only.
    pub fn in_lang(&self, lang: Lang) -> &str {
        let (wanted, other) = match lang {
            Lang::Fr => (&self.fr, &self.en),
            Lang::En => (&self.en, &self.fr),
        };
        wanted.as_ref().or(other.as_ref()).map_or("", String::as_str)
    }
}

/// Somebody who can help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What they are.
    pub kind: Kind,
    /// Their name.
    pub name: Label,
    /// What they offer.
    pub offers: Offer,
    /// Web address, `https://…` or `http://…`. An entry has this or a number.
    pub web: Option<String>,
    /// Telephone number as written. To show it, ask [`Entry::phone`].
    pub(super) number: Option<Label>,
    /// The number takes text messages, not calls.
    pub by_text: bool,
    /// When somebody answers, in words.
    pub hours: Option<Label>,
    /// Where.
    pub place: Place,
    /// Languages spoken, as written.
    pub languages: Vec<Label>,
    /// Where all this was seen: a web address or a document.
    pub source: String,
    /// When it was seen there.
    pub seen: Day,
}

/// A telephone number, and whether it may be relied upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Phone<'a> {
    /// The number as written.
    pub number: &'a str,
    /// It takes text messages, not calls.
    pub by_text: bool,
    /// `None` when it is confirmed; else the day since which nobody has confirmed it.
    pub unconfirmed_since: Option<Day>,
}

impl Phone<'_> {
    /// The number with what has to be known of it.
    pub fn shown(&self, words: &Words) -> String {
        let number = match self.by_text {
            true => words.with("directory-by-text", &[("phone", self.number.into())]),
            false => self.number.to_owned(),
        };
        match self.unconfirmed_since {
            Some(day) => words.with(
                "directory-unconfirmed",
                &[("phone", number.into()), ("day", words.day(day).into())],
            ),
            None => number,
        }
    }
}

impl Entry {
    /// Whether it was seen more than a year before `today`.
    pub fn is_old(&self, today: Day) -> bool {
        today.since(self.seen) > FRESH_DAYS
    }

    /// The telephone number as it may be shown today: one that was not seen within a year is told as unconfirmed, unless it is
    /// one of [`NATIONAL_NUMBERS`].
    pub fn phone(&self, today: Day) -> Option<Phone<'_>> {
        let number = self.number.as_ref()?.as_str();
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        let confirmed = !self.is_old(today) || NATIONAL_NUMBERS.contains(&digits.as_str());
        Some(Phone {
            number,
            by_text: self.by_text,
            unconfirmed_since: (!confirmed).then_some(self.seen),
        })
    }

    /// Whether its source says of itself that it has no date: then `seen` is only the earliest day it can be of.
    fn is_undated(&self) -> bool {
        ["sans date", "undated"].iter().any(|word| self.source.contains(word))
    }

    /// When it was seen: `Vu le 1er mai 2026`; of what is old the year, `Vu il y a plus d’un an (2021)`; of a page without a date
    /// that.
    pub fn checked(&self, words: &Words, today: Day) -> String {
        let said = if self.is_undated() {
            words.text("directory-seen-undated")
        } else if self.is_old(today) {
            let (year, _, _) = self.seen.ymd();
            words.with("directory-seen-old", &[("year", year.to_string().into())])
        } else {
            words.with("directory-seen", &[("day", words.day(self.seen).into())])
        };
        capitalised(&said)
    }
}
