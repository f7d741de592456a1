//! A team makes rules, signs them and hands them out; somebody at a desk takes them in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use serde_json::{Value, json};
use vigie_e2e::{Desk, Run};

const BUILTIN: &str = include_str!("../../../core/watch/rules/vigie-general.json");

/// The rules of a ward: Vigie's own, and one from fatigue 6.
fn ward(version: u32) -> Value {
    let mut pack: Value = serde_json::from_str(BUILTIN).unwrap();
    pack["name"] = "hopital-de-jour".into();
    pack["author"] = "Équipe d’oncologie".into();
    pack["version"] = version.into();
    pack["rules"].as_array_mut().unwrap().push(json!({
        "id": "tired", "level": "mention", "grade": "none", "again-after-days": 7,
        "source": "Our ward", "when": { "rated": { "item": "fatigue", "at-least": 6 } },
    }));
    pack["texts"] = json!({ "tired": {
        "fr": "Une fatigue de 6 ou plus se dit à l’hôpital de jour.",
        "en": "Fatigue of 6 or more is for the day ward.",
    } });
    pack
}

/// A team's desk: a key, and rules signed with it.
struct Team {
    desk: Desk,
    fingerprint: String,
}

impl Team {
    fn new() -> Self {
        let desk = Desk::empty();
        let made = desk.vigie(&["rules", "new-key", "--to", "team.key", "--json"]).ok().json();
        let fingerprint = made[0]["fingerprint"].as_str().unwrap().to_owned();
        Self { desk, fingerprint }
    }

    fn sign(&self, pack: &Value) -> Run {
        let pack = self.desk.write("pack.json", serde_json::to_string_pretty(pack).unwrap());
        let _ = std::fs::remove_file(self.desk.path("signed.json"));
        self.desk.vigie(&["rules", "sign", &pack, "--key", "team.key", "--to", "signed.json"])
    }

    fn signed(&self, pack: &Value) -> String {
        self.sign(pack).ok();
        std::fs::read_to_string(self.desk.path("signed.json")).unwrap()
    }
}

fn without(pack: &Value, rule: &str) -> Value {
    let mut pack = pack.clone();
    pack["rules"].as_array_mut().unwrap().retain(|one| one["id"] != rule);
    pack
}

const TIRED: &str = r#"{"date":"2026-11-23","answers":{"fatigue":6}}"#;

#[test]
fn a_team_hands_out_rules_and_a_patient_takes_them_in() {
    let team = Team::new();
    let desk = Desk::new();
    let file = desk.write("signed.json", team.signed(&ward(1)));
    assert_eq!(desk.log(TIRED).ok().json()[0]["prompt"], Value::Null);

    // Without a terminal somebody has to say yes beforehand.
    desk.vigie(&["rules", "install", &file]).refused(2, "--yes");
    let said = desk.vigie(&["rules", "install", &file, "--yes"]).ok().out;
    assert!(said.contains("Rules hopital-de-jour, version 1, by Équipe d’oncologie"), "{said}");
    assert!(said.contains(&team.fingerprint), "{said}");
    assert!(said.contains("New rule: tired (at the next contact)"), "{said}");
    let prompt = &desk.log(TIRED).ok().json()[0]["prompt"];
    assert_eq!((&prompt["pack"], &prompt["pack_version"]), (&json!("hopital-de-jour"), &json!(1)));
    let text = "Fatigue of 6 or more is for the day ward. Fatigue: 6.";
    assert_eq!(prompt["reasons"][0]["text"], text);
    assert!(desk.vigie(&["prompts"]).ok().out.contains(text));
    let french = desk.vigie(&["prompts", "--lang", "fr"]).ok().out;
    assert!(french.contains("Une fatigue de 6 ou plus se dit à l’hôpital de jour."), "{french}");
    desk.vigie(&["export", "--to", "report.pdf", "--lang", "en"]).ok();
    let report = vigie_e2e::pdf_text(&desk.path("report.pdf"));
    assert!(report.contains("Fatigue of 6 or more is for the day ward."), "{report}");
    assert!(
        report.contains("By rules that the team signed: hopital-de-jour, version 1."),
        "{report}"
    );
    let status = desk.vigie(&["status"]).ok().out;
    assert!(status.contains("Rules in force: hopital-de-jour, version 1"), "{status}");

    let shown = desk.vigie(&["rules", "show"]).ok().out;
    assert!(shown.contains("In force since") && shown.contains(&team.fingerprint), "{shown}");
    let shown = desk.vigie(&["rules", "show", "--json"]).ok().json();
    assert_eq!(shown[0]["fingerprint"], json!(team.fingerprint));
    assert_eq!(shown[0]["rules"].as_array().unwrap().len(), 29);

    // Replaced by the next version, and by nothing else; then Vigie's own again.
    desk.vigie(&["rules", "install", &file, "--yes"]).refused(9, "version 1");
    let next = desk.write("next.json", team.signed(&without(&ward(2), "weight")));
    desk.vigie(&["rules", "install", &next, "--yes", "--json"]).ok();
    desk.vigie(&["rules", "install", &file, "--yes"]).refused(9, "version 2");
    let said = desk.vigie(&["prompts", "--all"]).ok().out;
    assert!(said.contains(text), "an old prompt keeps its words: {said}");
    desk.vigie(&["rules", "reset", "--yes"]).ok();
    assert!(desk.vigie(&["rules", "show"]).ok().out.contains("They are part of Vigie."));
    let history = desk.vigie(&["rules", "history", "--json"]).ok().json();
    let versions: Vec<&Value> = history.iter().map(|pack| &pack["version"]).collect();
    let own: Value = serde_json::from_str(BUILTIN).unwrap();
    assert_eq!(versions, [&json!(1), &json!(2), &own["version"]]);
    assert_eq!(history[2]["builtin"], true);
    desk.vigie(&["verify"]).ok();
}

#[test]
fn a_key_is_its_owners_alone_and_is_never_written_over() {
    let team = Team::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = team.desk.path("team.key").metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    team.desk.vigie(&["rules", "new-key", "--to", "team.key"]).refused(9, "team.key");
    let wrong = team.desk.write("wrong.key", "something else");
    let pack = team.desk.write("pack.json", ward(1).to_string());
    team.desk
        .vigie(&["rules", "sign", &pack, "--key", &wrong, "--to", "s.json"])
        .refused(9, "not a Vigie signing key");
    assert!(!team.desk.path("s.json").exists());
    // Nor are rules signed over what is there: it might be the key.
    team.desk
        .vigie(&["rules", "sign", &pack, "--key", "team.key", "--to", "team.key"])
        .refused(9, "team.key");
    team.sign(&ward(1)).ok();
}

#[test]
fn a_team_begins_with_vigies_rules_in_its_own_name() {
    let team = Team::new();
    let desk = &team.desk;
    let new = |name: &str, to: &str| {
        desk.vigie(&["rules", "new", "--name", name, "--author", "Ward 3", "--to", to])
    };
    let said = new("ward-3", "draft.json").ok().out;
    assert!(said.contains("draft.json") && said.contains("vigie rules sign"), "{said}");
    let changes = desk.vigie(&["rules", "diff", "draft.json"]).ok().out;
    assert!(changes.contains("to ward-3, version 1:"), "{changes}");
    // It is good as it is, and what is missing is said to its author.
    desk.vigie(&["rules", "check", "draft.json"]).refused(9, "vigie rules sign draft.json --key");
    let draft = std::fs::read_to_string(desk.path("draft.json")).unwrap();
    let signed = team.signed(&serde_json::from_str(&draft).unwrap());
    let signed = desk.write("good.json", signed);
    let checked = desk.vigie(&["rules", "check", &signed]).ok().out;
    assert!(checked.contains("Rules ward-3, version 1, by Ward 3"), "{checked}");
    // A draft somebody has worked on stays, and Vigie's name is nobody else's.
    new("ward-4", "draft.json").refused(9, "draft.json");
    assert_eq!(std::fs::read_to_string(desk.path("draft.json")).unwrap(), draft);
    new("vigie-general", "other.json").refused(9, "name of its own");
    new("two\nlines", "other.json").refused(9, "name");
    assert!(!desk.path("other.json").exists());
}

#[test]
fn a_file_is_checked_without_a_journal_and_each_refusal_names_its_reason() {
    let team = Team::new();
    let desk = Desk::empty();
    let check = |text: &str| desk.vigie(&["rules", "check", &desk.write("file.json", text)]);
    let good = team.signed(&ward(1));
    let said = check(&good).ok().out;
    assert!(said.contains("can be put in force") && said.contains(&team.fingerprint), "{said}");
    check(&good.replace("38.0", "39.5")).refused(9, "signature does not match");
    check(&good.replace("\"vigie-rules\": 1", "\"vigie-rules\": 2")).refused(9, "newer version");
    check("{}").refused(9, "holds no rules");
    check("no JSON").refused(9, "holds no rules");
    check(&ward(1).to_string()).refused(9, "are not signed");
    check(&without(&ward(1), "bleeding").to_string()).refused(9, "silence the rule bleeding");
    let mut odd = ward(1);
    odd["severe"]["at-least"] = 11.into();
    check(&odd.to_string()).refused(9, "severe-at-least");
    let mut wordless = ward(1);
    wordless["texts"]["tired"].as_object_mut().unwrap().remove("en");
    check(&wordless.to_string()).refused(9, "no sentence in the language en");
    let mut unknown = ward(1);
    unknown["rules"][0]["when"] = json!({ "moon-phase": 3 });
    check(&unknown.to_string()).refused(9, "moon-phase");
    // What a stranger wrote does not steer the terminal.
    let mut escapes = ward(1);
    escapes["author"] = "\u{1b}[2J".into();
    escapes["rules"][0]["id"] = "\u{1b}[31m".into();
    escapes["rules"][0]["source"] = "one\ntwo".into();
    let refused = check(&escapes.to_string());
    assert_eq!(refused.code, 9);
    let file = desk.write("escapes.json", escapes.to_string());
    let shown = desk.vigie(&["rules", "show", &file]).ok().out;
    let compared = desk.vigie(&["rules", "diff", &file]).ok().out;
    for said in [&refused.err, &shown, &compared] {
        assert!(!said.contains('\u{1b}') && !said.contains("one\ntwo"), "{said}");
    }
    desk.vigie(&["rules", "check", "nowhere.json"]).refused(8, "nowhere.json");
    // What is not acceptable is not signed, and leaves no file.
    team.sign(&without(&ward(1), "brain")).refused(9, "silence the rule brain");
    // A journal is needed to put rules in force.
    let file = desk.write("good.json", &good);
    desk.vigie(&["rules", "install", &file, "--yes"]).refused(4, "no journal here");
}

#[test]
fn rules_signed_by_somebody_else_under_the_same_name_are_refused() {
    let (team, stranger) = (Team::new(), Team::new());
    let desk = Desk::new();
    let file = desk.write("signed.json", team.signed(&ward(1)));
    desk.vigie(&["rules", "install", &file, "--yes"]).ok();
    let theirs = desk.write("theirs.json", stranger.signed(&ward(2)));
    let refused = desk.vigie(&["rules", "install", &theirs, "--yes"]).refused(9, "somebody else");
    assert!(refused.err.contains(&team.fingerprint), "{}", refused.err);
    assert!(refused.err.contains(&stranger.fingerprint), "{}", refused.err);
}

#[test]
fn what_changes_is_shown_in_both_languages_and_for_programs() {
    let team = Team::new();
    let desk = Desk::empty();
    let mut pack = without(&ward(1), "weight");
    pack["severe"]["at-least"] = 6.into();
    pack["trend"]["threshold-per-series"] = 0.5.into();
    pack["silence"]["days"] = 2.into();
    let file = desk.write("signed.json", team.signed(&pack));
    let said = desk.vigie(&["rules", "diff", &file]).ok().out;
    for line in [
        "Rule removed: weight",
        "New rule: tired",
        "More careful: A symptom is severe",
        "Less careful: The more symptoms are followed, the higher that score has to be: by 0.5 times",
        "More careful: A silence is reported after 2 days running without an entry",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let said = desk.vigie(&["rules", "diff", &file, "--lang", "fr"]).ok().out;
    assert!(said.contains("Règle retirée\u{202f}: weight (aujourd’hui)"), "{said}");
    assert!(said.contains("Un silence est signalé après 2 jours de suite sans rien"), "{said}");
    assert!(said.contains("de 0,5 fois le logarithme naturel de leur nombre"), "{said}");
    let diff = desk.vigie(&["rules", "diff", &file, "--json"]).ok().json();
    assert_eq!(diff[0]["settings"][0]["change"], "stricter");
    assert_eq!(diff[0]["rules"][0]["change"], "removed");
    let same = desk.vigie(&["rules", "diff", &file, &file]).ok().out;
    assert!(same.contains("Nothing changes"), "{same}");
    assert!(desk.vigie(&["rules", "diff"]).ok().out.contains("Nothing changes"));
}

#[test]
fn rules_travel_as_qr_codes_whatever_their_order() {
    let team = Team::new();
    team.sign(&ward(1)).ok();
    let drawn = team.desk.vigie(&["rules", "qr", "signed.json"]).ok().out;
    assert!(drawn.contains("Code 1 of ") && drawn.contains('█'), "{drawn}");
    team.desk.vigie(&["rules", "qr", "signed.json", "--to", "codes"]).ok();
    let texts = std::fs::read_to_string(team.desk.path("codes/hopital-de-jour.txt")).unwrap();
    let mut codes: Vec<&str> = texts.lines().collect();
    let pictures = team
        .desk
        .files("codes")
        .into_iter()
        .filter(|(path, _)| path.extension().is_some_and(|ending| ending == "svg"));
    assert_eq!(pictures.count(), codes.len());
    codes.reverse();

    let desk = Desk::new();
    let last = desk.write("last.txt", codes[0]);
    let but_one = desk.write("but-one.txt", codes[2..].join("\n"));
    let install =
        |files: &[&str]| desk.vigie(&[&["rules", "install", "--yes", "--from-qr"], files].concat());
    let missing = format!("Code {} of {} is missing", codes.len() - 1, codes.len());
    install(&[&last, &but_one]).refused(9, &missing);
    let between = desk.write("between.txt", format!("\n{}\n{}\n", codes[1], codes[0]));
    install(&[&last, &between, &but_one]).ok();
    assert!(desk.vigie(&["rules", "show"]).ok().out.contains(&team.fingerprint));
    let wrong = desk.write("wrong.txt", "https://example.org");
    install(&[&wrong]).refused(9, "not a Vigie code");
}

#[test]
fn a_replay_takes_signed_and_plain_rules() {
    let team = Team::new();
    let desk = Desk::empty();
    let table = desk.write("table.csv", "patient,date,item,value\np,2026-11-20,fatigue,6\n");
    let signed = desk.write("signed.json", team.signed(&ward(1)));
    let plain = desk.write("plain.json", ward(1).to_string());
    let lines = |rules: &str| desk.vigie(&["replay", &table, "--rules", rules]).ok().out;
    assert!(lines(&signed).contains(r#""rule":"tired""#));
    assert_eq!(lines(&signed), lines(&plain));
    assert_eq!(desk.vigie(&["replay", &table]).ok().out, "");
    let tampered = desk.write("bad.json", team.signed(&ward(1)).replace("38.0", "39.9"));
    desk.vigie(&["replay", &table, "--rules", &tampered]).refused(9, "signature does not match");
}
