//! What can be typed about what stands around the symptoms. Every record has the same tasks, so its commands are a table: what
//! comes first, and which options there are. What was typed stays text until [`crate::commands::around`] reads it, which
//! answers a wrong word in the person's language.

use std::collections::BTreeMap;

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::error::Error;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand};
use vigie_journal::{Invalid, Lang, Words};

use crate::exit::Failure;

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "ITEM,…", conflicts_with = "comfort")]
    pub set: Option<String>,
    #[arg(long)]
    pub comfort: bool,
}

/// One of these commands as it was typed.
#[derive(Debug)]
pub struct Typed {
    /// `result`, `scan`, …
    pub command: &'static str,
    /// `add`, `list`, …
    pub task: &'static str,
    /// What was given, by its name; a flag has no text.
    given: BTreeMap<&'static str, String>,
}

impl Typed {
    /// What was given under a name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.given.get(name).map(String::as_str)
    }

    /// What has to be given; an empty text otherwise, which is refused with what is accepted there. clap would say so too,
    /// but in English and without the words that are known.
    pub fn must(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// Whether a flag was given.
    pub fn has(&self, name: &str) -> bool {
        self.given.contains_key(name)
    }

    /// Everything that was given, but for what says which record it is about and who tells it.
    pub fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let fields = self.given.iter().filter(|(name, _)| !["id", "by"].contains(name));
        fields.map(|(name, text)| (*name, text.as_str()))
    }

    fn names(&self) -> Vec<&'static str> {
        let task = tasks(self.command).into_iter().find(|task| task.name == self.task);
        task.map(|task| task.options).unwrap_or_default()
    }

    /// Whether there is such an option.
    pub fn takes(&self, name: &str) -> bool {
        self.names().contains(&name)
    }

    /// What is refused under a name, with the option where that is one.
    pub fn refused(&self, name: &'static str, invalid: Invalid) -> Failure {
        if self.takes(name) {
            return Failure::Option { invalid, option: name };
        }
        invalid.into()
    }

    /// The options there are, as they are typed.
    pub fn options(&self) -> String {
        let names = self.names();
        let names = names.iter().filter(|name| **name != "by");
        names.map(|name| format!("--{name}")).collect::<Vec<_>>().join(", ")
    }
}

/// Whether this is a task that changes what was told before: who told it first stays named.
fn amends(task: &str) -> bool {
    ["correct", "sign", "withdraw"].contains(&task)
}

/// One task: what comes first, in this order, and its options.
struct Task {
    name: &'static str,
    first: Vec<&'static str>,
    options: Vec<&'static str>,
}

const COMMANDS: [&str; 10] = [
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
];

/// Options without a text.
const FLAGS: [&str; 3] = ["all", "discreet", "late"];

fn task(name: &'static str, first: &[&'static str], options: &[&'static str]) -> Task {
    Task { name, first: first.to_vec(), options: options.to_vec() }
}

/// `add`, `list`, `correct` and `remove` of a record that has these fields, the first ones without an option's name when it is
/// added. More fields may come to be known later.
fn record(
    first: &[&'static str],
    options: &[&'static str],
    later: &[&'static str],
    shown_by: &[&'static str],
) -> Vec<Task> {
    vec![
        task("add", first, &[options, &["by"]].concat()),
        task("list", &[], shown_by),
        task("correct", &["id"], &[first, options, later, &["by"]].concat()),
        task("remove", &["id"], &[]),
    ]
}

fn tasks(command: &str) -> Vec<Task> {
    let mut more = Vec::new();
    let mut tasks = match command {
        "treatment" => {
            let line: &[&str] = &[
                "regimen",
                "cycle-days",
                "since",
                "until",
                "reason",
                "alteration",
                "phase",
                "sponsor",
                "number",
            ];
            let change: &[&str] = &["treatment", "date", "note"];
            more.push(task(
                "change",
                &[],
                &["kind", "treatment", "date", "until", "reason", "note", "by"],
            ));
            more.push(task("stop", &[], &["treatment", "date", "reason"]));
            let mut tasks = record(&["kind"], line, change, &[]);
            // A line of treatment is the person's own, whoever types it.
            for task in tasks.iter_mut().filter(|task| task.name == "add") {
                task.options.retain(|name| *name != "by");
            }
            tasks
        }
        "result" => record(&["name", "value"], &["unit", "range", "date"], &[], &["name", "in"]),
        "scan" => record(&["kind"], &["date", "place", "conclusion", "told"], &[], &[]),
        "appointment" => {
            more.push(task("import", &["file"], &["kind"]));
            more.push(task("export", &[], &["to", "since", "discreet"]));
            record(&["kind"], &["date", "time", "with", "place", "decision"], &[], &["all"])
        }
        "question" => {
            more.push(task("answer", &["question", "text"], &["date", "by"]));
            record(&["text"], &["date"], &["answer", "answered"], &["all"])
        }
        "support" => record(&["kind"], &["date", "with", "place", "helped", "note"], &[], &[]),
        "consent" => {
            more.extend(["sign", "withdraw"].map(|name| task(name, &["id"], &["date", "by"])));
            record(&["kind", "about"], &["date", "signed", "withdrawn", "place"], &[], &[])
        }
        "medicine" => {
            more.push(task("today", &[], &["date"]));
            more.push(task("took", &["name"], &["at", "date", "late", "relief", "reason", "by"]));
            more.push(task("missed", &["name"], &["at", "date", "reason", "by"]));
            let dose = &["date", "status", "relief", "reason"];
            record(&["name"], &["kind", "at", "dose", "since", "until"], dose, &["all"])
        }
        "wish" => record(&["kind"], &["who", "place", "date"], &[], &[]),
        _ => vec![
            task("add", &["contact"], &[]),
            task("list", &[], &[]),
            task("remove", &["contact"], &[]),
        ],
    };
    tasks.extend(more);
    tasks
}

/// The field of vigie-model whose codes an option accepts; `None` for any text.
pub fn coded_field(command: &str, task: &str, name: &str) -> Option<&'static str> {
    Some(match (command, task, name) {
        ("treatment", "change", "kind") => "change",
        // A line of treatment or a change of one.
        ("treatment", "correct", "kind") => return None,
        ("treatment", _, "kind") => "treatment",
        ("treatment", _, "reason") => "reason",
        ("treatment", _, "phase") => "phase",
        ("scan", _, "kind") => "imaging",
        ("scan", _, "conclusion") => "conclusion",
        ("appointment", _, "kind") => "appointment",
        ("support", _, "kind") => "support",
        ("support", _, "helped") => "helped",
        ("consent", _, "kind") => "consent",
        ("medicine", _, "kind") => "medicine",
        ("medicine", _, "status") => "intake",
        ("medicine", _, "relief") => "relief",
        ("wish", _, "kind") => "wish",
        _ => return None,
    })
}

/// Any text; for completions the codes that will be understood.
#[derive(Clone)]
struct OneOf(&'static str);

impl TypedValueParser for OneOf {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let codes = Words::of(Lang::En).codes(self.0);
        Some(Box::new(codes.into_iter().map(|(code, _)| PossibleValue::new(code))))
    }
}

/// What stands for a text in the help.
fn placeholder(command: &str, task: &str, name: &str) -> &'static str {
    match name {
        "date" | "since" | "until" | "signed" | "withdrawn" | "answered" => "DATE",
        "text" | "told" | "decision" | "note" | "answer" | "dose" | "about" => "TEXT",
        "reason" if command == "medicine" => "TEXT",
        "kind" => "KIND",
        "value" => "VALUE",
        "unit" | "in" => "UNIT",
        "file" | "to" => "FILE",
        "range" => "RANGE",
        "conclusion" | "helped" | "status" | "relief" | "reason" | "phase" => "WORD",
        "at" if ["add", "correct"].contains(&task) => "08:00,20:00|as-needed",
        "at" | "time" => "9h30",
        "cycle-days" => "DAYS",
        "place" => "PLACE",
        "id" if ["treatment", "question"].contains(&command) => "N|ID",
        "id" => "ID",
        "question" => "N|ID",
        "contact" if task == "add" => "ROLE;NAME;PHONE;HOURS;NIGHT",
        "contact" => "N|NAME",
        "treatment" if task == "stop" => "N|NAME",
        "number" => "NUMBER",
        _ => "NAME",
    }
}

fn argument(command: &'static str, task: &Task, name: &'static str) -> Arg {
    let arg = Arg::new(name);
    if FLAGS.contains(&name) {
        return arg.long(name).action(ArgAction::SetTrue);
    }
    let arg = arg.value_name(placeholder(command, task.name, name));
    let arg = match coded_field(command, task.name, name) {
        Some(field) => arg.value_parser(OneOf(field)).hide_possible_values(true),
        None => arg,
    };
    // A range may be open below: `-5`.
    let arg = if name == "range" { arg.allow_hyphen_values(true) } else { arg };
    // Understood, so that it can be answered with a sentence, and of no effect.
    let arg = if name == "by" && amends(task.name) { arg.hide(true) } else { arg };
    if task.first.contains(&name) { arg } else { arg.long(name) }
}

impl Subcommand for Typed {
    fn augment_subcommands(cli: Command) -> Command {
        COMMANDS.into_iter().fold(cli, |cli, name| {
            cli.subcommand(tasks(name).into_iter().fold(Command::new(name), |command, task| {
                let names = task.first.iter().chain(&task.options);
                let arguments: Vec<Arg> = names.map(|it| argument(name, &task, it)).collect();
                command.subcommand(Command::new(task.name).args(arguments))
            }))
        })
    }

    fn augment_subcommands_for_update(cli: Command) -> Command {
        Self::augment_subcommands(cli)
    }

    fn has_subcommand(name: &str) -> bool {
        COMMANDS.contains(&name)
    }
}

impl FromArgMatches for Typed {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let read = || {
            let (command, matches) = matches.subcommand()?;
            let command = COMMANDS.into_iter().find(|it| *it == command)?;
            let Some((task, matches)) = matches.subcommand() else {
                // Nothing said of what to do with them: they are shown.
                return Some(Self { command, task: "list", given: BTreeMap::new() });
            };
            let task = tasks(command).into_iter().find(|it| it.name == task)?;
            let given = task.first.iter().chain(&task.options).filter_map(|name| {
                if FLAGS.contains(name) {
                    return matches.get_flag(name).then(|| (*name, String::new()));
                }
                Some((*name, matches.get_one::<String>(name)?.clone()))
            });
            Some(Self { command, task: task.name, given: given.collect() })
        };
        read().ok_or_else(|| Error::new(clap::error::ErrorKind::MissingSubcommand))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
