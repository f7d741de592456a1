//! Opening a journal, and everything that asks nothing without a terminal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // a test may

use vigie_e2e::{Desk, run};

#[test]
fn without_a_terminal_nothing_is_asked() {
    let desk = Desk::empty();
    let mut init = desk.command(&["init"]);
    init.env_remove("VIGIE_PASSPHRASE_FILE");
    run(&mut init).refused(2, "--passphrase-file");
    assert!(!desk.path("journal").exists());
    let desk = Desk::new();
    desk.vigie(&["log"]).refused(2, "--json");
    desk.log(r#"{"date":"2026-11-23","measures":{"temperature":39}}"#).ok();
    desk.vigie(&["resolve"]).refused(2, "--outcome");
}

#[test]
fn a_passphrase_that_is_too_short_is_refused_before_anything_is_made() {
    let desk = Desk::empty();
    desk.write("passphrase", "short");
    desk.vigie(&["init"]).refused(9, "at least 8 characters");
    assert!(!desk.path("journal").exists());
}

#[test]
fn the_recovery_code_opens_the_journal_and_a_mistake_names_its_group() {
    let desk = Desk::empty();
    let code = desk.vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    let code = code.as_str().unwrap().to_owned();
    let with = |text: &str| {
        let file = desk.write("code", text);
        desk.vigie(&["status", "--passphrase-file", &file])
    };
    with(&code).ok();
    with(&code.to_lowercase().replace('-', " ")).ok();
    for group in 1..=7 {
        let mut letters: Vec<char> = code.chars().collect();
        let at = (group - 1) * 6;
        letters[at] = if letters[at] == 'X' { 'Y' } else { 'X' };
        let wrong: String = letters.into_iter().collect();
        with(&wrong).refused(3, &format!("Group {group} "));
    }
    let other = Desk::empty().vigie(&["init", "--json"]).ok().json()[0]["recovery_code"].clone();
    with(other.as_str().unwrap()).refused(3, "does not open this journal");
}

#[test]
fn a_passphrase_that_looks_like_a_recovery_code_opens_its_journal() {
    let desk = Desk::empty();
    desk.write("passphrase", "maison jardin soleil montagne riviere on");
    desk.vigie(&["init"]).ok();
    desk.vigie(&["status"]).ok();
}

/// Every command.
const COMMANDS: [&str; 34] = [
    "demo",
    "init",
    "log",
    "status",
    "import",
    "prompts",
    "resolve",
    "export",
    "verify",
    "backup",
    "restore",
    "merge",
    "keys",
    "attach",
    "attachments",
    "replay",
    "completions",
    "man",
    "licences",
    "directory",
    "explain",
    "list",
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
    "timeline",
    "trials",
];

/// Sentences of a help text: what is not an option or a placeholder.
fn sentences(help: &str) -> Vec<String> {
    // An option and its text stand on one line, with two spaces between, or on two.
    let parts = help.lines().flat_map(|line| line.split("  "));
    parts
        .map(str::trim)
        .filter(|part| !part.starts_with(['-', '<', '[']))
        .filter(|part| part.split(", ").any(|word| word.contains(' '))) // not a list of codes
        .map(str::to_owned)
        .collect()
}

#[test]
fn help_is_in_one_language_only() {
    let desk = Desk::empty();
    for (lang, said) in [("fr", "Crée un carnet chiffré"), ("en", "Creates an encrypted journal")]
    {
        assert!(desk.vigie(&["--lang", lang, "--help"]).ok().out.contains(said));
        assert!(desk.vigie(&["--help", "--lang", lang]).ok().out.contains(said));
    }
    let each = COMMANDS.iter().map(|command| vec![*command, "--help"]);
    for args in each.chain([vec!["--help"]]) {
        let help = |lang: &str| {
            let help = desk.vigie(&[args.as_slice(), &["--lang", lang]].concat()).ok().out;
            assert!(!help.contains("help-") && !help.contains("arg-"), "{help}");
            sentences(&help)
        };
        let (french, english) = (help("fr"), help("en"));
        assert!(!french.is_empty() && !english.is_empty(), "{args:?}");
        let both: Vec<_> = french.iter().filter(|sentence| english.contains(sentence)).collect();
        assert!(both.is_empty(), "{args:?}: {both:?}");
    }
}

#[test]
fn a_command_line_that_cannot_be_understood_is_answered_in_the_persons_language() {
    let desk = Desk::empty();
    for (typed, french, english) in [
        ("logg", "Vouliez-vous dire log", "Did you mean log?"),
        ("log --bogus", "« --bogus » n’est pas connu ici", "“--bogus” is not known here"),
        ("export", "Il manque quelque chose : --to", "Something is missing: --to"),
        ("export --to", "Il faut quelque chose après --to", "--to <FILE> needs something after"),
        ("export --to a --format x", "Possible : pdf, page", "Possible: pdf, page"),
        ("replay a --threads x", "« x » n’est pas possible pour", "“x” is not possible for"),
        ("log --date 2026-13-40", "Date (--date) : une date", "Date (--date): a date"),
        ("log --correct --correct", "est donné deux fois", "is given twice"),
        ("rules install a --from-qr b", "ne vont pas ensemble", "do not go together"),
        ("keys", "Dites ce qu’il faut faire : list, add", "Say what to do: list, add"),
    ] {
        for (lang, said) in [("fr", french), ("en", english)] {
            let args: Vec<&str> = typed.split(' ').chain(["--lang", lang]).collect();
            let run = desk.vigie(&args);
            // What stands between French words does not break.
            let told = run.err.replace(['\u{202f}', '\u{a0}'], " ");
            assert!(run.code == 2 && told.contains(said), "{typed} {lang}: {told}");
            for own in ["error:", "tip:", "For more information"] {
                assert!(!told.contains(own), "{typed} {lang}: {told}");
            }
        }
    }
    let said = |args: &[&str]| desk.vigie(args).err;
    assert!(said(&["rules", "chek"]).contains("“chek” is not known here. Did you mean check?"));
    assert!(said(&["timeline", "--kind", "x"]).contains("Possible: entry, "));
    assert!(said(&["import", ""]).contains("Something is missing: <FILE>"));
    let help = |args: &[&str]| desk.vigie(args).ok().out;
    assert_eq!(help(&["--lang", "fr", "help", "log"]), help(&["log", "--help", "--lang", "fr"]));
    assert_eq!(help(&["rules", "help", "sign"]), help(&["rules", "sign", "--help"]));
    assert_eq!(desk.vigie(&["search", "help"]).code, 2);
    assert_eq!(help(&["help", "log", "--lang", "fr"]), help(&["log", "--help", "--lang", "fr"]));
    assert_eq!(help(&["help", "--lang", "fr"]), help(&["--help", "--lang", "fr"]));
}

#[test]
fn completions_and_the_man_page_come_from_the_same_command_line() {
    let desk = Desk::empty();
    let bash = desk.vigie(&["completions", "bash"]).ok().out;
    let man = desk.vigie(&["man"]).ok().out;
    assert!(bash.contains("_vigie") && man.contains(".TH vigie"));
    for command in COMMANDS {
        assert!(bash.contains(command) && man.contains(command), "{command}");
    }
}

#[test]
fn a_report_cannot_take_the_journals_place() {
    let desk = Desk::new();
    let before = desk.bytes();
    for name in ["journal/journal.vigie", "journal/report.csv"] {
        desk.vigie(&["export", "--format", "csv", "--to", name]).refused(9, "own folder");
    }
    assert_eq!(desk.bytes(), before);
}

#[test]
fn the_demo_writes_over_no_file_and_stays_out_of_the_persons_own_journal() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("mine")).unwrap();
    std::fs::write(desk.path("mine/consultation.pdf"), "mine").unwrap();
    desk.vigie(&["demo", "--dir", "mine"]).refused(9, "consultation.pdf");
    assert_eq!(std::fs::read(desk.path("mine/consultation.pdf")).unwrap(), b"mine");
    assert!(!desk.path("mine/journal").exists());
    // VIGIE_DIR names the person's own journal: the demo takes a folder of its own.
    desk.vigie(&["demo"]).ok();
    assert!(desk.path("vigie-demo/journal").is_dir() && !desk.path("journal").exists());
}

#[test]
fn a_full_output_and_an_unreadable_clock_get_a_sentence_and_no_panic() {
    let desk = Desk::new();
    for args in [&["status"][..], &["completions", "bash"], &["export", "--to", "r.csv"]] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = desk.command(args).stdout(full).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(8), "{args:?}: {said}");
        assert!(!said.contains("panicked"), "{said}");
    }
    let mut command = desk.command(&["status"]);
    command.env("VIGIE_NOW", "tomorrow");
    run(&mut command).refused(2, "VIGIE_NOW");
}

#[test]
fn a_report_that_fails_half_way_leaves_no_half_file_and_the_old_one_as_it_was() {
    let desk = Desk::new();
    let line = |n: usize| {
        let day = format!("2026-{:02}-{:02}", 9 + n / 28, 1 + n % 28);
        let note = "un jour comme un autre ".repeat(40);
        format!(
            r#"{{"date":"{day}","answers":{{"fatigue":{},"sleep":3,"nausea":2}},"note":"{note}"}}"#,
            n % 8
        )
    };
    desk.log(&(0..70).map(line).collect::<Vec<_>>().join("\n")).ok();
    for ending in ["pdf", "csv"] {
        let name = format!("r.{ending}");
        desk.vigie(&["export", "--to", &name]).ok();
        let whole = std::fs::read(desk.path(&name)).unwrap();
        // Files may become 70 blocks of 512 bytes long: enough for everything but the report.
        assert!(whole.len() > 70 * 512, "{ending}: {}", whole.len());
        std::fs::remove_file(desk.path(&name)).unwrap();
        let limited = |prepare: &str, args: &[&str]| {
            let mut shell = std::process::Command::new("sh");
            let vigie = desk.command(&[]);
            shell.current_dir(desk.dir.path()).env_clear();
            shell.envs(vigie.get_envs().filter_map(|(name, value)| Some((name, value?))));
            let script = format!("{prepare} ulimit -f 70; exec \"$0\" \"$@\"");
            shell.args(["-c", &script]).arg(vigie.get_program()).args(args);
            run(&mut shell)
        };
        let failing = |prepare| limited(prepare, &["export", "--to", &name]);
        limited("", &["status"]).ok();
        let before = desk.files(".");
        // What would be a signal is an error, as on a disk that is full.
        failing("trap '' XFSZ;").refused(8, "refused to read or write");
        assert_eq!(desk.files("."), before, "nothing is left behind");
        std::fs::write(desk.path(&name), "the report of last month").unwrap();
        failing("trap '' XFSZ;").refused(8, "refused to read or write");
        assert_eq!(std::fs::read(desk.path(&name)).unwrap(), b"the report of last month");
        // Killed while it writes, it cannot clear up after itself; the report is the old one all the same.
        assert_eq!(failing("").code, -1);
        assert_eq!(std::fs::read(desk.path(&name)).unwrap(), b"the report of last month");
    }
}
