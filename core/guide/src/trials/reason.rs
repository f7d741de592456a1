//! Why a trial is on the list, what its registry does not tell, and what only a doctor can judge.

use vigie_words::Words;

use super::disease::Trait;
use super::subject::{Field, Kinship};

/// Most letters of a registry's line that a sentence quotes.
const QUOTED: usize = 240;

/// Something about the trial that fits what was looked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Its disease.
    Disease {
        /// How near.
        kinship: Kinship,
        /// Where the registry says it.
        field: Field,
        /// In its words.
        written: String,
    },
    /// A word of the profile, as the person wrote it.
    Keyword(String),
    /// It takes people now, or will.
    Status {
        /// `false`: not yet.
        now: bool,
    },
    /// A phase that was asked for.
    Phase,
    /// Places in the country.
    Country {
        /// How many are told; 0 when the registry tells countries only.
        places: usize,
    },
    /// The nearest place.
    Near {
        /// Rounded km.
        km: u32,
    },
    /// The age fits.
    Age,
    /// The sex fits.
    Sex,
}

/// What the registry does not tell, so that nothing was ruled out by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unknown {
    /// Whether people can join.
    Status,
    /// The phase.
    Phase,
    /// The countries, or one of them.
    Country,
    /// How far it is.
    Distance,
    /// How far it is, as the town that the profile names is not known.
    Town,
    /// How old people may be.
    Age,
    /// Which sex.
    Sex,
    /// The criteria.
    Criteria,
    /// Whether a place near takes people: all those near say that they do not.
    PlacesClosed,
}

/// What no program may decide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Judge {
    /// The trial seems to take people in a better general state.
    BeyondState {
        /// Highest ECOG grade read in the criteria.
        highest: u8,
        /// The person's.
        state: u8,
    },
    /// It takes one kind of the disease, and which kind the person has was not told.
    Kind {
        /// In the registry's words.
        written: String,
    },
    /// It asks for a property that was not told.
    Asks(Trait),
    /// A line about the general state.
    State(String),
    /// A line about earlier treatments.
    Lines(String),
    /// All criteria have to be read.
    Criteria {
        /// How many lines.
        lines: usize,
    },
    /// Healthy people are sought as well.
    HealthyToo,
}

impl Reason {
    /// One sentence.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Disease { kinship, field, written } => {
                let kinship = match kinship {
                    Kinship::Same => "same",
                    Kinship::Wider => "wider",
                    Kinship::Narrower => "narrower",
                    Kinship::Broad => "broad",
                };
                let field = match field {
                    Field::Condition => "condition",
                    Field::Title => "title",
                    Field::Keyword => "keyword",
                };
                let id = format!("trials-disease-{kinship}");
                let place = words.text(&format!("trials-in-{field}"));
                words.with(&id, &[("text", quoted(written).into()), ("place", place.into())])
            }
            Self::Keyword(text) => words.with("trials-keyword", &[("text", quoted(text).into())]),
            Self::Status { now: true } => words.text("trials-takes-people"),
            Self::Status { now: false } => words.text("trials-takes-people-later"),
            Self::Phase => words.text("trials-phase-asked"),
            Self::Country { places } => words.with("trials-country", &[("n", (*places).into())]),
            Self::Near { km } => words.with("trials-near", &[("n", (*km).into())]),
            Self::Age => words.text("trials-age"),
            Self::Sex => words.text("trials-sex"),
        }
    }
}

impl Unknown {
    /// One sentence.
    pub fn sentence(self, words: &Words) -> String {
        words.text(match self {
            Self::Status => "trials-unknown-status",
            Self::Phase => "trials-unknown-phase",
            Self::Country => "trials-unknown-country",
            Self::Distance => "trials-unknown-distance",
            Self::Town => "trials-unknown-town",
            Self::Age => "trials-unknown-age",
            Self::Sex => "trials-unknown-sex",
            Self::Criteria => "trials-unknown-criteria",
            Self::PlacesClosed => "trials-unknown-places-closed",
        })
    }
}

impl Judge {
    /// One sentence.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::BeyondState { highest, state } => words.with(
                "trials-judge-beyond-state",
                &[("highest", u32::from(*highest).into()), ("state", u32::from(*state).into())],
            ),
            Self::Kind { written } => {
                words.with("trials-judge-kind", &[("text", quoted(written).into())])
            }
            Self::Asks(one) => {
                let asked = words.text(&format!("trials-trait-{}", one.code()));
                words.with("trials-judge-asks", &[("text", asked.into())])
            }
            Self::State(line) => words.with("trials-judge-state", &[("text", quoted(line).into())]),
            Self::Lines(line) => words.with("trials-judge-lines", &[("text", quoted(line).into())]),
            Self::Criteria { lines } => {
                words.with("trials-judge-criteria", &[("n", (*lines).into())])
            }
            Self::HealthyToo => words.text("trials-judge-healthy-too"),
        }
    }
}

/// What a registry wrote, in one line and not too long. What makes it a claim is cut out nowhere: it is a quotation.
fn quoted(text: &str) -> String {
    let line = vigie_words::one_line(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    if line.chars().count() <= QUOTED {
        return line;
    }
    let cut: String = line.chars().take(QUOTED).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole);
    format!("{whole} …")
}
