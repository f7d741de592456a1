//! Every row of the rule table: a day on which it speaks, and a day beside it on which it does not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_model::{
    Alarm, Answer, DailyEntry, Day, Height, Item, PainDetail, PainQuality, PerformanceStatus,
    Profile, Rating, Temperature, TreatmentKind, TreatmentLine, Weight,
};
use vigie_watch::{Budget, Channel, Finding, PromptLevel, RulePack, Watch};

fn day(n: i32) -> Day {
    Day::from_ymd(2026, 1, 1).unwrap().plus(n)
}

/// One day, written shortly: `fatigue 7`, `temperature 38`, `tick chest-pain`, `state 3`,
/// `night lower-back`, `band ribs`, `given`, `unwell`.
fn entry(n: i32, said: &[&str]) -> DailyEntry {
    let mut entry = DailyEntry::new(day(n));
    for words in said {
        let (what, value) = words.split_once(' ').unwrap_or((words, ""));
        match what {
            "temperature" => {
                entry.measures.temperature = Some(Temperature::parse(value).unwrap());
            }
            "weight" => entry.measures.weight = Some(Weight::parse(value).unwrap()),
            "tick" => {
                entry.ticks.insert(Alarm::from_code(value).unwrap());
            }
            "state" => entry.state = Some(PerformanceStatus::parse(value).unwrap()),
            "night" => {
                let detail = PainDetail { wakes_at_night: true, quality: None };
                entry.pains.insert(value.parse().unwrap(), detail);
            }
            "band" => {
                let quality = Some(PainQuality::Band);
                let detail = PainDetail { wakes_at_night: false, quality };
                entry.pains.insert(value.parse().unwrap(), detail);
            }
            "given" => entry.administration = Some(None),
            "unwell" => entry.too_unwell = true,
            item => {
                let rating = Rating::new(value.parse().unwrap()).unwrap();
                entry.answers.insert(item.parse().unwrap(), Answer::Rated(rating));
            }
        }
    }
    entry
}

/// Rules that speak on the last of these days, when every day's findings are said and dealt with.
fn speaks_with(profile: &Profile, days: &[DailyEntry]) -> Vec<Finding> {
    speaks_by(RulePack::builtin(), profile, days)
}

/// The same with the trend detector kept silent, so that only the plain rules are seen.
fn plain_rules(days: &[DailyEntry]) -> Vec<String> {
    let pack = without_detector();
    let findings = speaks_by(&pack, &Profile::default(), days);
    findings.into_iter().map(|finding| finding.rule).collect()
}

fn without_detector() -> RulePack {
    let mut pack = RulePack::builtin().clone();
    pack.trend.threshold = f64::INFINITY;
    pack
}

fn speaks_by(pack: &RulePack, profile: &Profile, days: &[DailyEntry]) -> Vec<Finding> {
    let mut watch = Watch::new(pack, profile);
    let mut last = Vec::new();
    for day in days {
        last = watch.read(day).findings;
        watch.said(&last, day.day);
        watch.resolved(&last, day.day);
    }
    last
}

fn rules(days: &[DailyEntry]) -> Vec<String> {
    speaks_with(&Profile::default(), days).into_iter().map(|finding| finding.rule).collect()
}

fn today(said: &[&str]) -> Vec<String> {
    rules(&[entry(0, said)])
}

fn speaks(rule: &str, said: &[&str]) {
    assert!(today(said).iter().any(|r| r == rule), "{rule} is silent on {said:?}");
}

fn silent(rule: &str, said: &[&str]) {
    assert!(!today(said).iter().any(|r| r == rule), "{rule} speaks on {said:?}");
}

fn line(kind: TreatmentKind, stopped: Option<Day>) -> Profile {
    Profile {
        treatments: vec![TreatmentLine {
            kind,
            regimen: None,
            cycle_days: None,
            started: Some(day(-400)),
            stopped,
        }],
        ..Profile::default()
    }
}

#[test]
fn fever_speaks_from_38_degrees_while_on_treatment_or_when_nothing_is_known_of_it() {
    speaks("fever", &["temperature 38.0"]);
    silent("fever", &["temperature 37.9"]);
    // What was given is not known: it may have been immunotherapy, which counts for a year.
    let long_ago = [entry(0, &["given"]), entry(366, &["temperature 39"])];
    assert_eq!(rules(&long_ago), Vec::<String>::new());
    let recent = [entry(0, &["given"]), entry(365, &["temperature 39"])];
    assert_eq!(rules(&recent), ["fever"]);
    let ended = line(TreatmentKind::Chemotherapy, Some(day(-42)));
    assert_eq!(speaks_with(&ended, &[entry(0, &["temperature 39"])]).len(), 1);
    let long_ended = line(TreatmentKind::Chemotherapy, Some(day(-43)));
    assert!(speaks_with(&long_ended, &[entry(0, &["temperature 39"])]).is_empty());
    let fever =
        |profile: &Profile| !speaks_with(profile, &[entry(0, &["temperature 38.5"])]).is_empty();
    assert!(fever(&line(TreatmentKind::Immunotherapy, Some(day(-300)))));
    assert!(!fever(&line(TreatmentKind::Chemotherapy, Some(day(-300)))));
    assert!(fever(&line(TreatmentKind::Chemotherapy, None)));
}

#[test]
fn fever_is_asked_about_and_said_again_every_day_until_it_is_gone() {
    let days: Vec<_> = (0..3).map(|n| entry(n, &["temperature 38.4"])).collect();
    assert_eq!(rules(&days), ["fever"]);
}

#[test]
fn fever_with_another_sign_means_now() {
    for sign in ["shivering", "confusion", "faintness", "breathless-at-rest"] {
        let findings = speaks_with(
            &Profile::default(),
            &[entry(0, &["temperature 38.2", &format!("tick {sign}")])],
        );
        let now = findings.iter().find(|finding| finding.rule == "fever-with").unwrap();
        assert_eq!(now.level, PromptLevel::Now, "{sign}");
    }
    silent("fever-with", &["temperature 38.2"]);
    silent("fever-with", &["tick shivering"]);
}

#[test]
fn a_low_temperature_speaks_when_feeling_ill() {
    speaks("low-temperature", &["temperature 35.9", "tick feeling-ill"]);
    speaks("low-temperature", &["temperature 35.5", "unwell"]);
    speaks("low-temperature", &["temperature 35.0", "tick shivering"]);
    let mut day = entry(0, &["temperature 36.8"]);
    day.merge_day(&entry(0, &["temperature 35.2", "tick feeling-ill"]));
    assert_eq!(rules(&[day]), ["low-temperature"], "the lowest of the day counts");
    silent("low-temperature", &["temperature 36.0", "tick feeling-ill"]);
    silent("low-temperature", &["temperature 35.5"]);
}

#[test]
fn spinal_pain_speaks_when_severe_at_night_band_like_new_or_growing() {
    speaks("cord-severe", &["pain:lower-back 7"]);
    speaks("cord-night", &["pain:neck 1", "night neck"]);
    speaks("cord-band", &["pain:ribs 2", "band ribs"]);
    silent("cord-severe", &["pain:lower-back 6"]);
    silent("cord-night", &["pain:knee 9", "night knee"]);
    let mut new: Vec<_> = (0..14).map(|n| entry(n, &["fatigue 2"])).collect();
    new.push(entry(14, &["fatigue 2", "pain:upper-back 4"]));
    assert_eq!(rules(&new), ["cord-new"]);
    // In a young journal, what the first entry had is not new, and what it did not have is.
    let first = [entry(0, &["pain:upper-back 4"]), entry(1, &["pain:upper-back 4"])];
    assert_eq!(rules(&first), [""; 0]);
    let second = [entry(0, &["fatigue 2"]), entry(1, &["pain:upper-back 4"])];
    assert_eq!(rules(&second), ["cord-new"]);
    // Four weeks without it, and it is new again.
    let mut back = vec![entry(0, &["pain:upper-back 4"])];
    back.extend((1..40).map(|n| entry(n, &["fatigue 2"])));
    back.push(entry(40, &["pain:upper-back 4"]));
    assert_eq!(rules(&back), ["cord-new"]);
    let grows = |n: i32| {
        if n < 20 { "pain:mid-back 2" } else { "pain:mid-back 5" }
    };
    let mut growing: Vec<_> = (0..21).map(|n| entry(n, &[grows(n)])).collect();
    assert!(!rules(&growing).contains(&"cord-growing".to_owned()));
    growing.push(entry(21, &[grows(21)]));
    assert!(rules(&growing).contains(&"cord-growing".to_owned()));
}

#[test]
fn spinal_pain_is_said_every_third_day_and_at_once_when_it_is_two_points_worse() {
    let pain = |n: i32, rating: u8| entry(n, &[&format!("pain:neck {rating}"), "night neck"]);
    let cord = |days: &[DailyEntry]| rules(days).contains(&"cord-night".to_owned());
    assert!(cord(&[pain(0, 3)]));
    assert!(!cord(&[pain(0, 3), pain(1, 4)]));
    assert!(cord(&[pain(0, 3), pain(1, 5)]));
    assert!(cord(&[pain(0, 3), pain(1, 3), pain(2, 3), pain(3, 3)]));
}

#[test]
fn spinal_pain_of_this_week_with_a_nerve_sign_means_now() {
    for sign in ["leg-weakness", "numb-saddle", "bladder-or-bowel"] {
        let sign = format!("tick {sign}");
        let days = [entry(0, &["pain:lower-back 3"]), entry(6, &[&sign])];
        assert!(rules(&days).contains(&"cord-signs".to_owned()), "{sign}");
        let alone = [entry(0, &["pain:lower-back 3"]), entry(7, &[&sign])];
        assert_eq!(rules(&alone), ["cord-signs-alone"], "{sign}");
    }
}

#[test]
fn breath_bleeding_brain_and_dark_thoughts_mean_now() {
    for (rule, said) in [
        ("breath", "tick breathless-at-rest"),
        ("breath", "tick chest-pain"),
        ("breath", "breathlessness 7"),
        ("bleeding", "tick bleeding-not-stopping"),
        ("bleeding", "tick blood-vomited"),
        ("bleeding", "tick blood-in-stools"),
        ("brain", "tick confusion"),
        ("brain", "tick fit"),
        ("brain", "tick sudden-headache"),
        ("brain", "tick vision-or-speech"),
        ("brain", "tick one-sided-weakness"),
        ("dark-thoughts", "tick dark-thoughts"),
    ] {
        let findings = speaks_with(&Profile::default(), &[entry(0, &[said])]);
        let finding = findings.iter().find(|finding| finding.rule == rule).expect(said);
        assert_eq!((finding.level, finding.channel), (PromptLevel::Now, Channel::Flag), "{said}");
    }
    silent("breath", &["breathlessness 6"]);
    let known = [entry(0, &["breathlessness 8"]), entry(1, &["breathlessness 8"])];
    assert!(!rules(&known).contains(&"breath".to_owned()), "it is not new");
}

#[test]
fn gut_dry_and_blocked_speak_from_their_counts() {
    speaks("gut", &["diarrhoea 4"]);
    silent("gut", &["diarrhoea 3"]);
    speaks("gut-severe", &["diarrhoea 7"]);
    speaks("gut-severe", &["diarrhoea 2", "temperature 38"]);
    speaks("gut-severe", &["diarrhoea 1", "tick blood-in-stools"]);
    silent("gut-severe", &["diarrhoea 6"]);
    speaks("dry", &["vomiting 6"]);
    speaks("dry", &["tick cannot-keep-drink-down"]);
    silent("dry", &["vomiting 5"]);
    speaks("blocked", &["constipation 3", "vomiting 1"]);
    speaks("blocked", &["constipation 3", "tick belly-pain"]);
    silent("blocked", &["constipation 3"]);
    silent("blocked", &["constipation 2", "tick belly-pain"]);
}

#[test]
fn each_sign_to_call_about_today_speaks() {
    for (rule, sign) in [
        ("clot", "limb-swollen-painful"),
        ("clot", "face-or-neck-swelling"),
        ("liver", "yellow-skin-or-dark-urine"),
        ("skin", "wide-rash-or-blisters"),
        ("mouth", "mouth-stops-eating"),
        ("infusion-site", "infusion-site"),
    ] {
        let findings = speaks_with(&Profile::default(), &[entry(0, &[&format!("tick {sign}")])]);
        assert_eq!((findings[0].rule.as_str(), findings[0].level), (rule, PromptLevel::Today));
    }
}

#[test]
fn great_thirst_speaks_on_immunotherapy_up_to_a_year_after_or_when_nothing_is_known() {
    let thirst = [entry(0, &["tick great-thirst"])];
    let speaks = |profile: &Profile| !speaks_with(profile, &thirst).is_empty();
    assert!(speaks(&line(TreatmentKind::Immunotherapy, Some(day(-365)))));
    assert!(!speaks(&line(TreatmentKind::Immunotherapy, Some(day(-366)))));
    assert!(!speaks(&line(TreatmentKind::Chemotherapy, None)));
    assert!(speaks(&Profile::default()));
}

#[test]
fn severe_speaks_when_new_in_seven_reports_and_again_three_days_after_somebody_dealt_with_it() {
    speaks("severe", &["sleep 7"]);
    silent("severe", &["sleep 6"]);
    let severe = |last: i32| {
        let days: Vec<_> = (0..=last).map(|n| entry(n, &["sleep 8"])).collect();
        rules(&days).contains(&"severe".to_owned())
    };
    assert_eq!([0, 1, 2, 3, 4, 5, 6].map(severe), [true, false, false, true, false, false, true]);
    let mut back: Vec<_> = vec![entry(0, &["sleep 7"])];
    back.extend((1..=7).map(|n| entry(n, &["sleep 2"])));
    back.push(entry(8, &["sleep 7"]));
    assert_eq!(rules(&back), ["severe"], "after seven other reports it is new again");
}

#[test]
fn a_severe_symptom_is_not_said_again_while_its_prompt_is_open() {
    let profile = Profile::default();
    let mut watch = Watch::new(RulePack::builtin(), &profile);
    let first = watch.read(&entry(0, &["sleep 8"])).findings;
    watch.said(&first, day(0));
    for n in 1..10 {
        assert!(watch.read(&entry(n, &["sleep 8"])).findings.is_empty(), "day {n}");
    }
}

#[test]
fn general_state_speaks_when_two_steps_down_or_newly_three() {
    let state = |days: &[&str]| {
        let days: Vec<_> = (0..).zip(days).map(|(n, s)| entry(n, &[s])).collect();
        rules(&days).iter().any(|rule| rule.starts_with("state-"))
    };
    assert!(state(&["state 0", "state 2"]));
    assert!(!state(&["state 0", "state 1"]));
    assert!(state(&["state 2", "state 3"]));
    assert!(!state(&["state 3", "state 3"]), "it is not new");
    assert!(state(&["state 3"]), "nothing is known of better days");
    assert!(state(&["state 0", "state 2", "state 4"]), "worse again two days later");
    assert!(!state(&["state 0", "fatigue 1"]), "missing is never a state");
}

#[test]
fn weight_speaks_over_five_percent_and_over_two_with_a_low_body_mass_index() {
    let lost = |profile: &Profile, days: i32, now: &str| {
        let days = [entry(0, &["weight 60"]), entry(days, &[now])];
        speaks_with(profile, &days).into_iter().map(|f| f.rule).collect::<Vec<_>>()
    };
    let plain = Profile::default();
    assert_eq!(lost(&plain, 30, "weight 56.9"), ["weight", "weight-slow"]);
    assert_eq!(lost(&plain, 30, "weight 57"), [""; 0], "five per cent is not more than five");
    assert_eq!(lost(&plain, 60, "weight 56"), ["weight-slow"]);
    assert_eq!(lost(&plain, 60, "weight 58"), [""; 0]);
    let tall = Profile { height: Some(Height::parse("180").unwrap()), ..Profile::default() };
    assert_eq!(lost(&tall, 60, "weight 58"), ["weight-slow"]);
    assert_eq!(lost(&tall, 200, "weight 58"), [""; 0], "more than six months ago");
}

#[test]
fn two_ambers_on_one_day_are_as_a_red() {
    let both =
        speaks_with(&Profile::default(), &[entry(0, &["diarrhoea 5", "tick mouth-stops-eating"])]);
    assert!(both.iter().any(|finding| finding.rule == "two-ambers" && finding.at_once));
    silent("two-ambers", &["diarrhoea 5"]);
    // One pain with two warnings is one amber.
    silent("two-ambers", &["pain:neck 8", "night neck"]);
}

#[test]
fn a_new_pain_site_is_mentioned_after_two_reports_of_four_within_a_week() {
    let mut days: Vec<_> = (0..14).map(|n| entry(n, &["fatigue 2"])).collect();
    days.push(entry(14, &["fatigue 2", "pain:hip-left 4"]));
    assert!(rules(&days).is_empty());
    days.push(entry(20, &["fatigue 2", "pain:hip-left 4"]));
    assert_eq!(rules(&days), ["new-pain"]);
    days.push(entry(21, &["fatigue 2", "pain:hip-left 5"]));
    assert!(rules(&days).is_empty(), "the same item is not mentioned twice in seven days");
}

#[test]
fn a_symptom_that_returns_after_fourteen_reports_of_zero_is_mentioned_on_its_third() {
    let mut days: Vec<_> = (0..14).map(|n| entry(n, &["nausea 0"])).collect();
    days.extend((14..16).map(|n| entry(n, &["nausea 3"])));
    assert!(plain_rules(&days).is_empty());
    days.push(entry(16, &["nausea 3"]));
    assert_eq!(plain_rules(&days), ["returned"]);
}

#[test]
fn trend_prompts_come_at_most_once_a_week_unless_a_level_rises_and_flags_always() {
    let profile = Profile::default();
    let pack = without_detector();
    let mut watch = Watch::new(&pack, &profile);
    let quiet = |n| entry(n, &["nausea 0", "cough 0", "sleep 0"]);
    (0..14).for_each(|n| drop(watch.read(&quiet(n))));
    let mut said = Vec::new();
    for n in 14..30 {
        // Nausea comes back first, cough three days later; a flag in between.
        let cough = if n >= 17 { "cough 3" } else { "cough 0" };
        let flag = if n == 20 { "diarrhoea 5" } else { "diarrhoea 0" };
        let findings = watch.read(&entry(n, &["nausea 3", cough, flag])).findings;
        let findings = watch.decide(findings, Budget::Weekly, day(n));
        watch.said(&findings, day(n));
        watch.resolved(&findings, day(n));
        said.extend(findings.into_iter().map(|finding| (n, finding.rule)));
    }
    let returned: Vec<i32> =
        said.iter().filter(|(_, rule)| rule == "returned").map(|(n, _)| *n).collect();
    assert_eq!(returned[0], 16);
    assert!(returned.windows(2).all(|pair| pair[1] - pair[0] >= 7), "{said:?}");
    assert!(said.contains(&(20, "gut".to_owned())), "{said:?}");
}

#[test]
fn a_skipped_or_too_unwell_answer_never_fires_a_rating_rule() {
    let mut silent = DailyEntry::new(day(0));
    for item in ["diarrhoea", "pain:lower-back", "breathlessness"] {
        silent.answers.insert(item.parse::<Item>().unwrap(), Answer::TooUnwell);
    }
    assert!(rules(&[silent]).is_empty());
}
