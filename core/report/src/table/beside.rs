//! What a row says beside the entries: a treatment line, a result, a scan, an appointment, a prompt.
//!
//! A value has a few parts separated by `|`, in a fixed order; what is not known is left empty, and empty parts at the end are
//! left away. `\|` is a `|` inside a part, and `\\` a backslash.

use std::borrow::Cow;

use vigie_model::{
    Allowed, Appointment, CareEvent, Conclusion, Day, ImagingStudy, Invalid, LabResult, Label,
    Note, ReferenceRange, TreatmentLine, minute_of_day,
};

use super::{PromptRow, around};

/// What a row says that is no part of an entry.
#[derive(Debug, Clone, PartialEq)]
pub enum Beside {
    /// `treatment:<kind>`, on its first day: regimen, days of a cycle, last day, why it ended, alteration, and of a trial the
    /// phase, the sponsor and the number.
    Treatment(TreatmentLine),
    /// `lab:<name>`: number and unit, range. `imaging:<kind>`: conclusion, place, what was told. `appointment:<kind>`: time, with
    /// whom, where, what was decided. What the other kinds hold stands in `around.rs`.
    Care(CareEvent),
    /// `prompt`: everything in JSON.
    Prompt(PromptRow),
}

/// The first day of a treatment of which nobody knows when it began.
const NOT_KNOWN: Day = Day::FIRST;

impl Beside {
    /// Reads `<kind>:<rest>` with its value; `None` when the kind is none of these.
    pub(super) fn parse(
        kind: &str,
        rest: &str,
        day: Day,
        value: &str,
    ) -> Option<Result<Self, Invalid>> {
        Some(match kind {
            "treatment" => treatment(rest, day, value).map(Self::Treatment),
            "lab" => lab(rest, day, value).map(|one| Self::Care(CareEvent::Lab(one))),
            "imaging" => imaging(rest, day, value).map(|one| Self::Care(CareEvent::Imaging(one))),
            "appointment" => {
                appointment(rest, day, value).map(|one| Self::Care(CareEvent::Appointment(one)))
            }
            _ => return around::parse(kind, rest, day, value).map(|read| read.map(Self::Care)),
        })
    }

    /// The column `date`.
    pub fn day(&self) -> Day {
        match self {
            Self::Treatment(line) => line.started.unwrap_or(NOT_KNOWN),
            Self::Care(event) => event.day(),
            Self::Prompt(row) => row.prompt.day,
        }
    }

    pub(super) fn item(&self) -> String {
        match self {
            Self::Treatment(line) => format!("treatment:{}", line.kind.code()),
            Self::Care(CareEvent::Lab(result)) => format!("lab:{}", result.name.as_str()),
            Self::Care(CareEvent::Imaging(study)) => format!("imaging:{}", study.kind.code()),
            Self::Care(CareEvent::Appointment(one)) => format!("appointment:{}", one.kind.code()),
            Self::Care(event) => around::written(event).map(|(item, _)| item).unwrap_or_default(),
            Self::Prompt(_) => "prompt".to_owned(),
        }
    }

    pub(super) fn value(&self) -> String {
        match self {
            Self::Treatment(line) => joined([
                label(line.regimen.as_ref()),
                line.cycle_days.map(|days| days.to_string().into()).unwrap_or_default(),
                line.stopped.map(|day| day.to_string().into()).unwrap_or_default(),
                line.ended_for.map(|reason| reason.code().into()).unwrap_or_default(),
                label(line.alteration.as_ref()),
                line.phase.map(|phase| phase.code().into()).unwrap_or_default(),
                label(line.sponsor.as_ref()),
                label(line.trial_number.as_ref()),
            ]),
            Self::Care(CareEvent::Lab(result)) => {
                let mut value = result.value.to_string();
                if let Some(unit) = &result.unit {
                    value = format!("{value} {}", unit.as_str());
                }
                let range = result.range.filter(|it| it.low.is_some() || it.high.is_some());
                joined([value.into(), range.map(|it| it.to_string().into()).unwrap_or_default()])
            }
            Self::Care(CareEvent::Imaging(study)) => joined([
                study.conclusion.code().into(),
                label(study.place.as_ref()),
                note(study.told.as_ref()),
            ]),
            Self::Care(CareEvent::Appointment(one)) => joined([
                time(one.minute),
                label(one.with.as_ref()),
                label(one.place.as_ref()),
                note(one.decision.as_ref()),
            ]),
            Self::Care(event) => around::written(event).map(|(_, value)| value).unwrap_or_default(),
            Self::Prompt(row) => row.to_json(),
        }
    }
}

pub(super) fn label(text: Option<&Label>) -> Cow<'_, str> {
    text.map(|text| text.as_str().into()).unwrap_or_default()
}

pub(super) fn note(text: Option<&Note>) -> Cow<'_, str> {
    text.map(|text| text.as_str().into()).unwrap_or_default()
}

/// `09:30`.
pub(super) fn time(minute: Option<u16>) -> Cow<'static, str> {
    let written = |minute| format!("{:02}:{:02}", minute / 60, minute % 60).into();
    minute.map(written).unwrap_or_default()
}

pub(super) fn joined<const N: usize>(parts: [Cow<'_, str>; N]) -> String {
    let said = parts.iter().rposition(|part| !part.is_empty()).map_or(0, |last| last + 1);
    let mut value = String::new();
    for (n, part) in parts.iter().take(said).enumerate() {
        if n > 0 {
            value.push_str(if value.is_empty() { "|" } else { " |" });
        }
        if !part.is_empty() {
            value.push_str(if n > 0 { " " } else { "" });
            value.push_str(&part.replace('\\', "\\\\").replace('|', "\\|"));
        }
    }
    value
}

/// The parts of a value, of which there may be `N`; those left away are empty.
pub(super) fn parts<const N: usize>(field: &str, value: &str) -> Result<[String; N], Invalid> {
    let mut parts = [const { String::new() }; N];
    let mut places = parts.iter_mut();
    let refused = || Invalid::new(field, Allowed::Parts(N));
    let mut part = places.next().ok_or_else(refused)?;
    let mut chars = value.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' => part.push(chars.next_if(|next| ['|', '\\'].contains(next)).unwrap_or('\\')),
            '|' => part = places.next().ok_or_else(refused)?,
            char => part.push(char),
        }
    }
    for part in &mut parts {
        *part = part.trim().to_owned();
    }
    Ok(parts)
}

/// What a part says, unless it is empty.
pub(super) fn known<T>(
    part: &str,
    read: impl FnOnce(&str) -> Result<T, Invalid>,
) -> Result<Option<T>, Invalid> {
    if part.is_empty() { Ok(None) } else { read(part).map(Some) }
}

fn treatment(kind: &str, day: Day, value: &str) -> Result<TreatmentLine, Invalid> {
    let kind = kind.parse()?;
    let [regimen, cycle, stopped, reason, alteration, phase, sponsor, number] =
        parts("treatment", value)?;
    let label = |text: &str| known(text, |text| Label::new("treatment", text));
    Ok(TreatmentLine {
        kind,
        regimen: label(&regimen)?,
        cycle_days: known(&cycle, TreatmentLine::cycle)?,
        started: Some(day).filter(|day| *day != NOT_KNOWN),
        stopped: known(&stopped, str::parse)?,
        ended_for: known(&reason, str::parse)?,
        alteration: label(&alteration)?,
        phase: known(&phase, str::parse)?,
        sponsor: label(&sponsor)?,
        trial_number: label(&number)?,
    })
}

fn lab(name: &str, day: Day, value: &str) -> Result<LabResult, Invalid> {
    let [measured, range] = parts("lab", value)?;
    let number = measured.trim_start_matches(['<', '>', ' ']);
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == ',');
    let number = measured.strip_suffix(behind).unwrap_or(&measured);
    Ok(LabResult {
        day,
        name: Label::new("lab", name)?,
        value: number.parse()?,
        unit: known(behind.trim(), |text| Label::new("lab", text))?,
        range: known(&range, str::parse::<ReferenceRange>)?,
    })
}

fn imaging(kind: &str, day: Day, value: &str) -> Result<ImagingStudy, Invalid> {
    let kind = kind.parse()?;
    let [conclusion, place, told] = parts("imaging", value)?;
    Ok(ImagingStudy {
        day,
        kind,
        place: known(&place, |text| Label::new("imaging", text))?,
        conclusion: known(&conclusion, str::parse)?.unwrap_or(Conclusion::NotTold),
        told: known(&told, |text| Note::new("imaging", text))?,
    })
}

fn appointment(kind: &str, day: Day, value: &str) -> Result<Appointment, Invalid> {
    let kind = kind.parse()?;
    let [time, with, place, decision] = parts("appointment", value)?;
    Ok(Appointment {
        day,
        minute: known(&time, minute_of_day)?,
        kind,
        with: known(&with, |text| Label::new("appointment", text))?,
        place: known(&place, |text| Label::new("appointment", text))?,
        decision: known(&decision, |text| Note::new("appointment", text))?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::TableCell;
    use super::*;

    fn day() -> Day {
        "2026-11-23".parse().unwrap()
    }

    #[test]
    fn every_row_beside_the_entries_reads_back_as_it_was_written() {
        for (item, value) in [
            ("treatment:chemotherapy", ""),
            ("treatment:chemotherapy", "FOLFOX | 14 | 2026-12-01"),
            ("treatment:trial", "| | 2026-12-01"),
            ("treatment:targeted", "osimertinib | | 2026-12-01 | progression | EGFR exon 19"),
            ("treatment:trial", "| | | | | 1-2 | APHP | NCT00000000"),
            ("lab:CEA", "12.30"),
            ("lab:CA 15-3", "<0.5 U/mL | -5"),
            ("lab:a:b", ">1000 10*9/L"),
            ("lab:Leucocytes", "4.8 10*9/L | 4-10"),
            ("lab:CEA", r"1 a\|b\\ | 0.5-1.50"),
            ("imaging:ct", "not-told"),
            ("imaging:pet-ct", "worse | CHU | deux lésions\nde plus"),
            ("imaging:other", "unclear | | on ne sait pas"),
            ("appointment:consultation", ""),
            ("appointment:surveillance", "09:05 | Dr Leroy | hôpital de jour | On continue."),
            ("appointment:rcp", "| | | On change."),
        ] {
            let cell = TableCell::parse(day(), item, value).unwrap();
            assert_eq!((cell.item().as_ref(), cell.value().as_str()), (item, value));
        }
        let unknown = TableCell::parse(Day::FIRST, "treatment:hormone", "letrozole").unwrap();
        let TableCell::Beside(beside) = unknown else { panic!() };
        assert!(matches!(&*beside, Beside::Treatment(line) if line.started.is_none()));
        assert_eq!(beside.day(), Day::FIRST);
    }

    #[test]
    fn what_a_person_types_is_read() {
        for (item, typed, written) in [
            ("lab:CEA", "12,3ng/mL|0–5", "12.3 ng/mL | 0-5"),
            ("lab:CEA", "< 0,5  ng/mL", "<0.5 ng/mL"),
            ("lab:CEA", "5 | | ", ""),
            ("imaging:ct", "", "not-told"),
            ("appointment:rcp", "9h30", "09:30"),
            ("treatment:surgery", r"a\b", r"a\\b"),
        ] {
            match TableCell::parse(day(), item, typed) {
                Ok(cell) => assert_eq!(cell.value(), written),
                Err(refused) => assert_eq!((refused.allowed, written), (Allowed::Parts(2), "")),
            }
        }
    }

    #[test]
    fn what_is_refused_names_the_field_and_what_it_accepts() {
        let name = "x".repeat(121);
        for (item, value, field, allowed) in [
            ("lab:CEA", "", "lab", Allowed::LabValue),
            ("lab:CEA", "high", "lab", Allowed::LabValue),
            ("lab:CEA", "1.2.3 g", "lab", Allowed::LabValue),
            ("lab:CEA", "-1", "lab", Allowed::LabValue),
            ("lab:", "1", "lab", Allowed::NotEmpty),
            ("lab:CEA", "1 | 5", "lab", Allowed::LabRange),
            ("lab:CEA", "1 | 0-5 | x", "lab", Allowed::Parts(2)),
            ("imaging:photo", "stable", "imaging", Allowed::KnownCode),
            ("imaging:ct", "good", "conclusion", Allowed::KnownCode),
            ("imaging:ct", "stable | a | b | c", "imaging", Allowed::Parts(3)),
            ("appointment:party", "", "appointment", Allowed::KnownCode),
            ("appointment:rcp", "24:00", "time", Allowed::Time),
            ("appointment:rcp", "+9:30", "time", Allowed::Time),
            ("appointment:rcp", &format!("| {name}"), "appointment", Allowed::AtMost(120)),
            ("treatment:tea", "", "treatment", Allowed::KnownCode),
            ("treatment:trial", "x | | | fate", "reason", Allowed::KnownCode),
            ("treatment:trial", "x | | | | | 5", "phase", Allowed::KnownCode),
            ("treatment:trial", "x | 6", "cycle", Allowed::CycleLength),
            ("treatment:trial", "x | | 2026-02-30", "date", Allowed::Date),
        ] {
            let refused = TableCell::parse(day(), item, value).unwrap_err();
            assert_eq!(refused, Invalid::new(field, allowed), "{item} {value}");
        }
    }
}
