//! What kind of patient to make up: treatment, symptoms, noise, gaps and what gets worse.

use vigie_model::{Day, Item, Label};

/// A kind of patient. Everything not drawn at random is said here; [`crate::Patient::simulate`]
/// draws the rest from a seed.
#[derive(Debug, Clone, PartialEq)]
pub struct PatientSpec {
    /// First day of the diary.
    pub start: Day,
    /// Length of the diary in days, usually 70 to 250.
    pub days: u16,
    /// When treatment is given.
    pub cycles: Cycles,
    /// What the person follows.
    pub items: Vec<ItemSpec>,
    /// How much the answers vary for no reason.
    pub noise: Noise,
    /// What is not answered.
    pub gaps: Gaps,
    /// Where in the cycle the bumps lie.
    pub peaks: Peaks,
    /// Share of administrations that happened but are not in the diary, 0 to 1.
    pub unlogged: f64,
    /// A treatment change that is not in the diary.
    pub unlogged_change: Option<UnloggedChange>,
}

/// When treatment is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Cycles {
    /// Name written with each administration, if any.
    pub treatment: Option<Label>,
    /// Days from one administration to the next, usually 14 or 21. Must not be 0.
    pub length: u16,
    /// The first administration falls on one of the first `first_within` days (1 = the first day).
    pub first_within: u16,
    /// Probability that an administration after the first comes late, 0 to 1.
    pub late: f64,
    /// Least and most days it is then late; the cycles after it follow from the late day.
    pub late_by: (u16, u16),
}

/// A value that differs from person to person: normal with this mean and standard deviation, in
/// points of the 0–10 scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Mean over persons, in points.
    pub mean: f64,
    /// Standard deviation over persons, in points; 0 = everybody alike.
    pub sd: f64,
}

impl Spread {
    /// The same value for everybody, in points.
    pub fn exactly(mean: f64) -> Self {
        Self { mean, sd: 0.0 }
    }
}

/// One symptom or pain and its pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemSpec {
    /// What it is.
    pub item: Item,
    /// Level outside the bumps; a person's value is held inside 0–10.
    pub level: Spread,
    /// Added on days 1–4 after an administration (the day itself is 0).
    pub early: Spread,
    /// Added on days 4–9 after an administration; day 4 has both bumps.
    pub late: Spread,
    /// What gets worse, if anything.
    pub worsening: Option<PlannedWorsening>,
}

impl ItemSpec {
    /// A symptom with the population values of the reference model (clinical.md, channel 2):
    /// level N(2, 1.5), early bump N(0.8, 1), late bump N(0.5, 1).
    pub fn usual(item: Item) -> Self {
        Self {
            item,
            level: Spread { mean: 2.0, sd: 1.5 },
            early: Spread { mean: 0.8, sd: 1.0 },
            late: Spread { mean: 0.5, sd: 1.0 },
            worsening: None,
        }
    }
}

/// Something getting worse from a day on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedWorsening {
    /// Days from the first day of the diary to the onset.
    pub after_days: u16,
    /// How it gets worse.
    pub shape: Shape,
}

/// How a symptom gets worse, in points of the 0–10 scale added before rounding.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// Slowly: on the n-th day (the onset is the first) `n * per_week / 7` points more, without
    /// end; the scale caps it.
    Ramp {
        /// Points gained per week.
        per_week: f64,
    },
    /// At once: `by` points more from the onset day on.
    Step {
        /// Points gained.
        by: f64,
    },
    /// Absent, then there. Before the onset a symptom is rated 0 each time and a pain at one place
    /// is not asked at all; from the onset day on it lies at `level` with the usual noise and
    /// without bumps.
    New {
        /// Level once there, in points.
        level: f64,
    },
    /// `by` points more on the days with a bump only (days 1–9 of a cycle when [`Peaks::OnTime`]);
    /// the other days stay as they were. The first day felt may be most of a cycle after the onset.
    PeaksOnly {
        /// Points gained on those days.
        by: f64,
    },
}

impl Shape {
    /// The four shapes at the size the detector is calibrated on. They are chosen so that the
    /// detector before this one (standardised residuals, EWMA 0.2) does about as well on
    /// a [`crate::cohort`] as it is known to do elsewhere: at 0.21 false prompts per 100
    /// symptom-days, 76 % seen in 14 days and 88 % in 21 after 8 days (there 78, 89 and 8), ramps
    /// after 13 days (13), and 55 % of the peaks in 21 days (58).
    pub const USUAL: [Self; 4] = [
        Self::Ramp { per_week: 1.0 },
        Self::Step { by: 2.0 },
        Self::New { level: 3.0 },
        Self::PeaksOnly { by: 1.5 },
    ];
}

/// How much the answers vary for no reason: a first-order autoregression, per item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Noise {
    /// Standard deviation in points: drawn evenly between these two for each item.
    pub sd: (f64, f64),
    /// Correlation of one day with the next (0 to below 1): drawn likewise.
    pub rho: (f64, f64),
    /// How wild the shocks are.
    pub tails: Tails,
}

/// The distribution of the noise's shocks; both have the same variance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tails {
    /// Normal.
    Normal,
    /// Student's t with 3 degrees of freedom.
    Heavy,
}

/// What is not answered. An administration is in the diary even on a day without answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gaps {
    /// Share of days lost in runs of 3 to 7 days, 0 to below 1.
    pub in_runs: f64,
    /// Share of the other days lost one by one, 0 to 1.
    pub single: f64,
    /// Share of the remaining days that end in one tap as 'too unwell', 0 to 1.
    pub too_unwell: f64,
    /// Share of the remaining questions that are skipped, 0 to 1.
    pub skipped: f64,
}

impl Gaps {
    /// Everything is answered.
    pub const NONE: Self = Self { in_runs: 0.0, single: 0.0, too_unwell: 0.0, skipped: 0.0 };

    /// Expected share of days without any answer, 0 to 1.
    pub fn missing_days(self) -> f64 {
        self.in_runs + (1.0 - self.in_runs) * self.single
    }
}

/// Where in the cycle the bumps lie. Only the latest administration counts: a new one cuts off
/// what is left of the bumps before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peaks {
    /// Days 1–4 and 4–9, as the detector assumes.
    OnTime,
    /// Both bumps this many days later.
    Late {
        /// Days.
        by: u16,
    },
    /// The early bump comes twice: on days 1–4 and again this many days later.
    Double {
        /// Days from the first to the second.
        after: u16,
    },
}

impl Peaks {
    /// The early and the late bump on a day of the cycle (0 = the administration's day; `None`
    /// before the first): 1 inside, 0 outside.
    pub fn bumps(self, cycle_day: Option<u16>) -> [f64; 2] {
        let inside = |delay: u16, first: u16, last: u16| {
            let day = cycle_day.and_then(|day| day.checked_sub(delay));
            day.is_some_and(|day| (first..=last).contains(&day))
        };
        let (early, late) = match self {
            Self::OnTime => (inside(0, 1, 4), inside(0, 4, 9)),
            Self::Late { by } => (inside(by, 1, 4), inside(by, 4, 9)),
            Self::Double { after } => (inside(0, 1, 4) || inside(after, 1, 4), inside(0, 4, 9)),
        };
        [early, late].map(|inside| f64::from(u8::from(inside)))
    }
}

/// A treatment change the diary does not know of: both bumps of every symptom change in size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnloggedChange {
    /// Days from the first day of the diary.
    pub after_days: u16,
    /// Points added to both bumps from then on.
    pub bumps_by: f64,
}
