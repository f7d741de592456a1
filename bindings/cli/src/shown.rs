//! Prompts as they are shown, as text for people and as JSON for programs, and doubts as JSON.

use serde_json::{Value, json};
use vigie_journal::{Doubt, Felt, OpenPrompt, Outcome, Prompt, Texts, Words, say};

/// A prompt as text: what to do, why, whom to call, what to say.
pub fn prompt(words: &Words, open: &OpenPrompt) -> String {
    let mut lines = vec![format!("▶ {}", say::headline(words, &open.prompt))];
    lines.extend(
        open.prompt
            .findings
            .iter()
            .map(|finding| format!("  • {}", say::reason(words, finding, &open.texts))),
    );
    let call = say::call(words, &open.call);
    lines.push(format!("  {}", words.with("show-call", &[("call", call.into())])));
    lines.push(format!("  {}", say::what_to_say(words, &open.prompt)));
    lines.extend(open.outcomes.iter().map(|done| format!("  – {}", outcome(words, done))));
    lines.extend(open.felt.map(|felt| format!("  – {}", say::felt(words, felt))));
    if open.overdue {
        lines.push(format!("  {}", words.text("show-overdue")));
    } else if !open.outcomes.is_empty() {
        let due = words.moment(open.due);
        lines.push(format!("  {}", words.with("show-due", &[("due", due.into())])));
    }
    lines.join("\n")
}

/// What was done, with the moment and the advice.
pub fn outcome(words: &Words, outcome: &Outcome) -> String {
    let at = words.moment(outcome.at);
    let mut text = words.with(
        "show-outcome",
        &[("at", at.into()), ("outcome", say::outcome(words, outcome).into())],
    );
    if let Some(advice) = &outcome.advice {
        text.push(' ');
        text.push_str(&words.quoted(advice.as_str()));
    }
    text
}

/// A prompt as JSON, without what depends on the moment.
pub fn prompt_json(
    words: &Words,
    id: &str,
    prompt: &Prompt,
    outcomes: &[Outcome],
    texts: &Texts,
    felt: Option<Felt>,
) -> Value {
    let reasons: Vec<Value> = prompt
        .findings
        .iter()
        .map(|finding| {
            json!({
                "rule": finding.rule,
                "channel": finding.channel.code(),
                "level": finding.level.code(),
                "items": finding.items,
                "score": finding.score,
                "threshold": finding.threshold,
                "evidence": finding.evidence,
                "text": say::reason(words, finding, texts),
            })
        })
        .collect();
    let outcomes: Vec<Value> = outcomes
        .iter()
        .map(|outcome| {
            json!({
                "outcome": outcome.kind.code(),
                "at": outcome.at.utc_millis,
                "who": outcome.contact,
                "advice": outcome.advice,
            })
        })
        .collect();
    json!({
        "id": id,
        "date": prompt.day,
        "level": prompt.level.code(),
        "at_once": prompt.at_once,
        "text": say::headline(words, prompt),
        "reasons": reasons,
        "outcomes": outcomes,
        "felt": felt.map(Felt::code),
        "pack": prompt.pack,
        "pack_version": prompt.pack_version,
    })
}

/// A measure that is asked back as JSON: what was understood, why it is asked, what it may be.
pub fn doubt_json(words: &Words, doubt: &Doubt) -> Value {
    let guess = doubt.guess.map(|guess| json!({ "slip": guess.slip.code(), "value": guess.value }));
    json!({
        "what": doubt.what.code(),
        "value": doubt.value,
        "why": doubt.why.code(),
        "guess": guess,
        "text": words.doubt(doubt),
    })
}

/// An open prompt as JSON.
pub fn open_json(words: &Words, open: &OpenPrompt) -> Value {
    let id = open.id.to_string();
    let mut value = prompt_json(words, &id, &open.prompt, &open.outcomes, &open.texts, open.felt);
    if let Some(object) = value.as_object_mut() {
        object.insert("call".to_owned(), say::call(words, &open.call).into());
        object.insert("due".to_owned(), open.due.utc_millis.into());
        object.insert("overdue".to_owned(), open.overdue.into());
    }
    value
}
