//! Results, scans and appointments in the life of a journal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{Hand, create, feverish, rated, reopen};
use vigie_journal::{
    Appointment, AppointmentKind, Beside, CareEvent, Clock, Conclusion, Day, Event, ImagingKind,
    ImagingStudy, Journal, JournalError, LabResult, Label, Lang, Look, Note, TableCell,
};

fn marker(day: Day, value: &str) -> CareEvent {
    CareEvent::Lab(LabResult {
        day,
        name: Label::new("lab", "CEA").unwrap(),
        value: value.parse().unwrap(),
        unit: Some(Label::new("unit", "ng/mL").unwrap()),
        range: "0-5".parse().ok(),
    })
}

fn scan(day: Day, conclusion: Conclusion) -> CareEvent {
    let told = Note::new("note", "plus grande").ok();
    CareEvent::Imaging(ImagingStudy { day, kind: ImagingKind::Ct, place: None, conclusion, told })
}

fn visit(day: Day, kind: AppointmentKind) -> CareEvent {
    let (with, place, decision) = (None, None, None);
    CareEvent::Appointment(Appointment { day, minute: None, kind, with, place, decision })
}

/// One of each other kind, as a table writes it.
const AROUND: [(&str, &str); 9] = [
    ("question:open", "Pourquoi ai-je si mal ?"),
    ("question:answered", "Et la fièvre ? | | Appeler tout de suite."),
    ("support:psychologist", "no | | | Pire qu’avant."),
    ("consent:trial", "T"),
    ("medicine:painkiller", "morphine | 08:00,20:00"),
    ("intake:missed", "morphine | 08:00 | | vomi"),
    ("intake:taken", "morphine | 20:00 | none"),
    ("wish:directives", "| tiroir"),
    ("change:delayed", "FOLFOX | | toxicity"),
];

fn told(day: Day, item: &str, value: &str) -> CareEvent {
    match TableCell::parse(day, item, value).unwrap() {
        TableCell::Beside(beside) => match *beside {
            Beside::Care(event) => event,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

fn events(journal: &Journal) -> Vec<CareEvent> {
    journal.care().unwrap().into_iter().map(|(_, one)| one.told).collect()
}

#[test]
fn what_was_told_is_kept_corrected_and_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.now().day();
    let scanned = scan(today.plus(-3), Conclusion::Stable);
    let next = visit(today.plus(30), AppointmentKind::Consultation);
    let lab = journal.add_care(marker(today, "12.30")).unwrap();
    let ct = journal.add_care(scanned.clone()).unwrap();
    journal.add_care(next.clone()).unwrap();
    assert_eq!(journal.add_care(next.clone()).unwrap(), journal.care().unwrap()[2].0);
    assert_eq!(events(&journal), [scanned.clone(), marker(today, "12.30"), next.clone()]);
    let timeline = journal
        .timeline(&Look { from: Some(today.plus(-1)), ..Look::everything(Lang::Fr) })
        .unwrap();
    assert_eq!(timeline.len(), 2);
    assert!(timeline[0].day > today);
    assert!(matches!(&timeline[0].event, Event::Care(_, told) if *told == next));
    journal.amend_care(lab, marker(today, "1.23")).unwrap();
    journal.withdraw_care(ct).unwrap();
    let refused = journal.amend_care(lab, marker(today.plus(1), "1"));
    assert!(matches!(refused, Err(JournalError::Invalid(_))));
    assert!(matches!(
        journal.add_care(scan(today.plus(1), Conclusion::Worse)),
        Err(JournalError::Invalid(_))
    ));
    assert!(matches!(journal.withdraw_care(ct), Err(JournalError::NoSuch)));
    assert!(matches!(journal.amend_care(ct, scanned), Err(JournalError::NoSuch)));
    journal.lock().unwrap();
    let journal = reopen(dir.path(), &clock);
    assert_eq!(events(&journal), [marker(today, "1.23"), next]);
    let choice = journal.usual_choice(Lang::Fr).unwrap();
    let summary = journal.summary(choice).unwrap();
    assert_eq!(summary.labs[0].results.len(), 1, "the report has it");
}

#[test]
fn a_report_begins_on_the_day_of_the_last_consultation_before_today() {
    use AppointmentKind as K;
    let from = |visits: &[(i32, K)], entries: &[i32]| -> (i32, i32) {
        let dir = tempfile::tempdir().unwrap();
        let clock = Hand::at("2026-11-23", 600);
        let journal = create(dir.path(), &clock);
        let today = clock.now().day();
        for (days, kind) in visits {
            journal.add_care(visit(today.plus(*days), *kind)).unwrap();
        }
        for days in entries {
            journal.record(rated(today.plus(*days), "fatigue", 1)).unwrap();
        }
        let choice = journal.usual_choice(Lang::Fr).unwrap();
        (choice.from.since(today), choice.to.since(today))
    };
    let ten_weeks = (-69, 0);
    assert_eq!(from(&[], &[-1]), ten_weeks);
    assert_eq!(from(&[(-20, K::Consultation)], &[-1]), (-20, 0));
    assert_eq!(from(&[(-20, K::Surveillance)], &[-1]), (-20, 0));
    assert_eq!(from(&[(-20, K::Rcp), (-9, K::TreatmentDay), (-8, K::Test)], &[-1]), ten_weeks);
    // Of two the later; one of today is the one the report is for, and so is one to come.
    assert_eq!(from(&[(-40, K::Consultation), (-20, K::Consultation)], &[-1]), (-20, 0));
    assert_eq!(from(&[(-20, K::Consultation), (0, K::Consultation)], &[-1]), (-20, 0));
    assert_eq!(from(&[(-20, K::Consultation), (5, K::Surveillance)], &[-1]), (-20, 0));
    assert_eq!(from(&[(-20, K::Consultation), (0, K::Consultation)], &[-1, 0]), (-20, 0));
    assert_eq!(from(&[(0, K::Consultation)], &[-1, 0]), ten_weeks);
    assert_eq!(from(&[(5, K::Consultation)], &[-1]), ten_weeks);
    // However long ago it was.
    assert_eq!(from(&[(-730, K::Consultation)], &[-700, -1]), (-730, 0));
    // The day of the consultation itself is enough; without an entry since, the one before counts.
    assert_eq!(from(&[(-1, K::Consultation)], &[-1]), (-1, 0));
    assert_eq!(from(&[(-40, K::Consultation), (-1, K::Consultation)], &[-2]), (-40, 0));
    assert_eq!(from(&[(-1, K::Consultation)], &[-2]), ten_weeks);
    assert_eq!(from(&[(-20, K::Consultation)], &[]), ten_weeks);
    // The last entry is long ago: up to there.
    assert_eq!(from(&[(-200, K::Consultation)], &[-100]), (-200, -100));
    assert_eq!(from(&[(-90, K::Consultation)], &[-100]), (-169, -100));
}

#[test]
fn nothing_around_the_symptoms_but_a_change_of_what_is_given_gives_a_prompt_or_changes_one() {
    let live = |with: bool| {
        let dir = tempfile::tempdir().unwrap();
        let clock = Hand::at("2026-11-01", 600);
        let journal = create(dir.path(), &clock);
        let mut said = Vec::new();
        for n in 0..20 {
            let today = clock.now().day();
            if with {
                let value = if n % 2 == 0 { ">100000" } else { "0" };
                journal.add_care(marker(today, value)).unwrap();
                journal.add_care(scan(today, Conclusion::Worse)).unwrap();
                journal.add_care(visit(today.plus(-1), AppointmentKind::TreatmentDay)).unwrap();
                for (item, value) in AROUND {
                    // A dose of today may still be to come.
                    let day = if item.starts_with("intake") { today.plus(-1) } else { today };
                    journal.add_care(told(day, item, value)).unwrap();
                }
            }
            let mut entry = rated(today, "fatigue", if n < 12 { 2 } else { 8 });
            entry.measures = feverish(today).measures;
            said.push(journal.record(entry).unwrap().prompt.map(|open| open.prompt));
            said.push(journal.notice_silence().unwrap().map(|open| open.prompt));
            clock.pass(24 * 60);
        }
        let open: Vec<_> = journal.open_prompts().unwrap().into_iter().map(|p| p.prompt).collect();
        (said, open)
    };
    let without = live(false);
    assert!(without.0.iter().flatten().count() > 3, "there is something to change");
    assert_eq!(live(true), without);
}
