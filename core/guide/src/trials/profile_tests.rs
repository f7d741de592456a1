//! A profile is read whole or refused in a sentence that names the field.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use vigie_words::Lang;

use super::*;

const WHOLE: &str = r#"{"conditions":["cancer du sein"],"not_conditions":["lymphome"],"keywords":["HER2"],"phases":["2","3"],
 "status":["recruiting"],"country":"fr","place":{"lat":48.85,"lon":2.35},"within_km":100,"age":54,"sex":"female",
 "performance":1,"previous_lines":2,"healthy":false}"#;

#[test]
fn a_whole_profile_is_read() {
    let profile = TrialProfile::from_json(WHOLE).unwrap();
    assert_eq!(profile.phases, [Phase::Two, Phase::Three]);
    assert_eq!(profile.country.as_deref(), Some("FR"));
    assert_eq!(profile.place, Some(Place::Point(48.85, 2.35)));
    assert_eq!((profile.age, profile.sex), (Some(54), Some(Sex::Female)));
    assert_eq!((profile.performance, profile.previous_lines), (Some(1), Some(2)));
}

#[test]
fn only_the_disease_has_to_be_told_and_then_trials_that_take_people_are_kept() {
    let profile = TrialProfile::from_json(r#"{"conditions":["sein"]}"#).unwrap();
    assert_eq!(profile, TrialProfile::of(&["sein"]));
    assert_eq!(profile.status, Some(vec![Status::Recruiting, Status::NotYetRecruiting]));
}

#[test]
fn any_status_can_be_asked_for() {
    let profile = TrialProfile::from_json(r#"{"conditions":["sein"],"status":["any"]}"#).unwrap();
    assert_eq!(profile.status, None);
}

#[test]
fn each_refusal_names_the_field_in_both_languages() {
    let with = |rest: &str| format!("{{\"conditions\":[\"sein\"],\n{rest}}}");
    for (json, field) in [
        ("{}".to_owned(), "conditions"),
        (r#"{"conditions":[]}"#.to_owned(), "conditions"),
        (r#"{"conditions":["…"]}"#.to_owned(), "conditions"),
        (r#"{"conditions":"sein"}"#.to_owned(), "conditions"),
        (with(r#""colour":1"#), "colour"),
        (with(r#""phases":["5"]"#), "phases"),
        (with(r#""phases":[2]"#), "phases"),
        (with(r#""status":["open"]"#), "status"),
        (with(r#""status":[]"#), "status"),
        (with(r#""country":"XX""#), "country"),
        (with(r#""country":"Narnia""#), "country"),
        (with(r#""place":{"lat":95,"lon":2}"#), "place"),
        (with(r#""place":{"city":"Lyon","lat":45.7}"#), "place"),
        (with(r#""place":"Lyon""#), "place"),
        (with(r#""within_km":50"#), "within_km"),
        (with(r#""place":{"city":"Lyon"},"within_km":0"#), "within_km"),
        (with(r#""age":121"#), "age"),
        (with(r#""age":"54""#), "age"),
        (with(r#""sex":"other""#), "sex"),
        (with(r#""performance":5"#), "performance"),
        (with(r#""previous_lines":-1"#), "previous_lines"),
        (with(r#""healthy":"no""#), "healthy"),
    ] {
        let error = TrialProfile::from_json(&json).expect_err(&json);
        for lang in Lang::ALL {
            let said = error.sentence(Words::of(*lang));
            assert!(said.contains(field), "{json}: {said}");
        }
    }
}

#[test]
fn what_is_no_json_is_told_with_its_line() {
    let error = TrialProfile::from_json("{\n \"conditions\": [").unwrap_err();
    assert!(matches!(error, ProfileError::Syntax { line: 2, .. }), "{error:?}");
    assert!(error.sentence(Words::of(Lang::En)).contains('2'));
}

#[test]
fn nothing_the_person_wrote_stands_in_an_error() {
    let error = TrialProfile::from_json(r#"{"conditions":["sein"],"age":"a secret"}"#).unwrap_err();
    let said = format!("{error} {error:?} {}", error.sentence(Words::of(Lang::En)));
    assert!(!said.contains("secret"), "{said}");
}

#[test]
fn a_country_is_taken_by_its_name_too() {
    for (written, code) in [("France", "FR"), ("uk", "GB"), ("re", "RE")] {
        let json = format!(r#"{{"conditions":["sein"],"country":"{written}"}}"#);
        assert_eq!(TrialProfile::from_json(&json).unwrap().country.as_deref(), Some(code));
    }
}
