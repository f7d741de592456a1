//! The first entry of the document: the report's sections, each in its words and with references to its data.

use super::resource::{Composition, Event, Head, Resource, Section};
use super::types::{Concept, Identifier, Narrative, Period, Reference};
use super::{Entry, Scribe, codes, instant, narrative, treatments};
use crate::{Part, Preview};

/// The sections in their order. Every answer, day by day, is in the data: its table is left out.
pub(super) fn parts() -> impl Iterator<Item = Part> {
    Part::ALL.into_iter().filter(|part| *part != Part::Days)
}

pub(super) fn entry(scribe: &Scribe<'_>) -> Entry {
    let summary = scribe.told.summary;
    let preview = Preview::new(summary);
    let text = Narrative { status: "additional", div: narrative::head(&preview) };
    let composition = Composition {
        head: Head::new(scribe, "Composition", text),
        identifier: Identifier::uuid(&scribe.document_id()),
        status: "final",
        r#type: Concept::coded(vec![codes::loinc("51855-5", "Patient Note")], &preview.title),
        subject: scribe.patient(),
        date: instant(summary.made_at),
        author: [scribe.patient(), scribe.device()],
        title: preview.title.clone(),
        event: [Event {
            period: Period::days(summary.choice.from, summary.choice.to),
            detail: treatments::lines(scribe).map(|entry| Reference::url(entry.full_url)).collect(),
        }],
        section: parts().filter_map(|part| section(scribe, &preview, part)).collect(),
    };
    Entry {
        full_url: scribe.ids.url("composition", &[&scribe.document_id()]),
        resource: Resource::Composition(Box::new(composition)),
    }
}

fn section(scribe: &Scribe<'_>, preview: &Preview, part: Part) -> Option<Section> {
    let section = preview.section(part)?;
    // Means and comparisons are the program's; the answers and the words stay the person's.
    let computed = matches!(part, Part::Changes | Part::Symptoms | Part::Pains);
    Some(Section {
        title: section.title.clone(),
        code: Concept::plain(codes::own(format!("section-{}", part.code()))),
        author: if computed { vec![scribe.device()] } else { Vec::new() },
        text: Narrative { status: "additional", div: narrative::section(&preview.lang, section) },
        entry: scribe.entries(part).map(|entry| Reference::url(entry.full_url)).collect(),
    })
}
