//! Whether a rule of channel 1 holds on a day, and what it saw.

use vigie_model::{Alarm, DailyEntry, Item, PainQuality, Profile, Region};

use crate::history::{History, Report, mean, since};
use crate::pack::{SpinalSign, When};
use crate::{Evidence, Subject};

/// Days for which a place of pain is new, and the window of 'growing'.
const NEW_DAYS: i32 = 14;
/// Two points over the weeks before: what patients call a change (Farrar 2001).
const GROWN_BY: f64 = 2.0;

/// What a condition saw: the subjects and the numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    pub subjects: Vec<Subject>,
    pub evidence: Evidence,
}

impl Seen {
    fn nothing(today: &DailyEntry) -> Self {
        Self { subjects: Vec::new(), evidence: Evidence::on(today.day) }
    }

    fn value(today: &DailyEntry, subject: Subject, now: f64) -> Self {
        let evidence = Evidence { now: Some(now), ..Evidence::on(today.day) };
        Self { subjects: vec![subject], evidence }
    }

    /// Puts two together; the first number seen stays the one that is told.
    fn and(mut self, other: Self) -> Self {
        for subject in other.subjects {
            if !self.subjects.contains(&subject) {
                self.subjects.push(subject);
            }
        }
        if self.evidence.now.is_none() && other.evidence.now.is_some() {
            let ticks = std::mem::take(&mut self.evidence.ticks);
            self.evidence = Evidence { ticks, ..other.evidence.clone() };
        }
        for tick in other.evidence.ticks {
            if !self.evidence.ticks.contains(&tick) {
                self.evidence.ticks.push(tick);
            }
        }
        self
    }

    /// Puts two places together; the worst of them is told.
    fn worst(self, other: Self) -> Self {
        let worse = other.evidence.now > self.evidence.now;
        let worst = if worse { other.evidence.clone() } else { self.evidence.clone() };
        let both = self.and(other);
        Self { evidence: Evidence { ticks: both.evidence.ticks, ..worst }, ..both }
    }
}

/// The day at hand and what came before it. `history` holds the day itself already.
pub(crate) struct Scene<'a> {
    pub today: &'a DailyEntry,
    pub history: &'a History,
    pub profile: &'a Profile,
}

impl Scene<'_> {
    /// What `when` sees; `None` when it does not hold. A missing answer never holds.
    pub(crate) fn sees(&self, when: &When) -> Option<Seen> {
        match when {
            When::All(parts) => {
                parts.iter().map(|part| self.sees(part)).reduce(|a, b| Some(a?.and(b?))).flatten()
            }
            When::Any(parts) => parts.iter().filter_map(|part| self.sees(part)).reduce(Seen::and),
            When::Ticked(alarms) => self.ticked(alarms),
            When::TemperatureAtLeast(limit) => self.temperature(|t| t >= *limit),
            When::TemperatureBelow(limit) => {
                let value = self.today.measures.lowest_temperature()?.get();
                (value < *limit).then(|| Seen::value(self.today, Subject::Temperature, value))
            }
            When::Treated { within_days, immunotherapy_within_days } => {
                let day = self.today.day;
                let treated = self.history.treated_within(self.profile, day, *within_days)
                    || self.history.immunotherapy_within(
                        self.profile,
                        day,
                        *immunotherapy_within_days,
                    );
                treated.then(|| Seen::nothing(self.today))
            }
            When::Immunotherapy { within_days } => self
                .history
                .immunotherapy_within(self.profile, self.today.day, *within_days)
                .then(|| Seen::nothing(self.today)),
            When::Rated { item, at_least } => self.rated(&Item::Symptom(*item), *at_least),
            When::NewlyRated { item, at_least, reports } => {
                let item = Item::Symptom(*item);
                let seen = self.rated(&item, *at_least)?;
                let earlier = earlier(self.history.reports(&item));
                let recent = earlier.iter().rev().take(*reports);
                let was = recent.clone().any(|report| report.rating >= *at_least);
                (!was).then_some(seen)
            }
            When::PainIn { regions, at_least } => self
                .pains(*at_least, |region| regions.iter().any(|code| code == region.code()))
                .reduce(Seen::worst),
            When::SpinalPain { sign, at_least } => self.spinal(*sign, *at_least),
            When::TooUnwell => self.today.too_unwell.then(|| Seen::nothing(self.today)),
            When::StateAtLeast(least) => self.state(*least),
            When::StateDropped { steps, within_days } => {
                let seen = self.state(*steps)?;
                self.state_from(seen, *within_days, |now, best| now >= best.saturating_add(*steps))
            }
            When::StateNewly { at_least, within_days } => {
                let seen = self.state(*at_least)?;
                let earlier = earlier(&self.history.state);
                let recent = since(earlier, self.today.day.plus(-within_days));
                // After a silence the last report counts, however old; without one it is new.
                let before = if recent.is_empty() { earlier.last() } else { None };
                let mut known = recent.iter().chain(before).map(|report| report.rating);
                let was = known.clone().any(|state| state < *at_least);
                // In bed after weeks at 3 is new as well.
                let now = self.today.state?.get();
                (was || known.all(|state| state < now)).then_some(seen)
            }
            When::WeightLost { percent, within_days, bmi_below } => {
                self.weight_lost(*percent, *within_days, *bmi_below)
            }
        }
    }

    fn ticked(&self, alarms: &[Alarm]) -> Option<Seen> {
        let ticks: Vec<Alarm> =
            alarms.iter().copied().filter(|alarm| self.today.ticks.contains(alarm)).collect();
        (!ticks.is_empty()).then(|| Seen {
            subjects: ticks.iter().copied().map(Subject::Alarm).collect(),
            evidence: Evidence { ticks, ..Evidence::on(self.today.day) },
        })
    }

    fn temperature(&self, holds: impl Fn(f64) -> bool) -> Option<Seen> {
        let value = self.today.measures.temperature?.get();
        holds(value).then(|| Seen::value(self.today, Subject::Temperature, value))
    }

    fn rated(&self, item: &Item, at_least: u8) -> Option<Seen> {
        let rating = self.today.answers.get(item)?.rating()?;
        (rating >= at_least)
            .then(|| Seen::value(self.today, Subject::Item(item.clone()), f64::from(rating)))
    }

    fn pains(&self, at_least: u8, place: impl Fn(Region) -> bool) -> impl Iterator<Item = Seen> {
        self.today
            .answers
            .keys()
            .filter(move |item| item.site().is_some_and(|site| place(site.region())))
            .filter_map(move |item| self.rated(item, at_least))
    }

    fn spinal(&self, sign: SpinalSign, at_least: u8) -> Option<Seen> {
        match sign {
            SpinalSign::Any => self.pains(at_least, Region::is_spinal).reduce(Seen::worst),
            SpinalSign::ThisWeek => self.spinal_this_week(at_least),
            SpinalSign::Band => {
                self.detailed(at_least, |_, detail| detail.quality == Some(PainQuality::Band))
            }
            SpinalSign::AtNight => self.detailed(at_least, |site, detail| {
                detail.wakes_at_night && site.region().is_spinal()
            }),
            SpinalSign::New => self.spinal_where(at_least, |_, reports| {
                // In a young journal, what the first entry did not have is new.
                let first = reports.first().is_some_and(|r| Some(r.day) != self.history.first_day);
                (first || self.history.older_than(self.today.day, NEW_DAYS))
                    && is_new(reports, self.today.day, NEW_DAYS)
            }),
            SpinalSign::Growing => self.spinal_where(at_least, |_, reports| {
                grown(reports, self.today.day).is_some_and(|grown| grown >= GROWN_BY)
            }),
        }
    }

    fn spinal_where(&self, at_least: u8, holds: impl Fn(&Item, &[Report]) -> bool) -> Option<Seen> {
        self.today
            .answers
            .keys()
            .filter(|item| item.site().is_some_and(|site| site.region().is_spinal()))
            .filter(|item| holds(item, self.history.reports(item)))
            .filter_map(|item| self.rated(item, at_least))
            .reduce(Seen::worst)
    }

    fn spinal_this_week(&self, at_least: u8) -> Option<Seen> {
        let from = self.today.day.plus(-6);
        self.history
            .series
            .iter()
            .filter(|(item, _)| item.site().is_some_and(|site| site.region().is_spinal()))
            .filter_map(|(item, reports)| {
                let week = since(reports, from);
                let worst = week.iter().map(|report| report.rating).max()?;
                let seen = Seen::value(self.today, Subject::Item(item.clone()), f64::from(worst));
                // The worst of the week, and it says so.
                let answers = u32::try_from(week.len()).unwrap_or(u32::MAX);
                let evidence = Evidence { from, answers, ..seen.evidence };
                (worst >= at_least).then_some(Seen { evidence, ..seen })
            })
            .reduce(Seen::worst)
    }

    fn detailed(
        &self,
        at_least: u8,
        holds: impl Fn(vigie_model::PainSite, vigie_model::PainDetail) -> bool,
    ) -> Option<Seen> {
        self.today
            .pains
            .iter()
            .filter(|(site, detail)| holds(**site, **detail))
            .filter_map(|(site, _)| self.rated(&Item::Pain(*site), at_least))
            .reduce(Seen::worst)
    }

    fn state(&self, at_least: u8) -> Option<Seen> {
        let state = self.today.state?.get();
        (state >= at_least).then(|| Seen::value(self.today, Subject::Performance, f64::from(state)))
    }

    /// Compares today's state with the best of the days before.
    fn state_from(
        &self,
        seen: Seen,
        within_days: i32,
        holds: impl Fn(u8, u8) -> bool,
    ) -> Option<Seen> {
        let now = self.today.state?.get();
        let before = since(earlier(&self.history.state), self.today.day.plus(-within_days));
        let best = before.iter().min_by_key(|report| report.rating)?;
        if !holds(now, best.rating) {
            return None;
        }
        let count = u32::try_from(before.len()).unwrap_or(u32::MAX);
        let evidence = Evidence {
            before: Some(f64::from(best.rating)),
            before_answers: Some(count),
            basis: Some(crate::Basis::EarlierDays),
            ..seen.evidence
        };
        Some(Seen { evidence, ..seen })
    }

    fn weight_lost(&self, percent: f64, within_days: i32, bmi_below: Option<f64>) -> Option<Seen> {
        let now = self.today.measures.weight?.get();
        if let Some(limit) = bmi_below {
            // In whole numbers, so that a body mass index of just 20 is not taken for less.
            let height = self.profile.height?.get();
            if now * 10_000.0 >= limit * (height * height) {
                return None;
            }
        }
        let from = self.today.day.plus(-within_days);
        let before: Vec<f64> = self
            .history
            .weight
            .iter()
            .filter(|(day, _)| *day >= from && *day < self.today.day)
            .map(|(_, weight)| *weight)
            .collect();
        let highest = before.iter().copied().reduce(f64::max)?;
        // In hundredths of a kilogram, which are whole: five per cent is not more than five.
        let [now_h, highest_h] = [now, highest].map(|weight| (weight * 100.0).round());
        ((highest_h - now_h) * 100.0 > percent * highest_h).then(|| {
            let seen = Seen::value(self.today, Subject::Weight, now);
            let evidence = Evidence {
                before: Some(highest),
                before_answers: u32::try_from(before.len()).ok(),
                basis: Some(crate::Basis::EarlierDays),
                ..seen.evidence
            };
            Seen { evidence, ..seen }
        })
    }
}

/// All reports but the last, which is today's.
fn earlier(reports: &[Report]) -> &[Report] {
    reports.split_last().map_or(&[], |(_, earlier)| earlier)
}

/// Days without a report above zero after which a place that hurts again is new again.
const GONE_DAYS: i32 = 28;

/// Whether the present run of reports above zero began within `days`.
pub(crate) fn is_new(reports: &[Report], day: vigie_model::Day, days: i32) -> bool {
    let mut start = day;
    for report in reports.iter().rev().filter(|report| report.rating > 0) {
        if start.since(report.day) > GONE_DAYS {
            break;
        }
        start = report.day;
    }
    day.since(start) < days
}

/// Mean of the last three reports minus the mean of the three weeks before this week.
fn grown(reports: &[Report], day: vigie_model::Day) -> Option<f64> {
    let (now, count) = mean(reports.iter().rev().take(3))?;
    let before = since(reports, day.plus(-28));
    let before = before.get(..before.partition_point(|report| report.day < day.plus(-7)))?;
    let (before, enough) = mean(before)?;
    (count == 3 && enough >= 3).then_some(now - before)
}
