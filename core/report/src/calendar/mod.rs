//! Appointments as a calendar file (`.ics`, iCalendar, RFC 5545): written for the calendar a person keeps, and read from it.
//!
//! What is written stays small, for calendars are shared and synced: the kind of the appointment, with whom and where; or, when
//! it is to be discreet, that there is an appointment and no more. What was decided is never written.
//!
//! The lines are read and written here and not by a library, after trying those there are in November 2026: `icalendar` 0.17
//! ends the program at a thousand `BEGIN:` lines, refuses a whole file for one line it does not know and quotes the file in
//! its errors; `ical` 0.11 is of 2024; `calcard` 0.3 brings time zones and a second random generator. What is needed is the
//! content line alone (RFC 5545, section 3.1), and another implementation reads what is written here in the tests of the documents.

mod line;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{CalendarError, MOST_BYTES, ReadAppointment, ReadCalendar, read_calendar};
pub use write::write_calendar;

/// Says what kind an appointment is, in a file of ours; its value is [`AppointmentKind::code`](vigie_model::AppointmentKind::code).
const KIND: &str = "X-VIGIE-KIND";
