//! Timing two pieces of work in turn, and the table.

use std::time::Instant;

/// A failure of the work that is measured.
pub type Failure = Box<dyn std::error::Error>;

/// One row: how many times longer A takes than B.
pub struct Row {
    pub name: String,
    /// Pair by pair, sorted.
    pub ratios: Vec<f64>,
    /// Seconds, sorted.
    pub ours: Vec<f64>,
    pub peer: Vec<f64>,
    /// What the design asks for, if anything.
    pub goal: Option<f64>,
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
    ours()?;
    peer()?;
    let mut row =
        Row { name: name.into(), ratios: Vec::new(), ours: Vec::new(), peer: Vec::new(), goal };
    for _ in 0..pairs {
        let (a, b) = (time(&mut ours)?, time(&mut peer)?);
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
pub fn print(rows: &[Row]) {
    println!(
        "{:<64} {:>7} {:>15} {:>6} {:>11} {:>11}",
        "work against its peer", "ratio", "min–max", "goal", "ours", "peer"
    );
    for row in rows {
        let ends = row.ratios.first().zip(row.ratios.last());
        let (least, most) = ends.map_or((f64::NAN, f64::NAN), |(a, b)| (*a, *b));
        println!(
            "{:<64} {:>7.2} {:>15} {:>6} {:>8.3} ms {:>8.3} ms",
            row.name,
            median(&row.ratios),
            format!("{least:.2}–{most:.2}"),
            row.goal.map_or_else(String::new, |goal| format!("{goal:.1}")),
            1e3 * median(&row.ours),
            1e3 * median(&row.peer)
        );
    }
}
