//! Lists with an order of their own: appointments and the questions that wait for them, contacts, what is asked each day.

use super::{all, english, french, json};
use serde_json::{Value, json as value};
use vigie_e2e::Desk;

#[test]
fn what_is_to_come_stands_first_with_the_questions_that_wait() {
    let desk = Desk::new();
    let add = |kind: &str, date: &str, time: &str| {
        json(&desk, &["appointment", "add", kind, "--date", date, "--time", time])
    };
    add("consultation", "2026-12-10", "14h");
    add("test", "2026-11-25", "8h15");
    add("test", "2026-11-25", "7h");
    assert_eq!(add("consultation", "2026-11-02", "9h30")["past"], true);
    assert_eq!(add("treatment-day", "2026-11-23", "9h")["past"], false, "today is not past");
    json(&desk, &["question", "add", "Puis-je voyager ?"]);
    let listed = all(&desk, &["appointment", "list"]);
    let days: Vec<String> =
        listed.iter().map(|it| format!("{} {}", it["date"], it["time"]).replace('"', "")).collect();
    assert_eq!(
        days,
        ["2026-11-23 09:00", "2026-11-25 07:00", "2026-11-25 08:15", "2026-12-10 14:00"]
    );
    assert!(listed[..3].iter().all(|it| it["questions"].is_null()), "they wait for a consultation");
    assert_eq!(listed[3]["questions"][0]["text"], "Puis-je voyager ?");
    assert_eq!(all(&desk, &["appointment", "list", "--all"]).len(), 5);
    let said = french(&desk, &["appointment", "list"]);
    assert!(
        said.starts_with("À venir :\n  23 novembre 2026 · Jour de traitement · 9 h 00"),
        "{said}"
    );
    assert!(
        said.contains("Une question à poser à la prochaine consultation :\n  1  23 novembre 2026"),
        "{said}"
    );
    assert!(!said.contains("2 novembre 2026 · Consultation"), "{said}");
    let said = english(&desk, &["appointment", "list", "--all"]);
    assert!(said.starts_with("Past:\n  2 November 2026 · Consultation · 9:30"), "{said}");
}

#[test]
fn a_past_appointment_is_welcome_and_said_to_be_past() {
    let desk = Desk::new();
    let said = french(
        &desk,
        &[
            "appointment",
            "add",
            "consultation",
            "--date",
            "2026-11-02",
            "--decision",
            "On continue",
        ],
    );
    assert!(said.ends_with("Ce rendez-vous est dans le passé.\n"), "{said}");
    let said = english(&desk, &["appointment", "list"]);
    assert_eq!(said, "No upcoming appointment. The others: vigie appointment list --all\n");
}

#[test]
fn a_question_of_a_check_in_is_answered_by_its_number() {
    let desk = Desk::new();
    desk.log(concat!(
        r#"{"date":"2026-11-20","question":"Faut-il jeûner ?","by":"Paul"}"#,
        "\n",
        r#"{"date":"2026-11-22","question":"Combien de cures ?"}"#,
    ))
    .ok();
    let kept = json(&desk, &["question", "add", "Puis-je voyager ?", "--date", "2026-11-21"]);
    let said = french(&desk, &["question", "list"]);
    let lines: Vec<&str> = said.lines().collect();
    assert_eq!(
        lines[0],
        "1  20 novembre 2026 · Faut-il jeûner ? · pas encore de réponse · noté par Paul"
    );
    assert!(
        lines[1].starts_with("2  21 novembre 2026 · Puis-je voyager ?") && lines[1].ends_with(']'),
        "{said}"
    );
    assert!(lines[2].starts_with("3  22 novembre 2026 · Combien de cures ?"), "{said}");
    // One of a check-in, one kept by itself, one by its id.
    let answered = json(&desk, &["question", "answer", "1", "Non", "--date", "2026-11-21"]);
    assert_eq!((&answered["answer"], &answered["answered"]), (&"Non".into(), &"2026-11-21".into()));
    assert_eq!((&answered["date"], &answered["by"]), (&"2026-11-20".into(), &"Paul".into()));
    let answered = json(&desk, &["question", "answer", "2", "Oui, en train"]);
    assert_eq!((&answered["id"], &answered["answered"]), (&kept["id"], &"2026-11-23".into()));
    let open = all(&desk, &["question", "list"]);
    assert_eq!((open.len(), &open[0]["number"], &open[0]["id"]), (1, &3.into(), &"3".into()));
    // A second answer is a correction, and the sentence says how; a number is as good as an id.
    let id = kept["id"].as_str().unwrap();
    for chosen in ["2", &id[..4]] {
        desk.vigie(&["question", "answer", chosen, "Non"]).refused(
            9,
            &format!("To correct it: vigie question correct {} --answer and the answer.", &id[..4]),
        );
    }
    let corrected = json(&desk, &["question", "correct", "2", "--answer", "Oui, et en avion"]);
    assert_eq!((&corrected["id"], &corrected["answer"]), (&id.into(), &"Oui, et en avion".into()));
    for task in ["correct", "remove"] {
        let mut args = vec!["question", task, "3", "--lang", "fr"];
        args.extend(if task == "correct" { ["--text", "Q"].as_slice() } else { &[] });
        desk.vigie(&args).refused(
            9,
            "dans ce qui a été noté le 22 novembre 2026. Pour la corriger là : vigie log --correct --date 2026-11-22",
        );
    }
    assert_eq!(all(&desk, &["question", "list", "--all"]).len(), 3);
    // Who answers one of a check-in is named with it, and who asked is said.
    let said = french(&desk, &["question", "answer", "3", "Six", "--by", "Anne"]);
    assert!(said.contains("noté par Anne") && said.ends_with("posée par vous.\n"), "{said}");
    assert!(english(&desk, &["question", "list"]).starts_with("Every question is answered."));
    desk.vigie(&["question", "answer", "4", "Oui"])
        .refused(9, "There is no question with this number.");
    desk.vigie(&["question", "answer", "1", " "]).refused(9, "Answer: at least one word");
    assert_eq!(json(&desk, &["question", "remove", "2"])["id"], id);
}

#[test]
fn contacts_stand_in_order_with_the_numbers_that_always_answer() {
    let desk = Desk::new();
    let said = french(&desk, &["contact", "list"]);
    assert!(said.starts_with("Aucun contact n’est encore noté."), "{said}");
    for number in ["  15  ", " 112  ", " 114  ", "3114  "] {
        assert!(said.contains(number), "{number}: {said}");
    }
    let nurse = "nurse;Mme Martin;01 23 45 67 89;mon-fri 09:00-17:00;01 23 45 67 00";
    let added = json(&desk, &["contact", "add", nurse]);
    assert_eq!(
        added,
        value!({ "id": "1", "record": "contact", "role": "nurse", "name": "Mme Martin", "phone": "01 23 45 67 89",
            "hours": "mon-fri 09:00-17:00", "night": "01 23 45 67 00" })
    );
    json(&desk, &["contact", "add", "relative;Paul;06 00 00 00 00"]);
    json(&desk, &["contact", "add", &nurse.replace("nurse", "Infirmière"), "--lang", "fr"]);
    // Monday at ten somebody answers, in the evening the line for the night does.
    let said = english(&desk, &["contact", "list"]);
    assert!(said.starts_with("1  Mme Martin · nurse · 01 23 45 67 89 · Monday–Friday"), "{said}");
    assert!(said.contains("\n2  Paul ·") && !said.contains("\n3  "), "{said}");
    assert!(said.contains("\nNow: Mme Martin (nurse): 01 23 45 67 89"), "{said}");
    assert!(
        said.contains(
            "\nAt night (23:00): Outside opening hours, Mme Martin (nurse): 01 23 45 67 00"
        ),
        "{said}"
    );
    let listed = all(&desk, &["contact", "list"]);
    assert_eq!(listed[0]["answers_now"], true);
    assert_eq!(listed.iter().filter(|it| it["record"] == "number").count(), 4);
    assert_eq!(json(&desk, &["contact", "remove", "mme martin"])["removed"], true);
    assert_eq!(all(&desk, &["contact", "list"])[0]["name"], "Paul");
    desk.vigie(&["contact", "remove", "Mme Martin"]).refused(9, "Nobody has this number or name");
    desk.vigie(&["contact", "add", "nurse;Mme Martin"]).refused(9, "nurse;");
}

#[test]
fn nobody_who_is_closed_is_said_to_answer() {
    let desk = Desk::new();
    json(&desk, &["contact", "add", "nurse;Mme Martin;01 23 45 67 89;tue-fri 09:00-17:00"]);
    let said = french(&desk, &["contact", "list"]);
    assert!(said.contains("\nMaintenant : 15 (SAMU) ou 112\n"), "{said}");
}

#[test]
fn what_is_asked_each_day_is_shown_and_chosen() {
    let desk = Desk::new();
    assert!(all(&desk, &["list"]).len() >= 5, "a list is proposed");
    let set = all(&desk, &["list", "--set", "fatigue,pain:hip-left,own:Crampes,fatigue"]);
    let ids: Vec<&Value> = set.iter().map(|item| &item["id"]).collect();
    assert_eq!(ids, ["fatigue", "pain:hip-left", "own:Crampes"]);
    assert_eq!(all(&desk, &["list"]), set);
    let said = french(&desk, &["list"]);
    assert!(said.starts_with("Demandé chaque jour :\n  Fatigue  (fatigue)\n"), "{said}");
    let said = english(&desk, &["list", "--set", "fatigue"]);
    assert!(
        said.starts_with(
            "Will be asked every day, in this order:\n  Fatigue  (fatigue)\nTo go back"
        ),
        "{said}"
    );
    desk.vigie(&["list", "--set", "fatigue,tiredness"]).refused(9, "or own:");
    assert_eq!(all(&desk, &["list"]).len(), 1, "nothing was lost");
}

#[test]
fn appointments_go_to_a_calendar_and_come_from_one() {
    let desk = Desk::new();
    let said = french(&desk, &["appointment", "export", "--to", "rv.ics"]);
    assert_eq!(said, "Aucun rendez-vous à écrire. Rien n’a été fait.\n");
    assert!(!desk.path("rv.ics").exists());
    json(
        &desk,
        &[
            "appointment",
            "add",
            "test",
            "--date",
            "2026-12-03",
            "--time",
            "9h30",
            "--with",
            "Dr Petit",
        ],
    );
    json(&desk, &["appointment", "add", "consultation", "--date", "2026-11-02"]);
    let written = json(&desk, &["appointment", "export", "--to", "rv.ics"]);
    assert_eq!((&written["file"], &written["appointments"]), (&"rv.ics".into(), &1.into()));
    let calendar = std::fs::read_to_string(desk.path("rv.ics")).unwrap();
    assert!(calendar.contains("BEGIN:VCALENDAR") && calendar.contains("Dr Petit"), "{calendar}");
    let all_days =
        ["appointment", "export", "--to", "all.ics", "--since", "2026-11-01", "--discreet"];
    assert_eq!(json(&desk, &all_days)["appointments"], 2);
    assert!(!std::fs::read_to_string(desk.path("all.ics")).unwrap().contains("Petit"), "discreet");
    // Into the journal they came from, nothing; into another, everything.
    assert_eq!(json(&desk, &["appointment", "import", "rv.ics"])["known"], 1);
    let other = Desk::new();
    let file = desk.path("rv.ics").to_str().unwrap().to_owned();
    let said = french(&other, &["appointment", "import", &file]);
    assert!(
        said.starts_with("Un rendez-vous enregistré.\nIls sont notés comme des consultations"),
        "{said}"
    );
    let listed = all(&other, &["appointment", "list"]);
    assert_eq!((&listed[0]["kind"], &listed[0]["time"]), (&"test".into(), &"09:30".into()));
    other
        .vigie(&["appointment", "import", &file, "--kind", "visit"])
        .refused(9, "one of consultation");
    let page = other.write("page.ics", "<html></html>");
    other.vigie(&["appointment", "import", &page]).refused(9, "");
    desk.vigie(&["appointment", "export"]).refused(9, "Say where to write with --to");
    desk.vigie(&["appointment", "export", "--to", "journal/rv.ics"]).refused(9, "");
}

#[test]
fn comfort_first_is_chosen_and_the_way_back_is_shown() {
    let desk = Desk::new();
    english(&desk, &["list", "--set", "fatigue,rash"]);
    let said = french(&desk, &["list", "--comfort"]);
    assert!(
        said.starts_with("Sera demandé chaque jour, dans cet ordre :\n  Douleur  (pain)\n"),
        "{said}"
    );
    assert!(
        said.ends_with(
            "Pour revenir à ce qui était demandé avant : vigie list --set fatigue,rash\n"
        ),
        "{said}"
    );
    assert!(all(&desk, &["list"]).iter().all(|item| item["id"] != "rash"));
}
