//! `vigie log --json`: one JSON object a line in, one line of JSON each in answer.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;

use serde::Deserialize;
use serde_json::{Number, Value, json};
use vigie_journal::{
    Alarm, Allowed, Answer, Author, DailyEntry, Day, Doubt, Invalid, Item, Journal, JournalError,
    Label, Measure, Note, PainDetail, PainQuality, PainSite, Painkiller, PerformanceStatus,
    Recorded, Temperature, Weight, Words,
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
    /// Takes out the numbers that no measure can be: each with what it may be instead.
    fn take_refused(&mut self) -> Vec<Doubt> {
        let take = |what, given: &mut Option<Given>| {
            let doubt = Doubt::of_refused(what, &given.as_ref()?.text())?;
            *given = None;
            Some(doubt)
        };
        let temperature = take(Measure::Temperature, &mut self.temperature);
        temperature.into_iter().chain(take(Measure::Weight, &mut self.weight)).collect()
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
/// the work, and what came before it stays recorded. A measure that is impossible or doubtful is
/// left out and asked back in the answer: the rest of its line waits for nobody, for it may hold a
/// sign that cannot wait.
pub fn run(session: &Session, journal: &Journal, path: Option<&Path>) -> Result<(), Failure> {
    let (source, _) = source(path.unwrap_or(Path::new("-")))?;
    let list = journal.profile()?.list;
    let mut asked_back = Vec::new();
    for (number, line) in (1..).zip(BufReader::new(source).lines()) {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let bad = |cause| Failure::JsonLine { line: number, cause, asked_back: asked_back.len() };
        let invalid = |invalid: Invalid| bad(session.words.invalid(&invalid));
        let mut read: Line =
            serde_json::from_str(&line).map_err(|error| bad(json_cause(session, &error)))?;
        let sure = read.sure;
        let mut doubts = read.measures.take_refused();
        let mut entry = read.entry(&list).map_err(invalid)?;
        if !sure {
            doubts.extend(take_doubtful(journal, &mut entry)?);
        }
        let recorded = if entry.is_empty() && !doubts.is_empty() {
            None
        } else {
            Some(journal.record(entry).map_err(|error| match error {
                JournalError::Invalid(inner) => invalid(inner),
                other => other.into(),
            })?)
        };
        if !doubts.is_empty() {
            asked_back.push(number);
        }
        // Whoever asked is told of each: when nobody listens any more, the lines after it are not recorded unheard.
        let answer = answer(session.words, recorded.as_ref(), &doubts);
        out::shown(format_args!("{answer}"))
            .map_err(|error| Failure::Output { kind: error.kind() })?;
    }
    if asked_back.is_empty() {
        return Ok(());
    }
    Err(Failure::AskedBack { lines: asked_back })
}

/// Takes out the measures that are possible and doubtful: each with what it may be instead.
fn take_doubtful(journal: &Journal, entry: &mut DailyEntry) -> Result<Vec<Doubt>, JournalError> {
    let doubts = journal.doubts(entry)?;
    for doubt in &doubts {
        match doubt.what {
            Measure::Temperature => entry.measures.temperature = None,
            Measure::Weight => entry.measures.weight = None,
        }
    }
    Ok(doubts)
}

fn answer(words: &Words, recorded: Option<&Recorded>, doubts: &[Doubt]) -> Value {
    let prompt = recorded.and_then(|recorded| recorded.prompt.as_ref());
    let doubtful: Vec<Value> = doubts.iter().map(|one| shown::doubt_json(words, one)).collect();
    json!({
        "id": recorded.map(|recorded| recorded.id.to_string()),
        "prompt": prompt.map(|open| shown::open_json(words, open)),
        "doubtful": doubtful,
    })
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
