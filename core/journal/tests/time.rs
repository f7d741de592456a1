//! Days where the person lives: across time zones, the nights the clocks change, after midnight, and filled in later.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use hand::{Hand, create, entry_of, feverish, measured, outcome, rated, reopen};
use vigie_journal::{
    Alarm, Anchoring, Call, CareContact, CareRole, Clock, DailyEntry, Day, FixedClock, Format,
    Journal, KdfParams, Label, Lang, Moment, NewKey, OutcomeKind, Passphrase, Profile, PromptLevel,
    ReplayOptions, replay,
};

const DAY: i64 = 24 * 60;
const AUCKLAND: i16 = 13 * 60;
const HONOLULU: i16 = -10 * 60;
const WINTER: i16 = 60;
const SUMMER: i16 = 120;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn urgent(day: Day) -> DailyEntry {
    let mut entry = DailyEntry::new(day);
    entry.ticks.insert(Alarm::ChestPain);
    entry
}

/// Days with an entry.
fn days(journal: &Journal) -> Vec<String> {
    let mut days: Vec<String> =
        journal.entries().unwrap().into_iter().map(|(_, entry)| entry.day.to_string()).collect();
    days.dedup();
    days
}

#[test]
fn a_day_lived_twice_on_the_way_east_over_the_date_line_is_one_day_with_two_sittings() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-22", 21 * 60);
    clock.travel(AUCKLAND);
    assert_eq!(clock.day(), day("2026-11-23"), "it is morning in Auckland");
    let journal = create(dir.path(), &clock);
    let first = journal.record(feverish(clock.day())).unwrap().prompt.unwrap();
    clock.pass(9 * 60);
    clock.travel(HONOLULU);
    assert_eq!(clock.day(), day("2026-11-22"), "and the evening before when the plane lands");
    assert_eq!(journal.today().unwrap().missed, [], "no day is missing");
    assert!(journal.record(rated(clock.day(), "fatigue", 3)).unwrap().prompt.is_none());
    let future = journal.record(rated(day("2026-11-24"), "fatigue", 3));
    assert!(future.is_err(), "tomorrow is tomorrow here");
    // Four hours are four hours, whatever the clocks on the wall say.
    assert!(journal.open_prompts().unwrap()[0].overdue);
    clock.pass(DAY);
    assert_eq!(clock.day(), day("2026-11-23"), "the same day again");
    let again = journal.record(feverish(clock.day())).unwrap().prompt;
    assert_eq!(again, None, "what was said of this day is not said twice");
    let worse = journal.record(urgent(clock.day())).unwrap().prompt.unwrap();
    assert_eq!(worse.prompt.level, PromptLevel::Now, "but what is new is");
    let open = journal.open_prompts().unwrap();
    assert!(open.iter().any(|open| open.id == first.id) && open.len() == 2);
    assert_eq!(days(&journal), ["2026-11-22", "2026-11-23"]);
    journal.lock().unwrap();
    assert_eq!(days(&reopen(dir.path(), &clock)), ["2026-11-22", "2026-11-23"]);
}

#[test]
fn a_day_lost_on_the_way_west_over_the_date_line_can_be_filled_in_and_is_no_silence() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 8 * 60);
    clock.travel(HONOLULU);
    assert_eq!(clock.day(), day("2026-11-22"));
    let journal = create(dir.path(), &clock);
    journal.record(feverish(clock.day())).unwrap();
    clock.pass(9 * 60);
    clock.travel(AUCKLAND);
    clock.pass(60);
    assert_eq!(clock.day(), day("2026-11-24"));
    assert_eq!(journal.notice_silence().unwrap(), None);
    assert_eq!(journal.today().unwrap().missed, [day("2026-11-23")]);
    assert!(journal.today().unwrap().ask_temperature, "the fever is asked about here too");
    assert!(journal.record(feverish(clock.day())).unwrap().prompt.is_some());
    journal.record(measured(day("2026-11-23"), "37.0")).unwrap();
    assert_eq!(journal.today().unwrap().missed, []);
}

/// A journal with one contact that answers on weekdays from nine to five.
fn with_contact(clock: &std::sync::Arc<Hand>, dir: &std::path::Path) -> (Journal, CareContact) {
    let journal = create(dir, clock);
    let nurse = CareContact {
        role: CareRole::Nurse,
        name: Label::new("name", "Mme Martin").unwrap(),
        phone: Label::new("phone", "01 23 45 67 89").unwrap(),
        hours: Some("mon-fri 09:00-17:00".parse().unwrap()),
        out_of_hours: Some(Label::new("phone", "01 23 45 67 00").unwrap()),
    };
    let profile = Profile { contacts: vec![nurse.clone()], ..Profile::default() };
    journal.set_profile(profile).unwrap();
    (journal, nurse)
}

#[test]
fn the_nights_on_which_the_clocks_change_in_paris_are_one_day_each() {
    // In autumn 2:30 comes twice, in spring not at all. The local time of each hour from ten in
    // the evening on, with its offset.
    let nights: [(&str, &str, i16, i16, i64); 2] = [
        ("2026-10-24", "2026-10-25", SUMMER, WINTER, 25),
        ("2026-03-28", "2026-03-29", WINTER, SUMMER, 23),
    ];
    for (eve, night, before, after, hours) in nights {
        let dir = tempfile::tempdir().unwrap();
        let clock = Hand::at(eve, 22 * 60 + 30);
        clock.pass(i64::from(WINTER - before));
        clock.travel(before);
        let journal = create(dir.path(), &clock);
        // Both change at one o'clock UTC.
        let change = Moment::at(day(night), 60, 0);
        let mut of_the_night = 0;
        for _ in 0..28 {
            if clock.now().utc_millis >= change.utc_millis {
                clock.travel(after);
            }
            journal.record(rated(clock.day(), "fatigue", 2)).unwrap();
            of_the_night += i64::from(clock.day() == day(night));
            clock.pass(60);
        }
        assert_eq!(of_the_night, hours, "hours of {night}");
        assert_eq!(days(&journal)[..2], [eve, night]);
        assert_eq!(journal.today().unwrap().missed, [], "no day is lost or gained");
    }
}

#[test]
fn a_prompt_of_the_hour_that_comes_twice_asks_again_after_its_minutes_and_not_after_an_hour() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-10-25", 60 + 50);
    clock.travel(SUMMER);
    let journal = create(dir.path(), &clock);
    // At 2:50, ten minutes before it is two o'clock again.
    journal.record(urgent(clock.day())).unwrap();
    clock.pass(14);
    clock.travel(WINTER);
    assert!(!journal.open_prompts().unwrap()[0].overdue);
    clock.pass(1);
    assert!(journal.open_prompts().unwrap()[0].overdue, "fifteen minutes, at 2:05");
}

#[test]
fn after_the_clocks_changed_a_contact_answers_by_the_new_time() {
    for (monday, before, after) in [("2026-10-26", SUMMER, WINTER), ("2026-03-30", WINTER, SUMMER)]
    {
        let dir = tempfile::tempdir().unwrap();
        let clock = Hand::at(monday, 0);
        clock.pass(i64::from(WINTER - before) - 2 * DAY + 10 * 60);
        clock.travel(before);
        let (journal, nurse) = with_contact(&clock, dir.path());
        let saturday = journal.record(feverish(clock.day())).unwrap().prompt.unwrap();
        assert_eq!(saturday.call, Call::OutOfHours(nurse.clone()));
        clock.travel(after);
        clock.pass(i64::from(before - after) + 2 * DAY - 10 * 60 + 8 * 60 + 59);
        assert_eq!((clock.day(), clock.now().minute_of_day()), (day(monday), 8 * 60 + 59));
        let call = || journal.open_prompts().unwrap()[0].call.clone();
        assert_eq!(call(), Call::OutOfHours(nurse.clone()));
        clock.pass(1);
        assert_eq!(call(), Call::Contact(nurse));
    }
}

#[test]
fn after_midnight_the_day_before_is_still_told_and_prompts_as_if_it_were_told_on_it() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 20 * 60);
    let journal = create(dir.path(), &clock);
    journal.record(rated(clock.day().plus(-1), "fatigue", 2)).unwrap();
    clock.pass(4 * 60 + 20);
    let (monday, tuesday) = (day("2026-11-23"), day("2026-11-24"));
    assert_eq!(clock.day(), tuesday);
    assert_eq!(journal.today().unwrap().missed, [monday]);
    let recorded = journal.record(feverish(monday)).unwrap();
    let prompt = recorded.prompt.unwrap();
    assert_eq!(prompt.prompt.day, monday);
    assert_eq!(prompt.prompt.at.day(), tuesday, "made when it was told, and followed up from then");
    assert!(!prompt.overdue);
    assert!(journal.history_of(recorded.id).unwrap()[0].filled_in_later());
    assert_eq!(journal.today().unwrap().missed, []);
    // The fever goes on: the next day is a day of its own, and still one thing to call about.
    assert!(journal.record(feverish(tuesday)).unwrap().prompt.is_some());
    assert_eq!(journal.open_prompts().unwrap().len(), 1);
}

/// What a replay says of everything in the journal.
fn replayed(journal: &Journal) -> String {
    let mut choice = journal.usual_choice(Lang::Fr).unwrap();
    choice.from = Day::FIRST;
    let (mut table, mut lines) = (Vec::new(), Vec::new());
    journal.export(choice, Format::Csv, &mut table).unwrap();
    replay(table.as_slice(), &ReplayOptions::default(), &mut lines, &mut |_| {}).unwrap();
    String::from_utf8(lines).unwrap()
}

#[test]
fn a_day_filled_in_long_after_changes_what_is_known_of_the_past_and_asks_for_no_call() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.day();
    for n in (0..30).rev() {
        journal.record(rated(today.plus(-n), "fatigue", 2)).unwrap();
    }
    assert!(journal.prompts().unwrap().is_empty() && replayed(&journal).is_empty());
    for (days_ago, entry) in
        [(8, urgent(today)), (20, feverish(today)), (29, rated(today, "sleep", 9))]
    {
        let entry = DailyEntry { day: today.plus(-days_ago), ..entry };
        assert_eq!(journal.record(entry).unwrap().prompt, None, "{days_ago} days ago");
    }
    assert!(journal.prompts().unwrap().is_empty());
    let known = replayed(&journal);
    let dates: Vec<&str> =
        known.lines().map(|line| &line[line.find("2026-").unwrap()..][..10]).collect();
    assert_eq!(dates, ["2026-10-25", "2026-11-03", "2026-11-15"], "{known}");
    // Seven days ago is still worth a call.
    let prompt = journal.record(urgent(today.plus(-7))).unwrap().prompt.unwrap();
    assert_eq!(prompt.prompt.level, PromptLevel::Now);
}

#[test]
fn a_silence_of_long_ago_that_is_filled_in_asks_for_no_call_either() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-01", 600);
    let journal = create(dir.path(), &clock);
    let open = journal.record(feverish(clock.day())).unwrap().prompt.unwrap();
    journal.resolve(open.id, outcome(&journal, OutcomeKind::Reached)).unwrap();
    clock.pass(22 * DAY);
    journal.record(rated(clock.day().plus(-10), "fatigue", 2)).unwrap();
    assert_eq!(journal.prompts().unwrap().len(), 1);
    assert!(replayed(&journal).contains("silence-no-entry"), "the past is known as it was");
}

#[test]
fn a_clock_that_was_ahead_leaves_an_entry_of_days_to_come_and_today_is_asked_as_if_it_were_not_there()
 {
    let dir = tempfile::tempdir().unwrap();
    let clock = Hand::at("2026-11-23", 600);
    let journal = create(dir.path(), &clock);
    let today = clock.day();
    journal.record(feverish(today)).unwrap();
    clock.pass(10 * DAY);
    let mut wrong = measured(clock.day(), "36.5");
    wrong.administration = Some(None);
    journal.record(wrong).unwrap();
    clock.pass(-10 * DAY + 60);
    let view = journal.today().unwrap();
    assert!(view.ask_temperature, "what was measured in days to come ends no fever");
    assert_eq!(view.treatment_day, None, "and no treatment was given yet");
    assert_eq!((view.days, view.days_answered), (1, 1));
    clock.pass(DAY);
    assert!(journal.record(feverish(clock.day())).unwrap().prompt.is_some());
    clock.pass(DAY);
    journal.record(measured(clock.day(), "36.9")).unwrap();
    assert!(!journal.today().unwrap().ask_temperature);
    assert!(entry_of(&journal, today.plus(10)).is_some(), "it stands, and is shown");
    let choice = journal.usual_choice(Lang::En).unwrap();
    assert_eq!(journal.summary(choice).unwrap().days_answered, 3, "the report is of days gone by");
}

#[test]
fn at_the_ends_of_the_days_there_are_a_journal_still_answers() {
    for (first, minute) in [("1900-01-01", 0), ("2199-12-31", 24 * 60 - 1)] {
        for offset in [-14 * 60, 0, 14 * 60] {
            let dir = tempfile::tempdir().unwrap();
            let now = Moment::at(day(first), minute, offset);
            let clock = std::sync::Arc::new(FixedClock(now));
            let passphrase = Passphrase::new("quatre mots bien secrets");
            let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
            let journal =
                Journal::create(dir.path(), key, Anchoring::none(), clock.clone()).unwrap().0;
            assert_eq!(clock.now().day(), day(first));
            assert!(journal.record(urgent(day(first))).unwrap().prompt.is_some());
            journal.notice_silence().unwrap();
            assert_eq!(journal.today().unwrap().days_answered, 1);
            journal.summary(journal.usual_choice(Lang::Fr).unwrap()).unwrap();
            let series = journal.series(&"fatigue".parse().unwrap(), u16::MAX).unwrap();
            assert_eq!(series.last().unwrap().0, day(first));
        }
    }
}
