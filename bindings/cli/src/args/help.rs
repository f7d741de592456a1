//! The help texts, in one language.

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command, CommandFactory};
use vigie_journal::{CareRole, Lang, Words};

use super::{Cli, around};

/// The command line with its help texts in one language.
pub fn command(words: &Words) -> Command {
    let roles: Vec<&str> = CareRole::ALL.iter().map(|role| role.code()).collect();
    let exits = words.with("help-exit-codes", &[("roles", roles.join(", ").into())]);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    described(Cli::command(), None, words)
        .disable_version_flag(true)
        .arg(version.help(words.text("arg-version")).display_order(LAST))
        .after_help(exits)
}

/// Below what a command has of its own and what every command takes.
const LAST: usize = 1000;

/// A command with its help texts. What stands below another command (`scan add`) has a text of its own, or that of every task
/// of this name.
fn described(command: Command, parent: Option<&str>, words: &Words) -> Command {
    let name = command.get_name().to_owned();
    let known = |ids: &[String]| ids.iter().find(|id| words.has(id)).map(|id| words.text(id));
    let everywhere = format!("help-{name}");
    let about =
        parent.and_then(|it| known(&[format!("help-{it}-{name}"), format!("help-any-{name}")]));
    let family = parent.unwrap_or_default();
    // What is said once for `vigie scan` holds for what stands below it; below `vigie` itself stands everything.
    let above = (name != "vigie").then_some(name.as_str());
    let template = template(&command, words);
    // What clap would write of its own is English.
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    command
        .about(about.unwrap_or_else(|| words.text(&everywhere)))
        .mut_args(|arg| {
            let id = arg.get_id().as_str().replace('_', "-");
            let ids = [
                format!("arg-{family}-{name}-{id}"),
                format!("arg-{name}-{id}"),
                format!("arg-{family}-{id}"),
                format!("arg-{id}"),
            ];
            let Some(help) = known(&ids) else { return arg };
            let field = around::coded_field(family, &name, &id);
            let codes = field.and_then(|field| words.codes_named(field)).or_else(|| choices(&arg));
            let help = match codes {
                Some(codes) => {
                    words.with("arg-codes", &[("what", help.into()), ("codes", codes.into())])
                }
                None => help,
            };
            let takes_a_value = arg.get_action().takes_values();
            let arg = arg.help(help);
            arg.hide_possible_values(takes_a_value).hide_default_value(takes_a_value)
        })
        .disable_help_flag(true)
        .arg(help.help(words.text("arg-help")).display_order(LAST))
        .disable_help_subcommand(true)
        .help_template(template)
        .subcommand_value_name(match words.lang() {
            Lang::Fr => "COMMANDE",
            Lang::En => "COMMAND",
        })
        .mut_subcommands(|sub| described(sub, above, words))
}

/// Where `help` stands as a word: `vigie help log`, as other commands have it, is `vigie log --help`, and `vigie rules help sign` is
/// `vigie rules sign --help`.
pub fn help_at(command: &Command, typed: &[String]) -> Option<usize> {
    let mut at = command;
    let mut place = 1;
    loop {
        let word = typed.get(place)?;
        if word == "help" {
            return Some(place);
        }
        if let Some(long) = word.strip_prefix("--") {
            let mut options = command.get_arguments();
            let takes_a_value = options.any(|option| {
                option.get_long() == Some(long) && option.get_action().takes_values()
            });
            place += usize::from(takes_a_value);
        } else {
            // What follows another command is not a command.
            at = at.find_subcommand(word).filter(|command| command.has_subcommands())?;
        }
        place += 1;
    }
}

/// What can be given, where it is one of a few words.
fn choices(arg: &Arg) -> Option<String> {
    let takes_a_value = arg.get_action().takes_values() && !arg.is_hide_possible_values_set();
    let words = arg.get_possible_values();
    let names: Vec<&str> = words.iter().map(clap::builder::PossibleValue::get_name).collect();
    (takes_a_value && !names.is_empty()).then(|| names.join(", "))
}

/// How a help text is laid out: as clap does, with the headings in the language.
fn template(command: &Command, words: &Words) -> String {
    let style = *Styles::styled().get_header();
    let heading = |id: &str| format!("{style}{}{style:#}", words.text(id));
    let mut parts = vec![format!("{{about-with-newline}}\n{} {{usage}}", heading("heading-usage"))];
    if command.has_subcommands() {
        parts.push(format!("{}\n{{subcommands}}", heading("heading-commands")));
    }
    if command.get_positionals().next().is_some() {
        parts.push(format!("{}\n{{positionals}}", heading("heading-arguments")));
    }
    parts.push(format!("{}\n{{options}}{{after-help}}", heading("heading-options")));
    parts.join("\n\n")
}
