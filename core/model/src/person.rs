//! The person around the entries: their list, treatments, and whom to call when.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{
    Allowed, Day, Height, Invalid, Item, Label, Moment, SymptomCode, TreatmentKind, TreatmentLine,
};

coded! {
    /// What someone to call is to the person: of the care team, or close to them.
    CareRole "role" {
        /// Oncology nurse or coordination nurse.
        Nurse "nurse",
        /// Oncologist.
        Oncologist "oncologist",
        /// Radiotherapist.
        Radiotherapist "radiotherapist",
        /// Surgeon.
        Surgeon "surgeon",
        /// General practitioner.
        Gp "gp",
        /// Home care or hospital at home.
        HomeCare "home-care",
        /// Psychologist.
        Psychologist "psychologist",
        /// Social worker.
        SocialWorker "social-worker",
        /// Someone close to the person: not of the team, called first when the person is silent.
        Relative "relative",
    }
}

impl TreatmentKind {
    /// A starting list to propose; the person keeps 5 to 12. It follows the commonest effects of
    /// the treatment kind, and always has pain, fatigue and appetite.
    pub fn proposed_list(self) -> Vec<Item> {
        use SymptomCode as S;
        let symptoms: &[S] = match self {
            Self::Chemotherapy => &[
                S::Fatigue,
                S::Pain,
                S::Nausea,
                S::Vomiting,
                S::Appetite,
                S::MouthSores,
                S::Diarrhoea,
                S::Tingling,
                S::Sleep,
            ],
            Self::Targeted => &[
                S::Fatigue,
                S::Pain,
                S::Diarrhoea,
                S::Rash,
                S::HandFoot,
                S::MouthSores,
                S::Appetite,
                S::Sleep,
            ],
            Self::Immunotherapy => &[
                S::Fatigue,
                S::Pain,
                S::Breathlessness,
                S::Cough,
                S::Diarrhoea,
                S::Rash,
                S::Appetite,
                S::Sleep,
            ],
            Self::Hormone => &[
                S::Fatigue,
                S::Pain,
                S::HotFlushes,
                S::Sleep,
                S::LowMood,
                S::Concentration,
                S::Appetite,
            ],
            Self::Radiotherapy => &[S::Fatigue, S::Pain, S::Rash, S::Nausea, S::Appetite, S::Sleep],
            Self::Surgery => {
                &[S::Fatigue, S::Pain, S::Constipation, S::Appetite, S::Sleep, S::Worry]
            }
            Self::Trial => &[
                S::Fatigue,
                S::Pain,
                S::Nausea,
                S::Appetite,
                S::Diarrhoea,
                S::Breathlessness,
                S::Rash,
                S::Sleep,
            ],
        };
        symptoms.iter().copied().map(Item::Symptom).collect()
    }
}

/// Days of the week, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weekdays(u8);

impl Weekdays {
    /// From `first` to `last` (0 Monday – 6 Sunday), both included; wraps over Sunday.
    pub fn range(first: u8, last: u8) -> Self {
        let (first, last) = (first % 7, last % 7);
        let length = (last + 7 - first) % 7;
        Self((0..=length).fold(0, |bits, step| bits | 1 << ((first + step) % 7)))
    }

    /// These days (0 Monday – 6 Sunday) in any order, when they are one run: Saturday and Monday are none without Sunday.
    pub fn of(days: &[u8]) -> Option<Self> {
        let bits = days.iter().fold(0, |bits, day| bits | 1 << (day % 7));
        let these = Self(bits);
        (bits != 0 && Self::range(these.first(), these.last()) == these).then_some(these)
    }

    /// Each of them, from the first day of the run (0 Monday – 6 Sunday).
    pub fn days(self) -> impl Iterator<Item = u8> {
        (0..7).map(move |step| (self.first() + step) % 7).filter(move |day| self.contains(*day))
    }

    /// Whether it is every day of the week.
    pub fn is_every_day(self) -> bool {
        (0..7).all(|weekday| self.contains(weekday))
    }

    /// Whether `weekday` (0 Monday – 6 Sunday) is among them.
    pub fn contains(self, weekday: u8) -> bool {
        self.0 & (1 << (weekday % 7)) != 0
    }

    /// The first day of the run, 0 Monday – 6 Sunday.
    pub fn first(self) -> u8 {
        (0..7).find(|d| self.contains(*d) && !self.contains((d + 6) % 7)).unwrap_or(0)
    }

    /// The last day of the run, 0 Monday – 6 Sunday.
    pub fn last(self) -> u8 {
        (0..7).find(|d| self.contains(*d) && !self.contains((d + 1) % 7)).unwrap_or(6)
    }
}

/// When someone answers the telephone: days and minutes since midnight. Who does not answer every
/// day of the week does not answer on a public holiday of France either
/// ([`Day::is_public_holiday`]).
///
/// Written `mon-fri 09:00-17:00` or `mon-sun 00:00-24:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpeningHours {
    /// Which days.
    pub days: Weekdays,
    /// First minute, 0 to 1439.
    pub from: u16,
    /// First minute after closing, 1 to 1440, greater than `from`.
    pub to: u16,
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Days within which whoever opens once a week opens again: one and the same weekday can be a
/// public holiday three weeks running (24 April, 1 May and 8 May 2000), not five.
const OPENS_WITHIN_DAYS: i32 = 35;

impl OpeningHours {
    /// Whether public holidays are closed.
    pub fn closed_on_public_holidays(self) -> bool {
        !self.days.is_every_day()
    }

    /// Whether someone answers at `moment`.
    pub fn open_at(self, moment: Moment) -> bool {
        let day = moment.day();
        self.days.contains(day.weekday())
            && (self.from..self.to).contains(&moment.minute_of_day())
            && !(self.closed_on_public_holidays() && day.is_public_holiday())
    }

    /// The next moment at or after `moment` at which someone answers.
    pub fn next_opening(self, moment: Moment) -> Moment {
        if self.open_at(moment) {
            return moment;
        }
        (0..=OPENS_WITHIN_DAYS)
            .map(|days| Moment::at(moment.day().plus(days), self.from, moment.offset_minutes))
            .find(|opening| *opening >= moment && self.open_at(*opening))
            .unwrap_or(moment)
    }
}

impl fmt::Display for OpeningHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |d: u8| WEEKDAYS.get(usize::from(d)).copied().unwrap_or("mon");
        let (first, last) = (self.days.first(), self.days.last());
        write!(
            f,
            "{}-{} {:02}:{:02}-{:02}:{:02}",
            name(first),
            name(last),
            self.from / 60,
            self.from % 60,
            self.to / 60,
            self.to % 60
        )
    }
}

impl FromStr for OpeningHours {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let read = || {
            let (days, times) = text.trim().split_once(' ')?;
            let (first, last) = days.split_once('-')?;
            let weekday =
                |d: &str| WEEKDAYS.iter().position(|w| *w == d).and_then(|d| u8::try_from(d).ok());
            let minute = |t: &str| {
                let (hour, minute) = t.split_once(':')?;
                let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
                (hour <= 24 && minute < 60).then_some(hour * 60 + minute)
            };
            let (from, to) = times.trim().split_once('-')?;
            let (from, to) = (minute(from)?, minute(to)?);
            (from < to && to <= 1440).then_some(Self {
                days: Weekdays::range(weekday(first)?, weekday(last)?),
                from,
                to,
            })
        };
        read().ok_or_else(|| Invalid::new("hours", Allowed::Hours))
    }
}

/// Someone to call, in the order in which to try them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareContact {
    /// What they do.
    pub role: CareRole,
    /// Their name or the ward's.
    pub name: Label,
    /// Telephone number, as it should be dialled.
    pub phone: Label,
    /// When they answer; `None` when not known (they may be tried at any time).
    pub hours: Option<OpeningHours>,
    /// Number to call outside these hours.
    pub out_of_hours: Option<Label>,
}

impl CareContact {
    /// A telephone number with nothing in it that a dialler does not know.
    pub fn phone_number(text: &str) -> Result<Label, Invalid> {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let plain = text.chars().all(|c| c.is_ascii_digit() || " .+()-\u{a0}\u{202f}".contains(c));
        if !plain || !(2..=20).contains(&digits) {
            return Err(Invalid::new("phone", Allowed::Phone));
        }
        Label::new("phone", text)
    }
}

/// What the journal knows of the person beside the entries.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// What to call them on the report; nothing else identifies them.
    pub name: Option<Label>,
    /// The patient column of tables that were imported and are exported again.
    pub table_id: Option<Label>,
    /// What is asked each day, in order.
    pub list: Vec<Item>,
    /// Treatment lines, oldest first.
    pub treatments: Vec<TreatmentLine>,
    /// Whom to call, in order.
    pub contacts: Vec<CareContact>,
    /// Height, for the body mass index of the weight rule.
    pub height: Option<Height>,
}

impl Profile {
    /// The treatment line under way on `day`, the latest when there are several.
    pub fn treatment_on(&self, day: Day) -> Option<&TreatmentLine> {
        self.treatments.iter().rev().find(|line| {
            line.started.is_none_or(|start| start <= day)
                && line.stopped.is_none_or(|stop| day <= stop)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_proposed_list_has_five_to_twelve_items_and_no_double() {
        for &kind in TreatmentKind::ALL {
            let list = kind.proposed_list();
            assert!((5..=12).contains(&list.len()), "{kind:?}");
            let unique: std::collections::BTreeSet<_> = list.iter().collect();
            assert_eq!(unique.len(), list.len(), "{kind:?}");
        }
    }

    #[test]
    fn days_of_the_week_are_taken_when_they_are_one_run() {
        let run = |days: &[u8]| Weekdays::of(days).map(|days| days.days().collect::<Vec<_>>());
        assert_eq!(run(&[4, 0, 1, 3, 2]), Some(vec![0, 1, 2, 3, 4]));
        assert_eq!(run(&[0, 5, 6]), Some(vec![5, 6, 0]));
        assert_eq!(run(&[2, 2]), Some(vec![2]));
        assert_eq!(run(&[0, 1, 2, 3, 4, 5, 6]), Some((0..7).collect()));
        assert_eq!((run(&[]), run(&[0, 2])), (None, None));
    }

    #[test]
    fn opening_hours_read_what_they_write_and_know_the_next_opening() {
        for text in ["mon-fri 09:00-17:00", "mon-sun 00:00-24:00", "sat-sun 08:30-12:00"] {
            assert_eq!(text.parse::<OpeningHours>().unwrap().to_string(), text);
        }
        for text in ["", "mon-fri", "mon-fri 17:00-09:00", "lun-ven 09:00-17:00", "mon-fri 9-17"] {
            assert!(text.parse::<OpeningHours>().is_err(), "{text}");
        }
        let hours: OpeningHours = "mon-fri 09:00-17:00".parse().unwrap();
        let friday: Day = "2026-11-27".parse().unwrap();
        let evening = Moment::at(friday, 20 * 60, 60);
        assert_eq!(hours.next_opening(evening), Moment::at(friday.plus(3), 9 * 60, 60));
        let noon = Moment::at(friday, 12 * 60, 60);
        assert_eq!(hours.next_opening(noon), noon);
    }

    #[test]
    fn who_is_closed_on_sundays_is_closed_on_public_holidays_and_opens_the_day_after() {
        let at = |day: &str, minute| Moment::at(day.parse().unwrap(), minute, 120);
        let week: OpeningHours = "mon-fri 09:00-17:00".parse().unwrap();
        let always: OpeningHours = "mon-sun 00:00-24:00".parse().unwrap();
        // Easter 2026: Monday 6 April is closed. May 2026 has three such weekdays.
        for (closed, opens) in [
            ("2026-04-03", "2026-04-03"), // Good Friday is no holiday in most of France
            ("2026-04-06", "2026-04-07"),
            ("2026-05-01", "2026-05-04"),
            ("2026-05-08", "2026-05-11"),
            ("2026-05-14", "2026-05-15"),
            ("2026-12-25", "2026-12-28"),
            ("2027-01-01", "2027-01-04"),
        ] {
            assert_eq!(week.open_at(at(closed, 600)), closed == opens, "{closed}");
            assert_eq!(week.next_opening(at(closed, 540)), at(opens, 540), "{closed}");
            assert!(always.open_at(at(closed, 600)), "open all seven days: {closed}");
        }
        let mondays: OpeningHours = "mon-mon 09:00-12:00".parse().unwrap();
        assert_eq!(mondays.next_opening(at("2000-04-18", 0)), at("2000-05-15", 540));
    }

    #[test]
    fn whoever_opens_once_a_week_opens_again_after_any_holidays() {
        let first = Day::from_ymd(2000, 1, 1).unwrap();
        for weekday in 0..7 {
            let days = Weekdays::range(weekday, weekday);
            let hours = OpeningHours { days, from: 9 * 60, to: 17 * 60 };
            for day in first.through(first.plus(40 * 366)) {
                let evening = Moment::at(day, 20 * 60, 60);
                let opening = hours.next_opening(evening);
                assert!(opening > evening && hours.open_at(opening), "{hours} after {day}");
            }
        }
    }

    #[test]
    fn a_phone_number_is_digits_and_nothing_a_dialler_does_not_know() {
        for text in ["01 23 45 67 89", "+33 (0)1.23.45", "15"] {
            assert!(CareContact::phone_number(text).is_ok(), "{text}");
        }
        for text in ["", "1", "call me", "0123456789012345678901"] {
            assert!(CareContact::phone_number(text).is_err(), "{text}");
        }
    }
}
