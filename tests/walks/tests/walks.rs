//! The walks of docs/walks, played word for word. `cargo xtask test walks` builds and installs what they call.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may

use std::path::{Path, PathBuf};

use vigie_walks::play;

/// Where the command and the library of this build lie: two folders above the test.
fn built() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    test.parent().and_then(Path::parent).unwrap().to_owned()
}

/// Where the stage installed the programs in Python.
const PYTHON: &str = "VIGIE_WALKS_PYTHON";

#[test]
fn a_patients_first_week() {
    assert!(play("patient.md", &[&built()]) > 10);
}

#[test]
fn a_clinician_who_receives_a_report() {
    assert!(play("clinician.md", &[&built()]) > 3);
}

#[test]
fn a_care_team_that_makes_its_rules() {
    assert!(play("care-team.md", &[&built()]) > 8);
}

#[test]
fn a_developer_who_puts_the_core_into_an_app() {
    assert!(play("developer.md", &[&built()]) > 5);
}

#[test]
fn a_hospital_that_replays_a_cohort() {
    let python = std::env::var_os(PYTHON).expect("run `cargo xtask test walks`");
    assert!(play("hospital.md", &[&built(), Path::new(&python)]) > 3);
}
