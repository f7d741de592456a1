//! Reading a calendar as people really have it: from Google, Outlook, Apple, Doctolib, with all that stands in it beside appointments.

use std::io::Read;

use vigie_model::{Appointment, AppointmentKind, Day, Label, Moment};
use vigie_words::one_line;

use super::KIND;
use super::line::{Line, lines, unescaped};

/// Bytes of the largest calendar that is read, 32 MB: years of appointments have a few thousand each.
pub const MOST_BYTES: u64 = 32 << 20;

/// Why a calendar was refused. Nothing of what stands in it is told.
#[derive(Debug, thiserror::Error)]
pub enum CalendarError {
    /// There is nothing in it.
    #[error("empty calendar")]
    Empty,
    /// It is a web page: what a link gives that first wanted a password.
    #[error("a web page instead of a calendar")]
    WebPage,
    /// It is something else.
    #[error("not a calendar")]
    NotACalendar,
    /// It ends too early, or its parts do not close in the order in which they were opened.
    #[error("line {line}: the calendar is not whole")]
    CutShort {
        /// Line in the file, from 1.
        line: u64,
    },
    /// It has more than [`MOST_BYTES`].
    #[error("the calendar is too large")]
    TooLarge,
    /// The file could not be read.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// One event as an appointment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadAppointment {
    /// Line in the file, from 1, on which the event begins.
    pub line: u64,
    /// What the calendar knows it by; in a file of ours the id it was written with.
    pub uid: Option<String>,
    /// What it says. The kind is that of a file of ours, or the one given by whoever reads; in a file of others the title goes to
    /// `with`, for it names whom one goes to see oftener than anything else.
    pub appointment: Appointment,
    /// It comes again, and this is the first time only.
    pub repeats: bool,
}

/// What was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReadCalendar {
    /// In the order of the file.
    pub appointments: Vec<ReadAppointment>,
    /// Events that were cancelled, passed over.
    pub cancelled: u32,
    /// Lines on which events begin that have no date, or none from 1900 to 2199: passed over.
    pub undated: Vec<u64>,
}

/// Reads the events of a calendar.
///
/// An event at a time with a time zone is read with the time as written there: that is what the hospital's clock will show.
/// One in UTC is brought to local time by `offset`, which gives the minutes to add at a moment (milliseconds since
/// 1970-01-01T00:00Z). An event of several days is read with its first. Of one that repeats the first is read, and said so.
///
/// # Errors
/// [`CalendarError`].
pub fn read_calendar(
    source: impl Read,
    kind: AppointmentKind,
    offset: &dyn Fn(i64) -> i16,
) -> Result<ReadCalendar, CalendarError> {
    let mut file = Vec::new();
    source.take(MOST_BYTES + 1).read_to_end(&mut file)?;
    if u64::try_from(file.len()).unwrap_or(u64::MAX) > MOST_BYTES {
        return Err(CalendarError::TooLarge);
    }
    let file = begun(&file)?;
    let mut read = ReadCalendar::default();
    let mut open: Vec<String> = Vec::new();
    let mut event = Event::default();
    let mut withdrawn = false;
    let mut last = 1;
    for line in lines(file) {
        last = line.number;
        match line.name.as_str() {
            "BEGIN" => {
                open.push(line.value.trim().to_ascii_uppercase());
                if open == EVENT {
                    event = Event { line: line.number, ..Event::default() };
                }
            }
            "END" => {
                if open.last().is_none_or(|name| !line.is("END", name)) {
                    return Err(CalendarError::CutShort { line: line.number });
                }
                if open == EVENT {
                    std::mem::take(&mut event).close(withdrawn, kind, offset, &mut read);
                }
                open.pop();
            }
            // A message that takes back what was sent before.
            "METHOD" if open == [EVENT[0]] => withdrawn = line.is("METHOD", "CANCEL"),
            // An alarm inside an event is not the event.
            _ if open == EVENT => event.take(&line),
            _ => {}
        }
    }
    if open.is_empty() { Ok(read) } else { Err(CalendarError::CutShort { line: last }) }
}

/// Where an event stands.
const EVENT: [&str; 2] = ["VCALENDAR", "VEVENT"];

/// The file without its byte order mark, when it begins as a calendar does.
fn begun(file: &[u8]) -> Result<&[u8], CalendarError> {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    let start = file.trim_ascii_start();
    match lines(start).next() {
        _ if start.is_empty() => Err(CalendarError::Empty),
        _ if start.starts_with(b"<") => Err(CalendarError::WebPage),
        Some(first) if first.number == 1 && first.is("BEGIN", EVENT[0]) => Ok(file),
        _ => Err(CalendarError::NotACalendar),
    }
}

/// An event while its lines come.
#[derive(Debug, Default)]
struct Event {
    line: u64,
    uid: Option<String>,
    start: Option<Line>,
    summary: Option<String>,
    location: Option<String>,
    description: Option<String>,
    cancelled: bool,
    repeats: bool,
    /// It is of a file of ours.
    ours: Option<String>,
}

impl Event {
    fn take(&mut self, line: &Line) {
        let text = || Some(unescaped(&line.value).into_owned());
        match line.name.as_str() {
            "UID" => self.uid = text(),
            "DTSTART" => self.start = Some(line.clone()),
            "SUMMARY" => self.summary = text(),
            "LOCATION" => self.location = text(),
            "DESCRIPTION" => self.description = text(),
            "STATUS" => self.cancelled = line.is("STATUS", "CANCELLED"),
            "RRULE" | "RDATE" => self.repeats = true,
            KIND => self.ours = text(),
            _ => {}
        }
    }

    fn close(
        self,
        withdrawn: bool,
        kind: AppointmentKind,
        offset: &dyn Fn(i64) -> i16,
        read: &mut ReadCalendar,
    ) {
        if self.cancelled || withdrawn {
            read.cancelled += 1;
            return;
        }
        let Some((day, minute)) = self.start.as_ref().and_then(|start| start_of(start, offset))
        else {
            read.undated.push(self.line);
            return;
        };
        let (kind, with, place) = match &self.ours {
            Some(code) => {
                let (with, place) = (self.description.as_deref(), self.location.as_deref());
                (code.parse().unwrap_or(kind), kept(with), kept(place))
            }
            None => (kind, label(self.summary.as_deref()), label(self.location.as_deref())),
        };
        let appointment = Appointment { day, minute, kind, with, place, decision: None };
        let (line, repeats) = (self.line, self.repeats);
        let uid = self.uid.filter(|uid| !uid.trim().is_empty());
        read.appointments.push(ReadAppointment { line, uid, appointment, repeats });
    }
}

/// Day and minute of a start: `20261123`, `20261123T143000`, with a `Z` in UTC.
fn start_of(start: &Line, offset: &dyn Fn(i64) -> i16) -> Option<(Day, Option<u16>)> {
    let value = start.value.trim();
    let (date, time) = match value.split_once(['T', 't']) {
        Some((date, time)) => (date, Some(time)),
        None => (value, None),
    };
    if date.len() != 8 {
        return None;
    }
    let number = |text: &str, from: usize, to: usize| -> Option<u32> {
        let digits = text.get(from..to)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let year = i32::try_from(number(date, 0, 4)?).ok()?;
    let day = Day::from_ymd(year, number(date, 4, 6)?, number(date, 6, 8)?)?;
    let Some(time) = time else { return Some((day, None)) };
    let (hours, minutes) = (number(time, 0, 2)?, number(time, 2, 4)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let minute = u16::try_from(hours * 60 + minutes).ok()?;
    let zone = start.parameter("TZID");
    let utc = zone.is_some_and(|zone| UTC.iter().any(|utc| utc.eq_ignore_ascii_case(zone)));
    if !utc && !time.ends_with(['Z', 'z']) {
        return Some((day, Some(minute)));
    }
    let moment = Moment::at(day, minute, 0);
    let here = Moment { offset_minutes: offset(moment.utc_millis), ..moment };
    Some((here.day(), Some(here.minute_of_day())))
}

/// What programs call the time zone that is none.
const UTC: [&str; 5] = ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Z"];

/// A text of ours as it was.
fn kept(text: Option<&str>) -> Option<Label> {
    text.and_then(|text| Label::new("text", text).ok().or_else(|| label(Some(text))))
}

/// A text of others on one line, cut where a label ends.
fn label(text: Option<&str>) -> Option<Label> {
    let words: Vec<&str> = text?.split_whitespace().collect();
    let mut line = one_line(&words.join(" "));
    if let Some((end, _)) = line.char_indices().nth(Label::MAX_CHARS)
        && let Some((last, _)) = line.get(..end)?.char_indices().next_back()
    {
        line.truncate(last);
        line.push('…');
    }
    Label::new("text", &line).ok()
}
