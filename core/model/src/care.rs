//! What happens around the symptoms: results, scans, appointments, and what stands in the modules beside this one. Kept as
//! told, never interpreted.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{
    Allowed, Author, Consent, Day, Intake, Invalid, LabResult, Label, Medicine, Moment, Note,
    Question, SupportSession, TreatmentChange, Wish,
};

coded! {
    /// The kind of an imaging study.
    ImagingKind "imaging" {
        /// Computed tomography ('scanner').
        Ct "ct",
        /// Magnetic resonance imaging ('IRM').
        Mri "mri",
        /// Positron emission tomography with CT ('TEP-Scan').
        PetCt "pet-ct",
        /// Ultrasound.
        Ultrasound "ultrasound",
        /// X-ray.
        XRay "x-ray",
        /// Bone scan.
        BoneScan "bone-scan",
        /// Another one.
        Other "other",
    }
}

coded! {
    /// What the person was told of a study, in one word.
    Conclusion "conclusion" {
        /// Better than before.
        Better "better",
        /// As before.
        Stable "stable",
        /// Worse than before.
        Worse "worse",
        /// Nobody could say.
        Unclear "unclear",
        /// Nothing was told yet.
        NotTold "not-told",
    }
}

coded! {
    /// The kind of an appointment.
    AppointmentKind "appointment" {
        /// A consultation with the team: a report covers the time since the last one.
        Consultation "consultation",
        /// A consultation to see that all stays well.
        Surveillance "surveillance",
        /// A multidisciplinary meeting ('RCP') about the person, who is not there.
        Rcp "rcp",
        /// A day of treatment.
        TreatmentDay "treatment-day",
        /// A test.
        Test "test",
    }
}

impl AppointmentKind {
    /// Whether the person sees their team, and the report starts anew.
    pub fn is_consultation(self) -> bool {
        matches!(self, Self::Consultation | Self::Surveillance)
    }
}

/// An imaging study and its conclusion as the person was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImagingStudy {
    /// The day it was made.
    pub day: Day,
    /// Its kind.
    pub kind: ImagingKind,
    /// Where.
    pub place: Option<Label>,
    /// The conclusion in one word.
    pub conclusion: Conclusion,
    /// The conclusion as told.
    pub told: Option<Note>,
}

/// An appointment: past, or still to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appointment {
    /// The day.
    pub day: Day,
    /// Minutes since midnight where the person lives, 0 to 1439; `None` when not known.
    pub minute: Option<u16>,
    /// Its kind.
    pub kind: AppointmentKind,
    /// With whom.
    pub with: Option<Label>,
    /// Where.
    pub place: Option<Label>,
    /// What was decided, as the person was told.
    pub decision: Option<Note>,
}

/// One thing that happened, or will happen, around the symptoms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CareEvent {
    /// The result of a blood test or a marker.
    Lab(LabResult),
    /// An imaging study.
    Imaging(ImagingStudy),
    /// An appointment.
    Appointment(Appointment),
    /// A question, with its answer once there is one.
    Question(Question),
    /// A support session.
    Support(SupportSession),
    /// A consent or a leaflet.
    Consent(Consent),
    /// A medicine on a schedule or as needed.
    Medicine(Medicine),
    /// One dose taken or missed.
    Intake(Intake),
    /// Where a wish is written down.
    Wish(Wish),
    /// A delay, another dose, a pause of the treatment.
    Change(TreatmentChange),
}

coded! {
    /// Which kind of event.
    CareKind "kind" {
        /// [`CareEvent::Lab`].
        Lab "result",
        /// [`CareEvent::Imaging`].
        Imaging "scan",
        /// [`CareEvent::Appointment`].
        Appointment "appointment",
        /// [`CareEvent::Question`].
        Question "question",
        /// [`CareEvent::Support`].
        Support "support",
        /// [`CareEvent::Consent`].
        Consent "consent",
        /// [`CareEvent::Medicine`].
        Medicine "medicine",
        /// [`CareEvent::Intake`].
        Intake "intake",
        /// [`CareEvent::Wish`].
        Wish "wish",
        /// [`CareEvent::Change`].
        Change "change",
    }
}

/// Something, and who told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct By<T> {
    /// Who.
    pub author: Author,
    /// What.
    pub told: T,
}

impl<T> By<T> {
    /// Told by the person themself.
    pub fn person(told: T) -> Self {
        Self { author: Author::Person, told }
    }

    /// The same said of something else, when it is that.
    pub fn filter_map<'a, U>(&'a self, of: impl FnOnce(&'a T) -> Option<U>) -> Option<By<U>> {
        Some(By { author: self.author.clone(), told: of(&self.told)? })
    }
}

impl From<CareEvent> for By<CareEvent> {
    fn from(event: CareEvent) -> Self {
        Self::person(event)
    }
}

impl CareEvent {
    /// Its day.
    pub fn day(&self) -> Day {
        match self {
            Self::Lab(result) => result.day,
            Self::Imaging(study) => study.day,
            Self::Appointment(appointment) => appointment.day,
            Self::Question(question) => question.day,
            Self::Support(session) => session.day,
            Self::Consent(consent) => consent.day,
            Self::Medicine(medicine) => medicine.day,
            Self::Intake(intake) => intake.day,
            Self::Wish(wish) => wish.day,
            Self::Change(change) => change.day,
        }
    }

    /// Which kind it is.
    pub fn kind(&self) -> CareKind {
        match self {
            Self::Lab(_) => CareKind::Lab,
            Self::Imaging(_) => CareKind::Imaging,
            Self::Appointment(_) => CareKind::Appointment,
            Self::Question(_) => CareKind::Question,
            Self::Support(_) => CareKind::Support,
            Self::Consent(_) => CareKind::Consent,
            Self::Medicine(_) => CareKind::Medicine,
            Self::Intake(_) => CareKind::Intake,
            Self::Wish(_) => CareKind::Wish,
            Self::Change(_) => CareKind::Change,
        }
    }

    /// The day on which the person saw, or will see, their team; `None` for anything else.
    pub fn consultation(&self) -> Option<Day> {
        match self {
            Self::Appointment(one) if one.kind.is_consultation() => Some(one.day),
            _ => None,
        }
    }

    /// Checks what a person tells at `now`: all that [`CareEvent::validate`] does, and that no dose is noted before its time.
    ///
    /// # Errors
    /// As [`CareEvent::validate`]; [`Allowed::NotInTheFuture`] for the time of a dose that is still to come.
    pub fn validate_at(&self, now: Moment) -> Result<(), Invalid> {
        self.validate(now.day())?;
        match self {
            Self::Intake(Intake { day, minute: Some(minute), .. })
                if Moment::at(*day, *minute, now.offset_minutes) > now =>
            {
                Err(Invalid::new("time", Allowed::NotInTheFuture))
            }
            _ => Ok(()),
        }
    }

    /// Checks what no single field can know.
    ///
    /// # Errors
    /// [`Allowed::NotInTheFuture`] for what has happened or was noted on a day after `today`: what is still to come is an
    /// appointment, a medicine that begins later, or a change that is planned. [`Allowed::Time`] for a minute that no day has.
    /// [`Allowed::NotBeforeItBegan`] for an end before its beginning.
    pub fn validate(&self, today: Day) -> Result<(), Invalid> {
        const DAY_MINUTES: u16 = 24 * 60;
        let past = |day: Option<Day>| match day {
            Some(day) if day > today => Err(Invalid::new("date", Allowed::NotInTheFuture)),
            _ => Ok(()),
        };
        let not_before = |end: Option<Day>, began: Day| match end {
            Some(end) if end < began => Err(Invalid::new("date", Allowed::NotBeforeItBegan)),
            _ => Ok(()),
        };
        let minute = |minute: Option<u16>| match minute {
            Some(minute) if minute >= DAY_MINUTES => Err(Invalid::new("time", Allowed::Time)),
            _ => Ok(()),
        };
        match self {
            Self::Lab(_) | Self::Imaging(_) | Self::Support(_) | Self::Wish(_) => {
                past(Some(self.day()))
            }
            Self::Appointment(one) => minute(one.minute),
            Self::Question(one) => {
                let answered = one.answer.as_ref().map(|answer| answer.day);
                past(Some(one.day)).and(past(answered)).and(not_before(answered, one.day))
            }
            Self::Consent(one) => {
                let began = one.signed.unwrap_or(one.day);
                past(Some(one.day))
                    .and(past(one.signed))
                    .and(past(one.withdrawn))
                    .and(not_before(one.signed, one.day))
                    .and(not_before(one.withdrawn, began))
            }
            Self::Medicine(one) => one.validate().and(not_before(one.until, one.day)),
            Self::Intake(one) => past(Some(one.day)).and(minute(one.minute)),
            Self::Change(one) => not_before(one.until, one.day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_or_a_scan_of_tomorrow_is_refused_and_an_appointment_is_welcome() {
        let today: Day = "2026-11-23".parse().unwrap();
        let lab = |day| {
            let name = Label::new("lab", "CEA").unwrap();
            let value = "12".parse().unwrap();
            CareEvent::Lab(LabResult { day, name, value, unit: None, range: None })
        };
        let scan = |day| {
            let (kind, conclusion) = (ImagingKind::Ct, Conclusion::NotTold);
            CareEvent::Imaging(ImagingStudy { day, kind, place: None, conclusion, told: None })
        };
        let visit = |day, minute| {
            let kind = AppointmentKind::Consultation;
            let (with, place, decision) = (None, None, None);
            CareEvent::Appointment(Appointment { day, minute, kind, with, place, decision })
        };
        let tomorrow = today.plus(1);
        let refused = Err(Invalid::new("date", Allowed::NotInTheFuture));
        assert_eq!(lab(tomorrow).validate(today), refused);
        assert_eq!(scan(tomorrow).validate(today), refused);
        for good in [lab(today), scan(today), visit(tomorrow, None), visit(tomorrow, Some(1439))] {
            assert_eq!(good.validate(today), Ok(()));
        }
        let refused = visit(tomorrow, Some(1440)).validate(today);
        assert_eq!(refused, Err(Invalid::new("time", Allowed::Time)));
    }

    #[test]
    fn nothing_ends_before_it_begins_and_what_happened_is_not_to_come() {
        use crate::{ConsentKind, IntakeStatus, MedicineKind, QuestionAnswer};
        let today: Day = "2026-11-23".parse().unwrap();
        let label = |text| Label::new("name", text).unwrap();
        let note = |text| Note::new("note", text).unwrap();
        let consent = |signed: i32, withdrawn: i32| {
            CareEvent::Consent(Consent {
                day: today.plus(-9),
                kind: ConsentKind::Trial,
                about: label("T"),
                signed: Some(today.plus(signed)),
                withdrawn: Some(today.plus(withdrawn)),
                place: None,
            })
        };
        let question = |answered: i32| {
            let answer = QuestionAnswer { day: today.plus(answered), text: note("A") };
            let (day, text) = (today.plus(-3), note("Q"));
            CareEvent::Question(Question { day, text, answer: Some(answer) })
        };
        let medicine = |until: i32| {
            CareEvent::Medicine(Medicine {
                day: today.plus(5),
                name: label("M"),
                kind: MedicineKind::Other,
                dose: None,
                schedule: "08:00".parse().unwrap(),
                until: Some(today.plus(until)),
            })
        };
        let intake = |day: i32, minute| {
            CareEvent::Intake(Intake {
                day: today.plus(day),
                medicine: label("M"),
                minute: Some(minute),
                status: IntakeStatus::Taken,
                reason: None,
                relief: None,
            })
        };
        let refused = |field: &str, allowed| Err(Invalid::new(field, allowed));
        let (future, before) = (Allowed::NotInTheFuture, Allowed::NotBeforeItBegan);
        for (event, expected) in [
            (consent(-9, -1), Ok(())),
            (consent(-10, -1), refused("date", before)),
            (consent(-3, -4), refused("date", before)),
            (consent(-3, 1), refused("date", future)),
            (question(0), Ok(())),
            (question(-4), refused("date", before)),
            (question(1), refused("date", future)),
            (medicine(5), Ok(())),
            (medicine(4), refused("date", before)),
            (intake(0, 1439), Ok(())),
            (intake(1, 0), refused("date", future)),
            (intake(0, 1440), refused("time", Allowed::Time)),
        ] {
            assert_eq!(event.validate(today), expected, "{event:?}");
        }
    }

    #[test]
    fn a_dose_is_not_noted_before_its_time() {
        use crate::IntakeStatus;
        let today: Day = "2026-11-23".parse().unwrap();
        let now = Moment::at(today, 600, 60);
        let dose = |day: i32, minute| {
            CareEvent::Intake(Intake {
                day: today.plus(day),
                medicine: Label::new("name", "M").unwrap(),
                minute,
                status: IntakeStatus::Taken,
                reason: None,
                relief: None,
            })
        };
        for come in [dose(0, Some(600)), dose(0, None), dose(-1, Some(1439))] {
            assert_eq!(come.validate_at(now), Ok(()));
        }
        let refused = Err(Invalid::new("time", Allowed::NotInTheFuture));
        assert_eq!(dose(0, Some(601)).validate_at(now), refused);
        assert_eq!(dose(0, Some(601)).validate(today), Ok(()), "as history it may be told");
    }
}
