//! What is wrong with a command line that cannot be understood, in a sentence that says what to do.

use std::error::Error as _;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use vigie_journal::{Invalid, Words};

/// Exit code of a command line that cannot be understood.
const MISUSED: u8 = 2;

/// Shows the help or the version when that was asked for; says what is wrong otherwise.
pub fn misused(error: &Error, words: &Words) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        error.exit();
    }
    eprintln!("vigie: {}", sentence(error, words));
    if let Some(usage) = usage(error) {
        eprintln!("{}", words.with("misused-usage", &[("usage", usage.into())]));
    }
    ExitCode::from(MISUSED)
}

/// How the command is written: `vigie log [OPTIONS] [FILE]`, of which clap writes `Usage: …`.
fn usage(error: &Error) -> Option<String> {
    let usage = told(error, ContextKind::Usage)?;
    Some(usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).trim().to_owned())
}

/// What the error knows of this, each once.
fn told(error: &Error, kind: ContextKind) -> Option<String> {
    Some(match error.get(kind)? {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        _ => return None,
    })
}

fn sentence(error: &Error, words: &Words) -> String {
    let of = |kind| told(error, kind).filter(|text| !text.is_empty());
    let what = of(ContextKind::InvalidArg);
    let said = |id: &str, named: &[(&'static str, Option<String>)]| {
        let named: Vec<_> = named
            .iter()
            .map(|(name, text)| (*name, text.clone().unwrap_or_default().into()))
            .collect();
        words.with(id, &named)
    };
    // A day, an item or the like: what it must be is known.
    let invalid = error.source().and_then(|cause| cause.downcast_ref::<Invalid>());
    if let Some(invalid) = invalid {
        let option = what.as_deref().and_then(|what| what.strip_prefix("--")?.split(' ').next());
        return option.map_or_else(
            || words.invalid(invalid),
            |option| words.invalid_option(invalid, option),
        );
    }
    let first = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            // Below a command (`vigie rules …`) the line on how it is written says what there is to look at.
            let of_vigie = usage(error).is_some_and(|usage| usage.starts_with("vigie ["));
            let id = if of_vigie { "misused-command" } else { "misused-unknown" };
            said(id, &[("what", of(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::MissingSubcommand => {
            said("misused-no-command", &[("known", of(ContextKind::ValidSubcommand))])
        }
        ErrorKind::UnknownArgument => said("misused-unknown", &[("what", what)]),
        ErrorKind::MissingRequiredArgument => said("misused-missing", &[("what", what)]),
        ErrorKind::ArgumentConflict if what == of(ContextKind::PriorArg) => {
            said("misused-twice", &[("what", what)])
        }
        ErrorKind::ArgumentConflict => {
            said("misused-conflict", &[("what", what), ("other", of(ContextKind::PriorArg))])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match (of(ContextKind::InvalidValue), of(ContextKind::ValidValue)) {
                // Nothing stands where an argument is, as a variable of the shell that is not set leaves it.
                (None, _) if what.as_deref().is_some_and(|what| what.starts_with('<')) => {
                    said("misused-missing", &[("what", what)])
                }
                (None, _) => said("misused-no-value", &[("what", what)]),
                (value, None) => said("misused-value", &[("value", value), ("what", what)]),
                (value, known) => {
                    said("misused-choice", &[("value", value), ("what", what), ("known", known)])
                }
            }
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            said("misused-no-value", &[("what", what)])
        }
        ErrorKind::TooManyValues => {
            said("misused-value", &[("value", of(ContextKind::InvalidValue)), ("what", what)])
        }
        _ => words.text("misused-other"),
    };
    let like =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    match like.into_iter().find_map(of) {
        Some(like) => format!("{first} {}", words.with("misused-like", &[("like", like.into())])),
        None => first,
    }
}
