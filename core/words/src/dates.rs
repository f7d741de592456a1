//! Days and moments as they are said in each language.

use vigie_model::{Day, Moment, OpeningHours};

use crate::{Lang, Words};

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_FR: [&str; 12] = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS_FR: [&str; 7] =
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const WEEKDAYS_EN: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn pick<'a, const N: usize>(names: &[&'a str; N], index: u32) -> &'a str {
    usize::try_from(index).ok().and_then(|i| names.get(i).copied()).unwrap_or("")
}

impl Words {
    /// `23 novembre 2026`, `1er mai 2026`; `23 November 2026`.
    pub fn day(&self, day: Day) -> String {
        let (year, month, number) = day.ymd();
        match self.lang {
            Lang::Fr => {
                // Only the first of a month is an ordinal in French.
                let first = if number == 1 { "er" } else { "" };
                format!("{number}{first}\u{a0}{}\u{a0}{year}", pick(&MONTHS_FR, month - 1))
            }
            Lang::En => format!("{number}\u{a0}{}\u{a0}{year}", pick(&MONTHS_EN, month - 1)),
        }
    }

    /// The name of a month, 1 to 12.
    pub fn month(&self, month: u32) -> String {
        let names = match self.lang {
            Lang::Fr => &MONTHS_FR,
            Lang::En => &MONTHS_EN,
        };
        pick(names, month.saturating_sub(1)).to_owned()
    }

    /// `23 nov.`; `23 Nov`.
    pub fn day_short(&self, day: Day) -> String {
        let (_, month, number) = day.ymd();
        match self.lang {
            Lang::Fr => {
                let first = if number == 1 { "er" } else { "" };
                format!("{number}{first}\u{a0}{}", pick(&SHORT_FR, month - 1))
            }
            Lang::En => format!("{number}\u{a0}{}", pick(&SHORT_EN, month - 1)),
        }
    }

    /// `lundi 23 novembre 2026`; `Monday 23 November 2026`.
    pub fn weekday_day(&self, day: Day) -> String {
        let name = match self.lang {
            Lang::Fr => pick(&WEEKDAYS_FR, day.weekday().into()),
            Lang::En => pick(&WEEKDAYS_EN, day.weekday().into()),
        };
        format!("{name} {}", self.day(day))
    }

    /// A time of day from minutes since midnight: `9 h 05`; `9:05`.
    pub fn minute(&self, minute: u16) -> String {
        let (hour, minute) = (minute / 60, minute % 60);
        match self.lang {
            Lang::Fr => format!("{hour}\u{202f}h\u{202f}{minute:02}"),
            Lang::En => format!("{hour}:{minute:02}"),
        }
    }

    /// A moment by the person's own clock: `23 novembre 2026, 14 h 10`.
    pub fn moment(&self, moment: Moment) -> String {
        format!("{}, {}", self.day(moment.day()), self.minute(moment.minute_of_day()))
    }

    /// Opening hours: `lundi–vendredi, 9 h 00–17 h 00, sauf jours fériés`.
    pub fn hours(&self, hours: OpeningHours) -> String {
        let names = match self.lang {
            Lang::Fr => &WEEKDAYS_FR,
            Lang::En => &WEEKDAYS_EN,
        };
        let first = pick(names, hours.days.first().into());
        let last = pick(names, hours.days.last().into());
        let days = if first == last { first.to_owned() } else { format!("{first}\u{2013}{last}") };
        let times = format!("{}\u{2013}{}", self.minute(hours.from), self.minute(hours.to));
        if hours.closed_on_public_holidays() {
            format!("{days}, {times}, {}", self.text("hours-except-holidays"))
        } else {
            format!("{days}, {times}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_the_way_of_the_language() {
        let (fr, en) = (Words::of(Lang::Fr), Words::of(Lang::En));
        let day: Day = "2026-11-23".parse().unwrap();
        assert_eq!(fr.weekday_day(day), "lundi 23\u{a0}novembre\u{a0}2026");
        assert_eq!(en.weekday_day(day), "Monday 23\u{a0}November\u{a0}2026");
        assert_eq!(fr.day("2026-05-01".parse().unwrap()), "1er\u{a0}mai\u{a0}2026");
        assert_eq!(fr.day_short(day), "23\u{a0}nov.");
        assert_eq!(fr.minute(9 * 60 + 5), "9\u{202f}h\u{202f}05");
        assert_eq!(en.minute(9 * 60 + 5), "9:05");
        let hours = "mon-fri 09:00-17:00".parse().unwrap();
        assert_eq!(en.hours(hours), "Monday–Friday, 9:00–17:00, except public holidays");
        let french =
            "lundi–vendredi, 9\u{202f}h\u{202f}00–17\u{202f}h\u{202f}00, sauf jours fériés";
        assert_eq!(fr.hours(hours), french);
        let always = "mon-sun 00:00-24:00".parse().unwrap();
        assert_eq!(en.hours(always), "Monday–Sunday, 0:00–24:00");
    }
}
