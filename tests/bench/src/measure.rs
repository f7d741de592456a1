//! Timing two pieces of work in turn, and the table.

use std::time::Instant;

use crate::contest::Failure;

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub enum Unit {
    Seconds,
    Bytes,
    Number,
}

impl Unit {
    fn say(self, amount: f64) -> String {
        match self {
            Self::Seconds => format!("{:.3} ms", 1e3 * amount),
            Self::Bytes => format!("{:.1} kB", amount / 1e3),
            Self::Number => format!("{amount:.1}"),
        }
    }
}

/// One row: how many times longer (or larger) A is than B.
pub struct Row {
    pub name: String,
    /// Pair by pair, sorted.
    pub ratios: Vec<f64>,
    /// In its unit, sorted.
    pub ours: Vec<f64>,
    pub peer: Vec<f64>,
    pub unit: Unit,
    /// What the design asks for, if anything.
    pub goal: Option<f64>,
}

impl Row {
    /// The ratio of the table.
    pub fn ratio(&self) -> f64 {
        median(&self.ratios)
    }
}

/// Times `ours` and `peer` in turn, `pairs` times after one warm-up.
pub fn pairs(
    name: impl Into<String>,
    goal: Option<f64>,
    pairs: usize,
    mut ours: impl FnMut() -> Result<(), Failure>,
    mut peer: impl FnMut() -> Result<(), Failure>,
) -> Result<Row, Failure> {
    let time = |work: &mut dyn FnMut() -> Result<(), Failure>| -> Result<f64, Failure> {
        let start = Instant::now();
        work()?;
        Ok(start.elapsed().as_secs_f64())
    };
    in_turn((name, goal, Unit::Seconds), pairs, || time(&mut ours), || time(&mut peer))
}

/// Has `ours` and `peer` work in turn, `pairs` times after one warm-up; each says what it took.
pub fn in_turn(
    (name, goal, unit): (impl Into<String>, Option<f64>, Unit),
    pairs: usize,
    mut ours: impl FnMut() -> Result<f64, Failure>,
    mut peer: impl FnMut() -> Result<f64, Failure>,
) -> Result<Row, Failure> {
    ours()?;
    peer()?;
    let mut row = Row {
        name: name.into(),
        ratios: Vec::new(),
        ours: Vec::new(),
        peer: Vec::new(),
        unit,
        goal,
    };
    for _ in 0..pairs {
        let (a, b) = (ours()?, peer()?);
        row.ours.push(a);
        row.peer.push(b);
        row.ratios.push(a / b);
    }
    for series in [&mut row.ratios, &mut row.ours, &mut row.peer] {
        series.sort_by(f64::total_cmp);
    }
    Ok(row)
}

fn median(sorted: &[f64]) -> f64 {
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Prints the table.
pub fn print<'a>(rows: impl IntoIterator<Item = &'a Row>) {
    println!(
        "{:<64} {:>7} {:>15} {:>6} {:>12} {:>12}",
        "work against its peer", "ratio", "min–max", "goal", "ours", "peer"
    );
    for row in rows {
        let ends = row.ratios.first().zip(row.ratios.last());
        let (least, most) = ends.map_or((f64::NAN, f64::NAN), |(a, b)| (*a, *b));
        println!(
            "{:<64} {:>7.2} {:>15} {:>6} {:>12} {:>12}",
            row.name,
            row.ratio(),
            format!("{least:.2}–{most:.2}"),
            row.goal.map_or_else(String::new, |goal| goal.to_string()),
            row.unit.say(median(&row.ours)),
            row.unit.say(median(&row.peer))
        );
    }
}
