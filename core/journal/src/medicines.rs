//! Doses that are due: for the screen of a day, and for the reminders that a shell sets.

use vigie_model::{By, CareEvent, Day, Moment};
use vigie_report::{Dose, Span, doses};

use crate::{CareId, Journal, JournalError};

/// Most days ahead for which reminders are given: systems keep a few dozen alarms of one program.
const MOST_DAYS: i32 = 31;

impl Journal {
    /// The doses of medicines on a schedule that are due on a day, in the order of the day, with what was noted of each and
    /// under which id: a shell corrects that, and notes no dose twice.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn doses_on(&self, day: Day) -> Result<Vec<(Dose, Option<CareId>)>, JournalError> {
        self.with(|opened| {
            let (ids, care): (Vec<CareId>, Vec<By<CareEvent>>) =
                opened.diary.care.in_force().into_iter().unzip();
            let id_of = |dose: &Dose| {
                let noted = dose.intake.as_ref()?;
                let is =
                    |one: &By<CareEvent>| matches!(&one.told, CareEvent::Intake(it) if it == noted);
                ids.get(care.iter().position(is)?).copied()
            };
            let of_day = doses(&care, Span { from: day, to: day });
            Ok(of_day
                .into_iter()
                .map(|dose| (id_of(&dose), dose))
                .map(|(id, it)| (it, id))
                .collect())
        })
    }

    /// When to remind the person next: every dose from now on until `days` days from today (at most 31) of which nothing
    /// was noted yet, each with its moment where the person lives. A shell asks again after each change and each day.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn reminders(&self, days: u8) -> Result<Vec<(Moment, Dose)>, JournalError> {
        let now = self.now();
        let period = Span { from: now.day(), to: now.day().plus(i32::from(days).min(MOST_DAYS)) };
        let care: Vec<By<CareEvent>> = self.care()?.into_iter().map(|(_, one)| one).collect();
        let timed = |dose: Dose| {
            // The clock may change before that day.
            let near = Moment::at(dose.day, dose.minute, now.offset_minutes);
            (Moment::at(dose.day, dose.minute, self.offset_at(near.utc_millis)), dose)
        };
        let waiting = doses(&care, period).into_iter().filter(|dose| dose.intake.is_none());
        Ok(waiting.map(timed).filter(|(at, _)| *at > now).collect())
    }
}
