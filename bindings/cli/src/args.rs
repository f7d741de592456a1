//! What can be typed. Help texts stand in vigie-words (`help-…`, `arg-…`), so that they are French
//! or English like everything else.

use std::path::PathBuf;

use clap::{Args, Command, CommandFactory, Parser, Subcommand, ValueEnum};
use vigie_journal::{CareRole, Day, Item, Lang, OutcomeKind, TreatmentKind, Words};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "vigie", version, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Task,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "DIR")]
    pub dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "fr|en")]
    pub lang: Option<Lang>,
    #[arg(long, global = true, env = "VIGIE_PASSPHRASE_FILE", value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    #[arg(long, global = true)]
    pub json: bool,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Task {
    Demo,
    Init(Init),
    Log(Log),
    Status,
    Import(Import),
    Prompts(Prompts),
    Resolve(Resolve),
    Export(Export),
    Verify,
    Replay(Replay),
    Completions(Completions),
    Man,
}

#[derive(Debug, Args)]
pub struct Init {
    #[arg(long)]
    pub name: Option<String>,
    #[arg(long, value_name = "KIND")]
    pub treatment: Option<TreatmentKind>,
    #[arg(long)]
    pub regimen: Option<String>,
    #[arg(long, value_name = "DAYS")]
    pub cycle_days: Option<u8>,
    #[arg(long, value_delimiter = ',', value_name = "ITEM,…")]
    pub list: Vec<Item>,
    #[arg(long, value_name = "ROLE;NAME;PHONE;HOURS;NIGHT")]
    pub contact: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Log {
    #[arg(long, value_name = "DATE", conflicts_with = "json")]
    pub date: Option<Day>,
    #[arg(long, conflicts_with_all = ["date", "json"])]
    pub yesterday: bool,
    #[arg(long, value_name = "NAME", conflicts_with = "json")]
    pub by: Option<String>,
    #[arg(long, conflicts_with = "json")]
    pub correct: bool,
    #[arg(value_name = "FILE", requires = "json")]
    pub file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    #[arg(long, value_name = "ID")]
    pub patient: Option<String>,
    #[arg(long)]
    pub skip_bad: bool,
}

#[derive(Debug, Args)]
pub struct Prompts {
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Args)]
pub struct Resolve {
    #[arg(value_name = "ID")]
    pub prompt: Option<String>,
    #[arg(long)]
    pub outcome: Option<OutcomeKind>,
    #[arg(long, value_name = "NAME")]
    pub who: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub advice: Option<String>,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    #[arg(long)]
    pub format: Option<FileFormat>,
    #[arg(long, value_name = "DATE")]
    pub since: Option<Day>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<Day>,
    #[arg(long, value_delimiter = ',', value_name = "ITEM,…")]
    pub without: Vec<Item>,
    #[arg(long)]
    pub no_notes: bool,
}

/// A format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FileFormat {
    Pdf,
    Csv,
}

#[derive(Debug, Args)]
pub struct Replay {
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    #[arg(long)]
    pub daily: bool,
    #[arg(long, value_name = "PACK")]
    pub rules: Option<PathBuf>,
    #[arg(long, default_value = "weekly")]
    pub prompts: PromptBudget,
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
    #[arg(long)]
    pub skip_bad: bool,
    #[arg(long)]
    pub sorted: bool,
}

/// How many prompts a replay says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PromptBudget {
    Weekly,
    Raw,
}

#[derive(Debug, Args)]
pub struct Completions {
    #[arg(value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// The language of the terminal: `--lang` wherever it stands, then the environment.
pub fn lang(args: &[String]) -> Lang {
    let mut after = args.iter().skip_while(|arg| *arg != "--lang").skip(1);
    let given = args
        .iter()
        .find_map(|arg| arg.strip_prefix("--lang="))
        .or_else(|| after.next().map(String::as_str));
    if let Some(lang) = given.and_then(|code| code.parse().ok()) {
        return lang;
    }
    let locale = ["VIGIE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    Lang::from_locale(&locale.unwrap_or_default())
}

/// The command line with its help texts in one language.
pub fn command(words: &Words) -> Command {
    fn described(command: Command, words: &Words) -> Command {
        let name = command.get_name().to_owned();
        command
            .about(words.text(&format!("help-{name}")))
            .mut_args(|arg| {
                let id = format!("arg-{}", arg.get_id().as_str().replace('_', "-"));
                if words.has(&id) { arg.help(words.text(&id)) } else { arg }
            })
            .disable_help_subcommand(false)
            .mut_subcommands(|sub| described(sub, words))
    }
    let roles: Vec<&str> = CareRole::ALL.iter().map(|role| role.code()).collect();
    let exits = words.with("help-exit-codes", &[("roles", roles.join(", ").into())]);
    described(Cli::command(), words).after_help(exits)
}
