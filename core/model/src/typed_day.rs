//! A day as somebody types it.

use crate::{Allowed, Day, Invalid};

/// A day such as `23/11/2026`, `23.11.26`, `2026-11-23`, `23112026` or `23 11`. The day stands first, but for a year of four digits.
/// Without a year it is the nearest such day to `today`, the earlier of two as near.
///
/// # Errors
/// [`Allowed::Date`].
pub fn day_as_typed(typed: &str, today: Day) -> Result<Day, Invalid> {
    let groups: Vec<&str> =
        typed.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let alone = match groups.as_slice() {
        [one] if one.len() == 8 => one.get(..2).zip(one.get(2..4)).zip(one.get(4..)),
        _ => None,
    };
    let parts = alone.map_or(groups, |((day, month), year)| vec![day, month, year]);
    let read = || match parts.as_slice() {
        [day, month] => nearest(number(day)?, number(month)?, today),
        [year, month, day] if year.len() == 4 => of(number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 4 => of(number(year)?, number(month)?, number(day)?),
        [day, month, year] if year.len() == 2 => {
            of(2000 + number(year)?, number(month)?, number(day)?)
        }
        _ => None,
    };
    read().ok_or_else(|| Invalid::new("date", Allowed::Date))
}

/// Of four digits at most.
fn number(digits: &str) -> Option<u32> {
    if digits.len() > 4 { None } else { digits.parse().ok() }
}

fn of(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::from_ymd(i32::try_from(year).ok()?, month, day)
}

fn nearest(day: u32, month: u32, today: Day) -> Option<Day> {
    let (year, ..) = today.ymd();
    (year - 1..=year + 1)
        .filter_map(|year| Day::from_ymd(year, month, day))
        .min_by_key(|day| today.since(*day).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_read_in_whatever_way_dates_are_written() {
        let today = day("2026-11-23");
        let ways =
            ["23/11/2026", "23.11.26", " 23-11-2026 ", "2026-11-23", "2026/11/23", "23112026"];
        for typed in ways.into_iter().chain(["23 11", "23/11", "le 23 / 11"]) {
            assert_eq!(day_as_typed(typed, today).unwrap(), today, "{typed}");
        }
        assert_eq!(day_as_typed("1/2/1958", today).unwrap(), day("1958-02-01"));
    }

    #[test]
    fn without_a_year_it_is_the_nearest_such_day() {
        let today = day("2026-01-02");
        assert_eq!(day_as_typed("31/12", today).unwrap(), day("2025-12-31"));
        assert_eq!(day_as_typed("3/1", today).unwrap(), day("2026-01-03"));
        // 2028 is the next year with such a day, and too far away to be meant.
        assert!(day_as_typed("29/2", today).is_err());
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let today = day("2026-11-23");
        let none =
            ["", "hier", "31/02/2026", "0/11/2026", "23", "231126", "23/11/126", "1/1/10000"];
        for typed in none.into_iter().chain(["23/11/2026/5", "99999999999", "1/1/0026", "23/11/3"])
        {
            assert!(day_as_typed(typed, today).is_err(), "{typed}");
        }
    }
}
