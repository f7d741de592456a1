//! The fields of a record by the names of their options: set from what was typed, and told as text. One place for both, so that
//! whatever can be given is also shown.

use vigie_journal::{
    Appointment, CareEvent, Conclusion, Consent, Day, ImagingStudy, Invalid, LabResult, LabValue,
    Label, Medicine, Note, Question, QuestionAnswer, SupportSession, TreatmentChange, Wish,
    minute_of_day,
};

use super::number;
use super::read::{Reader, given, label_or_none, note_or_none};
use crate::args::around::Typed;
use crate::exit::Failure;

/// A new record with what it cannot be without; of today, until another day is set.
pub fn begun(typed: &Typed, read: Reader) -> Result<CareEvent, Failure> {
    let day = read.today;
    let refused = |name| move |invalid| typed.refused(name, invalid);
    let label = |name: &str| Label::new(name, typed.must(name));
    let kind = typed.must("kind");
    Ok(match typed.command {
        "result" => {
            let (name, value) = (label("name")?, number::value(typed.must("value"))?);
            CareEvent::Lab(LabResult { day, name, value, unit: None, range: None })
        }
        "scan" => CareEvent::Imaging(ImagingStudy {
            day,
            kind: read.code("imaging", kind).map_err(refused("kind"))?,
            place: None,
            conclusion: Conclusion::NotTold,
            told: None,
        }),
        "appointment" => CareEvent::Appointment(Appointment {
            day,
            minute: None,
            kind: read.code("appointment", kind).map_err(refused("kind"))?,
            with: None,
            place: None,
            decision: None,
        }),
        "question" => {
            let text = Note::new("question", typed.must("text"))?;
            CareEvent::Question(Question { day, text, answer: None })
        }
        "support" => CareEvent::Support(SupportSession {
            day,
            kind: read.code("support", kind).map_err(refused("kind"))?,
            with: None,
            place: None,
            helped: None,
            note: None,
        }),
        "consent" => CareEvent::Consent(Consent {
            day,
            kind: read.code("consent", kind).map_err(refused("kind"))?,
            about: label("about")?,
            signed: None,
            withdrawn: None,
            place: None,
        }),
        "medicine" => CareEvent::Medicine(Medicine {
            day,
            name: label("name")?,
            kind: read.code("medicine", kind).map_err(refused("kind"))?,
            dose: None,
            schedule: read.code("schedule", typed.must("at")).map_err(refused("at"))?,
            until: None,
        }),
        "wish" => {
            let kind = read.code("wish", kind).map_err(refused("kind"))?;
            CareEvent::Wish(Wish { day, kind, who: None, place: None })
        }
        _ => CareEvent::Change(TreatmentChange {
            day,
            kind: read.code("change", kind).map_err(refused("kind"))?,
            treatment: None,
            until: None,
            reason: None,
            note: None,
        }),
    })
}

/// The names of its fields, in the order in which they are told.
pub fn names(event: &CareEvent) -> &'static [&'static str] {
    match event {
        CareEvent::Lab(_) => &["date", "name", "value", "unit", "range"],
        CareEvent::Imaging(_) => &["date", "kind", "place", "conclusion", "told"],
        CareEvent::Appointment(_) => &["date", "time", "kind", "with", "place", "decision"],
        CareEvent::Question(_) => &["date", "text", "answer", "answered"],
        CareEvent::Support(_) => &["date", "kind", "with", "place", "helped", "note"],
        CareEvent::Consent(_) => &["date", "kind", "about", "signed", "withdrawn", "place"],
        CareEvent::Medicine(_) => &["since", "name", "kind", "at", "dose", "until"],
        CareEvent::Intake(_) => &["date", "name", "at", "status", "relief", "reason"],
        CareEvent::Wish(_) => &["date", "kind", "who", "place"],
        CareEvent::Change(_) => &["date", "kind", "treatment", "until", "reason", "note"],
    }
}

/// Sets a field; an empty text takes away what may be missing. Gives whether the record has such a field.
pub fn set(event: &mut CareEvent, name: &str, text: &str, read: Reader) -> Result<bool, Failure> {
    let label = || label_or_none(name, text);
    let note = || note_or_none(name, text);
    match (event, name) {
        (CareEvent::Medicine(one), "since") => one.day = read.day(text)?,
        (CareEvent::Medicine(_), "date") => return Ok(false),
        (one, "date") => *day_of(one) = read.day(text)?,

        (CareEvent::Lab(one), "name") => one.name = Label::new(name, text)?,
        (CareEvent::Lab(one), "value") => one.value = number::value(text)?,
        (CareEvent::Lab(one), "unit") => one.unit = label()?,
        (CareEvent::Lab(one), "range") => one.range = number::range_or_none(text)?,

        (CareEvent::Imaging(one), "kind") => one.kind = read.code("imaging", text)?,
        (CareEvent::Imaging(one), "place") => one.place = label()?,
        (CareEvent::Imaging(one), "conclusion") => one.conclusion = read.code(name, text)?,
        (CareEvent::Imaging(one), "told") => one.told = note()?,

        (CareEvent::Appointment(one), "kind") => one.kind = read.code("appointment", text)?,
        (CareEvent::Appointment(one), "time") => one.minute = minute(text)?,
        (CareEvent::Appointment(one), "with") => one.with = label()?,
        (CareEvent::Appointment(one), "place") => one.place = label()?,
        (CareEvent::Appointment(one), "decision") => one.decision = note()?,

        (CareEvent::Question(one), "text") => one.text = Note::new("question", text)?,
        (CareEvent::Question(one), "answer") => {
            let day = one.answer.as_ref().map_or(read.today, |answer| answer.day);
            one.answer = note()?.map(|text| QuestionAnswer { day, text });
        }
        // The day of an answer goes with it.
        (CareEvent::Question(one), "answered") => match &mut one.answer {
            Some(answer) => answer.day = read.day(text)?,
            None => return Ok(false),
        },

        (CareEvent::Support(one), "kind") => one.kind = read.code("support", text)?,
        (CareEvent::Support(one), "with") => one.with = label()?,
        (CareEvent::Support(one), "place") => one.place = label()?,
        (CareEvent::Support(one), "helped") => one.helped = read.code_or_none(name, text)?,
        (CareEvent::Support(one), "note") => one.note = note()?,

        (CareEvent::Consent(one), "kind") => one.kind = read.code("consent", text)?,
        (CareEvent::Consent(one), "about") => one.about = Label::new(name, text)?,
        (CareEvent::Consent(one), "signed") => one.signed = read.day_or_none(text)?,
        (CareEvent::Consent(one), "withdrawn") => one.withdrawn = read.day_or_none(text)?,
        (CareEvent::Consent(one), "place") => one.place = note()?,

        (CareEvent::Medicine(one), "name") => one.name = Label::new(name, text)?,
        (CareEvent::Medicine(one), "kind") => one.kind = read.code("medicine", text)?,
        (CareEvent::Medicine(one), "at") => one.schedule = read.code("schedule", text)?,
        (CareEvent::Medicine(one), "dose") => one.dose = label()?,
        (CareEvent::Medicine(one), "until") => one.until = read.day_or_none(text)?,

        (CareEvent::Intake(one), "name") => one.medicine = Label::new(name, text)?,
        (CareEvent::Intake(one), "at") => one.minute = minute(text)?,
        (CareEvent::Intake(one), "status") => one.status = read.code("intake", text)?,
        (CareEvent::Intake(one), "relief") => one.relief = read.code_or_none(name, text)?,
        (CareEvent::Intake(one), "reason") => one.reason = note()?,

        (CareEvent::Wish(one), "kind") => one.kind = read.code("wish", text)?,
        (CareEvent::Wish(one), "who") => one.who = label()?,
        (CareEvent::Wish(one), "place") => one.place = note()?,

        (CareEvent::Change(one), "kind") => one.kind = read.code("change", text)?,
        (CareEvent::Change(one), "treatment") => one.treatment = label()?,
        (CareEvent::Change(one), "until") => one.until = read.day_or_none(text)?,
        (CareEvent::Change(one), "reason") => one.reason = read.code_or_none(name, text)?,
        (CareEvent::Change(one), "note") => one.note = note()?,
        _ => return Ok(false),
    }
    Ok(true)
}

/// What a field says, as it would be typed; `None` when it is not known.
pub fn told(event: &CareEvent, name: &str) -> Option<String> {
    let label = |label: &Option<Label>| label.as_ref().map(|it| it.as_str().to_owned());
    let note = |note: &Option<Note>| note.as_ref().map(|it| it.as_str().to_owned());
    let day = |day: &Option<Day>| day.map(|day| day.to_string());
    match (event, name) {
        (one, "date" | "since") => Some(one.day().to_string()),
        (CareEvent::Lab(one), "name") => Some(one.name.as_str().to_owned()),
        (CareEvent::Lab(one), "value") => Some(LabValue::to_string(&one.value)),
        (CareEvent::Lab(one), "unit") => label(&one.unit),
        (CareEvent::Lab(one), "range") => one.range.map(|range| range.to_string()),
        (CareEvent::Imaging(one), "kind") => Some(one.kind.code().to_owned()),
        (CareEvent::Imaging(one), "place") => label(&one.place),
        (CareEvent::Imaging(one), "conclusion") => Some(one.conclusion.code().to_owned()),
        (CareEvent::Imaging(one), "told") => note(&one.told),
        (CareEvent::Appointment(one), "kind") => Some(one.kind.code().to_owned()),
        (CareEvent::Appointment(one), "time") => one.minute.map(clock),
        (CareEvent::Appointment(one), "with") => label(&one.with),
        (CareEvent::Appointment(one), "place") => label(&one.place),
        (CareEvent::Appointment(one), "decision") => note(&one.decision),
        (CareEvent::Question(one), "text") => Some(one.text.as_str().to_owned()),
        (CareEvent::Question(one), "answer") => {
            one.answer.as_ref().map(|answer| answer.text.as_str().to_owned())
        }
        (CareEvent::Question(one), "answered") => {
            one.answer.as_ref().map(|answer| answer.day.to_string())
        }
        (CareEvent::Support(one), "kind") => Some(one.kind.code().to_owned()),
        (CareEvent::Support(one), "with") => label(&one.with),
        (CareEvent::Support(one), "place") => label(&one.place),
        (CareEvent::Support(one), "helped") => one.helped.map(|it| it.code().to_owned()),
        (CareEvent::Support(one), "note") => note(&one.note),
        (CareEvent::Consent(one), "kind") => Some(one.kind.code().to_owned()),
        (CareEvent::Consent(one), "about") => Some(one.about.as_str().to_owned()),
        (CareEvent::Consent(one), "signed") => day(&one.signed),
        (CareEvent::Consent(one), "withdrawn") => day(&one.withdrawn),
        (CareEvent::Consent(one), "place") => note(&one.place),
        (CareEvent::Medicine(one), "name") => Some(one.name.as_str().to_owned()),
        (CareEvent::Medicine(one), "kind") => Some(one.kind.code().to_owned()),
        (CareEvent::Medicine(one), "at") => Some(one.schedule.to_string()),
        (CareEvent::Medicine(one), "dose") => label(&one.dose),
        (CareEvent::Medicine(one), "until") => day(&one.until),
        (CareEvent::Intake(one), "name") => Some(one.medicine.as_str().to_owned()),
        (CareEvent::Intake(one), "at") => one.minute.map(clock),
        (CareEvent::Intake(one), "status") => Some(one.status.code().to_owned()),
        (CareEvent::Intake(one), "relief") => one.relief.map(|it| it.code().to_owned()),
        (CareEvent::Intake(one), "reason") => note(&one.reason),
        (CareEvent::Wish(one), "kind") => Some(one.kind.code().to_owned()),
        (CareEvent::Wish(one), "who") => label(&one.who),
        (CareEvent::Wish(one), "place") => note(&one.place),
        (CareEvent::Change(one), "kind") => Some(one.kind.code().to_owned()),
        (CareEvent::Change(one), "treatment") => label(&one.treatment),
        (CareEvent::Change(one), "until") => day(&one.until),
        (CareEvent::Change(one), "reason") => one.reason.map(|it| it.code().to_owned()),
        (CareEvent::Change(one), "note") => note(&one.note),
        _ => None,
    }
}

/// A time of day for programs: `09:30`.
pub fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn minute(text: &str) -> Result<Option<u16>, Invalid> {
    given(text).map(minute_of_day).transpose()
}

fn day_of(event: &mut CareEvent) -> &mut Day {
    match event {
        CareEvent::Lab(one) => &mut one.day,
        CareEvent::Imaging(one) => &mut one.day,
        CareEvent::Appointment(one) => &mut one.day,
        CareEvent::Question(one) => &mut one.day,
        CareEvent::Support(one) => &mut one.day,
        CareEvent::Consent(one) => &mut one.day,
        CareEvent::Medicine(one) => &mut one.day,
        CareEvent::Intake(one) => &mut one.day,
        CareEvent::Wish(one) => &mut one.day,
        CareEvent::Change(one) => &mut one.day,
    }
}
