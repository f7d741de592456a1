//! The lines are found as they stand, and a limit is read only where it is plain.

use super::*;

fn taken(line: &str) -> Option<u8> {
    highest_taken(&folded(line), false)
}

fn left(line: &str) -> Option<u8> {
    highest_taken(&folded(line), true)
}

#[test]
fn a_plain_limit_of_the_general_state_is_read() {
    for (line, limit) in [
        ("ECOG 0-1", 1),
        ("ECOG PS zero or one", 1),
        (
            "Has an ECOG performance status of 0 or 1 assessed within 10 days before randomization",
            1,
        ),
        ("Eastern Cooperative Oncology Group (ECOG) performance status ≤2", 2),
        ("Eastern Cooperative Oncology Group (ECOG) Performance Status: 0-1", 1),
        ("ECOG performance status \\<= 2", 2),
        ("ECOG Performance status 0, 1, or 2", 2),
        ("Patients with a WHO performance status ≤ 2,", 2),
        ("Patient with PS ECOG 0 or 1 (Appendix 02)", 1),
        ("ECOG performance status less than or equal to 1", 1),
        ("ECOG PS < 2", 1),
        ("Indice de performance OMS 0 ou 1", 1),
        ("Statut OMS inférieur ou égal à 2", 2),
        ("Have an ECOG performance status of 0 or 1 within 3 days before randomization", 1),
        (
            "WHO/ECOG performance status of 0 or 1, with no deterioration over the previous 2 weeks",
            1,
        ),
        ("ECOG performance status 0 or 1, with a life expectancy of ≥12 months", 1),
    ] {
        assert_eq!(taken(line), Some(limit), "{line}");
    }
}

#[test]
fn a_criterion_of_exclusion_leaves_what_it_does_not_exclude() {
    assert_eq!(left("ECOG performance status > 1"), Some(1));
    assert_eq!(left("ECOG ≥ 2"), Some(1));
    assert_eq!(left("ECOG performance status of 2"), None);
}

#[test]
fn what_could_mean_something_else_is_not_read() {
    for line in [
        "ECOG performance status of 0 or 1 (0-2 for patients with PCNSL)",
        "ECOG performance status of 1 or 2",
        "ECOG performance status ≥ 1",
        "Karnofsky Performance Status ≥ 50%",
        "ECOG (or Karnofsky ≥ 70%) 0-1",
        "Good performance status",
        "ECOG as in appendix 0",
    ] {
        assert_eq!(taken(line), None, "{line}");
    }
}

#[test]
fn lines_are_quoted_as_they_stand_and_counted() {
    let line = |text: &str| text.to_owned();
    let eligibility = Eligibility {
        inclusion: vec![
            line("ECOG 0–1"),
            line("≥ 1 prior line of therapy"),
            line("Signed consent"),
        ],
        exclusion: vec![line("Traitement antérieur par immunothérapie")],
        undivided: vec![],
    };
    let judged = judged(&eligibility);
    assert_eq!(judged.highest_state, Some(1));
    assert_eq!(judged.state, ["ECOG 0–1"]);
    assert_eq!(
        judged.lines,
        ["≥ 1 prior line of therapy", "Traitement antérieur par immunothérapie"]
    );
    assert_eq!(judged.count, 4);
}

#[test]
fn where_two_statements_differ_the_widest_counts_and_an_unclear_one_silences_both() {
    let of = |lines: &[&str]| {
        judged(&Eligibility {
            inclusion: lines.iter().map(|line| (*line).to_owned()).collect(),
            ..Eligibility::default()
        })
        .highest_state
    };
    assert_eq!(of(&["Cohort A: ECOG 0-1", "Cohort B: ECOG 0-2"]), Some(2));
    assert_eq!(of(&["Cohort A: ECOG 0-1", "Children: Lansky ≥ 50"]), None);
}

#[test]
fn lines_that_count_treatments_are_quoted_before_those_that_do_not() {
    let (washout, counts) = ("No prior therapy within 4 weeks", "At most 2 prior lines of therapy");
    let inclusion = vec![washout.to_owned(), counts.to_owned()];
    assert_eq!(
        judged(&Eligibility { inclusion, ..Eligibility::default() }).lines,
        [counts, washout]
    );
}
