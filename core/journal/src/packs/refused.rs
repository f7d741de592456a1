//! Why rules, or the codes they came in, are refused: typed, and said in the person's language.

use vigie_watch::PackError;
use vigie_words::{Words, one_line};

/// Why rules are not put in force. Those that were stay.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PackRefused {
    /// Take another file, or correct it, as the cause says.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// Ask for the signed file: this one says nothing of who wrote it.
    #[error("the rules are not signed")]
    Unsigned,
    /// Ask for the file again: it was changed, or is none.
    #[error("the signature does not fit the rules")]
    Signature,
    /// Take another file.
    #[error("the file is too large to be rules")]
    TooLarge,
    /// Give the rules another name: this one is that of the built-in ones.
    #[error("the rules have the name of the built-in ones")]
    BuiltinName,
    /// Call the team: rules of this name were signed by somebody else until now.
    #[error("the rules {name} were signed with another key")]
    OtherKey {
        /// Name of the rules.
        name: String,
        /// Fingerprint of the key that signed them here before.
        known: String,
        /// Fingerprint of the key of this file.
        found: String,
    },
    /// Do nothing: the journal has these rules, or later ones.
    #[error("the rules {name} are there already")]
    NotNewer {
        /// Name of the rules.
        name: String,
        /// The latest version that was ever in force here.
        known: u32,
        /// The version of this file.
        found: u32,
    },
    /// Read the codes again, as the cause says.
    #[error(transparent)]
    Codes(#[from] CodesRefused),
}

/// What is wrong with codes that were read one by one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CodesRefused {
    /// Nothing was read.
    #[error("no codes")]
    None,
    /// Not one of Vigie's, or so damaged that it cannot be told which.
    #[error("not a code of rules")]
    NotOne {
        /// How it begins.
        start: String,
    },
    /// It was misread.
    #[error("code {number} is damaged")]
    Damaged {
        /// Which, from 1.
        number: u16,
    },
    /// It is of other rules than the codes before it.
    #[error("code {number} is of other rules")]
    Foreign {
        /// Which it is among its own, from 1.
        number: u16,
    },
    /// Some were not read.
    #[error("codes are missing")]
    Missing {
        /// Which, from 1.
        numbers: Vec<u16>,
        /// How many there are.
        all: u16,
    },
}

impl PackRefused {
    /// One sentence that says what to do, in the person's language.
    pub fn sentence(&self, words: &Words) -> String {
        let id = match self {
            Self::Pack(error) => return pack_sentence(words, error),
            Self::Codes(refused) => return codes_sentence(words, refused),
            Self::OtherKey { name, known, found } => {
                return words.with(
                    "refused-other-key",
                    &[
                        ("name", one_line(name).into()),
                        ("known", known.as_str().into()),
                        ("found", found.as_str().into()),
                    ],
                );
            }
            Self::NotNewer { name, known, found } => {
                return words.with(
                    "refused-not-newer",
                    &[
                        ("name", one_line(name).into()),
                        ("known", known.to_string().into()),
                        ("found", found.to_string().into()),
                    ],
                );
            }
            Self::Unsigned => "refused-unsigned",
            Self::Signature => "refused-signature",
            Self::TooLarge => "refused-too-large",
            Self::BuiltinName => "refused-builtin-name",
        };
        words.text(id)
    }
}

fn pack_sentence(words: &Words, error: &PackError) -> String {
    match error {
        PackError::Newer { .. } => words.text("refused-newer"),
        PackError::NameTaken { rule } => {
            words.with("refused-name-taken", &[("rule", one_line(rule).into())])
        }
        PackError::MissingText { rule, lang } => words.with(
            "refused-missing-text",
            &[("rule", one_line(rule).into()), ("lang", one_line(lang).into())],
        ),
        PackError::OutOfRange { of, field } => words.with(
            "refused-out-of-range",
            &[("of", one_line(of).into()), ("field", (*field).into())],
        ),
        PackError::Silences { rule } => {
            words.with("refused-silences", &[("rule", one_line(rule).into())])
        }
        PackError::Unreadable(cause) => {
            words.with("refused-unreadable", &[("cause", one_line(cause).into())])
        }
        other => {
            words.with("refused-unreadable", &[("cause", one_line(&other.to_string()).into())])
        }
    }
}

fn codes_sentence(words: &Words, refused: &CodesRefused) -> String {
    let number = |number: &u16| ("number", number.to_string().into());
    match refused {
        CodesRefused::None => words.text("refused-no-frames"),
        CodesRefused::NotOne { start } => {
            words.with("refused-frame", &[("start", one_line(start).into())])
        }
        CodesRefused::Damaged { number: n } => words.with("refused-damaged-frame", &[number(n)]),
        CodesRefused::Foreign { number: n } => words.with("refused-foreign-frame", &[number(n)]),
        CodesRefused::Missing { numbers, all } => {
            let listed: Vec<String> = numbers.iter().map(u16::to_string).collect();
            words.with(
                "refused-missing-frames",
                &[
                    ("n", numbers.len().into()),
                    ("numbers", words.list(&listed).into()),
                    ("all", all.to_string().into()),
                ],
            )
        }
    }
}
