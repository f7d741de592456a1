//! Whatever a person answered, did, or had their clock set to before: a sign that means 'call now' is said at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

mod hand;

use std::collections::BTreeSet;

use hand::{Hand, create, outcome, reopen};
use proptest::prelude::*;
use vigie_journal::{
    Alarm, Answer, DailyEntry, Felt, Finding, Journal, OutcomeKind, PromptLevel, Rating, RulePack,
    SignedPack, SigningKey, Subject, Temperature,
};

/// Each of them alone means 'now' in the built-in rules.
const NOW: [Alarm; 8] = [
    Alarm::BreathlessAtRest,
    Alarm::ChestPain,
    Alarm::BleedingNotStopping,
    Alarm::BloodVomited,
    Alarm::Confusion,
    Alarm::Fit,
    Alarm::OneSidedWeakness,
    Alarm::VisionOrSpeech,
];

const DAY: i64 = 24 * 60;

#[derive(Debug, Clone)]
enum Step {
    /// Time passes, or the clock is set back.
    Pass(i64),
    /// Days go by without an entry, and the journal is opened after.
    Silent(i64),
    /// A clock that is months or years wrong, one way or the other.
    Jump(i64),
    /// The person flies to another time zone.
    Travel(i16),
    /// The check-in ends with 'too unwell', for some days running.
    TooUnwell(u8),
    /// An earlier day is filled in, feverish or not.
    FilledIn { days_ago: u8, tenths: i32 },
    /// The latest entry is corrected, or taken back.
    Amended { fatigue: u8, withdrawn: bool },
    /// Ratings, a temperature, a sign that is not urgent: whatever makes other prompts.
    Ordinary { fatigue: u8, tenths: i32, shivering: bool, unwell: bool },
    /// The most urgent prompt is answered.
    Answered(OutcomeKind),
    /// The most urgent prompt feels as urgent as that.
    Felt(Felt),
    /// The journal is closed and opened again.
    Reopened,
    /// A team's next rules are put in force: as careful as they have to be, and otherwise as different as they may be.
    Rules,
    /// Vigie's own rules again.
    Reset,
    /// One of the signs.
    Urgent(Alarm, How),
}

/// How a sign comes into the journal.
#[derive(Debug, Clone, Copy)]
enum How {
    /// In an entry of today.
    Today,
    /// In an entry of a day of the last week, filled in later.
    FilledIn(u8),
    /// In a correction of today's entry.
    Amended,
}

fn how() -> impl Strategy<Value = How> {
    prop_oneof![
        2 => Just(How::Today),
        1 => (1..=7_u8).prop_map(How::FilledIn),
        1 => Just(How::Amended),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let outcome = prop::sample::select(OutcomeKind::ALL.to_vec());
    prop_oneof![
        3 => (-3000_i64..6000).prop_map(Step::Pass),
        3 => (0..=10_u8, 355..400_i32, any::<bool>(), any::<bool>()).prop_map(
            |(fatigue, tenths, shivering, unwell)| Step::Ordinary { fatigue, tenths, shivering, unwell }
        ),
        2 => outcome.prop_map(Step::Answered),
        1 => prop::sample::select(Felt::ALL.to_vec()).prop_map(Step::Felt),
        1 => Just(Step::Reopened),
        1 => Just(Step::Rules),
        1 => Just(Step::Reset),
        1 => (1..8_i64).prop_map(Step::Silent),
        1 => (-800..800_i64).prop_map(Step::Jump),
        1 => (-14..=14_i16).prop_map(|hours| Step::Travel(60 * hours)),
        1 => (1..5_u8).prop_map(Step::TooUnwell),
        1 => (1..12_u8, 355..400_i32)
            .prop_map(|(days_ago, tenths)| Step::FilledIn { days_ago, tenths }),
        1 => (0..=10_u8, any::<bool>())
            .prop_map(|(fatigue, withdrawn)| Step::Amended { fatigue, withdrawn }),
        2 => (prop::sample::select(NOW.to_vec()), how())
            .prop_map(|(sign, how)| Step::Urgent(sign, how)),
    ]
}

/// Only what may not be missing, under other names, signed.
fn rules(version: u32, key: &SigningKey) -> SignedPack {
    let mut pack = RulePack::builtin().clone();
    "another".clone_into(&mut pack.name);
    pack.version = version;
    pack.rules.retain(|rule| rule.level == PromptLevel::Now);
    pack.severe.at_least = 10;
    for rule in &mut pack.rules {
        rule.id = format!("{}-{}", rule.id, version % 2);
        let text = |lang: &str| (lang.to_owned(), "!".to_owned());
        pack.texts.insert(rule.id.clone(), [text("fr"), text("en")].into());
    }
    SignedPack::sign(&serde_json::to_string(&pack).unwrap(), key).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_sequence_of_answers_suppresses_or_delays_a_sign_that_means_now(
        steps in prop::collection::vec(step(), 1..25),
        sign in prop::sample::select(NOW.to_vec()),
        how in how(),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let hand = Hand::at("2026-11-20", 600);
        let mut journal = create(dir.path(), &hand);
        let signer = SigningKey::make().unwrap();
        let mut version = 0;
        let mut said = BTreeSet::new();
        let mut urgent = |journal: &Journal, sign: Alarm, how: How| {
            let today = journal.today().unwrap();
            let (there, mut entry) = match (how, today.entries.last()) {
                (How::Amended, Some((id, entry))) => (Some(*id), entry.clone()),
                (How::FilledIn(days), _) => (None, DailyEntry::new(today.day.plus(-i32::from(days)))),
                _ => (None, DailyEntry::new(today.day)),
            };
            entry.ticks.insert(sign);
            let day = entry.day;
            let recorded = match there {
                Some(id) => journal.amend(id, entry),
                None => journal.record(entry),
            };
            let prompt = recorded.unwrap().prompt;
            // What was said of a day is not said of the same day again.
            if said.insert((day, sign)) {
                let prompt = prompt.unwrap_or_else(|| panic!("{sign:?} on {day}: nothing is said"));
                assert_eq!(prompt.prompt.level, PromptLevel::Now);
                let waiting = journal.open_prompts().unwrap();
                assert_eq!(waiting[0].prompt.level, PromptLevel::Now, "the most urgent comes first");
                assert!(waiting.iter().any(|open| open.id == prompt.id));
                let says = |finding: &Finding| finding.items.contains(&Subject::Alarm(sign));
                assert!(prompt.prompt.findings.iter().any(says), "{sign:?} is among its reasons");
            }
        };
        for step in steps {
            match step {
                Step::Pass(minutes) => hand.pass(minutes),
                Step::Silent(days) => {
                    hand.pass(days * DAY);
                    journal.notice_silence().unwrap();
                }
                Step::Jump(days) => hand.pass(days * DAY),
                Step::Travel(offset) => hand.travel(offset),
                Step::TooUnwell(days) => {
                    for _ in 0..days {
                        let mut entry = DailyEntry::new(hand.day());
                        entry.end_too_unwell(&["fatigue".parse().unwrap()]);
                        journal.record(entry).unwrap();
                        hand.pass(DAY);
                    }
                }
                Step::FilledIn { days_ago, tenths } => {
                    let mut entry = DailyEntry::new(hand.day().plus(-i32::from(days_ago)));
                    entry.measures.temperature = Temperature::try_from(10 * tenths).ok();
                    journal.record(entry).unwrap();
                }
                Step::Amended { fatigue, withdrawn } => {
                    let entries = journal.entries().unwrap();
                    // What the clock put into the future cannot be said again today.
                    let known = entries.into_iter().rfind(|(_, entry)| entry.day <= hand.day());
                    if let Some((id, mut entry)) = known {
                        let rating = Rating::new(fatigue).unwrap();
                        entry.answer("fatigue".parse().unwrap(), Answer::Rated(rating));
                        if withdrawn {
                            journal.withdraw(id).unwrap();
                        } else {
                            journal.amend(id, entry).unwrap();
                        }
                    }
                }
                Step::Ordinary { fatigue, tenths, shivering, unwell } => {
                    let mut entry = DailyEntry::new(journal.now().day());
                    let rating = Rating::new(fatigue).unwrap();
                    entry.answer("fatigue".parse().unwrap(), Answer::Rated(rating));
                    entry.measures.temperature = Temperature::try_from(10 * tenths).ok();
                    entry.too_unwell = unwell;
                    entry.ticks.extend(shivering.then_some(Alarm::Shivering));
                    journal.record(entry).unwrap();
                }
                Step::Answered(kind) => {
                    if let Some(open) = journal.open_prompts().unwrap().first() {
                        journal.resolve(open.id, outcome(&journal, kind)).unwrap();
                    }
                }
                Step::Felt(felt) => {
                    if let Some(open) = journal.open_prompts().unwrap().first() {
                        journal.feels(open.id, felt).unwrap();
                    }
                }
                Step::Reopened => {
                    journal.lock().unwrap();
                    journal = reopen(dir.path(), &hand);
                }
                Step::Rules => {
                    version += 1;
                    journal.install_pack(rules(version, &signer).file()).unwrap();
                    assert_eq!(journal.pack().unwrap().rules().version, version);
                }
                Step::Reset => journal.reset_pack().unwrap(),
                Step::Urgent(sign, how) => urgent(&journal, sign, how),
            }
        }
        urgent(&journal, sign, how);
        let mut silences = BTreeSet::new();
        for (_, story) in journal.prompts().unwrap() {
            for told in story.prompt.findings.iter().filter(|finding| finding.is_silence()) {
                let once = silences.insert((told.rule.clone(), told.evidence.from));
                assert!(once, "the silence from {} is told twice", told.evidence.from);
            }
        }
    }
}
