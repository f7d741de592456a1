//! Vigie itself, through what any shell uses: days in, findings out.

use std::collections::BTreeMap;

use vigie_model::{DailyEntry, Day, Item, Profile};
use vigie_watch::{Budget, Channel, RulePack, Subject, Watch};

use super::rule::{Rule, SILENT};
use super::series::Series;

/// The pack's own threshold, then others.
pub fn rules() -> Vec<Rule> {
    let threshold = RulePack::builtin().trend.threshold;
    vec![
        Rule { threshold, ..Rule::prompts("Vigie, the pack's threshold", alone) },
        Rule::prompts("Vigie, threshold by bisection", alone),
        Rule::scores("Vigie's scores when nothing is ever said", unsaid),
    ]
}

/// The built-in pack with another threshold.
fn pack(threshold: f64) -> RulePack {
    let mut pack = RulePack::builtin().clone();
    pack.trend.threshold = threshold;
    pack
}

/// The days on which something is said of the item of a series.
fn alone(series: &Series, threshold: f64) -> Vec<Day> {
    let said = said(&series.entries, &pack(threshold));
    said.get(&series.item).cloned().unwrap_or_default()
}

/// The days on which channel 2 says something of each item.
pub fn said(entries: &[DailyEntry], pack: &RulePack) -> BTreeMap<Item, Vec<Day>> {
    let profile = Profile::default();
    let mut watch = Watch::new(pack, &profile);
    let mut said: BTreeMap<Item, Vec<Day>> = BTreeMap::new();
    for today in entries {
        let mut findings = watch.read(today).findings;
        findings.retain(|finding| finding.channel == Channel::Trend);
        let findings = watch.decide(findings, Budget::Raw, today.day);
        watch.said(&findings, today.day);
        for subject in findings.into_iter().flat_map(|finding| finding.items) {
            if let Subject::Item(item) = subject {
                said.entry(item).or_default().push(today.day);
            }
        }
    }
    said
}

/// The daily scores of a watch that is never told that anything was said: it never starts afresh.
fn unsaid(series: &Series) -> Vec<f64> {
    let profile = Profile::default();
    let mut watch = Watch::new(RulePack::builtin(), &profile);
    let subject = Subject::Item(series.item.clone());
    let mut scores = Vec::with_capacity(series.reports.len());
    for today in &series.entries {
        let reading = watch.read(today);
        let daily = reading.scores.iter().filter(|daily| daily.subject == subject);
        scores.extend(daily.map(|daily| daily.score.unwrap_or(SILENT)));
    }
    scores
}
