//! `vigie rules`: which rules are in force, what others would change, and putting them in force.

use std::path::Path;

use serde_json::{Value, json};
use vigie_journal::{
    Grade, Installed, Journal, PackCodes, PackDifference, PackRefused, PublicKey, Rule, RuleChange,
    RulePack, Setting, SignedPack, Words, one_line, rules, rules_of, say,
};

use crate::args::{CheckRules, DiffRules, InstallRules, ResetRules, RulesTask, ShowRules};
use crate::commands::rules_made;
use crate::dialog::{Terminal, ask_yes};
use crate::exit::Failure;
use crate::files::text_of;
use crate::session::Session;

pub fn run(session: &Session, task: RulesTask) -> Result<(), Failure> {
    match task {
        RulesTask::Show(args) => show(session, &args),
        RulesTask::Check(args) => check(session, &args),
        RulesTask::Diff(args) => diff(session, &args),
        RulesTask::Install(args) => install(session, &args),
        RulesTask::Reset(args) => reset(session, &args),
        RulesTask::History => history(session),
        RulesTask::New(args) => rules_made::new(session, &args),
        RulesTask::NewKey(args) => rules_made::new_key(session, &args),
        RulesTask::Sign(args) => rules_made::sign(session, &args),
        RulesTask::Qr(args) => rules_made::qr(session, &args),
    }
}

/// Rules with who signed them.
type Told = (RulePack, Option<PublicKey>);

/// The rules of a file; without one those of the journal, or Vigie's own when there is no journal.
fn named(session: &Session, file: Option<&Path>) -> Result<Told, Failure> {
    match file {
        Some(file) => Ok(rules_of(&text_of(file)?)?),
        None => Ok(told(&in_force(session)?)),
    }
}

fn in_force(session: &Session) -> Result<Installed, Failure> {
    if Journal::is_there(&session.dir()) {
        return Ok(session.open()?.pack()?);
    }
    Ok(Installed { at: None, signed: None })
}

fn told(installed: &Installed) -> Told {
    let signer = installed.signed.as_ref().map(|signed| *signed.signer());
    (installed.rules().clone(), signer)
}

/// Who is behind rules, in one line.
fn signed_by(words: &Words, (pack, signer): &Told) -> String {
    match signer {
        Some(signer) => words.with("pack-signed", &[("fingerprint", signer.fingerprint().into())]),
        None if pack == RulePack::builtin() => words.text("pack-builtin"),
        None => words.text("pack-unsigned"),
    }
}

/// What a program is told of a pack as a whole.
pub fn head_json((pack, signer): &Told) -> Value {
    json!({
        "name": pack.name,
        "version": pack.version,
        "author": pack.author,
        "languages": pack.languages,
        "builtin": pack == RulePack::builtin(),
        "signer": signer.map(|signer| signer.to_string()),
        "fingerprint": signer.map(|signer| signer.fingerprint()),
    })
}

/// Lines that lie in one another.
fn print(lines: impl IntoIterator<Item = rules::Line>, indent: usize) {
    for (depth, line) in lines {
        println!("{}{line}", "  ".repeat(depth + indent));
    }
}

fn show(session: &Session, args: &ShowRules) -> Result<(), Failure> {
    let words = session.words;
    let installed = if args.pack.is_none() { Some(in_force(session)?) } else { None };
    let told = match &installed {
        Some(installed) => told(installed),
        None => named(session, args.pack.as_deref())?,
    };
    let pack = &told.0;
    if session.common.json {
        println!("{}", pack_json(words, &told));
        return Ok(());
    }
    println!("{}", rules::head(words, pack));
    println!("{}", signed_by(words, &told));
    if let Some(at) = installed.and_then(|installed| installed.at) {
        println!("{}", words.with("pack-since", &[("at", words.moment(at).into())]));
    }
    if let Some(worth) = worth(words, &told) {
        println!("{worth}");
    }
    println!("\n{}", words.text("pack-rules"));
    let mut by_urgency: Vec<&Rule> = pack.rules.iter().collect();
    by_urgency.sort_by_key(|rule| std::cmp::Reverse((rule.level, rule.grade == Grade::Red)));
    for rule in by_urgency {
        println!();
        print(rules::rule(words, rule, &pack.texts), 1);
        // What a team's file would name to change it.
        println!("    {}", words.with("pack-code", &[("rule", one_line(&rule.id).into())]));
    }
    println!("\n{}", words.text("pack-settings"));
    for &setting in Setting::ALL {
        println!("  {}", rules::setting(words, setting, setting.of(pack)));
    }
    Ok(())
}

/// What to think of rules: whose values they are, or why they would be refused.
fn worth(words: &Words, (pack, signer): &Told) -> Option<String> {
    if signer.is_none() && pack == RulePack::builtin() {
        return Some(words.text("pack-starting-values"));
    }
    match pack.check() {
        Err(refused) => Some(PackRefused::from(refused).sentence(words)),
        Ok(()) => signer.is_some().then(|| words.text("pack-not-validated")),
    }
}

fn pack_json(words: &Words, told: &Told) -> Value {
    let pack = &told.0;
    let rules: Vec<Value> = pack
        .rules
        .iter()
        .map(|rule| {
            let lines: Vec<String> =
                rules::condition(words, &rule.when).into_iter().map(|(_, line)| line).collect();
            json!({
                "id": rule.id,
                "level": rule.level.code(),
                "grade": rule.grade,
                "again_after_days": rule.again_after_days,
                "when": rule.when,
                "condition": lines,
                "text": say::own_text(words, &rule.id, &pack.texts),
                "source": rule.source,
            })
        })
        .collect();
    let settings: serde_json::Map<String, Value> = Setting::ALL
        .iter()
        .map(|setting| (setting.code().to_owned(), setting.of(pack).into()))
        .collect();
    let mut value = head_json(told);
    if let Some(object) = value.as_object_mut() {
        object.insert("rules".to_owned(), rules.into());
        object.insert("settings".to_owned(), settings.into());
    }
    value
}

/// Whether a file could be put in force somewhere; no journal is needed.
fn check(session: &Session, args: &CheckRules) -> Result<(), Failure> {
    let text = text_of(&args.pack)?;
    let signed = match SignedPack::read(&text) {
        // Whoever wrote it wants to know first whether it is acceptable; whoever was sent it, what to ask for.
        Err(PackRefused::Unsigned) => {
            RulePack::parse(&text)
                .map_err(PackRefused::from)?
                .check()
                .map_err(PackRefused::from)?;
            let what = args.pack.display().to_string();
            return Err(Failure::Refused { id: "rules-to-sign", what });
        }
        signed => signed?,
    };
    signed.check()?;
    let told = (signed.pack().clone(), Some(*signed.signer()));
    if session.common.json {
        println!("{}", head_json(&told));
        return Ok(());
    }
    let words = session.words;
    println!("{}", rules::head(words, &told.0));
    println!("{}", signed_by(words, &told));
    println!("{}", words.text("rules-acceptable"));
    Ok(())
}

fn diff(session: &Session, args: &DiffRules) -> Result<(), Failure> {
    let (before, after) = match (&args.pack, &args.other) {
        // What is in force against Vigie's own.
        (None, _) => ((RulePack::builtin().clone(), None), named(session, None)?),
        (Some(file), None) => (named(session, None)?, named(session, Some(file))?),
        (Some(one), Some(other)) => (named(session, Some(one))?, named(session, Some(other))?),
    };
    let difference = PackDifference::between(&before.0, &after.0);
    if session.common.json {
        println!("{}", difference_json(session.words, &before, &after, &difference));
    } else {
        tell_difference(session.words, &before.0, &after.0, &difference);
    }
    Ok(())
}

fn tell_difference(
    words: &Words,
    before: &RulePack,
    after: &RulePack,
    difference: &PackDifference,
) {
    println!(
        "{}",
        words.with(
            "diff-head",
            &[
                ("before", rules::name(words, before).into()),
                ("after", rules::name(words, after).into())
            ]
        )
    );
    if difference.is_empty() {
        println!("  {}", words.text("diff-none"));
    }
    print(rules::changes(words, difference, &after.texts), 1);
    let less = rules::count_of_less(difference);
    if less > 0 {
        println!("{}", words.with("diff-less", &[("n", less.into())]));
    }
}

fn difference_json(words: &Words, before: &Told, after: &Told, diff: &PackDifference) -> Value {
    let rules: Vec<Value> = diff
        .rules
        .iter()
        .map(|change| match change {
            RuleChange::Added(rule) => json!({ "rule": rule.id, "change": "added", "after": rule }),
            RuleChange::Removed(rule) => {
                json!({ "rule": rule.id, "change": "removed", "before": rule })
            }
            RuleChange::Changed { before, after, direction } => json!({
                "rule": after.id, "change": direction.code(), "before": before, "after": after,
            }),
        })
        .collect();
    let settings: Vec<Value> = diff
        .settings
        .iter()
        .map(|change| {
            json!({
                "setting": change.setting.code(),
                "change": change.direction.code(),
                "before": change.before,
                "after": change.after,
            })
        })
        .collect();
    let lines: Vec<String> =
        rules::changes(words, diff, &after.0.texts).into_iter().map(|(_, line)| line).collect();
    json!({
        "before": head_json(before),
        "after": head_json(after),
        "rules": rules,
        "settings": settings,
        "text": lines,
    })
}

fn install(session: &Session, args: &InstallRules) -> Result<(), Failure> {
    let file = match &args.pack {
        Some(pack) => text_of(pack)?,
        None => from_codes(&args.from_qr)?,
    };
    // Nobody types a passphrase for a file that is refused anyway.
    SignedPack::read(&file)?.check()?;
    let journal = session.open()?;
    let signed = journal.check_pack(&file)?;
    let before = told(&journal.pack()?);
    let after: Told = (signed.pack().clone(), Some(*signed.signer()));
    let words = session.words;
    if !session.common.json {
        println!("{}", rules::head(words, &after.0));
        println!("{}", signed_by(words, &after));
        println!("{}", words.text("pack-not-validated"));
        let spoken = after.0.languages.iter().any(|code| code == words.lang().code());
        if !spoken && !after.0.texts.is_empty() {
            println!("{}", words.text("rules-other-language"));
        }
        println!();
        let difference = PackDifference::between(&before.0, &after.0);
        tell_difference(words, &before.0, &after.0, &difference);
        println!();
    }
    if !agreed(session, args.yes, "rules-ask-install")? {
        println!("{}", words.text("rules-nothing-changed"));
        return Ok(());
    }
    let installed = told(&journal.install_pack(&file)?);
    if session.common.json {
        println!("{}", head_json(&installed));
    } else {
        println!("{}", words.text("rules-installed"));
    }
    Ok(())
}

/// A clear yes, asked for in a terminal or given as `--yes`.
fn agreed(session: &Session, yes: bool, question: &str) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !session.can_ask() {
        return Err(Failure::NoTerminal("--yes"));
    }
    Ok(ask_yes(&mut Terminal, &session.words.text(question)))
}

/// What scanners read, one code a line, in any order and in as many files as they were saved in.
fn from_codes(files: &[std::path::PathBuf]) -> Result<String, Failure> {
    let mut codes = PackCodes::default();
    for file in files {
        for code in text_of(file)?.lines().filter(|line| !line.trim().is_empty()) {
            codes.take(code).map_err(PackRefused::from)?;
        }
    }
    Ok(codes.file()?)
}

fn reset(session: &Session, args: &ResetRules) -> Result<(), Failure> {
    let journal = session.open()?;
    let words = session.words;
    let before = journal.pack()?;
    if before.signed.is_none() {
        done(session, "rules-reset-already");
        return Ok(());
    }
    let builtin = RulePack::builtin();
    if !session.common.json {
        let difference = PackDifference::between(before.rules(), builtin);
        tell_difference(words, before.rules(), builtin, &difference);
        println!();
    }
    if !agreed(session, args.yes, "rules-ask-reset")? {
        println!("{}", words.text("rules-nothing-changed"));
        return Ok(());
    }
    journal.reset_pack()?;
    done(session, "rules-reset-done");
    Ok(())
}

fn done(session: &Session, id: &str) {
    if session.common.json {
        println!("{}", head_json(&(RulePack::builtin().clone(), None)));
    } else {
        println!("{}", session.words.text(id));
    }
}

/// Every change of rules in the journal, oldest first.
fn history(session: &Session) -> Result<(), Failure> {
    let words = session.words;
    let packs = session.open()?.packs()?;
    if packs.is_empty() && !session.common.json {
        println!("{}", words.text("rules-history-none"));
    }
    for installed in packs {
        let told = told(&installed);
        if session.common.json {
            let mut value = head_json(&told);
            if let (Some(object), Some(at)) = (value.as_object_mut(), installed.at) {
                object.insert("at".to_owned(), at.utc_millis.into());
            }
            println!("{value}");
        } else {
            let at = installed.at.map(|at| words.moment(at)).unwrap_or_default();
            println!("{at} · {} · {}", rules::head(words, &told.0), signed_by(words, &told));
        }
    }
    Ok(())
}
