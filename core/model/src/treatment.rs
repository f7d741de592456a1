//! Treatment lines: what is given against the disease, since when, and why it changed or ended.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{Allowed, Day, Invalid, Label, Note};

coded! {
    /// The kind of a treatment line.
    TreatmentKind "treatment" {
        /// Chemotherapy.
        Chemotherapy "chemotherapy",
        /// Targeted therapy.
        Targeted "targeted",
        /// Immunotherapy.
        Immunotherapy "immunotherapy",
        /// Hormone therapy.
        Hormone "hormone",
        /// Radiotherapy.
        Radiotherapy "radiotherapy",
        /// Surgery.
        Surgery "surgery",
        /// A treatment within a clinical trial.
        Trial "trial",
    }
}

coded! {
    /// The phase of a clinical trial.
    TrialPhase "phase" {
        /// I.
        I "1",
        /// I and II in one.
        IAndII "1-2",
        /// II.
        II "2",
        /// II and III in one.
        IIAndIII "2-3",
        /// III.
        III "3",
        /// IV.
        IV "4",
    }
}

coded! {
    /// Why a treatment changed or ended, as the person was told or decided.
    ChangeReason "reason" {
        /// As planned.
        Planned "planned",
        /// The disease progressed.
        Progression "progression",
        /// It was not tolerated.
        Toxicity "toxicity",
        /// The person chose so.
        MyChoice "my-choice",
        /// Something else: an infection, a holiday, no room in the ward.
        Other "other",
    }
}

coded! {
    /// What changed while a line went on.
    ChangeKind "change" {
        /// An administration was put off.
        Delayed "delayed",
        /// The dose was reduced.
        DoseReduced "dose-reduced",
        /// The dose was raised.
        DoseRaised "dose-raised",
        /// It was interrupted.
        Paused "paused",
        /// It went on after an interruption.
        Resumed "resumed",
    }
}

impl ChangeKind {
    /// Whether what the person feels may change with it: the days before teach less then.
    pub fn changes_what_is_given(self) -> bool {
        self != Self::Delayed
    }
}

/// One line of treatment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreatmentLine {
    /// Its kind.
    pub kind: TreatmentKind,
    /// The regimen or medicine, as the person calls it.
    pub regimen: Option<Label>,
    /// Days from one administration to the next, 7 to 60, when it comes in cycles.
    pub cycle_days: Option<u8>,
    /// First day.
    pub started: Option<Day>,
    /// Last day, when it has ended.
    pub stopped: Option<Day>,
    /// Why it ended.
    pub ended_for: Option<ChangeReason>,
    /// The alteration of the tumour that it aims at, as it was told: `EGFR exon 19`.
    pub alteration: Option<Label>,
    /// The phase of the trial it belongs to.
    pub phase: Option<TrialPhase>,
    /// Who leads that trial.
    pub sponsor: Option<Label>,
    /// The number of that trial: `NCT…` or an EU number.
    pub trial_number: Option<Label>,
}

impl TreatmentLine {
    /// Fewest and most days of a cycle.
    pub const CYCLE_DAYS: std::ops::RangeInclusive<u8> = 7..=60;

    /// A line of which only the kind is known.
    pub fn new(kind: TreatmentKind) -> Self {
        Self {
            kind,
            regimen: None,
            cycle_days: None,
            started: None,
            stopped: None,
            ended_for: None,
            alteration: None,
            phase: None,
            sponsor: None,
            trial_number: None,
        }
    }

    /// Days of a cycle as they are typed.
    ///
    /// # Errors
    /// [`Allowed::CycleLength`].
    pub fn cycle(text: &str) -> Result<u8, Invalid> {
        let days = text.trim().parse().ok().filter(|days| Self::CYCLE_DAYS.contains(days));
        days.ok_or_else(|| Invalid::new("cycle", Allowed::CycleLength))
    }

    /// Checks what no single field can know.
    ///
    /// # Errors
    /// [`Allowed::NotBeforeItBegan`] for a last day before the first; [`Allowed::CycleLength`].
    pub fn validate(&self) -> Result<(), Invalid> {
        if let (Some(started), Some(stopped)) = (self.started, self.stopped)
            && stopped < started
        {
            return Err(Invalid::new("date", Allowed::NotBeforeItBegan));
        }
        match self.cycle_days {
            Some(days) if !Self::CYCLE_DAYS.contains(&days) => {
                Err(Invalid::new("cycle", Allowed::CycleLength))
            }
            _ => Ok(()),
        }
    }
}

/// Something changed while a line went on: a delay, another dose, a pause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TreatmentChange {
    /// From which day on; for a delay the day on which it should have been given.
    pub day: Day,
    /// What changed.
    pub kind: ChangeKind,
    /// The regimen or medicine, as the person calls it.
    pub treatment: Option<Label>,
    /// Until when, as far as it is known.
    pub until: Option<Day>,
    /// Why.
    pub reason: Option<ChangeReason>,
    /// In the person's words.
    pub note: Option<Note>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_ends_before_it_begins_is_refused() {
        let day: Day = "2026-11-23".parse().unwrap();
        let mut line = TreatmentLine::new(TreatmentKind::Targeted);
        line.started = Some(day);
        line.stopped = Some(day);
        assert_eq!(line.validate(), Ok(()));
        line.stopped = Some(day.plus(-1));
        assert_eq!(line.validate(), Err(Invalid::new("date", Allowed::NotBeforeItBegan)));
    }

    #[test]
    fn a_cycle_has_seven_to_sixty_days() {
        assert_eq!(TreatmentLine::cycle(" 21 "), Ok(21));
        for refused in ["", "6", "61", "3 weeks", "14.5"] {
            assert!(TreatmentLine::cycle(refused).is_err(), "{refused}");
        }
    }
}
