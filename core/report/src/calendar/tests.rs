//! A calendar is written so that others read it, and read however others wrote it.

use proptest::prelude::*;
use vigie_model::{Appointment, AppointmentKind, Day, Label, Moment, Note};
use vigie_words::{Lang, Words};

use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn visit(date: &str, minute: Option<u16>, with: &str, place: &str) -> Appointment {
    Appointment {
        day: day(date),
        minute,
        kind: AppointmentKind::Surveillance,
        with: Label::new("with", with).ok(),
        place: Label::new("place", place).ok(),
        decision: Note::new("decision", "On arrête le traitement.").ok(),
    }
}

fn made_at() -> Moment {
    Moment::at(day("2026-11-23"), 600, 60)
}

fn written(lang: Lang, discreet: bool, all: &[Appointment]) -> String {
    let numbered = (0..).map(|n: u32| format!("{n:032x}"));
    let all: Vec<_> = numbered.zip(all.iter().cloned()).collect();
    let mut file = Vec::new();
    write_calendar(Words::of(lang), &all, discreet, made_at(), &mut file).unwrap();
    String::from_utf8(file).unwrap()
}

fn read(file: &str) -> Result<ReadCalendar, CalendarError> {
    // Paris, without looking at the date.
    read_calendar(file.as_bytes(), AppointmentKind::Test, &|_| 60)
}

/// The appointments of a calendar with one event of these lines.
fn event(lines: &str) -> ReadCalendar {
    let lines = lines.replace('\n', "\r\n");
    let (begin, end) =
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    read(&format!("{begin}{lines}{end}")).unwrap()
}

fn only(read: &ReadCalendar) -> &ReadAppointment {
    assert_eq!(read.appointments.len(), 1, "{read:?}");
    &read.appointments[0]
}

/// Day and minute of the one appointment with this start.
fn start(line: &str) -> (String, Option<u16>) {
    let read = event(line);
    let one = &only(&read).appointment;
    (one.day.to_string(), one.minute)
}

#[test]
fn an_appointment_is_written_as_the_standard_has_it_and_what_was_decided_is_not() {
    let all = [
        visit("2026-12-01", Some(14 * 60 + 30), "Dr Leroy; Anne", "Hôpital de jour, 2e étage"),
        visit("2027-01-05", None, "Dr Leroy", ""),
    ];
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Vigie//Vigie 1//EN",
        "BEGIN:VEVENT",
        "UID:00000000000000000000000000000000",
        "DTSTAMP:20261123T090000Z",
        "DTSTART:20261201T143000",
        "CLASS:PRIVATE",
        "SUMMARY:Consultation de surveillance",
        "DESCRIPTION:Dr Leroy\\; Anne",
        "LOCATION:Hôpital de jour\\, 2e étage",
        "X-VIGIE-KIND:surveillance",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:00000000000000000000000000000001",
        "DTSTAMP:20261123T090000Z",
        "DTSTART;VALUE=DATE:20270105",
        "CLASS:PRIVATE",
        "SUMMARY:Consultation de surveillance",
        "DESCRIPTION:Dr Leroy",
        "X-VIGIE-KIND:surveillance",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(written(Lang::Fr, false, &all), lines.join("\r\n"));
}

#[test]
fn a_discreet_calendar_says_when_and_nothing_else() {
    let all = [visit("2026-12-01", Some(870), "Dr Leroy", "Oncologie")];
    for (lang, word) in [(Lang::Fr, "Rendez-vous"), (Lang::En, "Appointment")] {
        let file = written(lang, true, &all);
        assert!(file.contains(&format!("SUMMARY:{word}\r\n")), "{file}");
        for told in
            ["Leroy", "Oncologie", "surveillance", "Vigie", "VIGIE", "LOCATION", "DESCRIPTION"]
        {
            assert!(!file.contains(told), "{told}: {file}");
        }
        let read = read(&file).unwrap();
        let one = only(&read);
        assert_eq!((one.appointment.day, one.appointment.minute), (all[0].day, Some(870)));
        assert_eq!(one.uid.as_deref(), Some("0".repeat(32).as_str()));
    }
}

#[test]
fn two_versions_of_one_appointment_have_two_names() {
    let id = "a".repeat(32);
    let all = ["2026-12-01", "2026-12-02"].map(|day| (id.clone(), visit(day, None, "", "")));
    let mut file = Vec::new();
    write_calendar(Words::of(Lang::En), &all, true, made_at(), &mut file).unwrap();
    let read = read(std::str::from_utf8(&file).unwrap()).unwrap();
    let uids: Vec<_> = read.appointments.into_iter().filter_map(|one| one.uid).collect();
    assert_eq!(uids, [id.clone(), format!("{id}-2")]);
}

#[test]
fn an_event_of_another_calendar_takes_the_kind_given_and_its_words_as_labels() {
    let read = event(
        "UID:abc@doctolib.fr\nDTSTART;TZID=Europe/Paris:20261201T143000\n\
         SUMMARY;LANGUAGE=fr:Consultation\\, Dr  Leroy\\n(oncologie)\nLOCATION:12 rue\n  des Lilas\n\
         BEGIN:VALARM\nDTSTART:20200101T000000\nSUMMARY:Rappel\nEND:VALARM\ndescription:<b>Bonjour\n</b> : rien",
    );
    let one = only(&read);
    assert_eq!(one.uid.as_deref(), Some("abc@doctolib.fr"));
    assert_eq!((one.line, one.repeats), (2, false));
    let said = &one.appointment;
    assert_eq!((said.day, said.minute), (day("2026-12-01"), Some(870)));
    assert_eq!((said.kind, &said.decision), (AppointmentKind::Test, &None));
    let with = said.with.as_ref().map(Label::as_str);
    assert_eq!(with, Some("Consultation, Dr Leroy (oncologie)"));
    assert_eq!(said.place.as_ref().map(Label::as_str), Some("12 rue des Lilas"));
}

#[test]
fn a_long_title_is_cut_where_a_label_ends_and_steers_no_terminal() {
    let read = event(&format!("DTSTART:20261201\nSUMMARY:\u{1b}[2J{}", "é".repeat(200)));
    let with = only(&read).appointment.with.clone().unwrap();
    assert_eq!(with.as_str().chars().count(), Label::MAX_CHARS);
    assert!(with.as_str().starts_with("\u{FFFD}[2Jé") && with.as_str().ends_with("é…"));
}

#[test]
fn a_time_is_the_one_on_the_wall_and_one_in_utc_is_brought_there() {
    let at = |date: &str, minute: Option<u16>| (date.to_owned(), minute);
    assert_eq!(start("DTSTART;VALUE=DATE:20261201"), at("2026-12-01", None));
    assert_eq!(start("DTSTART:20261201"), at("2026-12-01", None));
    assert_eq!(start("DTSTART:20261201T0915"), at("2026-12-01", Some(555)));
    assert_eq!(start("DTSTART;TZID=America/Montreal:20261201T091500"), at("2026-12-01", Some(555)));
    assert_eq!(
        start("dtstart;tzid=\"Europe/Paris: x\":20261201T235959"),
        at("2026-12-01", Some(1439))
    );
    assert_eq!(start("DTSTART:20261201T091500Z"), at("2026-12-01", Some(615)));
    assert_eq!(start("DTSTART;TZID=UTC:20261201T091500"), at("2026-12-01", Some(615)));
    assert_eq!(start("DTSTART:20261201T233000Z"), at("2026-12-02", Some(30)));
    // In summer the clock is another one: the offset is asked for the moment itself.
    let summer = |millis: i64| {
        let moment = Moment { utc_millis: millis, offset_minutes: 0 };
        if moment.day() < day("2026-10-25") { 120 } else { 60 }
    };
    let file = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260701T080000Z\nEND:VEVENT\nEND:VCALENDAR";
    let read = read_calendar(file.as_bytes(), AppointmentKind::Test, &summer).unwrap();
    assert_eq!(only(&read).appointment.minute, Some(600));
}

#[test]
fn what_is_cancelled_or_has_no_date_is_counted_and_what_repeats_is_read_once() {
    let read = event("UID:1\nDTSTART:20261201\nSTATUS:cancelled");
    assert_eq!((read.cancelled, read.appointments.len()), (1, 0));
    let cancelled = read_calendar(
        &b"BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nDTSTART:20261201\nEND:VEVENT\nEND:VCALENDAR"[..],
        AppointmentKind::Test,
        &|_| 0,
    );
    assert_eq!(cancelled.unwrap().cancelled, 1);
    assert!(only(&event("DTSTART:20261201\nRRULE:FREQ=WEEKLY")).repeats);
    for bad in [
        "SUMMARY:x",
        "DTSTART:",
        "DTSTART:2026-12-01",
        "DTSTART:20260230",
        "DTSTART:18991231",
        "DTSTART:20261201T2500",
        "DTSTART:20261201T12",
        "DTSTART:٢٠٢٦١٢٠١",
        "DTSTART:+2261201",
        "DTSTART;x",
    ] {
        let read = event(bad);
        assert_eq!((read.undated, read.appointments.len()), (vec![2], 0), "{bad}");
    }
}

#[test]
fn what_is_no_whole_calendar_is_refused_with_its_reason() {
    use CalendarError as E;
    assert!(matches!(read(""), Err(E::Empty)));
    assert!(matches!(read("\u{feff} \r\n"), Err(E::Empty)));
    assert!(matches!(read("<!DOCTYPE html><html>BEGIN:VCALENDAR"), Err(E::WebPage)));
    for other in [
        "patient,date,item,value\n",
        "BEGIN:VCARD\nEND:VCARD",
        "x\nBEGIN:VCALENDAR\nEND:VCALENDAR",
        "\0\u{1}",
    ] {
        assert!(matches!(read(other), Err(E::NotACalendar)), "{other}");
    }
    let whole = written(Lang::Fr, false, &[visit("2026-12-01", None, "A", "B")]);
    assert_eq!(read(&format!("\u{feff}\n{whole}")).unwrap(), {
        let mut read = read(&whole).unwrap();
        read.appointments[0].line += 1;
        read
    });
    for end in whole.match_indices("\r\n").map(|(end, _)| end) {
        let cut = read(&whole[..end]);
        if end + 2 < whole.len() {
            assert!(matches!(cut, Err(E::CutShort { .. })), "{end}: {cut:?}");
        }
    }
    let crossed = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\nEND:VEVENT";
    assert!(matches!(read(crossed), Err(E::CutShort { line: 3 })));
    // Deep, and never deeper than memory.
    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:A\n".repeat(200_000));
    assert!(matches!(read(&deep), Err(E::CutShort { line: 200_001 })));
    let endless = std::io::repeat(b'\n');
    let refused = read_calendar(endless, AppointmentKind::Test, &|_| 0);
    assert!(matches!(refused, Err(E::TooLarge)));
}

#[test]
fn lines_folded_anywhere_and_letters_of_windows_are_read() {
    let whole = written(Lang::Fr, false, &[visit("2026-12-01", None, "Hélène", "Étage 2 🌿")]);
    // A fold after every octet, as programs do that do not know UTF-8.
    let mut folded = Vec::new();
    for line in whole.split_terminator("\r\n") {
        for (n, byte) in line.bytes().enumerate() {
            folded.extend(if n > 0 { &b"\r\n\t"[..] } else { b"" });
            folded.push(byte);
        }
        folded.extend(b"\n");
    }
    let again = read_calendar(&folded[..], AppointmentKind::Test, &|_| 0).unwrap();
    assert_eq!(only(&again).appointment, only(&read(&whole).unwrap()).appointment);
    let latin = b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261201\nSUMMARY:H\xe9l\xe8ne\nEND:VEVENT\nEND:VCALENDAR";
    let read = read_calendar(&latin[..], AppointmentKind::Test, &|_| 0).unwrap();
    assert_eq!(only(&read).appointment.with.as_ref().map(Label::as_str), Some("Hélène"));
}

/// A text of a person: signs of the format, line ends, letters of several octets, and lengths at the edge of a line.
fn text() -> impl Strategy<Value = Option<Label>> {
    let any = "[a-zé,;:\\\\\"\n 🌿\u{e000}-]{0,40}|[aé🌿]{50,80}|\\PC{0,40}";
    any.prop_map(|text| Label::new("text", &text).ok())
}

prop_compose! {
    fn appointments()(all in proptest::collection::vec(
        (-20_000i32..80_000, proptest::option::of(0u16..1440), 0..AppointmentKind::ALL.len(), text(), text()), 0..6,
    )) -> Vec<Appointment> {
        let one = |(days, minute, kind, with, place): (i32, _, usize, _, _)| Appointment {
            day: Day::from_epoch_days(days).unwrap(),
            minute, kind: AppointmentKind::ALL[kind], with, place, decision: None,
        };
        all.into_iter().map(one).collect()
    }
}

proptest! {
    #[test]
    fn what_was_written_is_read_again_in_lines_of_at_most_75_octets(all in appointments(), french: bool) {
        let file = written(if french { Lang::Fr } else { Lang::En }, false, &all);
        for line in file.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{}", line);
        }
        let read = read(&file).unwrap();
        let read: Vec<Appointment> = read.appointments.into_iter().map(|one| one.appointment).collect();
        prop_assert_eq!(read, all);
    }

    #[test]
    fn what_others_wrote_is_read_the_same_once_it_is_written_here(
        lines in proptest::collection::vec(
            "(SUMMARY|LOCATION|DESCRIPTION|X-VIGIE-KIND)(;VALUE=TEXT)?:(rcp|[aé,\\\\;n\t\x01 🌿]{0,130}|\\PC{0,30})", 0..5),
    ) {
        let first = event(&format!("DTSTART:20261201T0915\n{}", lines.join("\n")));
        let again = |from: &ReadCalendar| {
            let all: Vec<_> = from.appointments.iter().map(|one| one.appointment.clone()).collect();
            read(&written(Lang::Fr, false, &all)).unwrap()
        };
        // What may not stand in a calendar is made visible by the first writing.
        let second = again(&first);
        prop_assert_eq!(only(&second).appointment.minute, Some(555));
        prop_assert_eq!(&again(&second).appointments, &second.appointments);
    }

    #[test]
    fn no_text_ends_its_line_early(control in "[\\x00-\\x1f\\x7f\u{85}\u{2028}a]{1,30}") {
        let label = Label::new("with", &format!("x{control}x")).unwrap();
        let all = [Appointment { with: Some(label), ..visit("2026-12-01", None, "", "") }];
        let file = written(Lang::En, false, &all);
        let plain = file.replace("\r\n", "");
        prop_assert!(!plain.contains(|c: char| c.is_control() && c != '\t'), "{:?}", file);
        prop_assert_eq!(read(&file).unwrap().appointments.len(), 1);
    }

    #[test]
    fn any_bytes_give_appointments_or_an_error_and_never_a_panic(
        bytes: Vec<u8>, lines in proptest::collection::vec(
            "(BEGIN|END|begin|DTSTART|UID|SUMMARY|LOCATION|DESCRIPTION|RRULE)[;:]?(VCALENDAR|VEVENT|[0-9TZ]{0,16}|\\PC{0,20})", 0..20),
    ) {
        let _ = read_calendar(&bytes[..], AppointmentKind::Test, &|_| i16::MIN);
        let begun = ["BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", &lines.join("\r\n")].concat();
        let _ = read(&begun);
        let _ = read(&[&begun, "\r\nEND:VEVENT\r\nEND:VCALENDAR"].concat());
        let whole = [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", &bytes[..], b"\nEND:VEVENT\nEND:VCALENDAR"].concat();
        let _ = read_calendar(&whole[..], AppointmentKind::Test, &|_| i16::MAX);
    }
}
