//! What can be typed. Help texts stand in vigie-words (`help-…`, `arg-…`), so that they are French
//! or English like everything else.

pub mod around;
mod help;
mod misused;
mod trials;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use crate::commands::timeline::TimelineArgs;
use clap::{Args, Parser, Subcommand, ValueEnum};
use vigie_journal::{Choice, Day, Felt, Item, Lang, OutcomeKind, TreatmentKind};

use crate::commands;
pub use help::{command, help_at};
pub use misused::misused;
pub use trials::Trials;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "vigie", version, max_term_width = 100)]
pub struct Cli {
    // After what a command has of its own.
    #[command(flatten, next_display_order = 100)]
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
    #[arg(long, global = true)]
    pub accept_older: bool,
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
    Timeline(TimelineArgs),
    Preview(Selection),
    Export(Export),
    Verify(Verify),
    Backup(Backup),
    Restore(Restore),
    Merge(Merge),
    Keys(Keys),
    Attach(Attach),
    Attachments(Attachments),
    Rules(Rules),
    Replay(Replay),
    Directory(commands::directory::Wanted),
    Explain(commands::explain::Wanted),
    Trials(Trials),
    Completions(Completions),
    Man,
    Licences,
    List(around::List),
    #[command(flatten)]
    Around(around::Typed),
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
    #[arg(long)]
    pub felt: Option<Felt>,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
    #[arg(long)]
    pub format: Option<FileFormat>,
    #[command(flatten)]
    pub told: Selection,
}

/// What of the diary is told.
#[derive(Debug, Args)]
pub struct Selection {
    #[arg(long, value_name = "DATE")]
    pub since: Option<Day>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<Day>,
    #[arg(long, value_delimiter = ',', value_name = "ITEM,…")]
    pub without: Vec<Item>,
    #[arg(long)]
    pub no_notes: bool,
    #[arg(long)]
    pub no_name: bool,
}

impl Selection {
    /// The choice with what was said on the command line.
    pub fn of(self, mut choice: Choice) -> Choice {
        choice.to = self.until.unwrap_or(choice.to);
        choice.from = self.since.unwrap_or(choice.from).min(choice.to);
        choice.with_notes = !self.no_notes;
        choice.with_name = !self.no_name;
        choice.without = self.without.into_iter().collect();
        choice
    }
}

/// A format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FileFormat {
    Pdf,
    Page,
    Fhir,
    Csv,
    Spreadsheet,
}

#[derive(Debug, Args)]
pub struct Verify {
    #[arg(long, value_name = "DIR")]
    pub rescue_to: Option<PathBuf>,
    #[arg(long, value_name = "FILE", requires = "rescue_to")]
    pub new_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Backup {
    #[arg(long, value_name = "FILE", required_unless_present = "daily")]
    pub to: Option<PathBuf>,
    #[arg(long, value_name = "DIR", conflicts_with = "to")]
    pub daily: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value = "7", requires = "daily")]
    pub keep: NonZeroUsize,
    #[arg(long, value_name = "FILE")]
    pub backup_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    pub backup: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Merge {
    #[arg(value_name = "FILE")]
    pub backup: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub backup_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Keys {
    #[command(subcommand)]
    pub task: KeysTask,
}

/// What to do with the keys.
#[derive(Debug, Subcommand)]
pub enum KeysTask {
    List,
    Add(NewKeyArgs),
    Change(NewKeyArgs),
    Remove(RemoveKey),
    Rotate(RotateKeys),
}

#[derive(Debug, Args)]
pub struct NewKeyArgs {
    #[arg(value_name = "KIND", hide_possible_values = true)]
    pub kind: KeyKind,
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

/// A kind of key that can be made on a desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KeyKind {
    Passphrase,
    RecoveryCode,
}

#[derive(Debug, Args)]
pub struct RemoveKey {
    #[arg(value_name = "KEY")]
    pub key: String,
}

#[derive(Debug, Args)]
pub struct RotateKeys {
    #[arg(long, value_name = "FILE")]
    pub new_passphrase_file: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Attach {
    #[arg(value_name = "FILE")]
    pub attachment: PathBuf,
    #[arg(long, value_name = "DATE")]
    pub date: Option<Day>,
}

#[derive(Debug, Args)]
pub struct Attachments {
    #[arg(long, value_name = "ID", requires = "to")]
    pub id: Option<String>,
    #[arg(long, value_name = "FILE", requires = "id")]
    pub to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Rules {
    #[command(subcommand)]
    pub task: RulesTask,
}

/// What to do with the rules.
#[derive(Debug, Subcommand)]
pub enum RulesTask {
    Show(ShowRules),
    Check(CheckRules),
    Diff(DiffRules),
    Install(InstallRules),
    Reset(ResetRules),
    History,
    New(NewRules),
    NewKey(NewSigningKey),
    Sign(SignRules),
    Qr(QrRules),
}

#[derive(Debug, Args)]
pub struct ShowRules {
    #[arg(value_name = "PACK")]
    pub pack: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct CheckRules {
    #[arg(value_name = "PACK")]
    pub pack: PathBuf,
}

#[derive(Debug, Args)]
pub struct DiffRules {
    #[arg(value_name = "PACK")]
    pub pack: Option<PathBuf>,
    #[arg(value_name = "PACK2")]
    pub other: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct InstallRules {
    #[arg(value_name = "PACK", required_unless_present = "from_qr")]
    pub pack: Option<PathBuf>,
    #[arg(long, value_name = "FILE", num_args = 1.., conflicts_with = "pack")]
    pub from_qr: Vec<PathBuf>,
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct ResetRules {
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Args)]
pub struct NewRules {
    #[arg(long)]
    pub name: String,
    #[arg(long)]
    pub author: String,
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct NewSigningKey {
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct SignRules {
    #[arg(value_name = "PACK")]
    pub pack: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub to: PathBuf,
}

#[derive(Debug, Args)]
pub struct QrRules {
    #[arg(value_name = "PACK")]
    pub pack: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Replay {
    #[arg(value_name = "FILE")]
    pub table: PathBuf,
    #[arg(long)]
    pub daily: bool,
    #[arg(long, value_name = "PACK")]
    pub rules: Option<PathBuf>,
    #[arg(long, default_value = "weekly", hide_possible_values = true)]
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
