//! The table of stories as values of the core: what a step holds, and that nothing in it is passed over unread.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::str::FromStr;

use serde_json::{Map, Value};
use vigie_journal::{
    Alarm, Answer, Appointment, AppointmentKind, Author, By, CareContact, CareEvent, CareRole,
    Conclusion, DailyEntry, ImagingKind, ImagingStudy, Intake, IntakeStatus, LabResult, Label,
    Medicine, MedicineKind, Note, PainDetail, PainQuality, Painkiller, PerformanceStatus, Profile,
    Question, QuestionAnswer, Rating, Temperature, TreatmentKind, TreatmentLine, Weight,
};

/// Why a story cannot be read or does not end as it says.
pub type Told<T> = Result<T, String>;

/// The fields of a step, or of a value in it. Each has to be read: a slip of the pen in the table is an error.
pub struct Fields<'a> {
    map: &'a Map<String, Value>,
    read: RefCell<BTreeSet<&'static str>>,
}

impl<'a> Fields<'a> {
    pub fn of(value: &'a Value) -> Told<Self> {
        let map = value.as_object().ok_or_else(|| format!("no object: {value}"))?;
        Ok(Self { map, read: RefCell::default() })
    }

    pub fn get(&self, key: &'static str) -> Option<&'a Value> {
        self.read.borrow_mut().insert(key);
        self.map.get(key)
    }

    pub fn value(&self, key: &'static str) -> Told<&'a Value> {
        self.get(key).ok_or_else(|| format!("'{key}' is missing"))
    }

    pub fn text(&self, key: &'static str) -> Told<&'a str> {
        text(self.value(key)?)
    }

    pub fn number(&self, key: &'static str) -> Told<u64> {
        number(self.value(key)?)
    }

    pub fn is(&self, key: &'static str) -> Told<bool> {
        Ok(self.maybe(key, flag)?.unwrap_or(false))
    }

    /// A field that may be left out.
    pub fn maybe<T>(
        &self,
        key: &'static str,
        read: impl Fn(&'a Value) -> Told<T>,
    ) -> Told<Option<T>> {
        self.get(key).map(|value| read(value).map_err(|why| format!("{key}: {why}"))).transpose()
    }

    /// A list that may be left out.
    pub fn list<T>(&self, key: &'static str, read: impl Fn(&'a Value) -> Told<T>) -> Told<Vec<T>> {
        Ok(self.maybe(key, |value| list(value, &read))?.unwrap_or_default())
    }

    /// What nobody asked for is a mistake of the table, or of the runner.
    pub fn done(&self) -> Told<()> {
        let read = self.read.borrow();
        match self.map.keys().find(|key| !read.contains(key.as_str())) {
            Some(key) => Err(format!("'{key}' is not known here")),
            None => Ok(()),
        }
    }
}

pub fn text(value: &Value) -> Told<&str> {
    value.as_str().ok_or_else(|| format!("no text: {value}"))
}

pub fn number(value: &Value) -> Told<u64> {
    value.as_u64().ok_or_else(|| format!("no count: {value}"))
}

pub fn flag(value: &Value) -> Told<bool> {
    value.as_bool().ok_or_else(|| format!("neither true nor false: {value}"))
}

pub fn list<'a, T>(value: &'a Value, read: impl Fn(&'a Value) -> Told<T>) -> Told<Vec<T>> {
    value.as_array().ok_or_else(|| format!("no list: {value}"))?.iter().map(read).collect()
}

/// Texts, one after the other.
pub fn texts(value: &Value) -> Told<Vec<String>> {
    list(value, |one| Ok(text(one)?.to_owned()))
}

/// Pairs of an object.
pub fn pairs<'a, K: FromStr + Ord, T>(
    value: &'a Value,
    read: impl Fn(&'a Value) -> Told<T>,
) -> Told<BTreeMap<K, T>> {
    let map = value.as_object().ok_or_else(|| format!("no object: {value}"))?;
    map.iter().map(|(key, value)| Ok((parsed(key)?, read(value)?))).collect()
}

fn parsed<T: FromStr>(code: &str) -> Told<T> {
    code.parse().map_err(|_| format!("refused: '{code}'"))
}

/// A value with a code of its own.
pub fn code<T: FromStr>(value: &Value) -> Told<T> {
    parsed(text(value)?)
}

/// `TooUnwell` as `too-unwell`.
pub fn kebab(member: &impl Debug) -> String {
    let mut code = String::new();
    for letter in format!("{member:?}").chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('-');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}

/// The member of a closed list.
pub fn member<T: Debug + Copy>(all: &[T], value: &Value) -> Told<T> {
    let code = text(value)?;
    all.iter().copied().find(|one| kebab(one) == code).ok_or_else(|| format!("no such: '{code}'"))
}

pub fn label(value: &Value) -> Told<Label> {
    Label::new("name", text(value)?).map_err(|error| error.to_string())
}

pub fn note(value: &Value) -> Told<Note> {
    Note::new("note", text(value)?).map_err(|error| error.to_string())
}

/// A minute of the day.
fn minute(value: &Value) -> Told<u16> {
    u16::try_from(number(value)?).map_err(|error| error.to_string())
}

/// A small number: a rating, a state, the days of a cycle.
fn small<T: TryFrom<u8>>(value: &Value) -> Told<T> {
    let small = u8::try_from(number(value)?).map_err(|error| error.to_string())?;
    T::try_from(small).map_err(|_| format!("refused: {small}"))
}

pub fn answer(value: &Value) -> Told<Answer> {
    match value.as_str() {
        Some("skipped") => Ok(Answer::Skipped),
        Some("too-unwell") => Ok(Answer::TooUnwell),
        _ => small::<Rating>(value).map(Answer::Rated),
    }
}

fn pain(value: &Value) -> Told<PainDetail> {
    let fields = Fields::of(value)?;
    let quality = fields.maybe("quality", |value| member(PainQuality::ALL, value))?;
    let detail = PainDetail { quality, wakes_at_night: fields.is("wakes_at_night")? };
    fields.done().map(|()| detail)
}

fn painkiller(value: &Value) -> Told<Painkiller> {
    let fields = Fields::of(value)?;
    let name = label(fields.value("name")?)?;
    let painkiller = Painkiller { name, helped: fields.maybe("helped", flag)? };
    fields.done().map(|()| painkiller)
}

fn named(value: &Value) -> Told<Option<Label>> {
    let fields = Fields::of(value)?;
    let name = fields.maybe("name", label)?;
    fields.done().map(|()| name)
}

/// An entry, or none.
pub fn maybe_entry(value: &Value) -> Told<Option<DailyEntry>> {
    if value.is_null() { Ok(None) } else { entry(value).map(Some) }
}

pub fn entry(value: &Value) -> Told<DailyEntry> {
    let fields = Fields::of(value)?;
    let mut entry = DailyEntry::new(code(fields.value("day")?)?);
    entry.answers = fields.maybe("answers", |value| pairs(value, answer))?.unwrap_or_default();
    entry.state = fields.maybe("state", small::<PerformanceStatus>)?;
    entry.too_unwell = fields.is("too_unwell")?;
    let measure = |value: &Value| Ok(value.to_string());
    let (degrees, kilos) =
        (fields.maybe("temperature", measure)?, fields.maybe("weight", measure)?);
    let refused = |error: vigie_journal::Invalid| error.to_string();
    entry.measures.temperature =
        degrees.map(|text| Temperature::parse(&text)).transpose().map_err(refused)?;
    entry.measures.weight = kilos.map(|text| Weight::parse(&text)).transpose().map_err(refused)?;
    entry.ticks.extend(fields.list("ticks", |value| member(Alarm::ALL, value))?);
    entry.pains = fields.maybe("pains", |value| pairs(value, pain))?.unwrap_or_default();
    entry.same_as_before.extend(fields.list("same_as_before", code)?);
    entry.administration = fields.maybe("administration", named)?;
    entry.painkillers = fields.list("painkillers", painkiller)?;
    entry.note = fields.maybe("note", note)?;
    entry.question = fields.maybe("question", note)?;
    entry.author = author(fields.maybe("caregiver", label)?);
    fields.done().map(|()| entry)
}

fn author(caregiver: Option<Label>) -> Author {
    caregiver.map_or(Author::Person, Author::Caregiver)
}

fn treatment(value: &Value) -> Told<TreatmentLine> {
    let fields = Fields::of(value)?;
    let kind = member(TreatmentKind::ALL, fields.value("kind")?)?;
    let line = TreatmentLine {
        regimen: fields.maybe("regimen", label)?,
        cycle_days: fields.maybe("cycle_days", small)?,
        started: fields.maybe("started", code)?,
        ..TreatmentLine::new(kind)
    };
    fields.done().map(|()| line)
}

fn contact(value: &Value) -> Told<CareContact> {
    let fields = Fields::of(value)?;
    let contact = CareContact {
        role: member(CareRole::ALL, fields.value("role")?)?,
        name: label(fields.value("name")?)?,
        phone: label(fields.value("phone")?)?,
        hours: fields.maybe("hours", code)?,
        out_of_hours: fields.maybe("out_of_hours", label)?,
    };
    fields.done().map(|()| contact)
}

/// The profile that a step tells.
pub fn profile(fields: &Fields<'_>) -> Told<Profile> {
    Ok(Profile {
        name: fields.maybe("name", label)?,
        list: list(fields.value("list")?, code)?,
        treatments: fields.list("treatments", treatment)?,
        contacts: fields.list("contacts", contact)?,
        ..Profile::default()
    })
}

fn answered(value: &Value) -> Told<QuestionAnswer> {
    let fields = Fields::of(value)?;
    let answer =
        QuestionAnswer { day: code(fields.value("day")?)?, text: note(fields.value("text")?)? };
    fields.done().map(|()| answer)
}

fn told(kind: &str, fields: &Fields<'_>) -> Told<CareEvent> {
    let day = code(fields.value("day")?)?;
    Ok(match kind {
        "question" => CareEvent::Question(Question {
            day,
            text: note(fields.value("text")?)?,
            answer: fields.maybe("answer", answered)?,
        }),
        "appointment" => CareEvent::Appointment(Appointment {
            day,
            minute: fields.maybe("minute", minute)?,
            kind: member(AppointmentKind::ALL, fields.value("kind")?)?,
            with: fields.maybe("with", label)?,
            place: None,
            decision: fields.maybe("decision", note)?,
        }),
        "lab" => CareEvent::Lab(LabResult {
            day,
            name: label(fields.value("name")?)?,
            value: code(fields.value("value")?)?,
            unit: fields.maybe("unit", label)?,
            range: fields.maybe("range", code)?,
        }),
        "imaging" => CareEvent::Imaging(ImagingStudy {
            day,
            kind: member(ImagingKind::ALL, fields.value("kind")?)?,
            place: None,
            conclusion: member(Conclusion::ALL, fields.value("conclusion")?)?,
            told: fields.maybe("told", note)?,
        }),
        "medicine" => CareEvent::Medicine(Medicine {
            day,
            name: label(fields.value("name")?)?,
            kind: member(MedicineKind::ALL, fields.value("kind")?)?,
            dose: fields.maybe("dose", label)?,
            schedule: code(fields.value("schedule")?)?,
            until: fields.maybe("until", code)?,
        }),
        "intake" => CareEvent::Intake(Intake {
            day,
            medicine: label(fields.value("medicine")?)?,
            minute: fields.maybe("minute", minute)?,
            status: member(IntakeStatus::ALL, fields.value("status")?)?,
            reason: fields.maybe("reason", note)?,
            relief: None,
        }),
        other => return Err(format!("no such event: '{other}'")),
    })
}

/// What a step tells of what stands around the symptoms, and who told it.
pub fn care(step: &Fields<'_>) -> Told<By<CareEvent>> {
    let event = step.value("event")?;
    let one = event.as_object().filter(|map| map.len() == 1).and_then(|map| map.iter().next());
    let (kind, value) = one.ok_or_else(|| format!("not one event: {event}"))?;
    let fields = Fields::of(value)?;
    let told = told(kind, &fields)?;
    fields.done()?;
    Ok(By { author: author(step.maybe("by", label)?), told })
}
