//! Doses that are due: for the screen of a day, and for the reminders that a shell sets.

use vigie_model::{Day, IntakeStatus, Moment};
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
        self.with(|opened| {
            let care: Vec<_> =
                opened.diary.care.in_force().into_iter().map(|(_, one)| one).collect();
            Ok(vigie_report::doses_on(&care, day))
        })
    }

    /// When to remind the person next: every dose from now on until `days` days from today (at most 31) of which nothing
    /// was noted yet, each with its moment by the present offset. A shell asks again after each change and each day.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn reminders(&self, days: u8) -> Result<Vec<(Moment, Dose)>, JournalError> {
        let now = self.now();
        let last = now.day().plus(i32::from(days).min(MOST_DAYS));
        let mut reminders = Vec::new();
        for day in now.day().through(last) {
            let doses = self.doses_on(day)?.into_iter().filter(|dose| dose.intake.is_none());
            let timed = |dose: Dose| (Moment::at(dose.day, dose.minute, now.offset_minutes), dose);
            reminders.extend(doses.map(timed).filter(|(at, _)| *at > now));
        }
        Ok(reminders)
    }

    /// Whether a dose of this day and time, of a medicine of this name, was noted already, and as what.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn noted_dose(
        &self,
        medicine: &str,
        day: Day,
        minute: u16,
    ) -> Result<Option<IntakeStatus>, JournalError> {
        let same = |dose: &Dose| {
            dose.minute == minute
                && dose.medicine.as_str().to_lowercase() == medicine.to_lowercase()
        };
        let noted = self.doses_on(day)?.into_iter().find(same);
        Ok(noted.and_then(|dose| dose.intake).map(|intake| intake.status))
    }
}
