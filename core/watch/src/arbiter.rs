//! One prompt at a time: what is said of a day's findings, and what waits.

use serde::{Deserialize, Serialize};
use vigie_model::Day;

use crate::{Channel, Finding, PromptLevel};

/// Days between two trend prompts of one person, unless the level rises.
const TREND_BUDGET_DAYS: i32 = 7;

/// Whether trend prompts are held to one a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Budget {
    /// At most one trend prompt a week, unless a level rises.
    #[default]
    Weekly,
    /// Every finding is said (for calibration).
    Raw,
}

/// The last day with a trend prompt, and how urgent the most urgent one of that day was.
pub(crate) type LastTrend = Option<(Day, PromptLevel)>;

/// What is said today of `findings`: nothing, or all its reasons, the most urgent first.
///
/// Flags and `severe` are outside any budget, and a trend may ride along with them. With a silence
/// it may not: what is said of everything else is the same with and without it.
pub(crate) fn decide(
    mut findings: Vec<Finding>,
    budget: Budget,
    last_trend: LastTrend,
    today: Day,
) -> Vec<Finding> {
    let said = || findings.iter().filter(|finding| !finding.is_silence());
    let only_trend = said().all(|finding| finding.channel == Channel::Trend);
    let level = said().map(|finding| finding.level).max();
    let recent = last_trend.filter(|(day, _)| today.since(*day) < TREND_BUDGET_DAYS);
    if let (Budget::Weekly, true, Some((_, last))) = (budget, only_trend, recent)
        && level <= Some(last)
    {
        findings.retain(Finding::is_silence);
    }
    // Of what is equally urgent, what was said comes before what was not.
    findings.sort_by_key(|finding| {
        let urgency = std::cmp::Reverse((finding.level, finding.at_once));
        (urgency, finding.is_silence(), finding.channel)
    });
    findings
}
