//! The rows of what stands around the symptoms: questions, support, consents, medicines, wishes, changes of treatment.

use std::borrow::Cow;

use vigie_model::{
    CareEvent, Consent, Day, Intake, Invalid, Label, Medicine, Note, Question, QuestionAnswer,
    SupportSession, TreatmentChange, Wish, minute_of_day,
};

use super::beside::{joined, known, label, note, parts, time};

/// A question without, and with, an answer.
const QUESTION: [&str; 2] = ["open", "answered"];

/// Reads `<kind>:<rest>`; `None` when it is none of these.
pub(super) fn parse(
    kind: &str,
    rest: &str,
    day: Day,
    value: &str,
) -> Option<Result<CareEvent, Invalid>> {
    Some(match kind {
        "question" => question(rest, day, value).map(CareEvent::Question),
        "support" => support(rest, day, value).map(CareEvent::Support),
        "consent" => consent(rest, day, value).map(CareEvent::Consent),
        "medicine" => medicine(rest, day, value).map(CareEvent::Medicine),
        "intake" => intake(rest, day, value).map(CareEvent::Intake),
        "wish" => wish(rest, day, value).map(CareEvent::Wish),
        "change" => change(rest, day, value).map(CareEvent::Change),
        _ => return None,
    })
}

/// The columns `item` and `value`; `None` for what [`super::Beside`] writes itself.
pub(super) fn written(event: &CareEvent) -> Option<(String, String)> {
    let day = |day: Option<Day>| -> Cow<'_, str> {
        day.map(|day| day.to_string().into()).unwrap_or_default()
    };
    Some(match event {
        CareEvent::Lab(_) | CareEvent::Imaging(_) | CareEvent::Appointment(_) => return None,
        CareEvent::Question(one) => {
            let answer = one.answer.as_ref();
            let item = QUESTION.get(usize::from(answer.is_some())).copied().unwrap_or_default();
            let value = joined([
                one.text.as_str().into(),
                day(answer.map(|answer| answer.day)),
                note(answer.map(|answer| &answer.text)),
            ]);
            (format!("question:{item}"), value)
        }
        CareEvent::Support(one) => {
            let helped = one.helped.map(|helped| helped.code().into()).unwrap_or_default();
            let (with, place) = (label(one.with.as_ref()), label(one.place.as_ref()));
            let value = joined([helped, with, place, note(one.note.as_ref())]);
            (format!("support:{}", one.kind.code()), value)
        }
        CareEvent::Consent(one) => {
            let value = joined([
                one.about.as_str().into(),
                day(one.signed),
                day(one.withdrawn),
                note(one.place.as_ref()),
            ]);
            (format!("consent:{}", one.kind.code()), value)
        }
        CareEvent::Medicine(one) => {
            let value = joined([
                one.name.as_str().into(),
                one.schedule.to_string().into(),
                day(one.until),
                label(one.dose.as_ref()),
            ]);
            (format!("medicine:{}", one.kind.code()), value)
        }
        CareEvent::Intake(one) => {
            let value = joined([
                one.medicine.as_str().into(),
                time(one.minute),
                one.relief.map(|relief| relief.code().into()).unwrap_or_default(),
                note(one.reason.as_ref()),
            ]);
            (format!("intake:{}", one.status.code()), value)
        }
        CareEvent::Wish(one) => {
            let value = joined([label(one.who.as_ref()), note(one.place.as_ref())]);
            (format!("wish:{}", one.kind.code()), value)
        }
        CareEvent::Change(one) => {
            let value = joined([
                label(one.treatment.as_ref()),
                day(one.until),
                one.reason.map(|reason| reason.code().into()).unwrap_or_default(),
                note(one.note.as_ref()),
            ]);
            (format!("change:{}", one.kind.code()), value)
        }
    })
}

fn question(state: &str, day: Day, value: &str) -> Result<Question, Invalid> {
    let [text, on, answer] = parts("question", value)?;
    let text = Note::new("question", &text)?;
    let answer = match QUESTION.iter().position(|one| *one == state) {
        Some(0) if on.is_empty() && answer.is_empty() => None,
        Some(1) => {
            let day = known(&on, str::parse)?.unwrap_or(day);
            Some(QuestionAnswer { day, text: Note::new("answer", &answer)? })
        }
        _ => return Err(Invalid::new("question", vigie_model::Allowed::KnownCode)),
    };
    Ok(Question { day, text, answer })
}

fn support(kind: &str, day: Day, value: &str) -> Result<SupportSession, Invalid> {
    let kind = kind.parse()?;
    let [helped, with, place, said] = parts("support", value)?;
    Ok(SupportSession {
        day,
        kind,
        with: known(&with, |text| Label::new("support", text))?,
        place: known(&place, |text| Label::new("support", text))?,
        helped: known(&helped, str::parse)?,
        note: known(&said, |text| Note::new("support", text))?,
    })
}

fn consent(kind: &str, day: Day, value: &str) -> Result<Consent, Invalid> {
    let kind = kind.parse()?;
    let [about, signed, withdrawn, place] = parts("consent", value)?;
    Ok(Consent {
        day,
        kind,
        about: Label::new("consent", &about)?,
        signed: known(&signed, str::parse)?,
        withdrawn: known(&withdrawn, str::parse)?,
        place: known(&place, |text| Note::new("consent", text))?,
    })
}

fn medicine(kind: &str, day: Day, value: &str) -> Result<Medicine, Invalid> {
    let kind = kind.parse()?;
    let [name, schedule, until, dose] = parts("medicine", value)?;
    Ok(Medicine {
        day,
        name: Label::new("medicine", &name)?,
        kind,
        dose: known(&dose, |text| Label::new("medicine", text))?,
        schedule: schedule.parse()?,
        until: known(&until, str::parse)?,
    })
}

fn intake(status: &str, day: Day, value: &str) -> Result<Intake, Invalid> {
    let status = status.parse()?;
    let [medicine, at, relief, reason] = parts("intake", value)?;
    Ok(Intake {
        day,
        medicine: Label::new("medicine", &medicine)?,
        minute: known(&at, minute_of_day)?,
        status,
        reason: known(&reason, |text| Note::new("intake", text))?,
        relief: known(&relief, str::parse)?,
    })
}

fn wish(kind: &str, day: Day, value: &str) -> Result<Wish, Invalid> {
    let kind = kind.parse()?;
    let [who, place] = parts("wish", value)?;
    Ok(Wish {
        day,
        kind,
        who: known(&who, |text| Label::new("wish", text))?,
        place: known(&place, |text| Note::new("wish", text))?,
    })
}

fn change(kind: &str, day: Day, value: &str) -> Result<TreatmentChange, Invalid> {
    let kind = kind.parse()?;
    let [treatment, until, reason, said] = parts("change", value)?;
    Ok(TreatmentChange {
        day,
        kind,
        treatment: known(&treatment, |text| Label::new("treatment", text))?,
        until: known(&until, str::parse)?,
        reason: known(&reason, str::parse)?,
        note: known(&said, |text| Note::new("change", text))?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::TableCell;
    use super::*;
    use vigie_model::Allowed;

    fn day() -> Day {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn every_row_around_the_symptoms_reads_back_as_it_was_written() {
        for (item, value) in [
            ("question:open", "Pourquoi ai-je froid ?"),
            ("question:open", r"a \| b"),
            ("question:answered", "Why? | 2026-11-23 | Because."),
            ("support:hypnosis", ""),
            ("support:auriculotherapy", "little | Mme Roux | hôpital de jour | Je dors mieux."),
            ("consent:trial", "NCT00000000 | 2026-11-23"),
            ("consent:leaflet", "dexaméthasone | | | dans le tiroir"),
            ("medicine:anticancer", "capécitabine | 08:00,20:00 14/7 | 2027-02-01 | 3 comprimés"),
            ("medicine:painkiller", "morphine | as-needed"),
            ("intake:taken", "morphine | 14:05 | good"),
            ("intake:missed", "capécitabine | 08:00 | | nausée"),
            ("intake:late", "capécitabine"),
            ("wish:trusted-person", "Paul"),
            ("wish:directives", "| chez le notaire"),
            ("change:delayed", "FOLFOX | 2026-11-30 | toxicity | globules trop bas"),
            ("change:paused", ""),
        ] {
            let cell = TableCell::parse(day(), item, value).unwrap();
            assert_eq!((cell.item().as_ref(), cell.value().as_str()), (item, value));
        }
    }

    #[test]
    fn what_is_refused_names_the_field_and_what_it_accepts() {
        for (item, value, field, allowed) in [
            ("question:open", "", "question", Allowed::NotEmpty),
            ("question:open", "Q | 2026-11-23 | A", "question", Allowed::KnownCode),
            ("question:answered", "Q", "answer", Allowed::NotEmpty),
            ("question:later", "Q", "question", Allowed::KnownCode),
            ("support:tea", "", "support", Allowed::KnownCode),
            ("support:hypnosis", "great", "helped", Allowed::KnownCode),
            ("consent:trial", "", "consent", Allowed::NotEmpty),
            ("consent:trial", "T | soon", "date", Allowed::Date),
            ("medicine:other", "M", "schedule", Allowed::Schedule),
            ("medicine:other", "M | 8", "schedule", Allowed::Schedule),
            ("intake:half", "M", "intake", Allowed::KnownCode),
            ("intake:taken", "M | 25:00", "time", Allowed::Time),
            ("intake:taken", "M | | lots", "relief", Allowed::KnownCode),
            ("wish:king", "", "wish", Allowed::KnownCode),
            ("wish:directives", "a | b | c", "wish", Allowed::Parts(2)),
            ("change:paused", "x | | because", "reason", Allowed::KnownCode),
        ] {
            let refused = TableCell::parse(day(), item, value).unwrap_err();
            assert_eq!(refused, Invalid::new(field, allowed), "{item} {value}");
        }
    }
}
