//! The clock of the machine, for shells that have no better one.

use chrono::{Local, Offset};
use vigie_model::{Clock, Moment};

/// The system's clock and time zone.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        let now = Local::now();
        let offset = now.offset().fix().local_minus_utc() / 60;
        Moment {
            utc_millis: now.timestamp_millis(),
            offset_minutes: i16::try_from(offset).unwrap_or(0),
        }
    }
}

/// A clock that stands still at one moment: for tests and demonstrations.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(pub Moment);

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        self.0
    }
}
