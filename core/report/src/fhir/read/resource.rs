//! One resource after the other: which rows it says.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde_json::Value;
use vigie_model::{
    Allowed, Answer, CareEvent, Consent, ConsentKind, Day, Invalid, Item, Label, Moment,
};
use vigie_watch::{Outcome, Prompt, PromptLevel};

use super::super::codes::{ABSENT, LOINC};
use super::super::measures::{TEMPERATURE, Vital, WEIGHT};
use super::refused;
use super::value::{all, at, code, day, moment, own_code, text};
use crate::table::{Beside, PromptRow, TableCell, TableError, TableRow};

/// A row, or why it is none.
type Row = Result<TableRow, TableError>;
/// What one resource says of a day.
type Said = Result<(Day, TableCell), Invalid>;

/// States of a resource that is not to be believed.
const VOID: [&str; 3] = ["entered-in-error", "cancelled", "not-done"];

/// Details of a `Patient` by which anybody would know whose diary it is.
const IDENTIFYING: [(&str, &str); 7] = [
    ("name", "Patient.name"),
    ("telecom", "Patient.telecom"),
    ("address", "Patient.address"),
    ("birthDate", "Patient.birthDate"),
    ("photo", "Patient.photo"),
    ("contact", "Patient.contact"),
    ("identifier", "Patient.identifier"),
];

/// What was read so far of a file: an answer to a request for contact may stand far from the request.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) identifying: BTreeSet<&'static str>,
    requests: Vec<Request>,
    outcomes: HashMap<String, Vec<Outcome>>,
}

/// A request for contact, under the names by which its outcomes may speak of it.
struct Request {
    line: u64,
    patient: Arc<str>,
    names: Vec<String>,
    prompt: Prompt,
}

impl Reading {
    /// The rows of a resource, or of all that a Bundle holds.
    pub(super) fn take(&mut self, resource: &Value, line: u64) -> Vec<Row> {
        match text(resource, &["resourceType"]) {
            None => vec![refused(line)],
            Some("Bundle") => {
                let entries = all(resource, "entry").zip(1..);
                let rows = entries.flat_map(|(entry, place)| match entry.get("resource") {
                    Some(resource) => self.one(resource, text(entry, &["fullUrl"]), place),
                    None => vec![refused(place)],
                });
                rows.collect()
            }
            Some(_) => self.one(resource, None, line),
        }
    }

    fn one(&mut self, resource: &Value, url: Option<&str>, line: u64) -> Vec<Row> {
        let void = text(resource, &["status"]).is_some_and(|status| VOID.contains(&status));
        let said = match text(resource, &["resourceType"]) {
            None => return vec![refused(line)],
            Some("Patient") => {
                self.identified(resource);
                return Vec::new();
            }
            // Nobody reached is `not-done`, and is what became of the request.
            Some("Communication") => {
                return self
                    .communication(resource, url, line)
                    .err()
                    .into_iter()
                    .map(bad(line))
                    .collect();
            }
            Some("Observation") if !void => observation(resource),
            Some("Procedure") if !void => procedure(resource).into_iter().collect(),
            Some("Consent") if !void => vec![consent(resource)],
            Some(_) => return Vec::new(),
        };
        if said.is_empty() {
            return Vec::new();
        }
        match subject(resource) {
            Err(invalid) => vec![bad(line)(invalid)],
            Ok(patient) => said.into_iter().map(|said| row(line, &patient, said)).collect(),
        }
    }

    fn identified(&mut self, patient: &Value) {
        let there = |(field, _): &&(&str, &str)| match *field {
            // A UUID is nobody's number; an insurance's or a hospital's is.
            "identifier" => all(patient, "identifier").any(|one| {
                !text(one, &["value"]).is_some_and(|value| value.starts_with("urn:uuid:"))
            }),
            field => all(patient, field).next().is_some(),
        };
        self.identifying.extend(IDENTIFYING.iter().filter(there).map(|(_, name)| *name));
    }

    /// A request, or what came of one.
    fn communication(
        &mut self,
        resource: &Value,
        url: Option<&str>,
        line: u64,
    ) -> Result<(), Invalid> {
        if text(resource, &["status"]) == Some("entered-in-error") {
            return Ok(());
        }
        match all(resource, "category").find_map(own_code) {
            Some("outcome") => {
                let about = all(resource, "inResponseTo").find_map(|one| text(one, &["reference"]));
                let kind = at(resource, &["statusReason"]).and_then(own_code);
                let when = all(resource, "note").find_map(|note| text(note, &["time"]));
                let (Some(about), Some(kind)) = (about, kind) else {
                    return Err(Invalid::new("outcome", Allowed::KnownCode));
                };
                let kind = kind.strip_prefix("outcome-").unwrap_or(kind).parse()?;
                let at = told(when.or_else(|| text(resource, &["sent"])))?;
                let outcome = Outcome { at, kind, contact: None, advice: None };
                self.outcomes.entry(about.to_owned()).or_default().push(outcome);
            }
            Some(code) if code.starts_with("prompt-") => {
                let said = code.trim_start_matches("prompt-");
                let level = said.strip_suffix("-at-once").unwrap_or(said);
                let known = |one: &PromptLevel| one.code() == level;
                let level = [PromptLevel::Mention, PromptLevel::Today, PromptLevel::Now]
                    .into_iter()
                    .find(known);
                let level = level.ok_or_else(|| Invalid::new("prompt", Allowed::KnownCode))?;
                let at_once = said.ends_with("-at-once");
                let at = told(text(resource, &["sent"]))?;
                let id = text(resource, &["id"]).map(|id| format!("Communication/{id}"));
                self.requests.push(Request {
                    line,
                    patient: subject(resource)?,
                    names: url.map(str::to_owned).into_iter().chain(id).collect(),
                    prompt: Prompt {
                        day: at.day(),
                        at,
                        level,
                        at_once,
                        // Its reasons are words there; the replay finds its own.
                        findings: Vec::new(),
                        pack: String::new(),
                        pack_version: 0,
                    },
                });
            }
            _ => {}
        }
        Ok(())
    }

    /// The requests with what came of them, at the end of the file.
    pub(super) fn prompts(&mut self) -> Vec<Row> {
        let requests = std::mem::take(&mut self.requests).into_iter();
        let rows = requests.map(|request| {
            let of_it = request.names.iter().filter_map(|name| self.outcomes.remove(name));
            let mut outcomes: Vec<Outcome> = of_it.flatten().collect();
            outcomes.sort_by_key(|outcome| outcome.at.utc_millis);
            let (day, prompt) = (request.prompt.day, request.prompt);
            let row = PromptRow { prompt, outcomes, felt: None };
            let cell = TableCell::Beside(Box::new(Beside::Prompt(row)));
            Ok(TableRow { line: request.line, patient: request.patient, day, cell })
        });
        rows.collect()
    }
}

fn row(line: u64, patient: &Arc<str>, said: Said) -> Row {
    let (day, cell) = said.map_err(|invalid| TableError::Row { line, cause: invalid.into() })?;
    Ok(TableRow { line, patient: Arc::clone(patient), day, cell })
}

fn bad(line: u64) -> impl Fn(Invalid) -> Row {
    move |invalid| Err(TableError::Row { line, cause: invalid.into() })
}

fn told(written: Option<&str>) -> Result<Moment, Invalid> {
    written.and_then(moment).ok_or_else(|| Invalid::new("date", Allowed::Date))
}

/// Whose it is: the last part of the reference, without what only says which kind of name it is. An identifier in its place is
/// no pseudonym: in a hospital's record it is the number of the person there.
fn subject(resource: &Value) -> Result<Arc<str>, Invalid> {
    let whose = ["subject", "patient"].into_iter().find_map(|name| resource.get(name));
    let reference = whose.and_then(|whose| text(whose, &["reference"]));
    let id = reference.map(|text| {
        let whose = text.split_once("/_history/").map_or(text, |(whose, _)| whose);
        whose.rsplit('/').next().unwrap_or(whose).trim_start_matches("urn:uuid:")
    });
    match id {
        Some(id) if !id.trim().is_empty() => Ok(id.into()),
        _ => Err(Invalid::new("patient", Allowed::NotEmpty)),
    }
}

/// A day's answers, a pain, a measure, a change of treatment; nothing when it is about something else.
fn observation(resource: &Value) -> Vec<Said> {
    let when = ["effectiveDateTime", "effectiveInstant"]
        .into_iter()
        .find_map(|name| text(resource, &[name]));
    let day = || day(when.unwrap_or_default());
    let on_its_day = |cell: Result<TableCell, Invalid>| Ok((day()?, cell?));
    let concept = resource.get("code").unwrap_or(&Value::Null);
    let vital =
        [TEMPERATURE, WEIGHT].into_iter().find(|one| code(concept, LOINC) == Some(one.loinc.0));
    if let Some(vital) = vital {
        return vec![on_its_day(measure(resource, &vital))];
    }
    match own_code(concept) {
        Some("check-in") => {
            all(resource, "component").map(|component| on_its_day(answer(component))).collect()
        }
        Some("pain") => vec![on_its_day(pain(resource))],
        Some("treatment-change") => vec![on_its_day(Ok(TableCell::TreatmentChange(named(text(
            resource,
            &["valueString"],
        )))))],
        _ => Vec::new(),
    }
}

/// One component of a day: our code, or a symptom of the person's own under its name.
fn answer(component: &Value) -> Result<TableCell, Invalid> {
    let concept = component.get("code").unwrap_or(&Value::Null);
    let item = match own_code(concept) {
        Some("general-state") => "performance".to_owned(),
        Some(code) => code.to_owned(),
        None => format!("own:{}", text(concept, &["text"]).unwrap_or_default()),
    };
    let cell = TableCell::parse(Day::FIRST, &item, &rating(component))?;
    match cell {
        TableCell::Answer(..) | TableCell::State(_) => Ok(cell),
        _ => Err(Invalid::new("item", Allowed::Item)),
    }
}

fn pain(resource: &Value) -> Result<TableCell, Invalid> {
    let site = resource.get("bodySite").and_then(own_code);
    let site = site.and_then(|code| code.strip_prefix("site-"));
    let item: Item = format!("pain:{}", site.unwrap_or_default()).parse()?;
    let answer = Answer::parse("pain", &rating(resource))?;
    Ok(TableCell::Answer(item, answer))
}

/// The value as a row of the table has it: a rating, or which silence it is.
fn rating(value: &Value) -> String {
    if let Some(number) = value.get("valueInteger") {
        return number.to_string();
    }
    let absent = value.get("dataAbsentReason").and_then(|reason| code(reason, ABSENT));
    match absent {
        Some("asked-declined") => "skipped".to_owned(),
        Some("not-performed") => "too-unwell".to_owned(),
        _ => String::new(),
    }
}

/// A measure in its own unit: one in another is refused, for nobody converts a fever by guessing.
fn measure(resource: &Value, vital: &Vital) -> Result<TableCell, Invalid> {
    let quantity = resource.get("valueQuantity").unwrap_or(&Value::Null);
    let unit = text(quantity, &["code"]).or_else(|| text(quantity, &["unit"]));
    let number = quantity.get("value").filter(|_| unit == Some(vital.unit.1));
    let written = number.map(ToString::to_string).unwrap_or_default();
    TableCell::parse(Day::FIRST, vital.kind, &written)
}

/// A day treatment was given.
fn procedure(resource: &Value) -> Option<Said> {
    let category = resource.get("category")?;
    if own_code(category)? != "administration" {
        return None;
    }
    let name =
        text(resource, &["code", "text"]).filter(|name| Some(*name) != text(category, &["text"]));
    let day = day(text(resource, &["performedDateTime"]).unwrap_or_default());
    Some(day.map(|day| (day, TableCell::Administration(named(name)))))
}

/// Consent to the use of data, given or withdrawn. Which use it names is not for this to judge: a withdrawal is one.
fn consent(resource: &Value) -> Said {
    // One that says no day, or none that can be read, is a consent all the same: a withdrawal must not be lost by that.
    let day = text(resource, &["dateTime"]).and_then(|written| day(written).ok());
    let day = day.unwrap_or(Day::FIRST);
    let status = text(resource, &["status"]);
    // R4 says it inside, R5 beside.
    let denied = ["provision", "decision"].into_iter().any(|name| {
        let said = resource.get(name);
        said.and_then(|said| said.as_str().or_else(|| text(said, &["type"]))) == Some("deny")
    });
    let withdrawn = denied || matches!(status, Some("inactive" | "rejected"));
    // A draft or a proposal is no consent yet.
    let given = !withdrawn && status == Some("active");
    let event = CareEvent::Consent(Consent {
        day,
        kind: ConsentKind::Data,
        about: Label::new("consent", "Consent")?,
        signed: given.then_some(day),
        withdrawn: withdrawn.then_some(day),
        place: None,
    });
    Ok((day, TableCell::Beside(Box::new(Beside::Care(event)))))
}

fn named(name: Option<&str>) -> Option<Label> {
    // A name that is no label says no more than none: what counts is the day.
    name.and_then(|name| Label::new("administration", name).ok())
}
