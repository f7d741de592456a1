//! Requests for contact: what the program said to the person and why, and what the person did about it.

use vigie_model::{Label, Note};
use vigie_watch::{Finding, Outcome, OutcomeKind, Subject};

use super::resource::{Communication, Head, Payload, Resource};
use super::types::{Annotation, Coding, Concept, Identifier, Reference};
use super::xhtml::readable;
use super::{Entry, Scribe, codes, instant};
use crate::{PromptStory, say};

/// Every prompt, and after each what came of it.
pub(super) fn entries<'a>(scribe: &'a Scribe<'a>) -> impl Iterator<Item = Entry> + 'a {
    let all = &scribe.told.summary.prompts;
    // A prompt told without some of its reasons is not the prompt.
    let left_out = scribe.left_out();
    all.iter().enumerate().flat_map(move |(place, story)| {
        let same = |other: &&PromptStory| other.prompt.at == story.prompt.at;
        let again = all.iter().take(place).filter(same).count().to_string();
        let at = story.prompt.at.utc_millis.to_string();
        let prompt = prompt(scribe, story, &[&at, &again, &left_out]);
        let prompted = prompt.full_url.clone();
        let outcomes: Vec<Entry> = story
            .outcomes
            .iter()
            .enumerate()
            .map(|(nth, one)| {
                outcome(scribe, one, &[&at, &again, &left_out, &nth.to_string()], prompted.clone())
            })
            .collect();
        std::iter::once(prompt).chain(outcomes)
    })
}

/// From the program to the person: act, and why.
fn prompt(scribe: &Scribe<'_>, story: &PromptStory, parts: &[&str]) -> Entry {
    let words = scribe.told.words;
    let prompt = &story.prompt;
    let level = say::level_short(words, prompt.level, prompt.at_once);
    let headline = say::headline(words, prompt);
    let mut said = vec![words.moment(prompt.at), headline.clone()];
    let reason = |finding: &Finding| say::reason(words, finding, &story.texts);
    said.extend(prompt.findings.iter().map(reason));
    let felt = story.felt.map(|(at, felt)| (at, say::felt(words, felt)));
    said.extend(felt.iter().map(|(_, felt)| felt.clone()));
    let still_open = say::still_open(words, story);
    said.extend(still_open.clone());
    let mut note: Vec<Annotation> = Vec::new();
    if let Some((at, felt)) = &felt {
        let by = Annotation::by(scribe.patient(), felt);
        note.push(Annotation { time: Some(instant(*at)), ..by });
    }
    note.extend(still_open.map(|open| Annotation::computed(&open)));
    let code = match prompt.at_once {
        true => format!("prompt-{}-at-once", prompt.level.code()),
        false => format!("prompt-{}", prompt.level.code()),
    };
    let communication = Communication {
        sent: Some(instant(prompt.at)),
        recipient: vec![scribe.patient()],
        sender: scribe.device(),
        reason_code: prompt
            .findings
            .iter()
            .map(|finding| Concept::coded(about(finding), &reason(finding)))
            .collect(),
        payload: vec![Payload { content_string: readable(&headline) }],
        note,
        ..communication(
            scribe,
            ("prompt", parts),
            &said,
            Concept::coded(vec![codes::own(code)], &level),
        )
    };
    Entry {
        full_url: scribe.ids.url("prompt", parts),
        resource: Resource::Communication(Box::new(communication)),
    }
}

/// What a reason is about, when it is about one item.
fn about(finding: &Finding) -> Vec<Coding> {
    match finding.items.as_slice() {
        [Subject::Item(item)] => codes::item(item),
        _ => Vec::new(),
    }
}

/// From the person to the team, or not: what they did.
fn outcome(scribe: &Scribe<'_>, outcome: &Outcome, parts: &[&str], prompt: String) -> Entry {
    let words = scribe.told.words;
    let what = say::outcome(words, outcome);
    let done = outcome.kind == OutcomeKind::Reached;
    let advice = outcome.advice.as_ref().map(Note::as_str);
    let mut said = vec![words.moment(outcome.at), what.clone()];
    said.extend(advice.map(|advice| words.quoted(advice)));
    let dated = |text: &str| {
        let by = Annotation::by(scribe.patient(), text);
        Annotation { time: Some(instant(outcome.at)), ..by }
    };
    let mut note = vec![dated(&what)];
    note.extend(advice.map(dated));
    let code = codes::own(format!("outcome-{}", outcome.kind.code()));
    let communication = Communication {
        in_response_to: vec![Reference::url(prompt)],
        status: if done { "completed" } else { "not-done" },
        status_reason: Some(Concept::coded(vec![code], &what)),
        sent: done.then(|| instant(outcome.at)),
        recipient: outcome
            .contact
            .iter()
            .map(|contact| Reference::named(Label::as_str(contact)))
            .collect(),
        note,
        ..communication(
            scribe,
            ("outcome", parts),
            &said,
            Concept::coded(vec![codes::own("outcome")], &scribe.say("report-col-outcome")),
        )
    };
    Entry {
        full_url: scribe.ids.url("outcome", parts),
        resource: Resource::Communication(Box::new(communication)),
    }
}

fn communication(
    scribe: &Scribe<'_>,
    (kind, parts): (&str, &[&str]),
    said: &[String],
    category: Concept,
) -> Communication {
    Communication {
        head: Head::new(scribe, "Communication", scribe.text(said)),
        identifier: [Identifier::uuid(&scribe.ids.make(kind, parts))],
        in_response_to: Vec::new(),
        status: "completed",
        status_reason: None,
        category: [category],
        subject: scribe.patient(),
        encounter: None,
        sent: None,
        recipient: Vec::new(),
        sender: scribe.patient(),
        reason_code: Vec::new(),
        payload: Vec::new(),
        note: Vec::new(),
    }
}
