//! Appointments to and from the calendar a person keeps (`.ics`).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Read, Write};

use vigie_model::{Appointment, AppointmentKind, Author, By, CareEvent, Day, Label};
use vigie_report::calendar::{read_calendar, write_calendar};
use vigie_words::{Lang, Words};

use crate::care::Care;
use crate::stored::Stored;
use crate::{CareId, Journal, JournalError};

/// What came of a calendar that was read in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CalendarReport {
    /// Appointments that were recorded.
    pub added: u32,
    /// Of these, those before today: welcome, for a report begins at the last consultation.
    pub past: u32,
    /// Of these, those that come again in the calendar: the first was recorded and no other.
    pub repeats: u32,
    /// Appointments that the journal held already.
    pub known: u32,
    /// Appointments of this journal that are on another day or at another time in the calendar. The journal stays as it is:
    /// nobody knows here which of the two was changed last.
    pub moved: u32,
    /// Events that were cancelled, passed over.
    pub cancelled: u32,
    /// Lines of the file, from 1, on which events begin that have no date that can be read: passed over.
    pub undated: Vec<u64>,
}

impl CalendarReport {
    /// What happened, a sentence each, the first on what was recorded.
    pub fn sentences(&self, words: &Words) -> Vec<String> {
        let counted = |id: &str, count: u32| words.with(id, &[("count", count.into())]);
        let mut said = vec![counted("calendar-added", self.added)];
        let more = [
            ("calendar-past", self.past),
            ("calendar-repeats", self.repeats),
            ("calendar-known", self.known),
            ("calendar-moved", self.moved),
            ("calendar-cancelled", self.cancelled),
        ];
        said.extend(more.iter().filter(|(_, n)| *n > 0).map(|(id, n)| counted(id, *n)));
        if let Some(line) = self.undated.first() {
            let count = self.undated.len().into();
            let line = line.to_string().into();
            said.push(words.with("calendar-undated", &[("count", count), ("line", line)]));
        }
        said
    }
}

/// All that a calendar tells of an appointment: what was decided is not in it.
type Told = (Day, Option<u16>, AppointmentKind, Option<Label>, Option<Label>);

fn told(one: &Appointment) -> Told {
    (one.day, one.minute, one.kind, one.with.clone(), one.place.clone())
}

/// What the journal holds already.
#[derive(Default)]
struct Held {
    told: BTreeSet<Told>,
    /// When each is, in every version in force.
    times: BTreeMap<CareId, Vec<(Day, Option<u16>)>>,
}

impl Held {
    fn of(appointments: Vec<(CareId, Appointment)>) -> Self {
        let mut held = Self::default();
        for (id, one) in appointments {
            held.told.insert(told(&one));
            held.times.entry(id).or_default().push((one.day, one.minute));
        }
        held
    }

    /// Whether this is to be recorded; counts it when it is not.
    fn is_new(
        &mut self,
        uid: Option<&str>,
        one: &Appointment,
        report: &mut CalendarReport,
    ) -> bool {
        // By its id, for a discreet calendar says no more of an appointment than when it is.
        let id = uid.and_then(|uid| uid.trim().parse::<CareId>().ok());
        let times = id.and_then(|id| self.times.get(&id));
        let here = times.is_some_and(|times| times.contains(&(one.day, one.minute)));
        if here || self.told.contains(&told(one)) {
            report.known += 1;
        } else if times.is_some() {
            report.moved += 1;
        } else {
            return self.told.insert(told(one));
        }
        false
    }
}

impl Journal {
    /// Writes the appointments in force from a day on as a calendar, and gives how many there are. A calendar without one is
    /// refused by some programs: say that there is none instead of handing it over. `discreet` tells when and nothing else.
    ///
    /// # Errors
    /// [`JournalError::Locked`], [`JournalError::Io`], [`JournalError::DiskFull`].
    pub fn export_calendar(
        &self,
        lang: Lang,
        discreet: bool,
        from: Day,
        writer: impl Write,
    ) -> Result<u32, JournalError> {
        let all = self.with(|opened| Ok(appointments(&opened.diary.care)))?;
        let chosen = all.into_iter().filter(|(_, one)| one.day >= from);
        let named: Vec<_> = chosen.map(|(id, one)| (id.to_string(), one)).collect();
        // A line at a time: each is too small to be a write of its own.
        let buffered = BufWriter::new(writer);
        write_calendar(Words::of(lang), &named, discreet, self.now(), buffered)?;
        Ok(u32::try_from(named.len()).unwrap_or(u32::MAX))
    }

    /// Records the events of a calendar as appointments, all or none. Those of a calendar of ours keep their kind, others get
    /// this one. One that the journal holds already is not recorded again: neither what a calendar of this journal says of
    /// its own appointments, nor the same told twice.
    ///
    /// # Errors
    /// [`JournalError::Calendar`], [`JournalError::Io`], [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn import_calendar(
        &self,
        source: impl Read,
        kind: AppointmentKind,
    ) -> Result<CalendarReport, JournalError> {
        let at = self.now();
        let read = read_calendar(source, kind, &|utc_millis| self.offset_at(utc_millis))?;
        let mut report = CalendarReport {
            cancelled: read.cancelled,
            undated: read.undated,
            ..CalendarReport::default()
        };
        self.with(|opened| {
            let mut held = Held::of(appointments(&opened.diary.care));
            let mut records = Vec::new();
            for event in read.appointments {
                let one = event.appointment;
                if !held.is_new(event.uid.as_deref(), &one, &mut report) {
                    continue;
                }
                report.added += 1;
                report.past += u32::from(one.day < at.day());
                report.repeats += u32::from(event.repeats);
                let event = CareEvent::Appointment(one);
                event.validate(at.day())?;
                let (by, of, replaces) = (Author::Person, None, Vec::new());
                records.push(Stored::Told { at, by, of, replaces, event: Some(event) });
            }
            if records.is_empty() { Ok(()) } else { opened.append_all(records).map(drop) }
        })?;
        Ok(report)
    }
}

/// The appointments in force, by day.
fn appointments(care: &Care) -> Vec<(CareId, Appointment)> {
    let appointment = |(id, one): (CareId, By<CareEvent>)| match one.told {
        CareEvent::Appointment(one) => Some((id, one)),
        _ => None,
    };
    care.in_force().into_iter().filter_map(appointment).collect()
}
