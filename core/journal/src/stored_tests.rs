//! Records are written the same for ever, byte for byte.

use super::*;
use vigie_model::{
    Appointment, AppointmentKind, CareContact, CareRole, Conclusion, Day, ImagingKind,
    ImagingStudy, LabResult, Label, Note,
};
use vigie_watch::{OutcomeKind, PromptLevel};

#[test]
fn the_record_of_a_change_of_rules_is_written_as_it_was_the_first_time() {
    let at = Moment { utc_millis: 1, offset_minutes: 60 };
    let id = RevisionId(RecordId::new([7; 16]));
    let reset = Stored::Rules { at, replaces: vec![id], file: None };
    let mut frozen = vec![VERSION, 13, 2, 120, 1];
    frozen.extend([7; 16]);
    frozen.push(0);
    assert_eq!(*reset.to_bytes().unwrap(), frozen);
    assert_eq!(Stored::from_bytes(&frozen).unwrap(), reset);
    let file = include_str!("../tests/golden/pack-v1.json").to_owned();
    let installed = Stored::Rules { at, replaces: Vec::new(), file: Some(file) };
    let bytes = installed.to_bytes().unwrap();
    assert_eq!(bytes[..6], [VERSION, 13, 2, 120, 0, 1]);
    assert_eq!(Stored::from_bytes(&bytes).unwrap(), installed);
}

#[test]
fn rules_of_a_newer_version_or_that_do_not_read_are_told_apart() {
    let at = Moment { utc_millis: 1, offset_minutes: 60 };
    let read = |file: &str| {
        let rules = Stored::Rules { at, replaces: Vec::new(), file: Some(file.to_owned()) };
        Stored::from_bytes(&rules.to_bytes().unwrap())
    };
    assert!(matches!(read(r#"{"vigie-rules":2}"#), Err(JournalError::NewerVersion)));
    assert!(matches!(read("{}"), Err(JournalError::Damaged { .. })));
}

/// What came after the golden journals were made, byte for byte.
#[test]
fn records_that_no_golden_journal_holds_are_written_the_same_for_ever() {
    let at = Moment { utc_millis: 1, offset_minutes: 60 };
    let of = PromptId(RecordId::new([7; 16]));
    let felt = Stored::Urgency { at, of, felt: Felt::NotUrgent };
    let mut bytes = vec![VERSION, 12, 2, 120];
    bytes.extend([7; 16]);
    bytes.push(0);
    assert_eq!(felt.to_bytes().unwrap().as_slice(), bytes);
    assert_eq!(Stored::from_bytes(&bytes).unwrap(), felt);
    let relative = CareContact {
        role: CareRole::Relative,
        name: Label::new("name", "P").unwrap(),
        phone: Label::new("phone", "15").unwrap(),
        hours: None,
        out_of_hours: None,
    };
    let profile = Profile { contacts: vec![relative], ..Profile::default() };
    let bytes = [VERSION, 7, 2, 120, 0, 0, 0, 0, 0, 1, 8, 1, b'P', 2, b'1', b'5', 0, 0, 0];
    let person = Stored::from_bytes(&bytes).unwrap();
    assert_eq!(person.to_bytes().unwrap().as_slice(), bytes);
    let Stored::Person { profile: old, .. } = person else { panic!("a person") };
    assert_eq!(Profile::from(old), profile);
}

#[test]
fn the_records_of_care_and_of_what_a_table_brought_are_written_the_same_for_ever() {
    let at = Moment { utc_millis: 1, offset_minutes: 60 };
    let result = LabResult {
        day: Day::from_epoch_days(2).unwrap(),
        name: Label::new("lab", "A").unwrap(),
        value: "<1.5".parse().unwrap(),
        unit: Some(Label::new("unit", "g").unwrap()),
        range: "-5".parse().ok(),
    };
    let first = |event| Stored::Care { at, of: None, replaces: Vec::new(), event: Some(event) };
    let told = first(CareEvent::Lab(result));
    let lab =
        [VERSION, 14, 2, 120, 0, 0, 1, 0, 4, 1, b'A', 1, 0, 15, 1, 1, 1, b'g', 1, 0, 1, 0, 5, 0];
    let scan = first(CareEvent::Imaging(ImagingStudy {
        day: Day::from_epoch_days(2).unwrap(),
        kind: ImagingKind::Mri,
        place: None,
        conclusion: Conclusion::Stable,
        told: Some(Note::new("note", "N").unwrap()),
    }));
    let imaging = [VERSION, 14, 2, 120, 0, 0, 1, 1, 4, 1, 0, 1, 1, 1, b'N'];
    let visit = first(CareEvent::Appointment(Appointment {
        day: Day::from_epoch_days(2).unwrap(),
        minute: Some(90),
        kind: AppointmentKind::Rcp,
        with: None,
        place: None,
        decision: None,
    }));
    let appointment = [VERSION, 14, 2, 120, 0, 0, 1, 2, 4, 1, 90, 2, 0, 0, 0];
    let of = Some(CareId(RecordId::new([7; 16])));
    let replaces = vec![RevisionId(RecordId::new([8; 16]))];
    let withdrawn = Stored::Care { at, of, replaces, event: None };
    let mut taken_back = vec![VERSION, 14, 2, 120, 1];
    taken_back.extend([7; 16]);
    taken_back.push(1);
    taken_back.extend([8; 16]);
    taken_back.push(0);
    let prompt = Prompt {
        day: Day::from_epoch_days(2).unwrap(),
        at,
        level: PromptLevel::Today,
        at_once: true,
        findings: Vec::new(),
        pack: "p".to_owned(),
        pack_version: 3,
    };
    let kind = OutcomeKind::Reached;
    let outcomes = vec![Outcome { at, kind, contact: None, advice: None }];
    let brought = Stored::Brought { prompt, outcomes, felt: Some((at, Felt::Urgent)) };
    let table = [VERSION, 15, 4, 2, 120, 1, 1, 0, 1, b'p', 3, 1, 2, 120, 0, 0, 0, 1, 2, 120, 2];
    for (stored, frozen) in [
        (told, lab.as_slice()),
        (scan, &imaging),
        (visit, &appointment),
        (withdrawn, &taken_back),
        (brought, &table),
    ] {
        assert_eq!(stored.to_bytes().unwrap().as_slice(), frozen);
        assert_eq!(Stored::from_bytes(frozen).unwrap(), stored);
    }
}

/// Each kind of event and the fuller person, as they are first written by this version.
#[test]
fn what_stands_around_the_symptoms_is_written_the_same_for_ever() {
    use vigie_report::table::{Beside, TableCell};
    let at = Moment { utc_millis: 1, offset_minutes: 60 };
    let day = Day::from_epoch_days(2).unwrap();
    let by = Author::Caregiver(Label::new("name", "P").unwrap());
    let beside = |item, value| match TableCell::parse(day, item, value).unwrap() {
        TableCell::Beside(beside) => *beside,
        _ => panic!("{item}"),
    };
    for (item, value, frozen) in [
        ("lab:A", "1", &[0, 4, 1, 65, 0, 1, 0, 0, 0][..]),
        ("question:open", "Q", &[3, 4, 1, b'Q', 0]),
        ("question:answered", "Q | 1970-01-04 | A", &[3, 4, 1, b'Q', 1, 6, 1, b'A']),
        (
            "support:hypnosis",
            "much | W | P | N",
            &[4, 4, 2, 1, 1, b'W', 1, 1, b'P', 1, 2, 1, 1, b'N'],
        ),
        (
            "consent:data",
            "A | 1970-01-03 | 1970-01-04 | P",
            &[5, 4, 1, 1, b'A', 1, 4, 1, 6, 1, 1, b'P'],
        ),
        (
            "medicine:painkiller",
            "M | 08:00 2/1 | 1970-01-04 | D",
            b"\x06\x04\x01M\x01\x01\x01D\x0908:00 2/1\x01\x06",
        ),
        (
            "intake:missed",
            "M | 08:00 | some | R",
            &[7, 4, 1, b'M', 1, 0xE0, 3, 2, 1, 1, b'R', 1, 1],
        ),
        ("wish:directives", "W | P", &[8, 4, 1, 1, 1, b'W', 1, 1, b'P']),
        (
            "change:paused",
            "T | 1970-01-04 | toxicity | N",
            &[9, 4, 3, 1, 1, b'T', 1, 6, 1, 2, 1, 1, b'N'],
        ),
    ] {
        let Beside::Care(event) = beside(item, value) else { panic!("{item}") };
        let (of, replaces, by) = (None, Vec::new(), by.clone());
        let told = Stored::Told { at, by, of, replaces, event: Some(event) };
        let head = [VERSION, 16, 2, 120, 1, 1, b'P', 0, 0, 1];
        let bytes = told.to_bytes().unwrap();
        assert_eq!(bytes.as_slice(), [&head[..], frozen].concat(), "{item}");
        assert_eq!(Stored::from_bytes(&bytes).unwrap(), told);
    }
    let line = "R | 21 | 1970-01-04 | my-choice | A | 2-3 | S | N";
    let Beside::Treatment(line) = beside("treatment:trial", line) else { panic!("a line") };
    let profile = Profile { treatments: vec![line], ..Profile::default() };
    let described = Stored::Described { at, replaces: Vec::new(), profile };
    let bytes = described.to_bytes().unwrap();
    let frozen = [
        VERSION, 17, 2, 120, 0, 0, 0, 0, 1, 6, 1, 1, b'R', 1, 21, 1, 4, 1, 6, 1, 3, 1, 1, b'A', 1,
        3, 1, 1, b'S', 1, 1, b'N', 0, 0,
    ];
    assert_eq!(bytes.as_slice(), frozen);
    assert_eq!(Stored::from_bytes(&bytes).unwrap(), described);
}

#[test]
fn a_file_that_belongs_to_the_person_is_written_the_same_for_ever() {
    let at = Moment { utc_millis: 1, offset_minutes: 60 };
    for (paper, code, text) in
        [(Paper::Directory, 0, Some("[]".to_owned())), (Paper::TrialProfile, 1, None)]
    {
        let mut frozen = vec![VERSION, 18, 2, 120, 0, code];
        frozen.extend(if text.is_some() { &[1, 2, b'[', b']'][..] } else { &[0] });
        let kept = Stored::Kept { at, replaces: Vec::new(), paper, text };
        assert_eq!(kept.to_bytes().unwrap().as_slice(), frozen);
        assert_eq!(Stored::from_bytes(&frozen).unwrap(), kept);
    }
}
