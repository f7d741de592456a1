//! From the diary to at most one prompt: the watch reads the history as it was said and resolved.

use vigie_model::{Day, Moment};
use vigie_watch::{Budget, Finding, Prompt, RulePack, Watch};

use crate::diary::Diary;

/// Days back for which an entry filled in later may still prompt.
const STILL_MATTERS_DAYS: i32 = 7;

/// The prompt that the entries of `day` ask for at `now`, if any. What was said before counts: it
/// is not said again the same day, and a trend is said at most once a week.
pub(crate) fn prompt(diary: &Diary, pack: &RulePack, day: Day, now: Moment) -> Option<Prompt> {
    if now.day().since(day) > STILL_MATTERS_DAYS {
        return None;
    }
    let days = diary.days();
    let today = days.get(&day)?;
    let mut watch = Watch::new(pack, &diary.profile);
    let mut resolutions: Vec<(Day, &[Finding])> = diary
        .stories()
        .filter_map(|(_, story)| {
            let closing = story.outcomes.iter().find(|outcome| outcome.kind.closes())?;
            Some((closing.at.day(), story.prompt.findings.as_slice()))
        })
        .collect();
    resolutions.sort_by_key(|(day, _)| *day);
    let mut resolutions = resolutions.into_iter().peekable();
    let mut resolve_until = |watch: &mut Watch<'_>, day: Day| {
        while let Some((on, findings)) = resolutions.next_if(|(on, _)| *on <= day) {
            watch.resolved(findings, on);
        }
    };
    let said_on = |day: Day| {
        diary
            .stories()
            .filter(move |(_, story)| story.prompt.day == day)
            .map(|(_, story)| story.prompt.findings.as_slice())
    };
    let prompted: std::collections::BTreeSet<Day> =
        diary.stories().map(|(_, story)| story.prompt.day).collect();
    for (before, entry) in days.range(..day) {
        resolve_until(&mut watch, before.plus(-1));
        watch.read(entry);
        if prompted.contains(before) {
            said_on(*before).for_each(|findings| watch.said(findings, *before));
        }
        // What was dealt with on its own day was said first.
        resolve_until(&mut watch, *before);
    }
    resolve_until(&mut watch, day);
    let mut findings = watch.read(today).findings;
    let already: Vec<&Finding> = said_on(day).flatten().collect();
    findings.retain(|finding| !already.iter().any(|said| finding.adds_nothing_to(said)));
    said_on(day).for_each(|findings| watch.said(findings, day));
    let findings = watch.decide(findings, Budget::Weekly, day);
    Prompt::of(findings, pack, day, now)
}
