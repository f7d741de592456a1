//! The edges of 'since last time'.

use vigie_model::{
    Answer, DailyEntry, Item, Label, Rating, SymptomCode, TreatmentKind, TreatmentLine,
};
use vigie_words::Lang;

use super::*;

fn cells(ratings: &[Option<u8>]) -> Vec<Cell> {
    ratings.iter().map(|r| r.map_or(Cell::NoEntry, Cell::Rated)).collect()
}

fn direction(before: u8, now: u8) -> Direction {
    change(&[Cell::Rated(before); 14], &[Cell::Rated(now); 14]).direction
}

fn day(offset: i32) -> Day {
    "2026-09-01".parse::<Day>().unwrap().plus(offset)
}

fn choice(from: i32, to: i32) -> Choice {
    Choice { from: day(from), to: day(to), ..Choice::everything(Lang::Fr, day(from), day(to)) }
}

/// An entry on each of these days.
fn entries(days: impl IntoIterator<Item = i32>) -> Vec<DailyEntry> {
    let entry = |offset| {
        let mut entry = DailyEntry::new(day(offset));
        let fatigue: Item = SymptomCode::Fatigue.into();
        entry.answer(fatigue, Answer::Rated(Rating::new(3).unwrap()));
        entry
    };
    days.into_iter().map(entry).collect()
}

fn line(cycle: Option<u8>, started: i32) -> TreatmentLine {
    TreatmentLine {
        cycle_days: cycle,
        started: Some(day(started)),
        ..TreatmentLine::new(TreatmentKind::Chemotherapy)
    }
}

fn span(from: i32, to: i32) -> Span {
    Span { from: day(from), to: day(to) }
}

#[test]
fn new_worse_better_gone_and_unchanged_are_told_apart_at_their_edges() {
    assert_eq!(direction(0, 3), Direction::New);
    assert_eq!(direction(0, 1), Direction::New);
    assert_eq!(direction(2, 4), Direction::Worse);
    assert_eq!(direction(1, 2), Direction::Worse);
    assert_eq!(direction(6, 4), Direction::Better);
    assert_eq!(direction(2, 1), Direction::Better);
    assert_eq!(direction(3, 0), Direction::Gone);
    assert_eq!(direction(1, 0), Direction::Gone);
    assert_eq!(direction(3, 3), Direction::Same);
    // 14 answers: means of 0.93 and 0.5, one step short and one at the edge.
    let nearly: Vec<Cell> = (0..14).map(|i| Cell::Rated(u8::from(i > 0))).collect();
    assert_eq!(change(&[Cell::Rated(0); 14], &nearly).direction, Direction::Same);
    let half: Vec<Cell> = (0..14).map(|i| Cell::Rated(u8::from(i % 2 == 0))).collect();
    let two: Vec<Cell> = (0..14).map(|i| Cell::Rated(1 + u8::from(i % 2 == 0))).collect();
    assert_eq!(change(&half, &two).direction, Direction::Worse, "0.5 is there already");
    assert_eq!(change(&two, &half).direction, Direction::Better, "0.5 is still there");
}

#[test]
fn a_series_that_begins_later_is_new_and_missing_days_are_never_zero() {
    let now = [Cell::Rated(4); 14];
    assert_eq!(change(&[Cell::NotAsked; 14], &now).direction, Direction::New);
    assert_eq!(change(&[Cell::NoEntry; 14], &now).direction, Direction::Unknown);
    let gappy = cells(&[Some(6), None, None]);
    assert_eq!(change(&gappy, &gappy).before.unwrap().mean, 6.0);
}

#[test]
fn what_is_no_longer_asked_is_unknown_and_not_gone() {
    let before = [Cell::Rated(6); 14];
    for silence in [Cell::NoEntry, Cell::NotAsked, Cell::Skipped, Cell::TooUnwell] {
        assert_eq!(change(&before, &[silence; 14]).direction, Direction::Unknown, "{silence:?}");
    }
}

#[test]
fn two_answers_are_too_few_to_call_a_change() {
    let few = cells(&[Some(1), Some(1), None]);
    let many = cells(&[None, Some(9), Some(9)]);
    assert_eq!(change(&few, &many).direction, Direction::Unknown);
    assert_eq!(change(&few, &many).difference(), Some(8.0));
}

#[test]
fn since_the_last_consultation_compares_with_the_days_that_led_to_it() {
    let profile = Profile::default();
    let all = entries(0..60);
    let since = Comparison::new(&choice(30, 59), &profile, &all, &[day(2), day(30)], &[]);
    assert_eq!(since.last_time, Some(day(30)));
    assert_eq!((since.before, since.now), (span(16, 29), span(46, 59)));
    // By whole cycles, so that the same days of a cycle are compared.
    let profile = Profile { treatments: vec![line(Some(21), -40)], ..profile };
    let since = Comparison::new(&choice(30, 59), &profile, &all, &[day(30)], &[]);
    assert_eq!((since.before, since.now), (span(9, 29), span(39, 59)));
    // Days after the consultation only, when it was last week.
    let since = Comparison::new(&choice(55, 59), &profile, &all, &[day(55)], &[]);
    assert_eq!((since.before, since.now), (span(34, 54), span(55, 59)));
}

#[test]
fn without_an_earlier_consultation_the_beginning_of_the_period_is_compared() {
    let profile = Profile::default();
    let all = entries(0..60);
    for consultations in [&[][..], &[day(10)]] {
        let since = Comparison::new(&choice(0, 59), &profile, &all, consultations, &[]);
        assert_eq!(since.last_time, None);
        assert_eq!((since.before, since.now), (span(0, 13), span(46, 59)));
    }
    // A short period: halves, that never overlap; a single day: itself.
    let short = Comparison::new(&choice(0, 8), &profile, &all, &[], &[]);
    assert_eq!((short.before, short.now), (span(0, 3), span(5, 8)));
    let single = Comparison::new(&choice(5, 5), &profile, &all, &[], &[]);
    assert_eq!((single.before, single.now), (span(5, 5), span(5, 5)));
    let itself = single.change(|_| Cell::Rated(3));
    assert_eq!((itself.before, itself.now, itself.direction), (None, None, Direction::Unknown));
}

#[test]
fn a_consultation_before_which_almost_nothing_was_written_is_no_reference() {
    let profile = Profile::default();
    for before in [vec![], vec![28, 29]] {
        let all = entries(before.into_iter().chain(30..60));
        let since = Comparison::new(&choice(30, 59), &profile, &all, &[day(30)], &[]);
        assert_eq!(since.last_time, None, "the diary began with it");
        assert_eq!(since.before, span(30, 43));
    }
    let all = entries([27, 28, 29].into_iter().chain(30..60));
    let since = Comparison::new(&choice(30, 59), &profile, &all, &[day(30)], &[]);
    assert_eq!(since.last_time, Some(day(30)));
}

#[test]
fn a_gap_of_three_weeks_at_the_end_leaves_nothing_to_compare() {
    let all = entries(0..39);
    let since = Comparison::new(&choice(20, 59), &Profile::default(), &all, &[day(20)], &[]);
    assert_eq!(since.now, span(46, 59), "the days that are compared are not moved to find answers");
    let written = |day: Day| all.iter().any(|entry| entry.day == day);
    let cell = |day: Day| if written(day) { Cell::Rated(3) } else { Cell::NoEntry };
    assert_eq!(since.change(cell).direction, Direction::Unknown);
}

#[test]
fn a_change_of_treatment_between_the_two_is_said() {
    let mut all = entries(0..60);
    all[40].treatment_change = Some(Label::new("treatment", "80 %").ok());
    let lines = vec![line(Some(21), -90), line(Some(14), 35)];
    let profile = Profile { treatments: lines, ..Profile::default() };
    let since = Comparison::new(&choice(30, 59), &profile, &all, &[day(30)], &[]);
    assert!(since.treatment_changed);
    assert_eq!(since.before, span(16, 29), "by the cycle that is under way");
    // Before what is compared it does not matter; the first treatment of all changes none.
    let since = Comparison::new(&choice(50, 59), &profile, &all, &[], &[]);
    assert!(!since.treatment_changed);
    let first = Profile { treatments: vec![line(None, 35)], ..Profile::default() };
    assert!(!treatment_changed(&first, &entries(0..60), &[], span(16, 59)));
    let paused = Comparison::new(&choice(50, 59), &profile, &all, &[], &[day(52)]);
    assert!(paused.treatment_changed);
}
