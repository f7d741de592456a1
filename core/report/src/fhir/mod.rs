//! The summary as a FHIR R4 document: one Bundle that a hospital's record imports.
//!
//! ```text
//! mod.rs          the Bundle, written entry by entry
//! composition.rs  its first entry: the report's sections, each with its words and with references to its data
//! narrative.rs    the report's words as XHTML          xhtml.rs   the only writer of XHTML
//! people.rs       whose it is, and the program that computed
//! days.rs         a day's answers, pain by place       measures.rs  temperature, weight, days of treatment
//! treatments.rs   treatment lines and their changes    medicines.rs painkillers, medicines, doses
//! support.rs      support sessions
//! results.rs      laboratory results and scans         care.rs      appointments and what was decided
//! prompts.rs      requests for contact and what came of them
//! codes.rs        our own codes, SNOMED CT, the words for an absent value
//! sites.rs        places of the body in SNOMED CT      laboratory.rs  LOINC and UCUM, closed tables
//! markdown.rs     notes, which FHIR reads as Markdown
//! ids.rs          identifiers made from what they name
//! read/           what it says of days, read back for the watch
//! resource.rs     the resources, in the fields we use  types.rs     the data types they are made of
//! ```
//!
//! What the document promises, and why it is cut as it is, stands in `docs/decisions/0016-fhir.md`.

mod care;
mod codes;
mod composition;
mod days;
mod ids;
mod laboratory;
mod markdown;
mod measures;
mod medicines;
mod narrative;
mod people;
mod prompts;
mod read;
mod resource;
mod results;
mod sites;
mod support;
mod treatments;
mod types;
mod xhtml;

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::{Serialize, Serializer};
use vigie_model::{Author, By, CareEvent, Day, Moment};
use vigie_words::Words;

use crate::preview::Told;
use crate::{ConsultationSummary, Part};
use ids::Ids;
pub use read::FhirReader;
use resource::Resource;
use types::{Identifier, Meta, Narrative, Reference};
use xhtml::Xhtml;

/// The summary as the bytes of a FHIR R4 document in JSON. The same summary gives the same bytes.
pub fn fhir(summary: &ConsultationSummary) -> Vec<u8> {
    let mut bytes = Vec::new();
    // A vector takes all that is written, and nothing in the document can fail to be JSON.
    let written = write_fhir(summary, &mut bytes);
    debug_assert!(written.is_ok(), "{written:?}");
    bytes
}

/// Writes the summary as a FHIR R4 document in JSON, a resource at a time: what is in memory does not grow with the document,
/// except for the references to its entries.
///
/// # Errors
/// Those of `writer`.
pub fn write_fhir(summary: &ConsultationSummary, writer: impl Write) -> io::Result<()> {
    let scribe = Scribe {
        told: Told { summary, words: Words::of(summary.choice.lang) },
        ids: Ids::of(&summary.subject),
    };
    let bundle = Bundle {
        resource_type: "Bundle",
        language: scribe.lang(),
        identifier: Identifier::uuid(&scribe.document_id()),
        r#type: "document",
        timestamp: instant(summary.made_at),
        entry: Entries(&scribe),
    };
    serde_json::to_writer(writer, &bundle).map_err(io::Error::from)
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Bundle<'a> {
    resource_type: &'static str,
    language: &'static str,
    identifier: Identifier,
    r#type: &'static str,
    timestamp: String,
    entry: Entries<'a>,
}

/// A resource and the name by which the others refer to it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    full_url: String,
    resource: Resource,
}

/// Every entry, each made when its turn comes.
struct Entries<'a>(&'a Scribe<'a>);

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scribe = self.0;
        let first = [composition::entry(scribe), people::patient(scribe), people::device(scribe)];
        let treatments = treatments::lines(scribe);
        let parts = composition::parts().flat_map(|part| scribe.entries(part));
        serializer.collect_seq(first.into_iter().chain(treatments).chain(parts))
    }
}

/// The summary, the words to tell it in, and the names of what is told.
struct Scribe<'a> {
    told: Told<'a>,
    ids: Ids,
}

impl<'a> Scribe<'a> {
    fn lang(&self) -> &'static str {
        self.told.words.lang().code()
    }

    fn say(&self, id: &str) -> String {
        self.told.say(id)
    }

    /// The data that a section of the report is about.
    fn entries(&'a self, part: Part) -> Box<dyn Iterator<Item = Entry> + 'a> {
        match part {
            Part::Symptoms => Box::new(days::answers(self)),
            Part::Pains => Box::new(days::pains(self)),
            Part::Measures => Box::new(measures::entries(self)),
            Part::Treatments => Box::new(treatments::changes(self)),
            Part::Medication => Box::new(medicines::entries(self)),
            Part::Results => Box::new(results::laboratory(self)),
            Part::Care => Box::new(results::imaging(self).chain(care::appointments(self))),
            Part::Support => Box::new(support::sessions(self)),
            Part::Prompts => Box::new(prompts::entries(self)),
            // Words only: what changed is computed from the answers, and the days are the answers.
            // Questions and their answers are read, not computed.
            Part::Changes | Part::Voice | Part::Answers | Part::Days => {
                Box::new(std::iter::empty())
            }
        }
    }

    /// The name of this document: another day, other days told or another language are another document.
    fn document_id(&self) -> String {
        let summary = self.told.summary;
        let choice = &summary.choice;
        let told = format!(
            "{} {} {} {} {} {} {}",
            summary.made_at.utc_millis,
            choice.from,
            choice.to,
            choice.lang.code(),
            choice.with_name,
            choice.with_notes,
            self.left_out(),
        );
        self.ids.make("document", &[&told])
    }

    /// What is left out, a line each; empty when nothing is.
    fn left_out(&self) -> String {
        let choice = &self.told.summary.choice;
        let notes = (!choice.with_notes).then(|| "notes".to_owned());
        let items = choice.without.iter().map(ToString::to_string);
        items.chain(notes).collect::<Vec<_>>().join("\n")
    }

    fn patient(&self) -> Reference {
        Reference::to(&self.ids.make("patient", &[]))
    }

    /// Who told something: of a relative only the name is known.
    fn teller(&self, author: &Author) -> Reference {
        match author {
            Author::Person => self.patient(),
            Author::Caregiver(name) => Reference::named(name.as_str()),
        }
    }

    /// Who answered on a day.
    fn answered(&self, day: Day) -> Vec<Reference> {
        let authors = self.told.summary.answered_by(day);
        authors.into_iter().map(|author| self.teller(author)).collect()
    }

    fn device(&self) -> Reference {
        Reference::to(&people::device_id())
    }

    /// One of our own narratives: the paragraphs in the language of the document.
    fn text(&self, paragraphs: &[String]) -> Narrative {
        let mut page = Xhtml::new(self.lang());
        paragraphs.iter().for_each(|text| page.element("p", text));
        Narrative { status: "generated", div: page.finish() }
    }

    /// The text before what is said of it, the way of the language.
    fn pair(&self, label: &str, text: &str) -> String {
        self.told.with("fhir-pair", &[("label", label.into()), ("text", text.into())])
    }

    /// Where a resource without an author of its own comes from: this person's diary.
    fn source(&self) -> Option<Meta> {
        Some(Meta { source: Some(self.ids.url("patient", &[])), profile: None })
    }
}

/// Events of one kind, each with how often the same was told before it: two alike on one day are two.
fn numbered<'a, T, K: Ord>(
    all: impl Iterator<Item = &'a By<CareEvent>>,
    of: impl Fn(&'a CareEvent) -> Option<T>,
    same: impl Fn(&T) -> K,
) -> impl Iterator<Item = (&'a By<CareEvent>, T, String)> {
    let mut before: BTreeMap<K, usize> = BTreeMap::new();
    all.filter_map(move |one| {
        let told = of(&one.told)?;
        let again = before.entry(same(&told)).and_modify(|n| *n += 1).or_insert(0);
        Some((one, told, again.to_string()))
    })
}

/// `2026-11-22T18:40:00+01:00`: by the person's own clock.
fn instant(moment: Moment) -> String {
    let minute = moment.minute_of_day();
    let second = moment.utc_millis.rem_euclid(60_000) / 1000;
    let (sign, ahead) = match moment.offset_minutes {
        behind @ ..0 => ('-', behind.unsigned_abs()),
        ahead => ('+', ahead.unsigned_abs()),
    };
    format!(
        "{}T{:02}:{:02}:{second:02}{sign}{:02}:{:02}",
        moment.day(),
        minute / 60,
        minute % 60,
        ahead / 60,
        ahead % 60,
    )
}

/// Every day of the period with its number, from 0.
fn days_of(summary: &ConsultationSummary) -> impl Iterator<Item = (usize, Day)> {
    summary.choice.from.through(summary.choice.to).enumerate()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_by_the_persons_own_clock() {
        let day: Day = "2026-11-22".parse().unwrap();
        assert_eq!(instant(Moment::at(day, 18 * 60 + 40, 60)), "2026-11-22T18:40:00+01:00");
        let west = Moment {
            utc_millis: Moment::at(day, 5, -210).utc_millis + 7_999,
            offset_minutes: -210,
        };
        assert_eq!(instant(west), "2026-11-22T00:05:07-03:30");
    }
}
