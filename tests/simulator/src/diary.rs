//! What comes out: the diary, the truth behind it, and the diary table.

use std::io::{self, Write};

use vigie_model::{DailyEntry, Day, Item};

use crate::Shape;

/// A made-up diary and what is true about it.
#[derive(Debug, Clone, PartialEq)]
pub struct SimulatedPatient {
    /// One entry per day at most, oldest first; a day without one is missing.
    pub entries: Vec<DailyEntry>,
    /// What really got worse.
    pub truth: Vec<Worsening>,
    /// The days treatment was really given, in the diary or not, oldest first.
    pub administrations: Vec<Day>,
    /// What is behind the answers to each item, in the order of the list.
    pub patterns: Vec<TruePattern>,
}

/// How one item behaves in one person while nothing is wrong, in points of the 0–10 scale: what no
/// detector gets to see, but an oracle may.
#[derive(Debug, Clone, PartialEq)]
pub struct TruePattern {
    /// The item.
    pub item: Item,
    /// Level outside the bumps, held inside 0–10.
    pub level: f64,
    /// Added on days 1–4 after an administration.
    pub early: f64,
    /// Added on days 4–9.
    pub late: f64,
    /// Standard deviation of the noise.
    pub sd: f64,
    /// Correlation of the noise from one day to the next, 0 to below 1.
    pub rho: f64,
}

/// One thing that really got worse.
#[derive(Debug, Clone, PartialEq)]
pub struct Worsening {
    /// What.
    pub item: Item,
    /// First day on which it may be worse; see [`Shape`] for when it is felt.
    pub onset: Day,
    /// How.
    pub shape: Shape,
}

/// First line of the diary table (docs: 'Diary table').
pub const CSV_HEADER: &str = "patient,date,item,value";

impl SimulatedPatient {
    /// Days and ratings of one item, oldest first; silences are left out.
    pub fn ratings<'a>(&'a self, item: &'a Item) -> impl Iterator<Item = (Day, u8)> + 'a {
        self.entries
            .iter()
            .filter_map(move |entry| Some((entry.day, entry.answers.get(item)?.rating()?)))
    }

    /// The day one item really starts to get worse, if it does.
    pub fn onset(&self, item: &Item) -> Option<Day> {
        let worsening = self.truth.iter().find(|w| w.item == *item)?;
        Some(worsening.onset)
    }

    /// The rows of the diary table, by day, without line ends: administrations in the diary, then
    /// general state and measures where there are any, then rated answers. The table has no word
    /// for 'skipped' and 'too unwell', so they leave no row.
    pub fn to_csv_rows(&self, patient: &str) -> Vec<String> {
        let patient = quoted(patient);
        let mut rows = Vec::new();
        for entry in &self.entries {
            let mut row = |item: &str, value: &str| {
                let (item, value) = (quoted(item), quoted(value));
                rows.push(format!("{patient},{},{item},{value}", entry.day));
            };
            if let Some(name) = &entry.administration {
                row("administration", name.as_ref().map_or("", |n| n.as_str()));
            }
            if let Some(state) = entry.state {
                row("performance", &state.get().to_string());
            }
            if let Some(temperature) = entry.measures.temperature {
                row("temperature", &temperature.to_string());
            }
            if let Some(weight) = entry.measures.weight {
                row("weight", &weight.to_string());
            }
            for (item, answer) in &entry.answers {
                if let Some(rating) = answer.rating() {
                    row(&item.to_string(), &rating.to_string());
                }
            }
        }
        rows
    }
}

/// Writes one diary table with the header and every patient's rows, each under its name.
///
/// # Errors
/// Whatever `out` returns.
pub fn write_csv<'a>(
    patients: impl IntoIterator<Item = (&'a str, &'a SimulatedPatient)>,
    out: &mut impl Write,
) -> io::Result<()> {
    writeln!(out, "{CSV_HEADER}")?;
    for (name, patient) in patients {
        for row in patient.to_csv_rows(name) {
            writeln!(out, "{row}")?;
        }
    }
    Ok(())
}

/// A field as RFC 4180 wants it: quoted only where it has to be.
fn quoted(field: &str) -> String {
    if field.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
