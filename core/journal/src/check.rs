//! From the diary to at most one prompt: the watch reads the history as it was said and resolved.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{DailyEntry, Day, Moment};
use vigie_report::PromptStory;
use vigie_watch::{Budget, Channel, Finding, Prompt, PromptLevel, RulePack, Watch};

use crate::diary::Diary;

/// Days back for which an entry filled in later may still prompt.
const STILL_MATTERS_DAYS: i32 = 7;

/// The days as watch reads them: what was given changed on the first of them that is not before a change that was noted
/// beside the entries, or before a treatment line began while the diary was kept.
fn days(diary: &Diary) -> BTreeMap<Day, DailyEntry> {
    let mut days = diary.days();
    let Some((&first, _)) = days.first_key_value() else { return days };
    let changed = diary.care.changes_of_treatment().into_iter();
    let begun = diary.profile.treatments.iter().filter_map(|line| line.started);
    for day in changed.chain(begun).filter(|day| *day > first) {
        if let Some((_, entry)) = days.range_mut(day..).next() {
            entry.treatment_change.get_or_insert(None);
        }
    }
    days
}

/// The prompt that the entries of `day` ask for at `now`, if any. What was said before counts: it
/// is not said again the same day, and a trend is said at most once a week. What a table says was said
/// does not: nobody shall be able to silence a journal by a file.
pub(crate) fn prompt(diary: &Diary, pack: &RulePack, day: Day, now: Moment) -> Option<Prompt> {
    if now.day().since(day) > STILL_MATTERS_DAYS {
        return None;
    }
    let days = days(diary);
    let today = days.get(&day)?;
    let mut watch = lived(diary, &days, pack, day, now);
    let mut findings = watch.read(today).findings;
    let already: Vec<&Finding> = said_on(diary, day).flatten().collect();
    findings.retain(|finding| !already.iter().any(|said| finding.adds_nothing_to(said)));
    // A day filled in tells nothing again that was told of a day after it, unless all of that day was taken back; a flag is
    // always told.
    let stands = |on: &Day| *on > day && days.contains_key(on);
    let later = diary.own_stories().filter(|(_, story)| stands(&story.prompt.day));
    let later: Vec<&Finding> = later.flat_map(|(_, story)| &story.prompt.findings).collect();
    findings.retain(|finding| {
        let told = |told: &&Finding| finding.rule == told.rule && finding.items == told.items;
        finding.channel == Channel::Flag
            || !later.iter().any(|said| told(said) && finding.level <= said.level)
    });
    said_on(diary, day).for_each(|findings| watch.said(findings, day));
    let findings = watch.decide(findings, Budget::Weekly, day);
    Prompt::of(findings, pack, day, now)
}

/// The prompts for what only becomes a sign by what came in just now, on `since` or a day after it: a pain of yesterday is
/// filled in beside a weakness of today, a treatment beside a fever, or another copy's answers are merged. `before` and
/// `after` are the diary without and with it. A prompt a day; red flags and ambers only, for a trend or a strong symptom of
/// before would be told twice.
pub(crate) fn completed(
    before: &Diary,
    after: &Diary,
    pack: &RulePack,
    since: Day,
    now: Moment,
) -> Vec<Prompt> {
    let first = since.max(now.day().plus(-STILL_MATTERS_DAYS));
    let (days_before, days_after) = (days(before), days(after));
    let flags = |diary: &Diary, days: &BTreeMap<Day, DailyEntry>, day: Day| {
        let Some(entry) = days.get(&day) else { return Vec::new() };
        let mut findings = lived(diary, days, pack, day, now).read(entry).findings;
        findings.retain(|f| f.channel == Channel::Flag && f.level >= PromptLevel::Today);
        findings
    };
    let of_day = |day: Day| {
        let known = flags(before, &days_before, day);
        let mut findings = flags(after, &days_after, day);
        findings.retain(|finding| {
            let mut told = known.iter().chain(said_on(after, day).flatten());
            !told.any(|told| finding.adds_nothing_to(told))
        });
        findings.sort_by_key(|finding| std::cmp::Reverse((finding.level, finding.at_once)));
        Prompt::of(findings, pack, day, now)
    };
    first.through(now.day()).filter_map(of_day).collect()
}

/// The prompt that a silence up to today asks for, if there is no entry of today yet.
pub(crate) fn silence(diary: &Diary, pack: &RulePack, now: Moment) -> Option<Prompt> {
    let day = now.day();
    let days = days(diary);
    // No silence yet: most openings end here. Days to come, from a clock that was ahead, end none.
    let (last, _) = days.range(..=day).next_back()?;
    if day.since(*last) <= i32::from(pack.silence.days.get()) {
        return None;
    }
    let finding = lived(diary, &days, pack, day, now).silent_until(day)?;
    Prompt::of(vec![finding], pack, day, now)
}

fn said_on(diary: &Diary, day: Day) -> impl Iterator<Item = &[Finding]> {
    let of_day = diary.own_stories().filter(move |(_, story)| story.prompt.day == day);
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
        .own_stories()
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
    let prompted: BTreeSet<Day> = diary.own_stories().map(|(_, story)| story.prompt.day).collect();
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
    for (_, PromptStory { prompt, .. }) in diary.own_stories() {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stored::Stored;
    use vigie_model::{
        Author, CareEvent, ChangeKind, Profile, TreatmentChange, TreatmentKind, TreatmentLine,
    };
    use vigie_vault::RecordId;

    #[test]
    fn a_change_of_what_is_given_counts_on_the_next_day_with_an_entry() {
        let day = |n: i32| "2026-11-01".parse::<Day>().unwrap().plus(n);
        let at = Moment::at(day(20), 600, 60);
        let mut records: Vec<Stored> = [0, 2, 5, 9, 12]
            .map(|n| Stored::Entry { at, entry: DailyEntry::new(day(n)) })
            .into_iter()
            .collect();
        let mut changed = |n: i32, kind: ChangeKind| {
            let (treatment, until, reason, note) = (None, None, None, None);
            let change = TreatmentChange { day: day(n), kind, treatment, until, reason, note };
            let (by, of, replaces) = (Author::Person, None, Vec::new());
            let event = Some(CareEvent::Change(change));
            records.push(Stored::Told { at, by, of, replaces, event });
        };
        changed(3, ChangeKind::DoseReduced);
        changed(9, ChangeKind::Delayed);
        changed(30, ChangeKind::Paused);
        let line = |n: i32| TreatmentLine {
            started: Some(day(n)),
            ..TreatmentLine::new(TreatmentKind::Targeted)
        };
        let profile = Profile { treatments: vec![line(-40), line(11)], ..Profile::default() };
        records.push(Stored::Described { at, replaces: Vec::new(), profile });
        let named = (0u128..).map(|n| RecordId::new(n.to_be_bytes())).zip(records);
        let days = days(&Diary::of(named.collect()));
        let changed: Vec<i32> = days
            .iter()
            .filter(|(_, entry)| entry.treatment_change.is_some())
            .map(|(on, _)| on.since(day(0)))
            .collect();
        assert_eq!(changed, [5, 12]);
    }
}
