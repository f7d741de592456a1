//! What watch remembers of the days before: each series as it was reported, oldest first.

use std::collections::BTreeMap;

use vigie_model::{DailyEntry, Day, Item, Profile, TreatmentKind};

/// One rated report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Report {
    pub day: Day,
    pub rating: u8,
}

/// Everything seen up to and including the present day.
#[derive(Debug, Default)]
pub(crate) struct History {
    pub first_day: Option<Day>,
    pub series: BTreeMap<Item, Vec<Report>>,
    pub state: Vec<Report>,
    pub weight: Vec<(Day, f64)>,
    pub administrations: Vec<Day>,
}

impl History {
    /// Takes in one day; days come in order.
    pub(crate) fn push(&mut self, today: &DailyEntry) {
        let day = today.day;
        self.first_day.get_or_insert(day);
        for (item, answer) in &today.answers {
            if let Some(rating) = answer.rating() {
                let report = Report { day, rating };
                match self.series.get_mut(item) {
                    Some(series) => series.push(report),
                    None => {
                        self.series.insert(item.clone(), vec![report]);
                    }
                }
            }
        }
        if let Some(state) = today.state {
            self.state.push(Report { day, rating: state.get() });
        }
        if let Some(weight) = today.measures.weight {
            self.weight.push((day, weight.get()));
        }
        if today.administration.is_some() {
            self.administrations.push(day);
        }
    }

    /// The reports of one item.
    pub(crate) fn reports(&self, item: &Item) -> &[Report] {
        self.series.get(item).map_or(&[], Vec::as_slice)
    }

    /// Whether the journal is at least `days` old on `day`: before that nothing can be called new.
    pub(crate) fn older_than(&self, day: Day, days: i32) -> bool {
        self.first_day.is_some_and(|first| day.since(first) >= days)
    }

    /// Days since treatment was last given, on `day`.
    pub(crate) fn days_since_administration(&self, day: Day) -> Option<i32> {
        self.administrations.last().map(|last| day.since(*last))
    }

    /// Whether treatment was given within `days` before `day`, or is under way, or nothing at all
    /// is known of treatment: then the person is taken to be on it.
    pub(crate) fn treated_within(&self, profile: &Profile, day: Day, days: i32) -> bool {
        let nothing_known = self.administrations.is_empty() && profile.treatments.is_empty();
        nothing_known
            || self.days_since_administration(day).is_some_and(|since| since <= days)
            || line_within(profile, day, days, |_| true)
    }

    /// Whether immunotherapy was given within `days` before `day`. A treatment of unknown
    /// kind may be immunotherapy, a trial's may as well.
    pub(crate) fn immunotherapy_within(&self, profile: &Profile, day: Day, days: i32) -> bool {
        let unknown = profile.treatments.is_empty()
            && self.days_since_administration(day).is_none_or(|since| since <= days);
        unknown
            || line_within(profile, day, days, |kind| {
                matches!(kind, TreatmentKind::Immunotherapy | TreatmentKind::Trial)
            })
    }
}

/// Whether a line of such a kind is under way on `day` or ended within `days` before. A line
/// without a first day counts as begun.
fn line_within(
    profile: &Profile,
    day: Day,
    days: i32,
    kind: impl Fn(TreatmentKind) -> bool,
) -> bool {
    profile.treatments.iter().any(|line| {
        kind(line.kind)
            && line.started.is_none_or(|start| start <= day)
            && line.stopped.is_none_or(|stop| day.since(stop) <= days)
    })
}

/// Mean rating of some reports; `None` without any.
pub(crate) fn mean<'a>(reports: impl IntoIterator<Item = &'a Report>) -> Option<(f64, u32)> {
    let (sum, count) = reports
        .into_iter()
        .fold((0u32, 0u32), |(sum, count), report| (sum + u32::from(report.rating), count + 1));
    (count > 0).then(|| (f64::from(sum) / f64::from(count), count))
}

/// The last reports from `from` on; reports are in order, so this looks only at the end.
pub(crate) fn since(reports: &[Report], from: Day) -> &[Report] {
    let start = reports.partition_point(|report| report.day < from);
    reports.get(start..).unwrap_or(&[])
}
