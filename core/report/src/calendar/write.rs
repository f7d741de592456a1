//! Writing a calendar.

use std::collections::BTreeMap;
use std::io::Write;

use vigie_model::{Appointment, Day, Moment};
use vigie_words::Words;

use super::KIND;
use super::line::{escaped, write_line};

/// Writes appointments, each with an id that is its own for ever, as a calendar made at a moment.
///
/// A calendar that took in an earlier file knows an appointment by its id, and changes it instead of doubling it. One id may
/// stand before several appointments (two copies of a journal changed it in two ways): the second and later get a number after it.
///
/// Times are written without a time zone ('floating', RFC 5545, section 3.3.5): which offset holds where the person will be on a
/// day to come is not known here, and half past two at the hospital is half past two. How long one lasts is not known either
/// and is not made up.
///
/// `discreet` leaves everything out but the day, the time and that it is an appointment, and does not name the program.
///
/// # Errors
/// What the writer says.
pub fn write_calendar(
    words: &Words,
    appointments: &[(String, Appointment)],
    discreet: bool,
    made_at: Moment,
    mut writer: impl Write,
) -> std::io::Result<()> {
    let mut line = |name: &str, value: &str| write_line(&mut writer, name, value);
    let program = if discreet { "-//Calendar//Calendar 1//EN" } else { "-//Vigie//Vigie 1//EN" };
    line("BEGIN", "VCALENDAR")?;
    line("VERSION", "2.0")?;
    line("PRODID", program)?;
    let stamp = Moment { offset_minutes: 0, ..made_at };
    let seconds = stamp.utc_millis.div_euclid(1000).rem_euclid(60);
    let stamp = format!("{}{seconds:02}Z", minute(stamp.day(), stamp.minute_of_day()));
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for (id, one) in appointments {
        let time = times.entry(id).and_modify(|time| *time += 1).or_insert(1);
        line("BEGIN", "VEVENT")?;
        line("UID", &escaped(&if *time > 1 { format!("{id}-{time}") } else { id.clone() }))?;
        line("DTSTAMP", &stamp)?;
        match one.minute {
            Some(time) => line("DTSTART", &format!("{}00", minute(one.day, time)))?,
            None => line("DTSTART;VALUE=DATE", &date(one.day))?,
        }
        // Where a calendar is shared, others see that the time is taken and no more.
        line("CLASS", "PRIVATE")?;
        if discreet {
            line("SUMMARY", &escaped(&words.text("appointment-any")))?;
        } else {
            line("SUMMARY", &escaped(&words.appointment(one.kind)))?;
            for (name, text) in [("DESCRIPTION", &one.with), ("LOCATION", &one.place)] {
                if let Some(text) = text {
                    line(name, &escaped(text.as_str()))?;
                }
            }
            line(KIND, one.kind.code())?;
        }
        line("END", "VEVENT")?;
    }
    line("END", "VCALENDAR")?;
    writer.flush()
}

/// `20261123`.
fn date(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{year:04}{month:02}{day:02}")
}

/// `20261123T1430`, to which the seconds are added.
fn minute(day: Day, minute: u16) -> String {
    format!("{}T{:02}{:02}", date(day), minute / 60, minute % 60)
}
