//! A calendar from anywhere: `core/report/src/calendar`. What is read of it is written anew and has to read the same.
#![no_main]

use vigie_journal::{
    Appointment, AppointmentKind, Lang, Moment, ReadCalendar, Words, read_calendar, write_calendar,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(read) = read_calendar(bytes, AppointmentKind::Test, &|_| 60) else { return };
    // Characters that may not stand in a calendar are made visible by the first writing.
    let once = again(&read);
    assert!(again(&once).appointments == once.appointments);
    let when = |read: &ReadCalendar| -> Vec<_> {
        read.appointments.iter().map(|one| (one.appointment.day, one.appointment.minute)).collect()
    };
    assert!(when(&read) == when(&once), "days and times come through");
});

/// Written, and read again.
fn again(read: &ReadCalendar) -> ReadCalendar {
    let appointments: Vec<(String, Appointment)> = (0..)
        .map(|n: u32| n.to_string())
        .zip(read.appointments.iter().map(|one| one.appointment.clone()))
        .collect();
    let mut file = Vec::new();
    let now = Moment { utc_millis: 0, offset_minutes: 0 };
    write_calendar(Words::of(Lang::Fr), &appointments, false, now, &mut file).expect("memory");
    let text = std::str::from_utf8(&file).expect("no character is broken");
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')));
    read_calendar(&file[..], AppointmentKind::Test, &|_| 60).expect("as written")
}
