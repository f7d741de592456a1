//! Medicines on a schedule or as needed, and each time one was taken, late or missed. Never a word about doses.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{Allowed, Day, Invalid, Label, Note};

coded! {
    /// What a medicine is for.
    MedicineKind "medicine" {
        /// Against the disease, by mouth.
        Anticancer "anticancer",
        /// Against pain.
        Painkiller "painkiller",
        /// Something else.
        Other "other",
    }
}

coded! {
    /// What became of one dose.
    IntakeStatus "intake" {
        /// Taken.
        Taken "taken",
        /// Taken later than planned.
        Late "late",
        /// Not taken.
        Missed "missed",
    }
}

coded! {
    /// How far a painkiller helped, an hour after it was taken.
    Relief "relief" {
        /// Not at all.
        NotAtAll "none",
        /// Somewhat.
        Somewhat "some",
        /// Well.
        Good "good",
    }
}

/// When a medicine is due.
///
/// Written `as-needed`, `08:00,20:00` or, with pauses, `08:00 21/7`: so many days on, so many off, from the first day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Schedule {
    /// When the person needs it.
    AsNeeded,
    /// At these times.
    Times {
        /// Minutes since midnight where the person lives, rising, 1 to 12 of them.
        minutes: Vec<u16>,
        /// Days on and days off, 1 to 90 each; none for every day.
        pauses: Option<(u8, u8)>,
    },
}

impl Schedule {
    /// Most times a day.
    pub const MOST_TIMES: usize = 12;
    /// Most days on or off.
    pub const MOST_DAYS: u8 = 90;

    /// The times at which it is due on a day, when it began on `first`: minutes since midnight.
    pub fn due_on(&self, first: Day, day: Day) -> &[u16] {
        match self {
            Self::Times { minutes, pauses } if day >= first => {
                let on = pauses.is_none_or(|(on, off)| {
                    let cycle = i32::from(on) + i32::from(off);
                    day.since(first).checked_rem(cycle).is_some_and(|at| at < i32::from(on))
                });
                if on { minutes } else { &[] }
            }
            _ => &[],
        }
    }
}

/// A time of day such as `09:30`, `9:30`, `9h30`, `9 h` or `9 heures`: minutes since midnight, 0 to 1439. White space of any
/// width may stand around the sign in the middle.
///
/// # Errors
/// [`Allowed::Time`].
pub fn minute_of_day(text: &str) -> Result<u16, Invalid> {
    let read = || {
        let (hour, minute) = text.trim().split_once([':', 'h', 'H'])?;
        // Written out: `9 heures 30`.
        let minute =
            ["eures", "eure"].iter().find_map(|rest| minute.strip_prefix(rest)).unwrap_or(minute);
        let (hour, minute) = (hour.trim(), minute.trim());
        let minute = if minute.is_empty() && !text.contains(':') { "00" } else { minute };
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(hour, 2) || minute.len() != 2 || !digits(minute, 2) {
            return None;
        }
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    };
    read().ok_or_else(|| Invalid::new("time", Allowed::Time))
}

impl fmt::Display for Schedule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Times { minutes, pauses } = self else { return f.write_str("as-needed") };
        for (n, minute) in minutes.iter().enumerate() {
            write!(f, "{}{:02}:{:02}", if n > 0 { "," } else { "" }, minute / 60, minute % 60)?;
        }
        match pauses {
            Some((on, off)) => write!(f, " {on}/{off}"),
            None => Ok(()),
        }
    }
}

impl FromStr for Schedule {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = || Invalid::new("schedule", Allowed::Schedule);
        let text = text.trim();
        if text == "as-needed" {
            return Ok(Self::AsNeeded);
        }
        // The times may have white space among them; the pauses stand last.
        let last = text.rsplit_once(char::is_whitespace).filter(|(_, last)| last.contains('/'));
        let (times, pauses) = last.map_or((text, None), |(times, last)| (times, Some(last)));
        let mut minutes: Vec<u16> =
            times.split(',').map(minute_of_day).collect::<Result<_, _>>().map_err(|_| refused())?;
        minutes.sort_unstable();
        minutes.dedup();
        let day = |text: &str| {
            text.parse()
                .ok()
                .filter(|days| (1..=Self::MOST_DAYS).contains(days))
                .ok_or_else(refused)
        };
        let pauses = pauses
            .map(|text| {
                let (on, off) = text.split_once('/').ok_or_else(refused)?;
                Ok((day(on)?, day(off)?))
            })
            .transpose()?;
        if minutes.len() > Self::MOST_TIMES {
            return Err(refused());
        }
        Ok(Self::Times { minutes, pauses })
    }
}

impl TryFrom<String> for Schedule {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        text.parse()
    }
}

impl From<Schedule> for String {
    fn from(schedule: Schedule) -> Self {
        schedule.to_string()
    }
}

/// A medicine the person was told to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medicine {
    /// First day, may be to come; the pauses count from it.
    pub day: Day,
    /// Its name, as the person calls it.
    pub name: Label,
    /// What it is for.
    pub kind: MedicineKind,
    /// How much, copied from the prescription; the journal makes nothing of it.
    pub dose: Option<Label>,
    /// When.
    pub schedule: Schedule,
    /// Last day, when it is known.
    pub until: Option<Day>,
}

impl Medicine {
    /// Checks that the schedule is one that can be written and read: times of a day, not too many, and pauses of days.
    ///
    /// # Errors
    /// [`Allowed::Schedule`].
    pub fn validate(&self) -> Result<(), Invalid> {
        let read = self.schedule.to_string().parse::<Schedule>();
        let refused = || Invalid::new("schedule", Allowed::Schedule);
        read.ok().filter(|read| *read == self.schedule).map(drop).ok_or_else(refused)
    }

    /// The times at which it is due on a day: minutes since midnight.
    pub fn due_on(&self, day: Day) -> &[u16] {
        match self.until {
            Some(until) if day > until => &[],
            _ => self.schedule.due_on(self.day, day),
        }
    }
}

/// One dose: taken, taken late, or missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intake {
    /// The day it was due, or taken when it is as needed.
    pub day: Day,
    /// The medicine, by its name.
    pub medicine: Label,
    /// When it was due, or taken when it is as needed: minutes since midnight, 0 to 1439; `None` when not said.
    pub minute: Option<u16>,
    /// What became of it.
    pub status: IntakeStatus,
    /// Why it was late or missed, in the person's words.
    pub reason: Option<Note>,
    /// How far it helped after an hour.
    pub relief: Option<Relief>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> Day {
        "2026-11-02".parse().unwrap()
    }

    #[test]
    fn a_schedule_reads_what_it_writes_and_what_people_type() {
        for text in ["as-needed", "08:00", "08:00,20:00", "08:00 21/7", "06:30,22:15 1/6"] {
            assert_eq!(text.parse::<Schedule>().unwrap().to_string(), text);
        }
        for (typed, written) in [
            ("20h,8h", "08:00,20:00"),
            (" 9h30  5/2 ", "09:30 5/2"),
            ("8:00,08:00", "08:00"),
            ("9 h 30", "09:30"),
            ("9\u{202f}h\u{202f}30 21/7", "09:30 21/7"),
            ("9 h, 20 heures", "09:00,20:00"),
            ("1 heure 05", "01:05"),
        ] {
            assert_eq!(typed.parse::<Schedule>().unwrap().to_string(), written);
        }
        for refused in [
            "",
            "8",
            "24:00",
            "08:00 21",
            "08:00 0/7",
            "08:00 91/7",
            "08:00 1/1 x",
            "8:",
            "1 2:30",
            "8:3 0",
            "8 hier",
        ] {
            let invalid = refused.parse::<Schedule>().unwrap_err();
            assert_eq!(invalid, Invalid::new("schedule", Allowed::Schedule), "{refused}");
        }
    }

    #[test]
    fn twenty_one_days_on_and_seven_off_count_from_the_first_day() {
        let medicine = Medicine {
            day: day(),
            name: Label::new("medicine", "capécitabine").unwrap(),
            kind: MedicineKind::Anticancer,
            dose: None,
            schedule: "08:00,20:00 21/7".parse().unwrap(),
            until: Some(day().plus(48)),
        };
        let due: Vec<i32> =
            (-3..60).filter(|n| !medicine.due_on(day().plus(*n)).is_empty()).collect();
        let expected: Vec<i32> = (0..21).chain(28..49).collect();
        assert_eq!(due, expected);
        assert_eq!(medicine.due_on(day()), [480, 1200]);
    }

    #[test]
    fn what_is_taken_as_needed_is_never_due() {
        assert!(Schedule::AsNeeded.due_on(day(), day()).is_empty());
    }

    #[test]
    fn a_schedule_that_could_not_be_read_again_is_refused_and_divides_by_nothing() {
        let times = |minutes: &[u16], pauses| Schedule::Times { minutes: minutes.to_vec(), pauses };
        let medicine = |schedule| Medicine {
            day: day(),
            name: Label::new("medicine", "M").unwrap(),
            kind: MedicineKind::Other,
            dose: None,
            schedule,
            until: None,
        };
        assert_eq!(medicine(times(&[480], Some((21, 7)))).validate(), Ok(()));
        for schedule in [
            times(&[], None),
            times(&[480, 480], None),
            times(&[1440], None),
            times(&[480], Some((0, 0))),
            times(&[480], Some((91, 1))),
        ] {
            let medicine = medicine(schedule);
            assert!(medicine.validate().is_err(), "{medicine:?}");
            let _ = medicine.due_on(day().plus(1));
        }
    }
}
