//! Channel 2, what needs no statistics: a pain at a new place, a symptom that returns.

use vigie_model::{Day, Item};

use crate::history::{History, Report, mean, since};
use crate::pack::{NewPain, Returned};
use crate::when::is_new;
use crate::{Basis, Evidence};

/// Days for which a return may be said.
const RETURNED_DAYS: i32 = 7;
/// Days of a young journal without a place, after which pain there is new.
const KNOWN_DAYS: i32 = 7;

/// Whether the journal is old enough to call a place new: older than a place stays new, or a week
/// old when the place was first reported.
pub(crate) fn can_be_new(history: &History, reports: &[Report], day: Day, new_for: i32) -> bool {
    history.older_than(day, new_for)
        || reports.first().is_some_and(|first| history.older_than(first.day, KNOWN_DAYS))
}

/// Two reports of 4 and more within a week at a place that is new.
pub(crate) fn new_pain(
    rule: &NewPain,
    item: &Item,
    reports: &[Report],
    day: Day,
) -> Option<Evidence> {
    item.site()?;
    let today = reports.last().filter(|report| report.day == day)?;
    if today.rating < rule.at_least || !is_new(reports, day, rule.new_for_days) {
        return None;
    }
    let from = day.plus(1 - rule.within_days);
    let week = since(reports, from);
    let high = week.iter().filter(|report| report.rating >= rule.at_least).count();
    if high < rule.reports {
        return None;
    }
    let (now, answers) = mean(week)?;
    Some(Evidence { from, answers, now: Some(now), ..Evidence::on(day) })
}

/// Absent for 14 reports, then three in a row of 2 and more. It holds from the third on for a week,
/// so that a week in which another trend was said does not swallow it.
pub(crate) fn returned(rule: &Returned, reports: &[Report], day: Day) -> Option<Evidence> {
    let is_back = |report: &Report| report.rating >= rule.at_least;
    if !reports.last().is_some_and(|last| last.day == day && is_back(last)) {
        return None;
    }
    // It may have come back little by little: what counts is that it was not there before.
    let start = reports.len() - reports.iter().rev().take_while(|report| report.rating > 0).count();
    let (earlier, back) = reports.split_at_checked(start)?;
    let absent = earlier.get(earlier.len().checked_sub(rule.absent_reports)?..)?;
    if absent.iter().any(|report| report.rating > 0) {
        return None;
    }
    let third = back.windows(rule.reports.max(1)).find(|run| run.iter().all(is_back))?.last()?;
    if day.since(third.day) >= RETURNED_DAYS {
        return None;
    }
    let (now, answers) = mean(back)?;
    Some(Evidence {
        from: back.first()?.day,
        answers,
        now: Some(now),
        before: Some(0.0),
        before_answers: u32::try_from(absent.len()).ok(),
        basis: Some(Basis::EarlierDays),
        ..Evidence::on(day)
    })
}
