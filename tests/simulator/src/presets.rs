//! Ready-made kinds of patients: stable, worsening, and those that make detection hard.

use vigie_model::{Day, Item, SymptomCode};

use crate::chance::{Chance, Stream};
use crate::{
    Cycles, Gaps, ItemSpec, Noise, Patient, PatientSpec, Peaks, PlannedWorsening, Shape,
    SimulatedPatient, Tails, UnloggedChange,
};

/// How many symptoms a preset patient follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symptoms {
    /// Fatigue alone.
    One,
    /// Seven symptoms and one pain site.
    Eight,
}

impl Symptoms {
    pub(crate) fn items(self) -> Vec<Item> {
        use SymptomCode as S;
        match self {
            Self::One => vec![S::Fatigue.into()],
            Self::Eight => [S::Fatigue, S::Appetite]
                .map(Item::from)
                .into_iter()
                .chain("pain:lower-back".parse())
                .chain(
                    [S::Breathlessness, S::Nausea, S::Sleep, S::Tingling, S::Worry].map(Item::from),
                )
                .collect(),
        }
    }

    /// Which of the items get worse together. When a cancer grows several symptoms move at once,
    /// but new ones are fewer: a pain and a breathlessness.
    pub(crate) fn worsening(self, shape: Shape) -> std::ops::Range<usize> {
        match (self, shape) {
            (Self::One, _) => 0..1,
            (Self::Eight, Shape::New { .. }) => 2..4,
            (Self::Eight, _) => 0..3,
        }
    }
}

/// What makes detection hard although nothing is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stress {
    /// Both bumps come 5 days later than assumed.
    LatePeak,
    /// The early bump comes again 9 days after the first.
    DoublePeak,
    /// 30 % of administrations are not in the diary.
    ThirtyPercentUnlogged,
    /// No administration is in the diary.
    AllUnlogged,
    /// Noise with rare wild days: Student's t with 3 degrees of freedom.
    HeavyTails,
    /// Good and bad spells: each day correlates 0.8 with the next.
    Autocorrelated,
    /// On day 60 both bumps grow by 1 point, and the diary does not say why.
    UnloggedChange,
}

impl Stress {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::LatePeak,
        Self::DoublePeak,
        Self::ThirtyPercentUnlogged,
        Self::AllUnlogged,
        Self::HeavyTails,
        Self::Autocorrelated,
        Self::UnloggedChange,
    ];
}

/// Onset of preset worsenings and of the unlogged change, in days from the start.
const ONSET: u16 = 70;
const CHANGE: u16 = 60;

impl PatientSpec {
    /// Nothing gets worse: 120 days of three-weekly treatment, one cycle in seven late by 3–7
    /// days; noise of about 1 point correlating 0 to 0.5 from day to day; 15 % of days missing.
    pub fn stable(start: Day, symptoms: Symptoms) -> Self {
        Self {
            start,
            days: 120,
            cycles: Cycles {
                treatment: None,
                length: 21,
                first_within: 7,
                late: 1.0 / 7.0,
                late_by: (3, 7),
            },
            items: symptoms.items().into_iter().map(ItemSpec::usual).collect(),
            noise: Noise { sd: (0.7, 1.3), rho: (0.0, 0.5), tails: Tails::Normal },
            gaps: Gaps { in_runs: 0.05, single: 0.1, too_unwell: 0.01, skipped: 0.03 },
            peaks: Peaks::OnTime,
            unlogged: 0.0,
            unlogged_change: None,
        }
    }

    /// [`PatientSpec::stable`], and from day 70 on something gets worse: the one symptom; of eight
    /// three at once (`New`: a back pain and breathlessness).
    pub fn worsening(start: Day, symptoms: Symptoms, shape: Shape) -> Self {
        let mut spec = Self::stable(start, symptoms);
        let planned = PlannedWorsening { after_days: ONSET, shape };
        for place in symptoms.worsening(shape) {
            if let Some(item) = spec.items.get_mut(place) {
                item.worsening = Some(planned);
            }
        }
        spec
    }

    /// [`PatientSpec::stable`] with one thing that makes detection hard.
    pub fn stress(start: Day, symptoms: Symptoms, kind: Stress) -> Self {
        Self::stable(start, symptoms).under(kind)
    }

    /// The same patient with one thing more that makes detection hard.
    #[must_use]
    pub fn under(mut self, kind: Stress) -> Self {
        match kind {
            Stress::LatePeak => self.peaks = Peaks::Late { by: 5 },
            Stress::DoublePeak => self.peaks = Peaks::Double { after: 9 },
            Stress::ThirtyPercentUnlogged => self.unlogged = 0.3,
            Stress::AllUnlogged => self.unlogged = 1.0,
            Stress::HeavyTails => self.noise.tails = Tails::Heavy,
            Stress::Autocorrelated => self.noise.rho = (0.8, 0.8),
            Stress::UnloggedChange => {
                self.unlogged_change = Some(UnloggedChange { after_days: CHANGE, bumps_by: 1.0 });
            }
        }
        self
    }

    /// The same kind of patient on another plan, drawn from the seed: 70 to 250 days, a cycle of 14
    /// or 21 days, and one common onset (and unlogged change) from day 42 to 28 days before the
    /// end, so that there is a past to compare with and time enough to be seen.
    #[must_use]
    pub fn varied(mut self, seed: u64) -> Self {
        let mut chance = Chance::new(seed, Stream::Variety);
        self.days = chance.whole(70, 250);
        self.cycles.length = if chance.happens(0.5) { 14 } else { 21 };
        let onset = chance.whole(42, self.days - 28);
        for planned in self.items.iter_mut().filter_map(|i| i.worsening.as_mut()) {
            planned.after_days = onset;
        }
        if let Some(change) = &mut self.unlogged_change {
            change.after_days = onset;
        }
        self
    }
}

/// One patient per seed, each [varied](PatientSpec::varied) and lived through with that seed. Keep
/// a range of seeds aside that no threshold is ever tuned on.
pub fn cohort(
    spec: &PatientSpec,
    seeds: impl IntoIterator<Item = u64>,
) -> impl Iterator<Item = SimulatedPatient> {
    seeds.into_iter().map(|seed| Patient::simulate(&spec.clone().varied(seed), seed))
}
