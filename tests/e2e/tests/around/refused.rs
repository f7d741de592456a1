//! Wrong input is answered with what would be accepted, in the person's language, and loses nothing.

use super::{all, french, json, plain};
use vigie_e2e::Desk;

#[test]
fn wrong_input_is_answered_with_what_would_be_accepted() {
    let desk = Desk::new();
    for (args, english, french) in [
        (vec!["scan", "add"], "Scan: one of ct (CT scan)", "Imagerie : un mot parmi ct (Scanner)"),
        (
            vec!["scan", "add", "photo"],
            "Scan: one of ct (CT scan)",
            "Imagerie : un mot parmi ct (Scanner), mri (IRM)",
        ),
        (
            vec!["scan", "add", "ct", "--conclusion", "good"],
            "better (better)",
            "better (mieux), stable (stable)",
        ),
        (
            vec!["scan", "add", "ct", "--date", "2026-11-24"],
            "Date: a day that is not in the future",
            "dans l’avenir",
        ),
        (
            vec!["scan", "add", "ct", "--date", "11/23/2026"],
            "written 2026-11-23",
            "écrite 2026-11-23",
        ),
        (
            vec!["result", "add", "CEA", "high"],
            "Result: a number such as",
            "Résultat : un nombre, par exemple 12,3",
        ),
        (vec!["result", "add", "CEA", "1", "--range", "5"], "a range such as 0-5", "un intervalle"),
        (vec!["result", "add", " ", "1"], "Name: at least one word", "Nom : au moins un mot"),
        (
            vec!["appointment", "add", "visit"],
            "consultation (Consultation)",
            "rcp (Réunion de concertation (RCP))",
        ),
        (
            vec!["appointment", "add", "test", "--time", "25h"],
            "Time (--time): a time such as",
            "Heure (--time) : une heure",
        ),
        (vec!["question", "add", ""], "Question: at least one word", "Question : au moins un mot"),
        (vec!["question", "add", "Q", "--date", "demain"], "not in the future", "dans l’avenir"),
        (vec!["support", "add", "reiki"], "hypnosis (Hypnosis)", "hypnosis (Hypnose)"),
        (
            vec!["support", "add", "hypnosis", "--helped", "yes"],
            "much (helped a lot)",
            "much (a beaucoup aidé)",
        ),
        (
            vec!["consent", "add", "paper", "X"],
            "leaflet (Leaflet received)",
            "leaflet (Notice reçue)",
        ),
        (
            vec!["consent", "add", "trial", "X", "--date", "2026-11-10", "--signed", "2026-11-09"],
            "Date (--signed): a day that is not before the beginning",
            "Date (--signed) : un jour qui n’est pas avant le début",
        ),
        (
            vec!["medicine", "add", "X", "--at", "8h"],
            "Medicine (--kind): one of anticancer",
            "Médicament (--kind) : un mot parmi anticancer",
        ),
        (
            vec!["result", "add", "Plaquettes", "10,500"],
            "This comma can be read in two ways. Write 10.5 or 10500.",
            "Cette virgule se lit de deux façons. Écrivez 10.5 ou 10500.",
        ),
        (
            vec!["result", "add", "CEA", "1", "--range", "0-1,234"],
            "Write 1.234 or 1234.",
            "Écrivez 1.234 ou 1234.",
        ),
        (
            vec!["medicine", "add", "X", "--kind", "other", "--at", "morning"],
            "as-needed",
            "as-needed (au besoin), 08:00,20:00",
        ),
        (
            vec!["medicine", "add", "X", "--kind", "pill", "--at", "8h"],
            "painkiller (against pain)",
            "painkiller (contre la douleur)",
        ),
        (
            vec!["medicine", "add", "X", "--kind", "other", "--at", "8h", "--until", "2026-11-22"],
            "Date (--until): a day that is not before the beginning",
            "Date (--until) : un jour qui n’est pas avant le début",
        ),
        (
            vec!["wish", "add", "will"],
            "directives (Advance directives)",
            "directives (Directives anticipées)",
        ),
        (
            vec!["treatment", "add", "vitamins"],
            "targeted (targeted therapy)",
            "targeted (thérapie ciblée)",
        ),
        (
            vec!["treatment", "add", "hormone", "--cycle-days", "3"],
            "7 to 60 days",
            "de 7 à 60 jours",
        ),
        (vec!["treatment", "add", "trial", "--phase", "5"], "1-2 (phase I/II)", "1-2 (phase I/II)"),
        (
            vec!["treatment", "add", "trial", "--since", "2026-11-02", "--until", "2026-11-01"],
            "Date (--until): a day that is not before the beginning",
            "Date (--until) : un jour qui n’est pas avant le début",
        ),
    ] {
        desk.vigie(&args).refused(9, english);
        desk.vigie(&[args.as_slice(), &["--lang", "fr"]].concat()).refused(9, french);
    }
    for command in [
        "scan",
        "result",
        "appointment",
        "question",
        "support",
        "consent",
        "medicine",
        "wish",
        "treatment",
    ] {
        assert!(all(&desk, &[command, "list"]).is_empty(), "{command}");
    }
}

#[test]
fn an_id_is_long_enough_known_and_of_this_kind() {
    let desk = Desk::new();
    let id = json(&desk, &["scan", "add", "ct"])["id"].as_str().unwrap().to_owned();
    let known = &id[..4];
    let unknown = if known == "0000" { "1111" } else { "0000" };
    for task in ["correct", "remove"] {
        let run = |command: &str, id: &str, french: bool| {
            let lang = if french { "fr" } else { "en" };
            let mut args = vec![command, task, id, "--lang", lang];
            args.extend(if task == "correct" { ["--date", "hier"].as_slice() } else { &[] });
            desk.vigie(&args)
        };
        run("scan", "", true).refused(9, "quatre caractères de l’identifiant");
        run("scan", "abc", false)
            .refused(9, "It takes at least four characters of the id. “vigie scan list”");
        run("scan", unknown, false).refused(9, "Nothing here has this id.");
        run("scan", unknown, true).refused(9, "Rien n’a cet identifiant ici. « vigie scan list »");
        run("wish", known, false).refused(9, "“vigie wish list” shows them");
    }
    desk.vigie(&["scan", "correct", known])
        .refused(9, "You can give --kind, --date, --place, --conclusion, --told");
    assert_eq!(all(&desk, &["scan", "list"])[0]["date"], "2026-11-23");
    // Taken back, it is gone, and cannot be taken back again.
    desk.vigie(&["scan", "remove", &id.to_uppercase()]).ok();
    desk.vigie(&["scan", "remove", known]).refused(9, "Nothing here has this id.");
}

#[test]
fn the_beginning_of_an_id_that_is_shown_tells_records_apart() {
    let desk = Desk::new();
    for n in 0..12 {
        json(&desk, &["result", "add", "CEA", &n.to_string()]);
    }
    for line in french(&desk, &["result", "list"]).lines() {
        let id = line.rsplit_once('[').unwrap().1.trim_end_matches(']');
        json(&desk, &["result", "correct", id, "--unit", "ng/mL"]);
    }
    assert!(all(&desk, &["result", "list"]).iter().all(|one| one["unit"] == "ng/mL"));
}

#[test]
fn every_task_has_a_help_text_in_both_languages() {
    let desk = Desk::empty();
    let tasks = |command: &str| -> Vec<String> {
        let help = desk.vigie(&[command, "--help"]).ok().out;
        let lines = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
        let named = lines.take_while(|line| !line.is_empty());
        // The rest of a long text stands further in.
        let named = named.filter(|line| !line.starts_with("    "));
        named.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
    };
    let mut seen = 0;
    for command in [
        "treatment",
        "result",
        "scan",
        "appointment",
        "question",
        "support",
        "consent",
        "medicine",
        "wish",
        "contact",
        "keys",
    ] {
        for task in tasks(command).iter().filter(|task| *task != "help") {
            for lang in ["fr", "en"] {
                let help = plain(&desk.vigie(&[command, task, "--help", "--lang", lang]).ok().out);
                assert!(!help.contains("help-") && !help.contains("arg-"), "{help}");
                // Each argument has its text beside it or below.
                let options = help.lines().skip_while(|line| !line.contains(": vigie ")).skip(1);
                for line in options.filter(|line| line.trim_start().starts_with("--")) {
                    let text = line.trim().split_once("  ").map(|(_, text)| text.trim());
                    let below =
                        help.lines().skip_while(|it| it != &line).nth(1).unwrap_or_default();
                    assert!(
                        text.is_some_and(|it| !it.is_empty()) || below.starts_with("          "),
                        "{line}: {help}"
                    );
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 80, "{seen}");
}

#[test]
fn completions_know_the_words_that_are_accepted() {
    let desk = Desk::empty();
    let bash = desk.vigie(&["completions", "bash"]).ok().out;
    for word in ["pet-ct", "socio-aesthetics", "dose-reduced", "trusted-person", "not-told"] {
        assert!(bash.contains(word), "{word}");
    }
}
