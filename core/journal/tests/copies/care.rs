//! Results and appointments in two copies of a journal, and in one that is damaged.

use crate::common::*;
use vigie_journal::{Appointment, AppointmentKind, CareEvent, LabResult};

fn marker(day: Day, value: &str) -> CareEvent {
    CareEvent::Lab(LabResult {
        day,
        name: Label::new("lab", "CEA").unwrap(),
        value: value.parse().unwrap(),
        unit: None,
        range: None,
    })
}

fn visit(day: Day) -> CareEvent {
    let (with, place, decision) = (None, None, None);
    let kind = AppointmentKind::Consultation;
    CareEvent::Appointment(Appointment { day, minute: None, kind, with, place, decision })
}

fn events(journal: &Journal) -> Vec<CareEvent> {
    journal.care().unwrap().into_iter().map(|(_, one)| one.told).collect()
}

#[test]
fn results_changed_in_two_copies_are_there_both_ways_until_they_are_settled_in_any_order() {
    let dirs: Vec<_> = (0..4).map(|_| tempfile::tempdir().unwrap()).collect();
    let hand = Hand::at("2026-11-20", 600);
    let today = hand.now().day();
    let mine = create(dirs[0].path(), &hand);
    mine.record(rated(today, 1)).unwrap();
    let amended = mine.add_care(marker(today, "1")).unwrap();
    let withdrawn = mine.add_care(marker(today.plus(-1), "2")).unwrap();
    let alike = mine.add_care(marker(today.plus(-2), "3")).unwrap();
    let theirs = restore(dirs[1].path(), &backup(&mine), &hand);
    for (copy, value) in [(&mine, "10"), (&theirs, "11")] {
        hand.pass(5);
        copy.amend_care(amended, marker(today, value)).unwrap();
        copy.amend_care(alike, marker(today.plus(-2), "30")).unwrap();
        copy.add_care(visit(today.plus(value.parse().unwrap()))).unwrap();
    }
    mine.withdraw_care(withdrawn).unwrap();
    theirs.amend_care(withdrawn, marker(today.plus(-1), "20")).unwrap();
    let files = [backup(&mine), backup(&theirs)];
    let [one, other] = [(0, 1), (1, 0)].map(|(first, then)| {
        let journal = restore(dirs[2 + first].path(), &files[first], &hand);
        let report = journal.merge(files[then].as_slice(), &passphrase()).unwrap();
        assert_eq!(report.records, 4);
        assert_eq!(journal.merge(files[then].as_slice(), &passphrase()).unwrap().records, 0);
        journal
    });
    let told = [
        marker(today.plus(-2), "30"),
        marker(today.plus(-1), "20"),
        marker(today, "10"),
        marker(today, "11"),
        visit(today.plus(10)),
        visit(today.plus(11)),
    ];
    assert_eq!(events(&one), told);
    assert_eq!(format!("{:?}", meaning(&one)), format!("{:?}", meaning(&other)));
    one.amend_care(amended, marker(today, "12")).unwrap();
    other.merge(backup(&one).as_slice(), &passphrase()).unwrap();
    assert_eq!(events(&other)[2..4], [marker(today, "12"), visit(today.plus(10))]);
}

#[test]
fn a_rescue_keeps_results_and_appointments() {
    let (from, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let hand = Hand::at("2026-11-20", 600);
    let today = hand.now().day();
    let journal = create(from.path(), &hand);
    let id = journal.add_care(marker(today, "1")).unwrap();
    journal.add_care(visit(today.plus(7))).unwrap();
    journal.amend_care(id, marker(today, "<1")).unwrap();
    journal.lock().unwrap();
    let key = passphrase();
    let unlock = Unlock::Passphrase(&key);
    let rescue = Rescue::read(from.path(), unlock, &Anchoring::none()).unwrap();
    let weak = NewKey::Passphrase(&key, KdfParams::weak_for_tests());
    let (rescued, _) =
        rescue.into_journal(to.path(), weak, Anchoring::none(), clock(&hand)).unwrap();
    assert_eq!(events(&rescued), [marker(today, "<1"), visit(today.plus(7))]);
    assert_eq!(rescued.verify().unwrap().unread, 0);
}
