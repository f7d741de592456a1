//! The clock of the machine, for shells that have no better one.

use chrono::{DateTime, Local, Offset, TimeZone};
use vigie_model::{Clock, Moment};

/// The system's clock and time zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let now = Local::now();
        Moment { utc_millis: now.timestamp_millis(), offset_minutes: offset(&now) }
    }

    fn offset_at(&self, utc_millis: i64) -> i16 {
        // No moment that chrono can write has two offsets.
        let there = Local.timestamp_millis_opt(utc_millis).earliest();
        there.map_or_else(|| self.now().offset_minutes, |there| offset(&there))
    }
}

/// In minutes.
fn offset(moment: &DateTime<Local>) -> i16 {
    i16::try_from(moment.offset().fix().local_minus_utc() / 60).unwrap_or(0)
}

/// A clock that stands still at one moment: for tests and demonstrations.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}
