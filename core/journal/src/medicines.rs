//! Doses that are due: for the screen of a day, and for the reminders that a shell sets.

use vigie_model::{By, CareEvent, Day, Moment};
use vigie_report::Dose;

use crate::{Journal, JournalError};

/// Most days ahead for which reminders are given: systems keep a few dozen alarms of one program.
const MOST_DAYS: i32 = 31;

impl Journal {
    /// The doses of medicines on a schedule that are due on a day, in the order of the day, with what was noted of each.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn doses_on(&self, day: Day) -> Result<Vec<Dose>, JournalError> {
        Ok(vigie_report::doses_on(&self.told_care()?, day))
    }

    /// When to remind the person next: every dose from now on until `days` days from today (at most 31) of which nothing
    /// was noted yet, each with its moment where the person lives. A shell asks again after each change and each day.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn reminders(&self, days: u8) -> Result<Vec<(Moment, Dose)>, JournalError> {
        let (now, care) = (self.now(), self.told_care()?);
        let last = now.day().plus(i32::from(days).min(MOST_DAYS));
        let mut reminders = Vec::new();
        for day in now.day().through(last) {
            let doses = vigie_report::doses_on(&care, day).into_iter();
            for dose in doses.filter(|dose| dose.intake.is_none()) {
                // The clock may change before that day.
                let near = Moment::at(dose.day, dose.minute, now.offset_minutes);
                let at = Moment::at(dose.day, dose.minute, self.offset_at(near.utc_millis));
                reminders.extend((at > now).then_some((at, dose)));
            }
        }
        Ok(reminders)
    }

    fn told_care(&self) -> Result<Vec<By<CareEvent>>, JournalError> {
        self.with(|opened| {
            Ok(opened.diary.care.in_force().into_iter().map(|(_, one)| one).collect())
        })
    }
}
