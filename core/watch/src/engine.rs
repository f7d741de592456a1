//! The watch itself: one day after the other goes in, findings come out.
//!
//! It sees only the past, so what it says of a day never depends on what comes later: the replay
//! of a prefix is a prefix of the replay.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{DailyEntry, Day, Item, Profile};

use crate::arbiter::{self, LastTrend};
use crate::history::History;
use crate::pack::{Grade, Rule};
use crate::silence::Silence;
use crate::trend::Detector;
use crate::when::{Scene, Seen};
use crate::{Budget, Channel, Evidence, Finding, PromptLevel, RulePack, Subject, patterns};

/// Days between two trend findings about the same item.
const TREND_AGAIN_DAYS: i32 = 7;
/// Days for which a score counts together with the scores of today.
const TOGETHER_DAYS: i32 = 2;
/// Days for which a series counts as one that may speak.
const SERIES_DAYS: i32 = 14;
/// General state runs 0–4; the detector thinks in 0–10.
const STATE_TO_TEN: f64 = 2.5;
/// The detector's rule.
const TREND: &str = "trend";
/// The rule that two ambers on a day make (UKONS: two ambers count as one red).
const TWO_AMBERS: &str = "two-ambers";

/// The trend detector's score of one item on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct DailyScore {
    /// The item, or general state.
    pub subject: Subject,
    /// In standard deviations; `None` while the detector may not speak.
    pub score: Option<f64>,
    /// The score at which it speaks.
    pub threshold: f64,
}

/// What one day gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DayReading {
    /// Every rule that fired, said or not.
    pub findings: Vec<Finding>,
    /// The score of every item reported.
    pub scores: Vec<DailyScore>,
}

/// A severe item that was prompted: when, and since when somebody has dealt with it.
#[derive(Debug, Clone, Copy)]
struct SeverePrompt {
    resolved: Option<Day>,
}

/// The state of one person's watch.
#[derive(Debug)]
pub struct Watch<'a> {
    pack: &'a RulePack,
    profile: &'a Profile,
    history: History,
    detectors: BTreeMap<Subject, Detector>,
    /// What each rule last said of these subjects, and when.
    said: BTreeMap<(String, Vec<Subject>), (Day, Finding)>,
    severe: BTreeMap<Item, SeverePrompt>,
    last_trend: LastTrend,
    silence: Silence,
}

impl<'a> Watch<'a> {
    /// A watch that has seen nothing yet.
    pub fn new(pack: &'a RulePack, profile: &'a Profile) -> Self {
        Self {
            pack,
            profile,
            history: History::default(),
            detectors: BTreeMap::new(),
            said: BTreeMap::new(),
            severe: BTreeMap::new(),
            last_trend: None,
            silence: Silence::default(),
        }
    }

    /// Takes in one day, all its sittings merged ([`DailyEntry::days`]). Days come in order.
    pub fn read(&mut self, today: &DailyEntry) -> DayReading {
        self.history.push(today);
        let mut findings = self.flags(today);
        findings.extend(self.severe(today));
        let (trends, scores) = self.trends(today);
        findings.extend(trends);
        findings.extend(self.silence.read(today, &self.pack.silence));
        DayReading { findings, scores }
    }

    /// What is to be said of these findings: nothing, or all reasons, the most urgent first.
    /// What is said has then to be told to [`Watch::said`].
    pub fn decide(&self, findings: Vec<Finding>, budget: Budget, today: Day) -> Vec<Finding> {
        arbiter::decide(findings, budget, self.last_trend, today)
    }

    /// Remembers what was said on a day. A `severe` prompt stays open until
    /// [`Watch::resolved`] says otherwise.
    pub fn said(&mut self, findings: &[Finding], day: Day) {
        for finding in findings {
            let key = (finding.rule.clone(), finding.items.clone());
            self.said.insert(key, (day, finding.clone()));
            if finding.channel == Channel::Severe {
                for item in items(finding) {
                    self.severe.insert(item.clone(), SeverePrompt { resolved: None });
                }
            }
        }
        for subject in findings.iter().filter(|f| f.rule == TREND).flat_map(|f| &f.items) {
            if let Some(detector) = self.detectors.get_mut(subject) {
                detector.settle(day);
            }
        }
        let trend = findings.iter().filter(|finding| finding.channel == Channel::Trend);
        // What a later sitting of the day says less urgently takes nothing from what was said.
        let same_day = self.last_trend.filter(|(last, _)| *last == day).map(|(_, level)| level);
        if let Some(level) = trend.map(|finding| finding.level).chain(same_day).max() {
            self.last_trend = Some((day, level));
        }
        self.silence.said(findings, day);
    }

    /// What a silence that lasts on `today`, a day without an entry yet, asks for.
    pub fn silent_until(&self, today: Day) -> Option<Finding> {
        self.silence.until(today, &self.pack.silence)
    }

    /// A prompt of these findings waits for the person: a silence now is one after a prompt.
    pub fn prompt_waits(&mut self, findings: &[Finding]) {
        self.silence.prompt_waits(findings);
    }

    /// A silence among these findings was told, on a day that is not read: one that begins by
    /// `until` is the same.
    pub fn silence_told(&mut self, findings: &[Finding], until: Day) {
        self.silence.told(findings, until);
    }

    /// Somebody dealt with these findings on `day`.
    pub fn resolved(&mut self, findings: &[Finding], day: Day) {
        for item in findings.iter().flat_map(items) {
            if let Some(prompt) = self.severe.get_mut(item) {
                prompt.resolved.get_or_insert(day);
            }
        }
    }

    /// Whether a rule holds its tongue: it said this within so many days, and nothing is worse.
    fn rests(&self, finding: &Finding, today: Day, days: i32) -> bool {
        // The key is built only for rules that fire, which is rare.
        let key = (finding.rule.clone(), finding.items.clone());
        self.said
            .get(&key)
            .is_some_and(|(day, said)| today.since(*day) < days && finding.adds_nothing_to(said))
    }

    /// Channel 1: the rules of the pack, then two ambers as one red.
    fn flags(&self, today: &DailyEntry) -> Vec<Finding> {
        let scene = Scene { today, history: &self.history, profile: self.profile };
        let fired: Vec<(&Rule, Seen)> = self
            .pack
            .rules
            .iter()
            .filter_map(|rule| Some((rule, scene.sees(&rule.when)?)))
            .collect();
        // Several warnings about one and the same thing are one amber.
        let ambers: BTreeSet<&[Subject]> = fired
            .iter()
            .filter(|(rule, _)| rule.grade == Grade::Amber)
            .map(|(_, seen)| seen.subjects.as_slice())
            .collect();
        let two_ambers = ambers.len() >= 2;
        // What they are about, for the sentence that names them.
        let mut amber_subjects: Vec<Subject> = Vec::new();
        for subject in ambers.into_iter().flatten() {
            if !amber_subjects.contains(subject) {
                amber_subjects.push(subject.clone());
            }
        }
        let mut amber_said = false;
        let mut findings: Vec<Finding> = Vec::new();
        for (rule, seen) in fired {
            let finding = Finding {
                rule: rule.id.clone(),
                channel: Channel::Flag,
                level: rule.level,
                at_once: rule.grade == Grade::Red,
                items: seen.subjects,
                score: None,
                threshold: None,
                evidence: seen.evidence,
            };
            if !self.rests(&finding, today.day, rule.again_after_days) {
                amber_said |= rule.grade == Grade::Amber;
                findings.push(finding);
            }
        }
        // Said only on a day on which one of the two is said, so that it never nags alone.
        if two_ambers && amber_said {
            findings.push(Finding {
                rule: TWO_AMBERS.to_owned(),
                channel: Channel::Flag,
                level: PromptLevel::Today,
                at_once: true,
                items: amber_subjects,
                score: None,
                threshold: None,
                evidence: Evidence::on(today.day),
            });
        }
        findings
    }

    /// Ratings of 7 and more that are new, or still there some days after somebody dealt with it.
    fn severe(&self, today: &DailyEntry) -> Vec<Finding> {
        let rule = &self.pack.severe;
        let holds = |item: &Item| {
            let reports = self.history.reports(item);
            let earlier = reports.split_last().map_or(&[][..], |(_, earlier)| earlier);
            let mut recent = earlier.iter().rev().take(rule.reports);
            if !recent.any(|report| report.rating >= rule.at_least) {
                return true;
            }
            // A person without a prompt yet (an import) has nothing to wait for.
            self.severe.get(item).is_none_or(|prompt| {
                prompt.resolved.is_some_and(|day| today.day.since(day) >= rule.again_after_days)
            })
        };
        today
            .answers
            .iter()
            .filter_map(|(item, answer)| Some((item, answer.rating()?)))
            .filter(|(item, rating)| *rating >= rule.at_least && holds(item))
            .map(|(item, rating)| Finding {
                rule: "severe".to_owned(),
                channel: Channel::Severe,
                level: PromptLevel::Today,
                at_once: false,
                items: vec![Subject::Item(item.clone())],
                score: None,
                threshold: None,
                evidence: Evidence { now: Some(rating.into()), ..Evidence::on(today.day) },
            })
            .collect()
    }

    /// Channel 2.
    fn trends(&mut self, today: &DailyEntry) -> (Vec<Finding>, Vec<DailyScore>) {
        let day = today.day;
        if today.treatment_change.is_some() {
            self.detectors.values_mut().for_each(|detector| detector.treatment_changed(day));
        }
        let cycle_day = self.history.days_since_administration(day);
        let reported = today
            .answers
            .iter()
            .filter_map(|(item, answer)| {
                Some((Subject::Item(item.clone()), f64::from(answer.rating()?)))
            })
            .chain(
                today
                    .state
                    .map(|state| (Subject::Performance, f64::from(state.get()) * STATE_TO_TEN)),
            );
        let mut scores: Vec<(Subject, Option<f64>)> = Vec::new();
        for (subject, value) in reported {
            let score = match self.detectors.get_mut(&subject) {
                Some(detector) => detector.report(day, value, cycle_day),
                None => {
                    self.detectors.entry(subject.clone()).or_default().report(day, value, cycle_day)
                }
            };
            scores.push((subject, score));
        }
        let threshold = self.threshold(day);
        let worse = self.add_up(day) >= threshold;
        let top = scores.iter().filter_map(|(_, score)| *score).fold(f64::MIN, f64::max);
        let named = |score: &f64| worse && *score >= self.pack.trend.named_from.min(top);
        let findings = scores
            .iter()
            .filter_map(|(subject, score)| {
                self.trend_finding(subject, score.filter(named), threshold, day)
            })
            .collect();
        let daily = |(subject, score)| DailyScore { subject, score, threshold };
        (findings, scores.into_iter().map(daily).collect())
    }

    /// The score at which one series would speak alone. More series have more chances to be wrong
    /// by luck: it grows with the logarithm of their number.
    fn threshold(&self, day: Day) -> f64 {
        let rule = &self.pack.trend;
        let speak = |detector: &&Detector| detector.score_since(day.plus(-SERIES_DAYS)).is_some();
        let series = self.detectors.values().filter(speak).count();
        let series = u32::try_from(series.max(1)).unwrap_or(u32::MAX);
        rule.threshold + rule.threshold_per_series * libm::log(f64::from(series))
    }

    /// Several symptoms a little worse together are as telling as one much worse: what their scores
    /// have beyond `adds_from` adds up, as lengths at right angles do. On the scale of one score.
    fn add_up(&self, day: Day) -> f64 {
        let rule = &self.pack.trend;
        let squares: f64 = self
            .detectors
            .iter()
            .filter_map(|(subject, detector)| {
                let beyond = detector.score_since(day.plus(-TOGETHER_DAYS))? - rule.adds_from;
                (beyond > 0.0 && !self.trend_said_this_week(subject, day))
                    .then_some(beyond * beyond)
            })
            .sum();
        rule.adds_from + squares.sqrt()
    }

    fn trend_finding(
        &self,
        subject: &Subject,
        score: Option<f64>,
        threshold: f64,
        day: Day,
    ) -> Option<Finding> {
        let rule = &self.pack.trend;
        let (reports, unit) = match subject {
            Subject::Item(item) => (self.history.reports(item), 1.0),
            _ => (self.history.state.as_slice(), STATE_TO_TEN),
        };
        let (name, evidence) = self.worse(subject, score, reports, day, unit).or_else(|| {
            let Subject::Item(item) = subject else {
                return None;
            };
            let age = self.pack.new_pain.new_for_days;
            let old_enough = patterns::can_be_new(&self.history, reports, day, age);
            patterns::new_pain(&self.pack.new_pain, item, reports, day)
                .filter(|_| old_enough)
                .map(|evidence| ("new-pain", evidence))
                .or_else(|| {
                    let evidence = patterns::returned(&self.pack.returned, reports, day)?;
                    Some(("returned", evidence))
                })
        })?;
        let trend = name == TREND;
        let high = evidence.now.is_some_and(|now| now * unit >= rule.today_from);
        let finding = Finding {
            rule: name.to_owned(),
            channel: Channel::Trend,
            level: if trend && high { PromptLevel::Today } else { PromptLevel::Mention },
            at_once: false,
            items: vec![subject.clone()],
            score: score.filter(|_| trend),
            threshold: Some(threshold).filter(|_| trend),
            evidence,
        };
        (!self.said_this_week(&finding, day)).then_some(finding)
    }

    /// Whether any trend rule spoke of this item within the week, at this level or a higher one.
    fn said_this_week(&self, finding: &Finding, today: Day) -> bool {
        ["trend", "new-pain", "returned"].iter().any(|rule| {
            let said = self.said.get(&((*rule).to_owned(), finding.items.clone()));
            said.is_some_and(|(day, said)| {
                today.since(*day) < TREND_AGAIN_DAYS && finding.level <= said.level
            })
        })
    }

    /// Whether the detector spoke of this within the week.
    fn trend_said_this_week(&self, subject: &Subject, today: Day) -> bool {
        let said = self.said.get(&(TREND.to_owned(), vec![subject.clone()]));
        said.is_some_and(|(day, _)| today.since(*day) < TREND_AGAIN_DAYS)
    }

    /// The detector speaks, and the numbers a person can check say the same.
    fn worse(
        &self,
        subject: &Subject,
        score: Option<f64>,
        reports: &[crate::history::Report],
        day: Day,
        unit: f64,
    ) -> Option<(&'static str, Evidence)> {
        score?;
        let evidence = self.detectors.get(subject)?.evidence(reports, day)?;
        let change = evidence.now? - evidence.before?;
        (change * unit >= self.pack.trend.least_change).then_some((TREND, evidence))
    }
}

fn items(finding: &Finding) -> impl Iterator<Item = &Item> {
    finding.items.iter().filter_map(|subject| match subject {
        Subject::Item(item) => Some(item),
        _ => None,
    })
}
