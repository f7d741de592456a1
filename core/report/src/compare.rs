//! New, worse, better, gone: the first against the last part of the period.

use vigie_model::Profile;

use crate::{Cell, Choice};

/// The window when no cycle length is known, in days.
const DEFAULT_WINDOW: u32 = 14;
/// Fewest answers in a window for its mean to be compared.
const ENOUGH_ANSWERS: u32 = 3;
/// Smallest change of a mean that is called one, on 0–10: the smallest that patients with pain
/// call a change (about 2 of 10 clinically, 1 on average over many answers; Farrar 2001).
pub const SMALLEST_CHANGE: f64 = 1.0;
/// A mean below this is as good as absent, on 0–10.
const ABSENT: f64 = 0.5;

/// One window: its mean and how many answers are behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Mean of the ratings.
    pub mean: f64,
    /// Days with a rating.
    pub answers: u32,
}

/// How the last window compares with the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Absent at first, there now.
    New,
    /// Greater by [`SMALLEST_CHANGE`] or more.
    Worse,
    /// Less by [`SMALLEST_CHANGE`] or more.
    Better,
    /// There at first, absent now.
    Gone,
    /// Neither.
    Same,
    /// Too few answers in one of the windows.
    Unknown,
}

/// The first and the last window of one series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The first days of the period; `None` without any rating.
    pub first: Option<Window>,
    /// The last days of the period; `None` without any rating.
    pub last: Option<Window>,
    /// How they compare.
    pub direction: Direction,
}

impl Change {
    /// Last mean minus first mean, when both are known.
    pub fn difference(&self) -> Option<f64> {
        Some(self.last?.mean - self.first?.mean)
    }
}

/// Days in each window: one treatment cycle where its length is known, so that the same days of
/// a cycle are compared; at most half the period, so that the windows never overlap.
pub(crate) fn window_days(choice: &Choice, profile: &Profile) -> u32 {
    let cycle = profile.treatment_on(choice.to).and_then(|line| line.cycle_days);
    let days = u32::try_from(choice.to.since(choice.from) + 1).unwrap_or(1);
    cycle.map_or(DEFAULT_WINDOW, u32::from).min(days / 2).max(1)
}

fn window(cells: &[Cell]) -> Option<Window> {
    let ratings: Vec<u32> = cells.iter().filter_map(|cell| cell.rating()).map(u32::from).collect();
    let answers = u32::try_from(ratings.len()).ok().filter(|answers| *answers > 0)?;
    Some(Window { mean: f64::from(ratings.iter().sum::<u32>()) / f64::from(answers), answers })
}

/// Compares the first `days` cells with the last.
///
/// A series with no rating at all in the first window, though there were entries, that begins
/// later is new as well: a pain that was never asked about before it came.
pub(crate) fn change(cells: &[Cell], days: u32) -> Change {
    let days = usize::try_from(days).unwrap_or(1).min(cells.len());
    let head = cells.get(..days).unwrap_or(cells);
    let tail = cells.get(cells.len() - days..).unwrap_or(cells);
    let (first, last) = (window(head), window(tail));
    let entries = head.iter().filter(|cell| **cell != Cell::NoEntry).count();
    let known = |window: Window| window.answers >= ENOUGH_ANSWERS;
    let direction = match (first, last) {
        (None, Some(last)) if entries >= 3 && known(last) && last.mean >= ABSENT => Direction::New,
        (Some(first), Some(last)) if known(first) && known(last) => {
            let difference = last.mean - first.mean;
            if difference >= SMALLEST_CHANGE {
                if first.mean < ABSENT { Direction::New } else { Direction::Worse }
            } else if difference <= -SMALLEST_CHANGE {
                if last.mean < ABSENT { Direction::Gone } else { Direction::Better }
            } else {
                Direction::Same
            }
        }
        _ => Direction::Unknown,
    };
    Change { first, last, direction }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(ratings: &[Option<u8>]) -> Vec<Cell> {
        ratings.iter().map(|r| r.map_or(Cell::NoEntry, Cell::Rated)).collect()
    }

    fn direction(first: u8, last: u8) -> Direction {
        let mut all = vec![Cell::Rated(first); 14];
        all.extend(vec![Cell::Rated(last); 14]);
        change(&all, 14).direction
    }

    #[test]
    fn new_worse_better_and_gone_are_told_apart() {
        assert_eq!(direction(0, 3), Direction::New);
        assert_eq!(direction(2, 4), Direction::Worse);
        assert_eq!(direction(6, 4), Direction::Better);
        assert_eq!(direction(3, 0), Direction::Gone);
        assert_eq!(direction(3, 3), Direction::Same);
    }

    #[test]
    fn a_series_that_begins_later_is_new_and_missing_days_are_never_zero() {
        let mut late = vec![Cell::NotAsked; 14];
        late.extend(vec![Cell::Rated(4); 14]);
        assert_eq!(change(&late, 14).direction, Direction::New);
        let mut nothing_before = vec![Cell::NoEntry; 14];
        nothing_before.extend(vec![Cell::Rated(4); 14]);
        assert_eq!(change(&nothing_before, 14).direction, Direction::Unknown);
        let gappy = cells(&[Some(6), None, None, Some(6), Some(6), None]);
        assert_eq!(change(&gappy, 3).first.unwrap().mean, 6.0);
    }

    #[test]
    fn two_answers_are_too_few_to_call_a_change() {
        let few = cells(&[Some(1), Some(1), None, None, Some(9), Some(9)]);
        assert_eq!(change(&few, 3).direction, Direction::Unknown);
        assert_eq!(change(&few, 3).difference(), Some(8.0));
    }
}
