//! The numbers of a pack that belong to no rule of channel 1: from when a rating is severe, a trend is one, and so on.

use std::cmp::Ordering;

use crate::RulePack;

/// One of these numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// Rating from which it is severe.
    SevereFrom,
    /// Earlier reports in which it must not have been severe.
    SevereReports,
    /// Days after which a rating that stays severe is said again.
    SevereAgain,
    /// Score from which a trend is said when there is one series, in standard deviations.
    TrendThreshold,
    /// What is added to it for each unit of the natural logarithm of the number of series.
    TrendThresholdPerSeries,
    /// What the scores of several series have beyond this adds up.
    TrendAddsFrom,
    /// Score from which a series is named when several speak together.
    TrendNamedFrom,
    /// Least difference that a trend speaks of, 0–10.
    TrendLeastChange,
    /// Mean from which a trend is for today.
    TrendTodayFrom,
    /// Rating from which a pain is new.
    NewPainFrom,
    /// Reports of that much.
    NewPainReports,
    /// Days within which they come.
    NewPainWithin,
    /// Days for which a place is new, and least age of the journal.
    NewPainNewFor,
    /// Reports of zero before a symptom returns.
    ReturnedAbsent,
    /// Reports since.
    ReturnedReports,
    /// Rating of each of these.
    ReturnedFrom,
    /// Days from which a silence is told.
    SilenceDays,
}

impl Setting {
    /// Every one, in the order shown.
    pub const ALL: &'static [Self] = &[
        Self::SevereFrom,
        Self::SevereReports,
        Self::SevereAgain,
        Self::TrendThreshold,
        Self::TrendThresholdPerSeries,
        Self::TrendAddsFrom,
        Self::TrendNamedFrom,
        Self::TrendLeastChange,
        Self::TrendTodayFrom,
        Self::NewPainFrom,
        Self::NewPainReports,
        Self::NewPainWithin,
        Self::NewPainNewFor,
        Self::ReturnedAbsent,
        Self::ReturnedReports,
        Self::ReturnedFrom,
        Self::SilenceDays,
    ];

    /// The stable code; its words are `setting-<code>` in vigie-words.
    pub fn code(self) -> &'static str {
        match self {
            Self::SevereFrom => "severe-at-least",
            Self::SevereReports => "severe-reports",
            Self::SevereAgain => "severe-again-after-days",
            Self::TrendThreshold => "trend-threshold",
            Self::TrendThresholdPerSeries => "trend-threshold-per-series",
            Self::TrendAddsFrom => "trend-adds-from",
            Self::TrendNamedFrom => "trend-named-from",
            Self::TrendLeastChange => "trend-least-change",
            Self::TrendTodayFrom => "trend-today-from",
            Self::NewPainFrom => "new-pain-at-least",
            Self::NewPainReports => "new-pain-reports",
            Self::NewPainWithin => "new-pain-within-days",
            Self::NewPainNewFor => "new-pain-new-for-days",
            Self::ReturnedAbsent => "returned-absent-reports",
            Self::ReturnedReports => "returned-reports",
            Self::ReturnedFrom => "returned-at-least",
            Self::SilenceDays => "silence-days",
        }
    }

    /// Its value in a pack.
    pub fn of(self, pack: &RulePack) -> f64 {
        // Counts of reports are small; one that is not is out of range all the same.
        let count = |n: usize| u32::try_from(n).map_or(f64::INFINITY, f64::from);
        match self {
            Self::SevereFrom => pack.severe.at_least.into(),
            Self::SevereReports => count(pack.severe.reports),
            Self::SevereAgain => pack.severe.again_after_days.into(),
            Self::TrendThreshold => pack.trend.threshold,
            Self::TrendThresholdPerSeries => pack.trend.threshold_per_series,
            Self::TrendAddsFrom => pack.trend.adds_from,
            Self::TrendNamedFrom => pack.trend.named_from,
            Self::TrendLeastChange => pack.trend.least_change,
            Self::TrendTodayFrom => pack.trend.today_from,
            Self::NewPainFrom => pack.new_pain.at_least.into(),
            Self::NewPainReports => count(pack.new_pain.reports),
            Self::NewPainWithin => pack.new_pain.within_days.into(),
            Self::NewPainNewFor => pack.new_pain.new_for_days.into(),
            Self::ReturnedAbsent => count(pack.returned.absent_reports),
            Self::ReturnedReports => count(pack.returned.reports),
            Self::ReturnedFrom => pack.returned.at_least.into(),
            Self::SilenceDays => pack.silence.days.get().into(),
        }
    }

    /// Least and greatest value that is accepted.
    pub(crate) fn range(self) -> (f64, f64) {
        match self {
            Self::SevereFrom | Self::NewPainFrom | Self::ReturnedFrom => (1.0, 10.0),
            Self::TrendLeastChange | Self::TrendTodayFrom => (0.0, 10.0),
            Self::TrendThreshold => (1.0, 20.0),
            Self::TrendThresholdPerSeries => (0.0, 5.0),
            // Beyond the threshold everything would add up to it: see `RulePack::check`.
            Self::TrendAddsFrom | Self::TrendNamedFrom => (0.0, 20.0),
            Self::SilenceDays => (1.0, 14.0),
            Self::SevereReports => (1.0, 365.0),
            Self::SevereAgain | Self::NewPainReports | Self::NewPainWithin => (1.0, 31.0),
            Self::ReturnedReports => (1.0, 31.0),
            Self::NewPainNewFor | Self::ReturnedAbsent => (1.0, 365.0),
        }
    }

    /// On which side of the present value it speaks more often; `None` when that cannot be said.
    pub(crate) fn careful(self) -> Option<Ordering> {
        match self {
            Self::NewPainWithin => Some(Ordering::Greater),
            // A place is new for longer, but nothing is new in a journal that is younger than this.
            Self::NewPainNewFor => None,
            _ => Some(Ordering::Less),
        }
    }
}
