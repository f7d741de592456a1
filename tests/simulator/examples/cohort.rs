//! A diary table of so many made-up people, sorted by patient: `cargo run --example cohort -- PEOPLE [ITEMS]` (1 or 8 items each).
#![allow(clippy::print_stdout)] // it is a program

use std::io::{BufWriter, Write};

use vigie_simulator::{CSV_HEADER, PatientSpec, Shape, Symptoms, cohort};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let people: u64 = args.next().unwrap_or_default().parse()?;
    let symptoms = match args.next().as_deref() {
        Some("8") => Symptoms::Eight,
        _ => Symptoms::One,
    };
    let start = "2026-01-05".parse()?;
    let stable = PatientSpec::stable(start, symptoms);
    let worse = PatientSpec::worsening(start, symptoms, Shape::Step { by: 2.0 });
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{CSV_HEADER}")?;
    for seed in 0..people {
        // One in four gets worse.
        let spec = if seed % 4 == 0 { &worse } else { &stable };
        for patient in cohort(spec, [seed]) {
            for row in patient.to_csv_rows(&format!("s{seed:07}")) {
                writeln!(out, "{row}")?;
            }
        }
    }
    Ok(out.flush()?)
}
