//! From the diary to at most one prompt: the watch reads the history as it was said and resolved.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{DailyEntry, Day, Moment};
use vigie_report::PromptStory;
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
    let mut watch = lived(diary, &days, pack, day, now);
    let mut findings = watch.read(today).findings;
    let already: Vec<&Finding> = said_on(diary, day).flatten().collect();
    findings.retain(|finding| !already.iter().any(|said| finding.adds_nothing_to(said)));
    said_on(diary, day).for_each(|findings| watch.said(findings, day));
    let findings = watch.decide(findings, Budget::Weekly, day);
    Prompt::of(findings, pack, day, now)
}

/// The prompt that a silence up to today asks for, if there is no entry of today yet.
pub(crate) fn silence(diary: &Diary, pack: &RulePack, now: Moment) -> Option<Prompt> {
    let day = now.day();
    let days = diary.days();
    // No silence yet; or a day to come, when the clock was set back. Most openings end here.
    let last = days.keys().next_back()?;
    if day.since(*last) <= i32::from(pack.silence.days.get()) {
        return None;
    }
    let finding = lived(diary, &days, pack, day, now).silent_until(day)?;
    Prompt::of(vec![finding], pack, day, now)
}

fn said_on(diary: &Diary, day: Day) -> impl Iterator<Item = &[Finding]> {
    let of_day = diary.stories().filter(move |(_, story)| story.prompt.day == day);
    of_day.map(|(_, story)| story.prompt.findings.as_slice())
}

/// The watch on the morning of `day`: every day before it read, with what was said and resolved.
fn lived<'a>(
    diary: &'a Diary,
    days: &BTreeMap<Day, DailyEntry>,
    pack: &'a RulePack,
    day: Day,
    now: Moment,
) -> Watch<'a> {
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
    let prompted: BTreeSet<Day> = diary.stories().map(|(_, story)| story.prompt.day).collect();
    for (before, entry) in days.range(..day) {
        resolve_until(&mut watch, before.plus(-1));
        watch.read(entry);
        if prompted.contains(before) {
            said_on(diary, *before).for_each(|findings| watch.said(findings, *before));
        }
        // What was dealt with on its own day was said first.
        resolve_until(&mut watch, *before);
    }
    resolve_until(&mut watch, day);
    for (_, PromptStory { prompt, .. }) in diary.stories() {
        // One that a clock gone wrong put into the future stands for no other silence than its own.
        let until = if prompt.day <= now.day() { prompt.day } else { Day::FIRST };
        watch.silence_told(&prompt.findings, until);
    }
    for (_, story) in diary.stories() {
        if story.prompt.day < day && !story.is_closed() {
            watch.prompt_waits(&story.prompt.findings);
        }
    }
    watch
}
