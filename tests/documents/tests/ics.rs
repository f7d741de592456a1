//! A calendar of appointments says in another implementation what it says in ours.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use vigie_documents::tools::{self, Written};
use vigie_model::{Appointment, AppointmentKind, Day, Label, Moment, Note};
use vigie_report::calendar::write_calendar;
use vigie_words::{Lang, Words};

/// What `read_calendar.py` makes of a file.
fn read(file: &[u8]) -> Value {
    let file = Written::new("appointments.ics", file);
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("python/read_calendar.py");
    let mut python = Command::new(tools::folder("python").join("bin").join("python3"));
    serde_json::from_str(&tools::told(python.arg(program).arg(file.path()))).unwrap()
}

/// Texts that a calendar could break on.
const TEXTS: [&str; 8] = [
    "Dr Leroy",
    "Leroy, Anne; \\n° 3: \"Bât. A\"",
    "deux\nlignes\n\ndont une vide",
    "\\, \\; \\\\ \\n \\",
    "BEGIN:VEVENT\nEND:VEVENT",
    "مستشفى النهار 🌿 e\u{301}",
    "un\u{a0}nom\u{202f}; d’hôpital\u{2028}et son étage",
    "=1+1",
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// Every kind, every text, at a time and without, and texts that end at every octet around the edge of a line.
fn appointments() -> Vec<(String, Appointment)> {
    let long = |letter: &str, n: usize| letter.repeat(n);
    let long: Vec<String> =
        (20..100).step_by(3).flat_map(|n| ["x", "é", "🌿"].map(|c| long(c, n))).collect();
    let texts: Vec<&str> = TEXTS.into_iter().chain(long.iter().map(String::as_str)).collect();
    let one = |(n, text): (usize, &&str)| {
        let other = texts[(n * 7 + 3) % texts.len()];
        let appointment = Appointment {
            day: day("2026-12-01").plus(i32::try_from(n).unwrap() * 5),
            minute: (n % 3 > 0).then(|| u16::try_from(n * 97 % 1440).unwrap()),
            kind: AppointmentKind::ALL[n % AppointmentKind::ALL.len()],
            with: (n % 4 > 0).then(|| Label::new("with", text).unwrap()),
            place: (n % 5 > 0).then(|| Label::new("place", other).unwrap()),
            decision: Note::new("decision", "secret").ok(),
        };
        (format!("{n:032x}"), appointment)
    };
    texts.iter().enumerate().map(one).collect()
}

fn written(lang: Lang, discreet: bool, all: &[(String, Appointment)]) -> Vec<u8> {
    let made_at = Moment::at(day("2026-11-23"), 600, 60);
    let mut file = Vec::new();
    write_calendar(Words::of(lang), all, discreet, made_at, &mut file).unwrap();
    file
}

/// What another implementation should see of an appointment.
fn seen((id, one): &(String, Appointment), lang: Lang, discreet: bool) -> Value {
    let words = Words::of(lang);
    let text = |label: &Option<Label>| label.as_ref().map(|label| label.as_str().to_owned());
    json!({
        "uid": id,
        "stamp": "2026-11-23T09:00:00+00:00",
        "date": one.day.to_string(),
        "time": one.minute.map(|minute| format!("{:02}:{:02}:00", minute / 60, minute % 60)),
        "zone": null,
        "class": "PRIVATE",
        "summary": if discreet { words.text("appointment-any") } else { words.appointment(one.kind) },
        "location": text(&one.place).filter(|_| !discreet),
        "kind": (!discreet).then(|| one.kind.code()),
        "with": text(&one.with).filter(|_| !discreet),
    })
}

#[test]
fn another_implementation_sees_every_appointment_as_it_was_told() {
    let all = appointments();
    assert!(all.len() > 80, "{}", all.len());
    for (lang, discreet) in [(Lang::Fr, false), (Lang::En, false), (Lang::Fr, true)] {
        let file = written(lang, discreet, &all);
        assert!(!String::from_utf8_lossy(&file).contains("secret"));
        let read = read(&file);
        assert_eq!(read["problems"], json!([]));
        let expected: Vec<Value> = all.iter().map(|one| seen(one, lang, discreet)).collect();
        let events = read["events"].as_array().unwrap();
        assert_eq!(events.len(), expected.len());
        for (event, expected) in events.iter().zip(&expected) {
            assert_eq!(event, expected, "{lang} {discreet}");
        }
    }
}

#[test]
fn the_other_implementation_notices_what_is_wrong() {
    let all = &appointments()[..2];
    let file = String::from_utf8(written(Lang::En, false, all)).unwrap();
    for (from, to) in [
        ("\r\nDTSTAMP:20261123T090000Z", ""),
        ("DTSTART;VALUE=DATE:20261201", "DTSTART;VALUE=DATE:20261301"),
        ("UID:00000000000000000000000000000001", "UID:00000000000000000000000000000000"),
        ("\r\nPRODID", "\r\nX-PRODID"),
        ("\r\nCLASS", "\nCLASS"),
        (
            "SUMMARY:",
            "SUMMARY:a line that is not folded and has more than seventy-five octets in all, ",
        ),
        ("\r\nEND:VCALENDAR\r\n", ""),
    ] {
        let changed = file.replacen(from, to, 1);
        assert_ne!(changed, file, "{from}");
        let read = read(changed.as_bytes());
        assert_ne!(read["problems"], json!([]), "{from}: {read}");
    }
}
