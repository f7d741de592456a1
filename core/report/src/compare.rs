//! Since last time: what is new, worse, better, gone or unchanged, defined here and nowhere else.
//!
//! Two stretches of days are compared, `before` and `now`. `now` is the end of the period. When the
//! period begins on the day of a consultation, `before` is the stretch that ended the evening before it:
//! how things were when the team last asked. Without an earlier consultation, or when almost nothing
//! was written down before it, `before` is the beginning of the period itself. A stretch is one treatment
//! cycle where its length is known, so that a good week is not held against a bad one, and two weeks
//! where it is not.
//!
//! Each series is told by the means of its ratings, *b* before and *n* now, from [`ENOUGH_ANSWERS`] ratings
//! on in each stretch:
//!
//! | | |
//! |---|---|
//! | new | *b* < 0.5, or never rated before though there were three entries; and *n* − *b* ≥ 1 (*n* ≥ 0.5 when never rated) |
//! | worse | *b* ≥ 0.5 and *n* − *b* ≥ 1 |
//! | better | *n* ≥ 0.5 and *b* − *n* ≥ 1 |
//! | gone | *n* < 0.5 and *b* − *n* ≥ 1 |
//! | unchanged | the means differ by less than 1 |
//! | unknown | too few ratings in one of the stretches: nothing is said |
//!
//! A day without a rating is in no mean: a symptom that is no longer asked about is unknown, never gone.

use vigie_model::{DailyEntry, Day, Profile};

use crate::{Cell, Choice};

/// The stretch when no cycle length is known, in days.
const DEFAULT_DAYS: u32 = 14;
/// Fewest ratings in a stretch for its mean to be compared, and fewest entries for a silence to mean something.
const ENOUGH_ANSWERS: u32 = 3;
/// Smallest change of a mean that is called one, on 0–10: the smallest that patients with pain
/// call a change (about 2 of 10 clinically, 1 on average over many answers; Farrar 2001).
pub const SMALLEST_CHANGE: f64 = 1.0;
/// A mean below this is as good as absent, on 0–10.
const ABSENT: f64 = 0.5;

/// A stretch of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
}

impl Span {
    /// Its days, at least 1.
    pub fn days(self) -> u32 {
        u32::try_from(self.to.since(self.from) + 1).unwrap_or(1).max(1)
    }

    /// Whether a day lies in it.
    pub fn holds(self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// Which days are compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The earlier stretch.
    pub before: Span,
    /// The later one: the end of the period.
    pub now: Span,
    /// The consultation before which the earlier stretch lies; `None` when it is the beginning of the period.
    pub last_time: Option<Day>,
    /// Whether the treatment changed from the beginning of the earlier stretch to the end of the period.
    pub treatment_changed: bool,
}

impl Comparison {
    /// Chooses the days. `consultations` and `changes` (of what is given) are their days, in any order.
    pub(crate) fn new(
        choice: &Choice,
        profile: &Profile,
        entries: &[DailyEntry],
        consultations: &[Day],
        changes: &[Day],
    ) -> Self {
        let period = choice.period();
        let cycle = profile.treatment_on(choice.to).and_then(|line| line.cycle_days);
        let stretch = cycle.map_or(DEFAULT_DAYS, u32::from);
        let back = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
        let before = Span { from: choice.from.plus(-back(stretch)), to: choice.from.plus(-1) };
        let written = entries.iter().filter(|entry| before.holds(entry.day)).count();
        let last_time = Some(choice.from)
            .filter(|day| consultations.contains(day) && written >= ENOUGH_ANSWERS as usize);
        let (before, now) = match last_time {
            Some(_) => (before, stretch.min(period.days())),
            None => {
                // At most half the period, so that the two never overlap.
                let days = stretch.min(period.days() / 2).max(1);
                (Span { from: choice.from, to: choice.from.plus(back(days) - 1) }, days)
            }
        };
        let now = Span { from: choice.to.plus(1 - back(now)), to: choice.to };
        let whole = Span { from: before.from, to: now.to };
        Self {
            before,
            now,
            last_time,
            treatment_changed: treatment_changed(profile, entries, changes, whole),
        }
    }

    /// Compares what the days say of one thing. A single day is not compared with itself.
    pub(crate) fn change(&self, cell: impl Fn(Day) -> Cell) -> Change {
        if self.before == self.now {
            return Change { before: None, now: None, direction: Direction::Unknown };
        }
        let cells = |span: Span| span.from.through(span.to).map(&cell).collect::<Vec<_>>();
        change(&cells(self.before), &cells(self.now))
    }
}

/// Whether the treatment became another one in these days, as the person noted or by the dates of its lines.
fn treatment_changed(
    profile: &Profile,
    entries: &[DailyEntry],
    changes: &[Day],
    whole: Span,
) -> bool {
    let noted = entries.iter().filter(|entry| entry.treatment_change.is_some()).map(|e| e.day);
    let lines = &profile.treatments;
    let first = lines.iter().filter_map(|line| line.started).min();
    // The first line of all begins a treatment; it changes none.
    let dated = lines.iter().filter_map(|line| line.started).filter(|day| Some(*day) != first);
    noted.chain(dated).chain(changes.iter().copied()).any(|day| whole.holds(day))
}

/// One stretch of one series: its mean and how many ratings are behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// Mean of the ratings.
    pub mean: f64,
    /// Days with a rating.
    pub answers: u32,
}

/// How the later stretch compares with the earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Absent before, there now.
    New,
    /// Greater by [`SMALLEST_CHANGE`] or more.
    Worse,
    /// Less by [`SMALLEST_CHANGE`] or more.
    Better,
    /// There before, absent now.
    Gone,
    /// Neither.
    Same,
    /// Too few ratings in one of the stretches.
    Unknown,
}

/// One series before and now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The earlier stretch; `None` without any rating.
    pub before: Option<Window>,
    /// The later one; `None` without any rating.
    pub now: Option<Window>,
    /// How they compare.
    pub direction: Direction,
}

impl Change {
    /// The mean now minus the mean before, when both are known.
    pub fn difference(&self) -> Option<f64> {
        Some(self.now?.mean - self.before?.mean)
    }
}

fn window(cells: &[Cell]) -> Option<Window> {
    let ratings: Vec<u32> = cells.iter().filter_map(|cell| cell.rating()).map(u32::from).collect();
    let answers = u32::try_from(ratings.len()).ok().filter(|answers| *answers > 0)?;
    Some(Window { mean: f64::from(ratings.iter().sum::<u32>()) / f64::from(answers), answers })
}

fn change(before_cells: &[Cell], now_cells: &[Cell]) -> Change {
    let (before, now) = (window(before_cells), window(now_cells));
    let entries = before_cells.iter().filter(|cell| **cell != Cell::NoEntry).count();
    let known = |window: Window| window.answers >= ENOUGH_ANSWERS;
    let direction = match (before, now) {
        // A pain that nobody asked about before it came.
        (None, Some(now)) if entries >= 3 && known(now) && now.mean >= ABSENT => Direction::New,
        (Some(before), Some(now)) if known(before) && known(now) => {
            let difference = now.mean - before.mean;
            if difference >= SMALLEST_CHANGE {
                if before.mean < ABSENT { Direction::New } else { Direction::Worse }
            } else if difference <= -SMALLEST_CHANGE {
                if now.mean < ABSENT { Direction::Gone } else { Direction::Better }
            } else {
                Direction::Same
            }
        }
        _ => Direction::Unknown,
    };
    Change { before, now, direction }
}

#[cfg(test)]
mod tests;
