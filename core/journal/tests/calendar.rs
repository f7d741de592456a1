//! Appointments go to the calendar a person keeps, and come from it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use std::sync::Arc;

use hand::{Hand, create, passphrase};
use vigie_journal::{
    Anchoring, Appointment, AppointmentKind, CalendarError, CalendarReport, CareEvent, CareId,
    Clock, Day, Journal, JournalError, KdfParams, Label, Lang, Moment, NewKey, Note, SystemClock,
    Words,
};

fn visit(day: Day, minute: Option<u16>, kind: AppointmentKind) -> Appointment {
    let with = Label::new("with", "Dr Leroy, Anne").ok();
    let place = Label::new("place", "hôpital de jour").ok();
    let decision = Note::new("decision", "Continuer ; revoir dans trois mois.").ok();
    Appointment { day, minute, kind, with, place, decision }
}

fn journal() -> (tempfile::TempDir, Journal, Arc<Hand>) {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    (dir, journal, clock)
}

fn tell(journal: &Journal, all: &[Appointment]) -> Vec<CareId> {
    all.iter().map(|one| journal.add_care(CareEvent::Appointment(one.clone())).unwrap()).collect()
}

fn held(journal: &Journal) -> Vec<Appointment> {
    let care = journal.care().unwrap().into_iter();
    care.map(|(_, one)| match one.told {
        CareEvent::Appointment(one) => one,
        other => panic!("{other:?}"),
    })
    .collect()
}

fn exported(journal: &Journal, discreet: bool) -> String {
    let mut file = Vec::new();
    journal.export_calendar(Lang::Fr, discreet, Day::FIRST, &mut file).unwrap();
    String::from_utf8(file).unwrap()
}

fn import(journal: &Journal, file: &str) -> Result<CalendarReport, JournalError> {
    journal.import_calendar(file.as_bytes(), AppointmentKind::Test)
}

/// A calendar with events of these lines.
fn calendar(events: &[&str]) -> String {
    let event = |lines: &&str| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n");
    let events: String = events.iter().map(event).collect();
    format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n")
}

fn known(known: u32) -> CalendarReport {
    CalendarReport { known, ..CalendarReport::default() }
}

#[test]
fn a_calendar_brings_the_appointments_to_another_journal_without_what_was_decided() {
    use AppointmentKind as K;
    let (_dir, journal, clock) = journal();
    let today = clock.day();
    let all = [
        visit(today.plus(-20), None, K::Consultation),
        visit(today, Some(0), K::Rcp),
        visit(today.plus(7), Some(1439), K::TreatmentDay),
    ];
    tell(&journal, &all);
    let file = exported(&journal, false);
    assert!(!file.contains("Continuer"), "{file}");
    let (_other_dir, other, _) = self::journal();
    let report = import(&other, &file).unwrap();
    assert_eq!(report, CalendarReport { added: 3, past: 1, ..CalendarReport::default() });
    let undecided = all.map(|one| Appointment { decision: None, ..one });
    assert_eq!(held(&other), undecided);
    // Twice is once, and nothing else than appointments came of it.
    assert_eq!(import(&other, &file).unwrap(), known(3));
    assert_eq!(held(&other), undecided);
}

#[test]
fn a_journal_knows_its_own_appointments_again_however_little_the_calendar_says() {
    let (_dir, journal, clock) = journal();
    let all = [visit(clock.day().plus(7), Some(870), AppointmentKind::Consultation)];
    let ids = tell(&journal, &all);
    for discreet in [false, true] {
        assert_eq!(import(&journal, &exported(&journal, discreet)).unwrap(), known(1));
    }
    // Changed here since: the old calendar changes nothing back, and it is said.
    let discreet = exported(&journal, true);
    let later = Appointment { minute: Some(900), ..all[0].clone() };
    journal.amend_care(ids[0], CareEvent::Appointment(later.clone())).unwrap();
    let moved = CalendarReport { moved: 1, ..CalendarReport::default() };
    assert_eq!(import(&journal, &discreet).unwrap(), moved);
    assert_eq!(held(&journal), [later]);
    // Taken back here: whoever reads it in wants it again.
    journal.withdraw_care(ids[0]).unwrap();
    assert_eq!(import(&journal, &discreet).unwrap().added, 1);
}

#[test]
fn only_appointments_from_the_day_asked_for_are_written() {
    let (_dir, journal, clock) = journal();
    let today = clock.day();
    let kind = AppointmentKind::Consultation;
    tell(&journal, &[-1, 0, 1].map(|days| visit(today.plus(days), None, kind)));
    let written = |from: Day| {
        let mut file = Vec::new();
        let count = journal.export_calendar(Lang::En, false, from, &mut file).unwrap();
        let file = String::from_utf8(file).unwrap();
        assert_eq!(file.matches("BEGIN:VEVENT").count(), count as usize);
        count
    };
    assert_eq!([-1, 0, 1, 2].map(|days| written(today.plus(days))), [3, 2, 1, 0]);
    journal.lock().unwrap();
    let refused = journal.export_calendar(Lang::En, false, today, Vec::new());
    assert!(matches!(refused, Err(JournalError::Locked)));
}

#[test]
fn what_was_left_out_of_a_calendar_is_counted_and_said_in_both_languages() {
    let (_dir, journal, _) = journal();
    let file = calendar(&[
        "DTSTART:20261201T143000\r\nSUMMARY:Dr Leroy\r\nRRULE:FREQ=WEEKLY",
        "DTSTART:20261122\r\nSUMMARY:Prise de sang",
        "DTSTART:20261122\r\nSUMMARY:Prise de sang",
        "DTSTART:20261203\r\nSTATUS:CANCELLED",
        "SUMMARY:Un jour",
    ]);
    let report = import(&journal, &file).unwrap();
    let expected = CalendarReport {
        added: 2,
        past: 1,
        repeats: 1,
        known: 1,
        cancelled: 1,
        undated: vec![19],
        moved: 0,
    };
    assert_eq!(report, expected);
    let with: Vec<_> =
        held(&journal).into_iter().map(|one| (one.kind, one.with.unwrap())).collect();
    let label = |text| (AppointmentKind::Test, Label::new("with", text).unwrap());
    assert_eq!(with, [label("Prise de sang"), label("Dr Leroy")]);
    assert_eq!(
        report.sentences(Words::of(Lang::En)),
        [
            "2 appointments recorded.",
            "One appointment has already passed.",
            "One appointment is repeated in the calendar: only its first time was read.",
            "One appointment was already in the journal.",
            "One cancelled appointment was left out.",
            "One appointment without a date that can be read was left out (line 19).",
        ]
    );
    let two = CalendarReport {
        added: 0,
        past: 2,
        repeats: 2,
        known: 2,
        moved: 2,
        cancelled: 2,
        undated: vec![3, 9],
    };
    let said = two.sentences(Words::of(Lang::Fr));
    assert_eq!((said.len(), said[0].as_str()), (7, "Aucun nouveau rendez-vous."));
    assert!(said[1..6].iter().all(|sentence| sentence.starts_with("2 rendez-vous")), "{said:?}");
    assert!(said[6].ends_with("(le premier à la ligne 3)."), "{said:?}");
}

#[test]
fn a_file_that_is_no_whole_calendar_records_nothing_and_says_what_to_do() {
    let (_dir, journal, _) = journal();
    let whole = calendar(&["DTSTART:20261201", "DTSTART:20261202"]);
    let refused = |file: &str| match import(&journal, file) {
        Err(error @ JournalError::Calendar(_)) => {
            [Lang::Fr, Lang::En].map(|lang| error.sentence(Words::of(lang)))
        }
        other => panic!("{other:?}"),
    };
    let cut = refused(whole.trim_end().trim_end_matches("END:VCALENDAR"));
    assert!(cut[1].contains("(line 7)") && cut[1].ends_with("nothing was recorded."), "{cut:?}");
    assert!(refused("<html>")[0].starts_with("C’est une page web"));
    assert!(refused("")[1].starts_with("This file is empty"));
    assert!(refused("patient,date,item,value")[1].contains(".ics"));
    let large = JournalError::Calendar(CalendarError::TooLarge).sentence(Words::of(Lang::En));
    assert!(
        large.contains("at most 32\u{a0}MB") || large.contains("At most 32\u{a0}MB"),
        "{large}"
    );
    assert_eq!(held(&journal), []);
    let missing = journal.import_calendar(Unreadable, AppointmentKind::Test);
    assert!(matches!(missing, Err(JournalError::Io { .. })), "{missing:?}");
}

/// A file that the system does not give.
struct Unreadable;

impl std::io::Read for Unreadable {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::PermissionDenied.into())
    }
}

/// A clock in Paris in winter that knows when summer begins.
struct Paris(Moment);

impl Clock for Paris {
    fn now(&self) -> Moment {
        self.0
    }

    fn offset_at(&self, utc_millis: i64) -> i16 {
        let winter = Moment { utc_millis, ..self.0 };
        let summer: [Day; 2] = ["2027-03-28", "2027-10-31"].map(|day| day.parse().unwrap());
        if (summer[0]..summer[1]).contains(&winter.day()) { 120 } else { 60 }
    }
}

#[test]
fn a_time_in_utc_is_read_by_the_clock_of_that_day_and_not_of_today() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Arc::new(Paris(Hand::at("2026-11-23", 600).now()));
    let (passphrase, params) = (passphrase(), KdfParams::weak_for_tests());
    let key = NewKey::Passphrase(&passphrase, params);
    let (journal, _) = Journal::create(dir.path(), key, Anchoring::none(), clock).unwrap();
    import(&journal, &calendar(&["DTSTART:20261201T080000Z", "DTSTART:20270701T080000Z"])).unwrap();
    let minutes: Vec<_> = held(&journal).into_iter().map(|one| one.minute).collect();
    assert_eq!(minutes, [Some(540), Some(600)]);
}

#[test]
fn the_clock_of_the_machine_has_the_offset_of_now_now() {
    let now = SystemClock.now();
    assert_eq!(SystemClock.offset_at(now.utc_millis), now.offset_minutes);
    assert_eq!(SystemClock.offset_at(i64::MAX), SystemClock.now().offset_minutes);
}
