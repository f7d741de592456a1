//! Calendar days where the person lives, and moments with their local offset.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Allowed, Invalid};

/// A calendar day where the person lives, from 1900-01-01 to 2199-12-31.
///
/// Stored as days since 1970-01-01, so that the difference of two days is a subtraction. Written
/// and read as `2026-11-23`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// Days since 1970-01-01 of 1900-01-01.
const FIRST: i32 = -25_567;
/// Days since 1970-01-01 of 2199-12-31.
const LAST: i32 = 84_005;

impl Day {
    /// 1900-01-01, the first day there is.
    pub const FIRST: Self = Self(FIRST);

    /// The day with this year, month (1–12) and day of the month (1–31), if there is one.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::from_date)
    }

    fn from_date(date: NaiveDate) -> Option<Self> {
        Self::from_epoch_days(date.to_epoch_days())
    }

    /// The day that is `days` days after 1970-01-01, if it lies in 1900–2199.
    pub fn from_epoch_days(days: i32) -> Option<Self> {
        (FIRST..=LAST).contains(&days).then_some(Self(days))
    }

    /// Days since 1970-01-01.
    pub fn epoch_days(self) -> i32 {
        self.0
    }

    fn date(self) -> NaiveDate {
        NaiveDate::from_epoch_days(self.0).unwrap_or_default()
    }

    /// Year, month (1–12), day of the month (1–31).
    pub fn ymd(self) -> (i32, u32, u32) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        u8::try_from((self.0 + 3).rem_euclid(7)).unwrap_or_default()
    }

    /// The day `days` later (earlier when negative), held inside 1900–2199.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(FIRST, LAST))
    }

    /// Whole days from `earlier` to this day; negative when this day comes first.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Every day from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> {
        (self.0..=last.0).map(Self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = Invalid;

    /// Reads exactly `YYYY-MM-DD`; an impossible date (2026-02-30) is refused.
    fn from_str(text: &str) -> Result<Self, Invalid> {
        let refused = || Invalid::new("date", Allowed::Date);
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| match i {
                4 | 7 => *b == b'-',
                _ => b.is_ascii_digit(),
            });
        if !shape {
            return Err(refused());
        }
        let mut parts = text.splitn(3, '-').map(str::parse::<u32>);
        let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day))) =
            (parts.next(), parts.next(), parts.next())
        else {
            return Err(refused());
        };
        Self::from_ymd(i32::try_from(year).unwrap_or(0), month, day).ok_or_else(refused)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.0.serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        if deserializer.is_human_readable() {
            let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
            text.parse().map_err(D::Error::custom)
        } else {
            Self::from_epoch_days(i32::deserialize(deserializer)?)
                .ok_or_else(|| D::Error::custom("day out of range"))
        }
    }
}

/// A moment in time and the local offset the person lived by then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Moment {
    /// Milliseconds since 1970-01-01T00:00Z.
    pub utc_millis: i64,
    /// Minutes to add to UTC for the person's wall clock, −840 to 840.
    pub offset_minutes: i16,
}

const MINUTE_MILLIS: i64 = 60_000;
/// Most minutes to either side of UTC: no place on Earth has more.
const MOST_OFFSET: i16 = 14 * 60;
const DAY_MINUTES: i64 = 24 * 60;

impl Moment {
    /// The moment `minute` minutes after midnight, local time, of `day`.
    pub fn at(day: Day, minute: u16, offset_minutes: i16) -> Self {
        let local = i64::from(day.epoch_days()) * DAY_MINUTES + i64::from(minute);
        Self { utc_millis: (local - i64::from(offset_minutes)) * MINUTE_MILLIS, offset_minutes }
    }

    fn local_minutes(self) -> i64 {
        self.utc_millis.div_euclid(MINUTE_MILLIS) + i64::from(self.offset_minutes)
    }

    /// The calendar day where the person is.
    pub fn day(self) -> Day {
        let days = self.local_minutes().div_euclid(DAY_MINUTES);
        let days = i32::try_from(days).unwrap_or(LAST).clamp(FIRST, LAST);
        Day(days)
    }

    /// Minutes since local midnight, 0 to 1439.
    pub fn minute_of_day(self) -> u16 {
        u16::try_from(self.local_minutes().rem_euclid(DAY_MINUTES)).unwrap_or_default()
    }

    /// The moment `minutes` later.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self { utc_millis: self.utc_millis.saturating_add(minutes * MINUTE_MILLIS), ..self }
    }

    /// Whole minutes from `earlier` to this moment; negative when this one comes first.
    pub fn minutes_since(self, earlier: Self) -> i64 {
        (self.utc_millis - earlier.utc_millis).div_euclid(MINUTE_MILLIS)
    }
}

/// As RFC 3339 writes it, to a millisecond: `2026-11-23T10:00:00.000+01:00`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = self.utc_millis.rem_euclid(MINUTE_MILLIS);
        let (minute, offset) = (self.minute_of_day(), self.offset_minutes.unsigned_abs());
        write!(f, "{}T{:02}:{:02}:", self.day(), minute / 60, minute % 60)?;
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        write!(f, "{:02}.{:03}{sign}", millis / 1000, millis % 1000)?;
        write!(f, "{:02}:{:02}", offset / 60, offset % 60)
    }
}

/// Reads RFC 3339, seconds and their fraction left out at will, and what is below a millisecond passed over; without an offset
/// it is UTC.
impl FromStr for Moment {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        let read = || {
            let number = |digits: &str| {
                digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u16>().ok())?
            };
            let minutes = |time: &str| {
                let (hour, minute) = time.split_once(':')?;
                if (hour.len(), minute.len()) != (2, 2) {
                    return None;
                }
                let (hour, minute) = (number(hour)?, number(minute)?);
                (hour < 24 && minute < 60).then_some(hour * 60 + minute)
            };
            let (day, time) = text.split_once(['T', 't'])?;
            let at = time.find(['+', '-', 'Z', 'z']).unwrap_or(time.len());
            let (time, offset) = time.split_at_checked(at)?;
            let offset = match offset.split_at_checked(1) {
                None | Some(("Z" | "z", "")) => 0,
                Some((sign @ ("+" | "-"), offset)) => {
                    let offset = i16::try_from(minutes(offset)?).ok()?;
                    let offset = (offset <= MOST_OFFSET).then_some(offset)?;
                    if sign == "-" { -offset } else { offset }
                }
                Some(_) => return None,
            };
            let (minute, seconds) = time.split_at_checked(5)?;
            let (seconds, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
            let seconds = match seconds.strip_prefix(':') {
                None => seconds.is_empty().then_some(0)?,
                Some(digits) => {
                    number(digits).filter(|seconds| digits.len() == 2 && *seconds < 60)?
                }
            };
            let fraction = fraction.bytes().all(|b| b.is_ascii_digit()).then_some(fraction)?;
            let millis: i64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
            let whole = Self::at(day.parse().ok()?, minutes(minute)?, offset);
            let utc_millis = whole.utc_millis + i64::from(seconds) * 1000 + millis;
            Some(Self { utc_millis, ..whole })
        };
        read().ok_or_else(|| Invalid::new("date", Allowed::Date))
    }
}

/// Where the time comes from. It is handed in, so that a day can be lived twice in a test.
pub trait Clock: Send + Sync {
    /// The present moment with the local offset.
    fn now(&self) -> Moment;

    /// The local offset, in minutes, at another moment (milliseconds since 1970-01-01T00:00Z): that of now, unless the clock
    /// knows when it changes.
    fn offset_at(&self, utc_millis: i64) -> i16 {
        Moment { utc_millis, ..self.now() }.offset_minutes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_what_it_writes_and_refuses_impossible_dates() {
        for text in ["1900-01-01", "1969-12-31", "2024-02-29", "2026-11-23", "2199-12-31"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in
            ["2026-02-30", "2025-02-29", "1899-12-31", "2200-01-01", "23/11/2026", "2026-1-3", ""]
        {
            assert_eq!(text.parse::<Day>().unwrap_err().allowed, Allowed::Date, "{text}");
        }
    }

    #[test]
    fn weekdays_start_on_monday() {
        assert_eq!("2026-11-23".parse::<Day>().unwrap().weekday(), 0);
        assert_eq!("1969-12-28".parse::<Day>().unwrap().weekday(), 6);
    }

    #[test]
    fn a_moment_knows_the_local_day_across_midnight() {
        let day: Day = "2026-11-23".parse().unwrap();
        let moment = Moment::at(day, 30, 60);
        assert_eq!((moment.day(), moment.minute_of_day()), (day, 30));
        // Half past midnight in Paris is still the evening before in UTC.
        assert_eq!(Moment { offset_minutes: 0, ..moment }.day(), day.plus(-1));
        assert_eq!(moment.plus_minutes(24 * 60).day(), day.plus(1));
        assert_eq!(moment.plus_minutes(90).minutes_since(moment), 90);
    }

    #[test]
    fn a_moment_reads_what_it_writes_and_what_others_write() {
        let day: Day = "2026-11-23".parse().unwrap();
        let moment =
            Moment { utc_millis: Moment::at(day, 605, 60).utc_millis + 7_042, offset_minutes: 60 };
        assert_eq!(moment.to_string(), "2026-11-23T10:05:07.042+01:00");
        let early = Moment { utc_millis: -1, offset_minutes: -210 };
        assert_eq!(early.to_string(), "1969-12-31T20:29:59.999-03:30");
        for one in [moment, early] {
            assert_eq!(one.to_string().parse(), Ok(one));
        }
        for text in [
            "2026-11-23T10:05+01:00",
            "2026-11-23T10:05:00.0+01:00",
            "2026-11-23t09:05Z",
            "2026-11-23T09:05",
        ] {
            assert_eq!(
                text.parse::<Moment>().unwrap().utc_millis,
                Moment::at(day, 605, 60).utc_millis,
                "{text}"
            );
        }
        let finer: Moment = "2026-11-23T10:05:07.042999+01:00".parse().unwrap();
        assert_eq!(finer, moment);
        for text in [
            "",
            "2026-11-23",
            "2026-11-23T24:00Z",
            "2026-11-23T10:60Z",
            "2026-11-23T1:05Z",
            "2026-11-23T10:05:60Z",
            "2026-11-23T10:05:",
            "2026-11-23T10:05+1",
            "2026-11-23T10:05:07.x",
            "T10:05é",
            "2026-11-23T10:05Z01:00",
            "2026-11-23T1:005Z",
            "2026-11-23T10:05:5Z",
            "2026-11-23T10:05+14:01",
        ] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
