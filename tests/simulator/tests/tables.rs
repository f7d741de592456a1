//! The diary table of a simulated patient can be read again.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail loudly, also in its helpers"
)]

use std::collections::BTreeMap;

use vigie_model::{Answer, Day, Item, Label};
use vigie_simulator::{
    CSV_HEADER, Patient, PatientSpec, SimulatedPatient, Stress, Symptoms, demo_patient, write_csv,
};

type Table = BTreeMap<(Day, String), String>;

/// One row as RFC 4180 has it; no field here holds a line end.
fn fields(row: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let (mut inside, mut chars) = (false, row.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => {
                fields.last_mut().unwrap().extend(chars.next());
            }
            '"' => inside = !inside,
            ',' if !inside => fields.push(String::new()),
            c => fields.last_mut().unwrap().push(c),
        }
    }
    fields
}

fn read(rows: &[String], patient: &str) -> Table {
    rows.iter()
        .map(|row| {
            let [name, day, item, value] = fields(row).try_into().unwrap();
            assert_eq!(name, patient);
            ((day.parse().unwrap(), item), value)
        })
        .collect()
}

/// The same from the entries.
fn expected(patient: &SimulatedPatient) -> Table {
    let mut table = Table::new();
    for entry in &patient.entries {
        let mut say = |item: &str, value: String| {
            table.insert((entry.day, item.to_owned()), value);
        };
        for (item, answer) in &entry.answers {
            if let Answer::Rated(rating) = answer {
                say(&item.to_string(), rating.get().to_string());
            }
        }
        if let Some(name) = &entry.administration {
            say("administration", name.clone().map_or_else(String::new, String::from));
        }
        let measures = entry.measures;
        for (item, value) in [
            ("performance", entry.state.map(|s| s.get().to_string())),
            ("temperature", measures.temperature.map(|t| t.to_string())),
            ("weight", measures.weight.map(|w| w.to_string())),
        ] {
            if let Some(value) = value {
                say(item, value);
            }
        }
    }
    table
}

#[test]
fn every_row_reads_back_and_nothing_else_is_there() {
    let start = "2024-02-01".parse().unwrap();
    for seed in 0..20 {
        let spec = PatientSpec::stress(start, Symptoms::Eight, Stress::ThirtyPercentUnlogged);
        let patient = Patient::simulate(&spec, seed);
        let rows = patient.to_csv_rows("p-1");
        assert!(rows.is_sorted_by_key(|row| row[4..14].to_owned()));
        assert_eq!(read(&rows, "p-1"), expected(&patient));
    }
    let demo = demo_patient(start);
    assert_eq!(read(&demo.to_csv_rows("demo"), "demo"), expected(&demo));
}

#[test]
fn names_with_commas_and_quotes_are_quoted() {
    let start = "2024-02-01".parse().unwrap();
    let mut spec = PatientSpec::stable(start, Symptoms::One);
    spec.items[0].item = r#"own:leg, "the bad one""#.parse::<Item>().unwrap();
    spec.cycles.treatment = Some(Label::new("treatment", "5-FU, weekly").unwrap());
    let patient = Patient::simulate(&spec, 1);
    let name = r#"a "b", c"#;
    assert_eq!(read(&patient.to_csv_rows(name), name), expected(&patient));
}

#[test]
fn a_table_of_several_patients_has_one_header() {
    let start = "2024-02-01".parse().unwrap();
    let patient = Patient::simulate(&PatientSpec::stable(start, Symptoms::One), 1);
    let mut out = Vec::new();
    write_csv([("a", &patient), ("b", &patient)], &mut out).unwrap();
    let text = String::from_utf8(out).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(CSV_HEADER));
    let rows = patient.to_csv_rows("a");
    assert!(lines.by_ref().take(rows.len()).eq(&rows));
    assert!(lines.all(|line| line.starts_with("b,")));
}
