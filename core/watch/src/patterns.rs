//! Channel 2, what needs no statistics: a pain at a new place, a symptom that returns.

use vigie_model::{Day, Item};

use crate::history::{Report, mean, since};
use crate::pack::{NewPain, Returned};
use crate::when::is_new;
use crate::{Basis, Evidence};

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

/// Absent for 14 reports, back for 3.
pub(crate) fn returned(rule: &Returned, reports: &[Report], day: Day) -> Option<Evidence> {
    let start = reports.len().checked_sub(rule.reports)?;
    let (earlier, back) = (reports.get(..start)?, reports.get(start..)?);
    let absent = earlier.get(earlier.len().checked_sub(rule.absent_reports)?..)?;
    let first = back.first()?;
    let holds = back.last()?.day == day
        && back.iter().all(|report| report.rating >= rule.at_least)
        && absent.iter().all(|report| report.rating == 0);
    if !holds {
        return None;
    }
    let (now, answers) = mean(back)?;
    Some(Evidence {
        from: first.day,
        answers,
        now: Some(now),
        before: Some(0.0),
        before_answers: u32::try_from(absent.len()).ok(),
        basis: Some(Basis::EarlierDays),
        ..Evidence::on(day)
    })
}
