//! Whatever a person answered, did, or had their clock set to before: a sign that means 'call now' is said at once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use proptest::prelude::*;
use vigie_journal::{
    Alarm, Anchoring, Answer, Clock, DailyEntry, Finding, Journal, KdfParams, Moment, NewKey,
    Outcome, OutcomeKind, Passphrase, PromptLevel, Rating, RulePack, SignedPack, SigningKey,
    Subject, Temperature, Unlock,
};

/// A clock that is set by hand.
struct Hand(Mutex<Moment>);

impl Clock for Hand {
    fn now(&self) -> Moment {
        *self.0.lock().unwrap()
    }
}

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

#[derive(Debug, Clone)]
enum Step {
    /// Time passes, or the clock is set back.
    Pass(i64),
    /// Ratings, a temperature, a sign that is not urgent: whatever makes other prompts.
    Ordinary { fatigue: u8, tenths: i32, shivering: bool, unwell: bool },
    /// The most urgent prompt is answered.
    Answered(OutcomeKind),
    /// The journal is closed and opened again.
    Reopened,
    /// A team's next rules are put in force: as careful as they have to be, and otherwise as different as they may be.
    Rules,
    /// Vigie's own rules again.
    Reset,
    /// One of the signs.
    Urgent(Alarm),
}

fn step() -> impl Strategy<Value = Step> {
    let outcome = prop::sample::select(OutcomeKind::ALL.to_vec());
    prop_oneof![
        3 => (-3000_i64..6000).prop_map(Step::Pass),
        3 => (0..=10_u8, 355..400_i32, any::<bool>(), any::<bool>()).prop_map(
            |(fatigue, tenths, shivering, unwell)| Step::Ordinary { fatigue, tenths, shivering, unwell }
        ),
        2 => outcome.prop_map(Step::Answered),
        1 => Just(Step::Reopened),
        1 => Just(Step::Rules),
        1 => Just(Step::Reset),
        2 => prop::sample::select(NOW.to_vec()).prop_map(Step::Urgent),
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
    ) {
        let dir = tempfile::tempdir().unwrap();
        let hand = Arc::new(Hand(Mutex::new(Moment::at("2026-11-20".parse().unwrap(), 600, 60))));
        let clock = || Arc::clone(&hand) as Arc<dyn Clock>;
        let passphrase = Passphrase::new("quatre mots bien secrets");
        let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
        let mut journal = Journal::create(dir.path(), key, Anchoring::none(), clock()).unwrap().0;
        let signer = SigningKey::make().unwrap();
        let mut version = 0;
        let mut said = BTreeSet::new();
        let mut urgent = |journal: &Journal, sign: Alarm| {
            let mut entry = DailyEntry::new(journal.now().day());
            entry.ticks.insert(sign);
            let (day, prompt) = (entry.day, journal.record(entry).unwrap().prompt);
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
                Step::Pass(minutes) => {
                    let mut now = hand.0.lock().unwrap();
                    *now = now.plus_minutes(minutes);
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
                        let at = journal.now();
                        let outcome = Outcome { at, kind, contact: None, advice: None };
                        journal.resolve(open.id, outcome).unwrap();
                    }
                }
                Step::Reopened => {
                    journal.lock().unwrap();
                    let unlock = Unlock::Passphrase(&passphrase);
                    journal = Journal::open(dir.path(), unlock, Anchoring::none(), clock()).unwrap();
                }
                Step::Rules => {
                    version += 1;
                    journal.install_pack(rules(version, &signer).file()).unwrap();
                    assert_eq!(journal.pack().unwrap().rules().version, version);
                }
                Step::Reset => journal.reset_pack().unwrap(),
                Step::Urgent(sign) => urgent(&journal, sign),
            }
        }
        urgent(&journal, sign);
    }
}
