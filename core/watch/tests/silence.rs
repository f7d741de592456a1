//! Honest silence: three days too unwell, or three days without an entry after a prompt, are said once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_model::{
    Answer, CareContact, CareRole, DailyEntry, Day, Label, Moment, Profile, Rating, Temperature,
};
use vigie_watch::{
    Budget, Call, Channel, Finding, FollowUp, Outcome, OutcomeKind, Prompt, PromptLevel, RulePack,
    Watch,
};

fn day(n: i32) -> Day {
    Day::from_ymd(2026, 1, 1).unwrap().plus(n)
}

fn feverish(n: i32) -> DailyEntry {
    let mut entry = DailyEntry::new(day(n));
    entry.measures.temperature = Some(Temperature::parse("38.5").unwrap());
    entry
}

fn quiet(n: i32) -> DailyEntry {
    let mut entry = DailyEntry::new(day(n));
    entry.answer("fatigue".parse().unwrap(), Answer::Rated(Rating::new(2).unwrap()));
    entry
}

fn unwell(n: i32) -> DailyEntry {
    let mut entry = DailyEntry::new(day(n));
    entry.end_too_unwell(&["fatigue".parse().unwrap()]);
    entry
}

/// What is said on each day, when everything is dealt with at once.
fn replay(days: &[DailyEntry]) -> Vec<(Day, Vec<Finding>)> {
    let profile = Profile::default();
    let mut watch = Watch::new(RulePack::builtin(), &profile);
    let said = days.iter().map(|today| {
        let findings = watch.read(today).findings;
        let said = watch.decide(findings, Budget::Weekly, today.day);
        watch.said(&said, today.day);
        watch.resolved(&said, today.day);
        (today.day, said)
    });
    said.collect()
}

/// The silences told: on which day, from which to which, by which rule.
fn silences(days: &[DailyEntry]) -> Vec<(i32, i32, i32, String)> {
    let n = |other: Day| other.since(day(0));
    let of = |(on, said): (Day, Vec<Finding>)| {
        let silent = said.into_iter().filter(Finding::is_silence);
        let told = silent.map(|finding| {
            assert_eq!((finding.channel, finding.level), (Channel::Flag, PromptLevel::Mention));
            (n(on), n(finding.evidence.from), n(finding.evidence.to), finding.rule)
        });
        told.collect::<Vec<_>>()
    };
    replay(days).into_iter().flat_map(of).collect()
}

fn no_entry(on: i32, from: i32, to: i32) -> (i32, i32, i32, String) {
    (on, from, to, "silence-no-entry".to_owned())
}

fn too_unwell(on: i32, from: i32, to: i32) -> (i32, i32, i32, String) {
    (on, from, to, "silence-too-unwell".to_owned())
}

#[test]
fn three_days_without_an_entry_after_a_prompt_are_told_when_the_next_one_comes_and_two_are_not() {
    assert_eq!(silences(&[feverish(0), quiet(3)]), []);
    assert_eq!(silences(&[feverish(0), quiet(4)]), [no_entry(4, 1, 3)]);
    assert_eq!(silences(&[feverish(0), quiet(5)]), [no_entry(5, 1, 4)]);
}

#[test]
fn without_a_prompt_on_the_last_day_a_silence_is_a_gap_and_nothing_more() {
    assert_eq!(silences(&[quiet(0), quiet(40)]), []);
    assert_eq!(silences(&[quiet(40)]), [], "nor is the time before the first entry");
    assert_eq!(
        silences(&[feverish(0), quiet(1), quiet(9)]),
        [],
        "it was dealt with, and they wrote"
    );
}

#[test]
fn a_silence_that_was_told_does_not_make_the_next_one_worth_telling() {
    let weekly = [feverish(0), quiet(7), quiet(14), quiet(21)];
    assert_eq!(silences(&weekly), [no_entry(7, 1, 6)]);
    let again = [feverish(0), quiet(7), feverish(14), quiet(21)];
    assert_eq!(silences(&again), [no_entry(7, 1, 6), no_entry(21, 15, 20)], "a prompt does");
}

#[test]
fn a_day_filled_in_between_ends_the_silence() {
    assert_eq!(silences(&[feverish(0), quiet(2), quiet(5)]), []);
    assert_eq!(silences(&[feverish(0), quiet(1), quiet(6)]), []);
}

#[test]
fn three_days_running_too_unwell_are_told_on_the_third_and_once() {
    assert_eq!(silences(&[unwell(0), unwell(1)]), []);
    let run: Vec<DailyEntry> = (0..6).map(unwell).collect();
    assert_eq!(silences(&run[..3]), [too_unwell(2, 0, 2)]);
    assert_eq!(silences(&run), [too_unwell(2, 0, 2)]);
    assert_eq!(silences(&[unwell(0), quiet(1), unwell(2), unwell(3)]), []);
    assert_eq!(silences(&[unwell(0), unwell(2), unwell(3)]), [], "a gap is no such day");
    let twice = [unwell(0), unwell(1), unwell(2), quiet(3), unwell(4), unwell(5), unwell(6)];
    assert_eq!(silences(&twice), [too_unwell(2, 0, 2), too_unwell(6, 4, 6)]);
}

#[test]
fn a_day_that_ended_too_unwell_counts_whatever_was_answered_before() {
    let answered = |n| {
        let mut entry = quiet(n);
        entry.too_unwell = true;
        entry
    };
    assert_eq!(silences(&[answered(0), unwell(1), answered(2)]), [too_unwell(2, 0, 2)]);
}

#[test]
fn days_too_unwell_and_then_none_are_two_things_to_tell() {
    let days = [unwell(0), unwell(1), unwell(2), quiet(6)];
    assert_eq!(silences(&days), [too_unwell(2, 0, 2), no_entry(6, 3, 5)]);
}

#[test]
fn with_a_fever_on_the_day_of_return_the_fever_comes_first_and_the_team_is_called() {
    let said = replay(&[feverish(0), feverish(8)]).pop().unwrap().1;
    let rules: Vec<&str> = said.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(rules, ["fever", "silence-no-entry"]);
    let call = whom(&prompt(said), &[relative(), nurse()], 0);
    assert_eq!(call, Call::Contact(nurse()));
}

fn prompt(findings: Vec<Finding>) -> Prompt {
    let at = Moment::at(day(4), 600, 60);
    Prompt::of(findings, RulePack::builtin(), day(4), at).unwrap()
}

fn silence() -> Prompt {
    let said = replay(&[feverish(0), quiet(4)]).pop().unwrap().1;
    assert_eq!(said.len(), 1);
    prompt(said)
}

fn contact(role: CareRole, name: &str) -> CareContact {
    CareContact {
        role,
        name: Label::new("name", name).unwrap(),
        phone: Label::new("phone", "01 00 00 00 00").unwrap(),
        hours: None,
        out_of_hours: None,
    }
}

fn nurse() -> CareContact {
    contact(CareRole::Nurse, "Mme Martin")
}

fn relative() -> CareContact {
    contact(CareRole::Relative, "Paul")
}

fn whom(prompt: &Prompt, contacts: &[CareContact], unanswered: usize) -> Call {
    let no = Outcome { at: prompt.at, kind: OutcomeKind::NoAnswer, contact: None, advice: None };
    match prompt.follow_up(&vec![no; unanswered], contacts, prompt.at) {
        FollowUp::Open { call, .. } => call,
        FollowUp::Resolved => panic!("resolved"),
    }
}

#[test]
fn a_silence_calls_whoever_is_close_first_and_then_the_team_whatever_their_order() {
    let silence = silence();
    for contacts in [[relative(), nurse()], [nurse(), relative()]] {
        assert_eq!(whom(&silence, &contacts, 0), Call::Contact(relative()));
        assert_eq!(whom(&silence, &contacts, 1), Call::Contact(relative()));
        assert_eq!(whom(&silence, &contacts, 2), Call::Contact(nurse()));
        assert_eq!(whom(&silence, &contacts, 4), Call::Team);
    }
}

#[test]
fn a_silence_without_anybody_close_calls_the_team() {
    assert_eq!(whom(&silence(), &[nurse()], 0), Call::Contact(nurse()));
    assert_eq!(whom(&silence(), &[], 0), Call::Team);
}

#[test]
fn anything_else_calls_the_team_and_never_a_relative() {
    let said = replay(&[feverish(0)]).pop().unwrap().1;
    let fever = prompt(said);
    assert_eq!(whom(&fever, &[relative(), nurse()], 0), Call::Contact(nurse()));
    assert_eq!(whom(&fever, &[relative(), nurse()], 2), Call::Emergency);
    assert_eq!(whom(&fever, &[relative()], 0), Call::Team);
    assert_eq!(whom(&fever, &[relative()], 2), Call::Emergency);
}

#[test]
fn a_pack_may_ask_for_fewer_or_more_days() {
    let told = |days: u8| {
        let mut pack = RulePack::builtin().clone();
        pack.silence.days = days.try_into().unwrap();
        let profile = Profile::default();
        let mut watch = Watch::new(&pack, &profile);
        watch.said(&replay(&[feverish(0)])[0].1, day(0));
        watch.read(&feverish(0));
        watch.read(&quiet(3)).findings.iter().any(Finding::is_silence)
    };
    assert!(told(1) && told(2) && !told(3) && !told(255));
}
