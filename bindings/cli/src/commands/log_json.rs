//! `vigie log --json`: one JSON object a line in, one line of JSON each in answer.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Number, Value, json};
use vigie_journal::{
    Alarm, Allowed, Answer, Author, DailyEntry, Day, Doubt, Invalid, Item, Journal, Label, Measure,
    Note, PainDetail, PainQuality, PainSite, Painkiller, PerformanceStatus, Temperature, Weight,
};

use crate::exit::Failure;
use crate::files::source;
use crate::out;
use crate::session::Session;
use crate::shown;

/// One line. Only `date` is required; what is not there was not asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    date: Day,
    state: Option<u8>,
    #[serde(default)]
    answers: BTreeMap<Item, Given>,
    #[serde(default)]
    same: Vec<Item>,
    #[serde(default)]
    pains: BTreeMap<PainSite, Pain>,
    #[serde(default)]
    measures: GivenMeasures,
    #[serde(default)]
    ticks: Vec<Alarm>,
    administration: Option<Named>,
    treatment_change: Option<Named>,
    #[serde(default)]
    painkillers: Vec<GivenPainkiller>,
    note: Option<String>,
    question: Option<String>,
    by: Option<String>,
    #[serde(default)]
    too_unwell: bool,
    /// What is rare or far from the last weight is right all the same.
    #[serde(default)]
    sure: bool,
}

/// A number as JSON has it, or text such as `"38,2"` or `"skipped"`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Given {
    Number(Number),
    Text(String),
}

impl Given {
    fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pain {
    quality: Option<PainQuality>,
    #[serde(default)]
    night: bool,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenMeasures {
    temperature: Option<Given>,
    weight: Option<Given>,
}

/// A name, or just `true`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Named {
    Name(String),
    Happened(bool),
}

impl Named {
    fn read(&self, field: &str) -> Result<Option<Option<Label>>, Invalid> {
        match self {
            Self::Happened(happened) => Ok(happened.then_some(None)),
            Self::Name(name) if name.trim().is_empty() => Ok(Some(None)),
            Self::Name(name) => Label::new(field, name).map(|name| Some(Some(name))),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenPainkiller {
    name: String,
    helped: Option<bool>,
}

impl GivenMeasures {
    /// A number that no measure can be, and what it may be instead.
    fn refused(&self) -> Option<Doubt> {
        let refused =
            |what, given: &Option<Given>| Doubt::of_refused(what, &given.as_ref()?.text());
        refused(Measure::Temperature, &self.temperature)
            .or_else(|| refused(Measure::Weight, &self.weight))
    }
}

impl Line {
    fn entry(self, list: &[Item]) -> Result<DailyEntry, Invalid> {
        let mut entry = DailyEntry::new(self.date);
        if let Some(name) = self.by {
            entry.author = Author::Caregiver(Label::new("name", &name)?);
        }
        entry.state = self.state.map(PerformanceStatus::try_from).transpose()?;
        for (item, given) in self.answers {
            let answer = Answer::parse(&item.field(), &given.text())?;
            entry.answer(item, answer);
        }
        entry.same_as_before = self.same.into_iter().collect();
        for (site, pain) in self.pains {
            let detail = PainDetail { quality: pain.quality, wakes_at_night: pain.night };
            entry.pains.insert(site, detail);
        }
        let temperature = self.measures.temperature.map(|given| given.text());
        entry.measures.temperature = temperature.map(|t| Temperature::parse(&t)).transpose()?;
        let weight = self.measures.weight.map(|given| given.text());
        entry.measures.weight = weight.map(|w| Weight::parse(&w)).transpose()?;
        entry.ticks = self.ticks.into_iter().collect();
        if let Some(given) = self.administration {
            entry.administration = given.read("administration")?;
        }
        if let Some(given) = self.treatment_change {
            entry.treatment_change = given.read("treatment_change")?;
        }
        for given in self.painkillers {
            let name = Label::new("painkiller", &given.name)?;
            entry.painkillers.push(Painkiller { name, helped: given.helped });
        }
        entry.note = text("note", self.note)?;
        entry.question = text("question", self.question)?;
        if self.too_unwell {
            entry.end_too_unwell(list);
        }
        Ok(entry)
    }
}

/// An empty text is no text.
fn text(field: &str, given: Option<String>) -> Result<Option<Note>, Invalid> {
    given.filter(|text| !text.trim().is_empty()).map(|text| Note::new(field, &text)).transpose()
}

/// Records line after line. Each answer is written after its entry is durable; a bad line stops
/// the work, and what came before it stays recorded.
pub fn run(session: &Session, journal: &Journal, path: Option<&Path>) -> Result<(), Failure> {
    let (source, _) = source(path.unwrap_or(Path::new("-")))?;
    let list = journal.profile()?.list;
    for (number, line) in (1..).zip(BufReader::new(source).lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let bad = |cause: String| Failure::JsonLine { line: number, cause };
        let read: Line =
            serde_json::from_str(&line).map_err(|error| bad(json_cause(session, &error)))?;
        let invalid = |invalid: Invalid| bad(session.words.invalid(&invalid));
        let asked_back = |id, doubts: &[Doubt]| {
            let said: Vec<String> = doubts.iter().map(|one| session.words.doubt(one)).collect();
            bad(session.words.with(id, &[("doubt", said.join(" ").into())]))
        };
        if let Some(doubt) = read.measures.refused() {
            return Err(asked_back("json-refused", &[doubt]));
        }
        let sure = read.sure;
        let entry = read.entry(&list).map_err(invalid)?;
        let doubts = if sure { Vec::new() } else { journal.doubts(&entry)? };
        if !doubts.is_empty() {
            return Err(asked_back("json-doubt", &doubts));
        }
        let recorded = journal.record(entry).map_err(|error| match error {
            vigie_journal::JournalError::Invalid(inner) => invalid(inner),
            other => other.into(),
        })?;
        let prompt: Option<Value> =
            recorded.prompt.as_ref().map(|open| shown::open_json(session.words, open));
        // Whoever asked is told of each: when nobody listens any more, the lines after it are not recorded unheard.
        let answer = json!({ "id": recorded.id.to_string(), "prompt": prompt });
        out::shown(format_args!("{answer}"))
            .map_err(|error| Failure::Output { kind: error.kind() })?;
    }
    Ok(())
}

/// What is wrong with a line, without what stands in it.
fn json_cause(session: &Session, error: &serde_json::Error) -> String {
    let words = session.words;
    if !error.is_data() {
        return words.text("json-syntax");
    }
    // The model's own refusals reach us as text; the code before the colon names the field.
    let text = error.to_string();
    for (field, allowed) in [
        ("date", Allowed::Date),
        ("item", Allowed::Item),
        ("pain", Allowed::Item),
        ("own", Allowed::NotEmpty),
        ("ticks", Allowed::Alarm),
    ] {
        if text.starts_with(&format!("{field}: ")) {
            return words.invalid(&Invalid::new(field, allowed));
        }
    }
    words.text("json-shape")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<DailyEntry, String> {
        let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
        line.entry(&["fatigue".parse().unwrap()]).map_err(|invalid| invalid.to_string())
    }

    #[test]
    fn the_documented_line_is_read_whole() {
        let entry = read(
            r#"{"date":"2026-11-23","state":1,
            "answers":{"fatigue":4,"pain:hip-left":6,"nausea":"skipped"},
            "measures":{"temperature":38.2},"ticks":["shivering"],"administration":"FOLFOX",
            "note":"une note"}"#,
        )
        .unwrap();
        assert_eq!(entry.state.unwrap().get(), 1);
        assert_eq!(entry.answers[&"pain:hip-left".parse().unwrap()].rating(), Some(6));
        assert_eq!(entry.answers[&"nausea".parse().unwrap()], Answer::Skipped);
        assert_eq!(entry.measures.temperature.unwrap().get(), 38.2);
        assert!(entry.ticks.contains(&Alarm::Shivering));
        assert_eq!(entry.administration.unwrap().unwrap().as_str(), "FOLFOX");
        assert_eq!(entry.note.unwrap().as_str(), "une note");
    }

    #[test]
    fn only_the_date_is_required_and_too_unwell_answers_the_list() {
        assert!(read(r#"{"date":"2026-11-23"}"#).unwrap().is_empty());
        let unwell = read(r#"{"date":"2026-11-23","too_unwell":true}"#).unwrap();
        assert_eq!(unwell.answers[&"fatigue".parse().unwrap()], Answer::TooUnwell);
    }

    #[test]
    fn what_a_tired_person_or_a_wrong_program_sends_is_refused_by_field() {
        for (line, field) in [
            (r#"{"date":"2026-02-30"}"#, "date: "),
            (r#"{"date":"2026-11-23","answers":{"fatigue":11}}"#, "fatigue: "),
            (r#"{"date":"2026-11-23","answers":{"fever":1}}"#, "item: "),
            (r#"{"date":"2026-11-23","state":5}"#, "performance: "),
            (r#"{"date":"2026-11-23","measures":{"temperature":382}}"#, "temperature: "),
            (r#"{"date":"2026-11-23","ticks":["bored"]}"#, "ticks: "),
            (r#"{"state":1}"#, "missing field `date`"),
            (r#"{"date":"2026-11-23","answer":{}}"#, "unknown field `answer`"),
        ] {
            let error = read(line).unwrap_err();
            assert!(error.starts_with(field), "{line}: {error}");
        }
        let long = format!(r#"{{"date":"2026-11-23","note":"{}"}}"#, "a".repeat(100_000));
        assert!(read(&long).unwrap_err().starts_with("note: at most 20000"));
    }

    proptest::proptest! {
        #[test]
        fn any_line_gives_an_entry_or_an_error_and_never_a_panic(line: String) {
            let _ = read(&line);
            let _ = read(&format!(r#"{{"date":"2026-11-23","answers":{{"fatigue":{line}}}}}"#));
        }
    }
}
