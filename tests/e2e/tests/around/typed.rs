//! What people type and copy is read as they mean it: numbers, times, days, words; and a timeline that is narrowed to nothing says why.

use super::{all, json};
use vigie_e2e::Desk;

#[test]
fn numbers_are_read_as_a_laboratory_prints_them() {
    let desk = Desk::new();
    for (value, range, kept, open) in [
        ("150 000", "150 000 - 400 000", "150000", "150000-400000"),
        ("1\u{202f}200", "<25", "1200", "-25"),
        ("12,30", ">30", "12.30", "30-"),
    ] {
        let added = json(&desk, &["result", "add", "Plaquettes", value, "--range", range]);
        assert_eq!((&added["value"], &added["range"]), (&kept.into(), &open.into()));
    }
    // A correction is read in the same way.
    let id = json(&desk, &["result", "add", "CEA", "3"])["id"].as_str().unwrap().to_owned();
    desk.vigie(&["result", "correct", &id, "--value", "3,500"]).refused(9, "Write 3.5 or 3500.");
    assert_eq!(json(&desk, &["result", "correct", &id, "--value", "3 500"])["value"], "3500");
}

#[test]
fn times_and_days_are_read_as_people_write_them() {
    let desk = Desk::new();
    for (time, day) in [
        ("9 h 30", "3/12/2026"),
        ("9\u{202f}h\u{202f}30", "03/12/2026"),
        ("9 heures 30", "2026-12-03"),
    ] {
        let added = json(&desk, &["appointment", "add", "test", "--date", day, "--time", time]);
        assert_eq!((&added["date"], &added["time"]), (&"2026-12-03".into(), &"09:30".into()));
    }
    assert_eq!(all(&desk, &["appointment", "list"]).len(), 1);
    let at = "8 h, 20 heures 21/7";
    let added = json(&desk, &["medicine", "add", "X", "--kind", "other", "--at", at]);
    assert_eq!(added["at"], "08:00,20:00 21/7");
}

#[test]
fn a_timeline_knows_a_name_whatever_its_capitals_and_refuses_what_can_hold_nothing() {
    let desk = Desk::new();
    desk.log(r#"{"date":"2026-11-23","by":"Hélène","answers":{"fatigue":7}}"#).ok();
    desk.log(r#"{"date":"2026-11-22","answers":{"fatigue":4}}"#).ok();
    let told = all(&desk, &["timeline", "--told-by", "helene"]);
    assert!(!told.is_empty() && told.iter().all(|one| one["by"] == "Hélène"), "{told:?}");
    assert!(all(&desk, &["timeline", "--told-by", "Paul"]).is_empty());
    let narrowed = ["timeline", "--since", "22/11/2026", "--until", "hier"];
    assert!(all(&desk, &narrowed).iter().all(|one| one["date"] == "2026-11-22"));
    desk.vigie(&["timeline", "--since", "11/22/2026", "--lang", "fr"])
        .refused(9, "Date (--since) : une date");
    desk.vigie(&["timeline", "--year", "26"]).refused(9, "four digits, such as --year 2026");
    desk.vigie(&["timeline", "--since", "2026-11-23", "--until", "2026-11-22", "--lang", "fr"])
        .refused(9, "--since est après --until");
}
