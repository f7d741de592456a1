//! What a chart draws, without any drawing: places on the time axis, and which of them a line may
//! join. A line never crosses a day without a rating.

use vigie_model::Day;

use crate::Cell;

/// Periods up to this many days are drawn day by day.
const MOST_DAYS: u32 = 120;
/// Most places on the axis of a longer period.
const MOST_SLOTS: u32 = 130;

/// The time axis cut into places of one day, or of whole weeks in a long period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Grid {
    /// First day.
    pub from: Day,
    /// Days of the period.
    pub days: u32,
    /// Days in each place; the last place may have fewer.
    pub step: u32,
}

impl Grid {
    /// The axis of a period of `days` days.
    pub(super) fn new(from: Day, days: u32) -> Self {
        let days = days.max(1);
        let step = if days <= MOST_DAYS { 1 } else { 7 * days.div_ceil(7).div_ceil(MOST_SLOTS) };
        Self { from, days, step }
    }

    /// How many places there are.
    pub(super) fn slots(self) -> u32 {
        self.days.div_ceil(self.step)
    }

    /// Days in one place, for slicing.
    fn chunk(self) -> usize {
        usize::try_from(self.step).unwrap_or(1).max(1)
    }
}

/// The ratings of one place: of one day, all three are the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Spot {
    /// Mean of the days with a value.
    pub mean: f64,
    /// Lowest.
    pub low: f64,
    /// Highest.
    pub high: f64,
}

/// One place of one chart.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Slot {
    /// The values, when there is one.
    pub spot: Option<Spot>,
    /// Too unwell to answer, on a day of this place.
    pub too_unwell: bool,
    /// Asked and left, and nothing else said in this place.
    pub skipped: bool,
}

fn spot(values: impl Iterator<Item = f64> + Clone) -> Option<Spot> {
    let low = values.clone().reduce(f64::min)?;
    let high = values.clone().reduce(f64::max)?;
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    Some(Spot { mean: sum / count, low, high })
}

/// The places of an item that is rated.
pub(super) fn rated(grid: Grid, cells: &[Cell]) -> Vec<Slot> {
    cells
        .chunks(grid.chunk())
        .map(|cells| {
            let values = cells.iter().filter_map(|cell| cell.rating()).map(f64::from);
            let spot = spot(values);
            Slot {
                spot,
                too_unwell: cells.contains(&Cell::TooUnwell),
                skipped: spot.is_none() && cells.contains(&Cell::Skipped),
            }
        })
        .collect()
}

/// The places of a measure, whose values come with the days after the first.
pub(super) fn measured(grid: Grid, values: &[(u32, f64, String)]) -> Vec<Slot> {
    (0..grid.slots())
        .map(|index| {
            let inside = index * grid.step..(index + 1) * grid.step;
            let values =
                values.iter().filter(|(day, ..)| inside.contains(day)).map(|(_, value, _)| *value);
            Slot { spot: spot(values), ..Slot::default() }
        })
        .collect()
}

/// The places without any entry, as ranges: first place and how many.
pub(super) fn absent(grid: Grid, answered: &[bool]) -> Vec<(usize, usize)> {
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (index, days) in answered.chunks(grid.chunk()).enumerate() {
        if days.contains(&true) {
            continue;
        }
        match ranges.last_mut() {
            Some((first, count)) if *first + *count == index => *count += 1,
            _ => ranges.push((index, 1)),
        }
    }
    ranges
}

/// The stretches a line may join: places with a value, next to each other. A place alone is a
/// stretch of one.
pub(super) fn runs(slots: &[Slot]) -> Vec<Vec<(usize, Spot)>> {
    let mut runs: Vec<Vec<(usize, Spot)>> = Vec::new();
    let mut joined = false;
    for (index, slot) in slots.iter().enumerate() {
        match (slot.spot, runs.last_mut()) {
            (Some(spot), Some(run)) if joined => run.push((index, spot)),
            (Some(spot), _) => runs.push(vec![(index, spot)]),
            (None, _) => {}
        }
        joined = slot.spot.is_some();
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from() -> Day {
        "2026-09-07".parse().unwrap()
    }

    fn indices(cells: &[Cell]) -> Vec<Vec<usize>> {
        let slots = rated(Grid::new(from(), 10), cells);
        runs(&slots).iter().map(|run| run.iter().map(|(index, _)| *index).collect()).collect()
    }

    #[test]
    fn a_line_never_crosses_a_silence_of_any_kind() {
        for silence in [Cell::NoEntry, Cell::NotAsked, Cell::Skipped, Cell::TooUnwell] {
            let cells = [Cell::Rated(3), Cell::Rated(0), silence, Cell::Rated(5)];
            assert_eq!(indices(&cells), [vec![0, 1], vec![3]], "{silence:?}");
        }
        assert!(indices(&[Cell::NoEntry; 4]).is_empty());
        assert_eq!(indices(&[Cell::Skipped, Cell::Rated(0)]), [vec![1]]);
    }

    #[test]
    fn a_long_period_is_told_by_weeks_with_lowest_and_highest() {
        let grid = Grid::new(from(), 121);
        assert_eq!((grid.step, grid.slots()), (7, 18));
        let mut cells = vec![Cell::NoEntry; 121];
        cells[7] = Cell::Rated(2);
        cells[9] = Cell::Rated(5);
        cells[20] = Cell::TooUnwell;
        let slots = rated(grid, &cells);
        assert_eq!(slots.len(), 18);
        let spot = slots[1].spot.unwrap();
        assert_eq!((spot.mean, spot.low, spot.high), (3.5, 2.0, 5.0));
        assert!(slots[2].too_unwell && slots[2].spot.is_none());
        let answered: Vec<bool> = cells.iter().map(|cell| *cell != Cell::NoEntry).collect();
        assert_eq!(absent(grid, &answered), [(0, 1), (3, 15)]);
        assert_eq!(Grid::new(from(), 120).step, 1);
        assert!(Grid::new(from(), 36_500).slots() <= 130);
    }

    #[test]
    fn a_measure_stands_on_its_day_and_nowhere_else() {
        let grid = Grid::new(from(), 10);
        let slots = measured(grid, &[(2, 71.5, String::new()), (3, 71.0, String::new())]);
        assert_eq!(slots.len(), 10);
        assert_eq!(runs(&slots).len(), 1);
        assert!(slots[4].spot.is_none());
    }
}
