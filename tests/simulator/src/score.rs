//! How well a detector did: false prompts on quiet days, worsenings seen, and how late.
//!
//! A *quiet* day is any day of a series that never gets worse, or a day before the onset of one
//! that does. Prompts are counted as they come in: apply the rule of at most one prompt in seven
//! days per item first.

use std::collections::BTreeSet;

use vigie_model::{Day, Item};

use crate::SimulatedPatient;

/// What a detector said about one series, and what was true of it. A series is one item of one
/// patient, or a whole patient (see [`Outcome::of_patient`]).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// Days with a prompt.
    pub prompts: BTreeSet<Day>,
    /// Days with a rating: what the detector had to judge, its time of learning included.
    pub observed: BTreeSet<Day>,
    /// The true onset; `None` for a series that stays stable.
    pub onset: Option<Day>,
}

impl Outcome {
    /// The outcome for one item of a simulated patient.
    pub fn of_item(
        patient: &SimulatedPatient,
        item: &Item,
        prompts: impl IntoIterator<Item = Day>,
    ) -> Self {
        Self {
            prompts: prompts.into_iter().collect(),
            observed: patient.ratings(item).map(|(day, _)| day).collect(),
            onset: patient.onset(item),
        }
    }

    /// The outcomes of one patient's items as one series, so that the same measures speak of
    /// patients: the onset is the first of any item; observed is a day with any rating; before the
    /// onset a day with a prompt on any item counts (once), after it only prompts on items that
    /// have really started to get worse.
    pub fn of_patient(items: &[Self]) -> Self {
        let onset = items.iter().filter_map(|item| item.onset).min();
        let quiet = |day: Day| onset.is_none_or(|onset| day < onset);
        Self {
            prompts: items
                .iter()
                .flat_map(|item| {
                    let worse = |day| item.onset.is_some_and(|onset| onset <= day);
                    item.prompts.iter().copied().filter(move |&day| quiet(day) || worse(day))
                })
                .collect(),
            observed: items.iter().flat_map(|i| &i.observed).copied().collect(),
            onset,
        }
    }

    fn quiet(&self, days: &BTreeSet<Day>) -> usize {
        days.iter().filter(|&&day| self.onset.is_none_or(|onset| day < onset)).count()
    }

    /// Days from the onset to the first prompt on or after it: 0 = on the day itself, infinity =
    /// never. `None` for a series that stays stable. Earlier prompts are false, not early.
    pub fn delay(&self) -> Option<f64> {
        let onset = self.onset?;
        let seen = self.prompts.range(onset..).next();
        Some(seen.map_or(f64::INFINITY, |day| f64::from(day.since(onset))))
    }
}

/// Prompts on quiet days per 100 observed quiet days; `None` when there were no such days.
///
/// Over items this is 'false prompts per 100 symptom-days'; over whole patients
/// ([`Outcome::of_patient`]) it is 'days with a false trend prompt per 100 patient-days'. All
/// series are pooled: longer ones weigh more.
pub fn false_prompts_per_100_days(outcomes: &[Outcome]) -> Option<f64> {
    let prompts: usize = outcomes.iter().map(|o| o.quiet(&o.prompts)).sum();
    let days: usize = outcomes.iter().map(|o| o.quiet(&o.observed)).sum();
    (days > 0).then(|| 100.0 * prompts as f64 / days as f64)
}

/// Share of worsenings (0 to 1) with a prompt at most `days` days after the onset; `None` without
/// worsenings. One that the diary does not follow for so long counts as not seen.
pub fn share_seen_within(outcomes: &[Outcome], days: u16) -> Option<f64> {
    let delays = sorted_delays(outcomes);
    let seen = delays.iter().filter(|&&d| d <= f64::from(days)).count();
    (!delays.is_empty()).then(|| seen as f64 / delays.len() as f64)
}

/// Median days from onset to prompt over all worsenings, those never seen as infinity; the mean of
/// the two in the middle of an even number. `None` without worsenings.
pub fn median_delay(outcomes: &[Outcome]) -> Option<f64> {
    let delays = sorted_delays(outcomes);
    let upper = delays.get(delays.len() / 2)?;
    let lower = delays.get((delays.len() - 1) / 2)?;
    Some((lower + upper) / 2.0)
}

fn sorted_delays(outcomes: &[Outcome]) -> Vec<f64> {
    let mut delays: Vec<f64> = outcomes.iter().filter_map(Outcome::delay).collect();
    delays.sort_by(f64::total_cmp);
    delays
}

/// The four numbers a detector is judged by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    /// See [`false_prompts_per_100_days`].
    pub false_per_100_days: Option<f64>,
    /// [`share_seen_within`] 14 days.
    pub seen_in_14_days: Option<f64>,
    /// [`share_seen_within`] 21 days.
    pub seen_in_21_days: Option<f64>,
    /// See [`median_delay`], in days.
    pub median_delay: Option<f64>,
}

impl Score {
    /// The score over these series. Give stable and worsening ones together, or apart.
    pub fn of(outcomes: &[Outcome]) -> Self {
        Self {
            false_per_100_days: false_prompts_per_100_days(outcomes),
            seen_in_14_days: share_seen_within(outcomes, 14),
            seen_in_21_days: share_seen_within(outcomes, 21),
            median_delay: median_delay(outcomes),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i32) -> Day {
        Day::from_epoch_days(20_000 + number).unwrap()
    }

    /// Observed on days 0 to 99.
    fn outcome(onset: Option<i32>, prompts: &[i32]) -> Outcome {
        Outcome {
            prompts: prompts.iter().copied().map(day).collect(),
            observed: (0..100).map(day).collect(),
            onset: onset.map(day),
        }
    }

    #[test]
    fn prompts_are_false_on_stable_series_and_before_the_onset_only() {
        let stable = outcome(None, &[10, 60]);
        let worse = outcome(Some(50), &[49, 50, 70]);
        assert_eq!(false_prompts_per_100_days(std::slice::from_ref(&stable)), Some(2.0));
        assert_eq!(false_prompts_per_100_days(&[stable, worse]), Some(100.0 * 3.0 / 150.0));
        assert_eq!(false_prompts_per_100_days(&[]), None);
    }

    #[test]
    fn a_worsening_is_seen_by_the_first_prompt_on_or_after_its_onset() {
        assert_eq!(outcome(Some(50), &[50]).delay(), Some(0.0));
        assert_eq!(outcome(Some(50), &[40, 64, 71]).delay(), Some(14.0));
        assert_eq!(outcome(Some(50), &[40]).delay(), Some(f64::INFINITY));
        assert_eq!(outcome(None, &[40]).delay(), None);
    }

    #[test]
    fn what_was_never_seen_counts_as_infinitely_late() {
        let delays = [Some(14), Some(15), Some(21), None];
        let mut outcomes: Vec<_> = delays
            .iter()
            .map(|delay| outcome(Some(50), &delay.map_or(vec![], |d| vec![50 + d])))
            .collect();
        outcomes.push(outcome(None, &[1]));
        let score = Score::of(&outcomes);
        assert_eq!(score.seen_in_14_days, Some(0.25));
        assert_eq!(score.seen_in_21_days, Some(0.75));
        assert_eq!(score.median_delay, Some(18.0));
        outcomes.truncate(4);
        outcomes.extend([outcome(Some(50), &[]), outcome(Some(50), &[])]);
        assert_eq!(median_delay(&outcomes), Some(f64::INFINITY));
    }

    #[test]
    fn without_worsenings_there_is_no_delay_to_speak_of() {
        let score = Score::of(&[outcome(None, &[])]);
        assert_eq!(score.false_per_100_days, Some(0.0));
        assert_eq!((score.seen_in_14_days, score.median_delay), (None, None));
    }

    #[test]
    fn two_false_prompts_of_a_patient_on_one_day_are_one_day() {
        let items = [outcome(None, &[10, 20]), outcome(None, &[10])];
        let patient = Outcome::of_patient(&items);
        assert_eq!(false_prompts_per_100_days(&[patient]), Some(2.0));
    }

    #[test]
    fn a_patient_is_seen_through_an_item_that_really_got_worse() {
        let items = [outcome(Some(50), &[62]), outcome(Some(60), &[55, 61]), outcome(None, &[52])];
        let patient = Outcome::of_patient(&items);
        // Not by the stable item on day 52, nor by the second one before its own onset.
        assert_eq!(patient.delay(), Some(11.0));
        assert_eq!(patient.onset, Some(day(50)));
    }
}
