//! Why a directory file is refused: which line or entry, and what would be accepted.

use std::fmt;

use vigie_words::Words;

use super::read::{COLUMNS, REQUIRED};

/// Where a mistake stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// A line of a table, the header being line 1.
    Line(u64),
    /// An entry of a JSON file, the first being 1.
    Entry(usize),
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// Another number of fields than the header has.
    Fields,
    /// Not an object of texts, or a key that is unknown.
    Shape,
    /// No kind, or one that is unknown.
    Kind,
    /// No name.
    Name,
    /// It does not say what is offered.
    Offer,
    /// Neither a web address nor a telephone number.
    NoWay,
    /// Not a web address.
    Web,
    /// Not a telephone number.
    Phone,
    /// No place, or none that can be read.
    Place,
    /// No source.
    Source,
    /// No day on which it was seen, or no date that exists.
    Seen,
    /// Seen on a day that is still to come.
    Future,
    /// `by_text` is neither `yes`, `no` nor empty.
    ByText,
    /// A text is longer than it may be.
    TooLong,
}

impl Cause {
    fn code(self) -> &'static str {
        match self {
            Self::Fields => "fields",
            Self::Shape => "shape",
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Offer => "offer",
            Self::NoWay => "no-way",
            Self::Web => "web",
            Self::Phone => "phone",
            Self::Place => "place",
            Self::Source => "source",
            Self::Seen => "seen",
            Self::Future => "future",
            Self::ByText => "by-text",
            Self::TooLong => "too-long",
        }
    }

    fn sentence(self, words: &Words) -> String {
        let id = format!("directory-error-{}", self.code());
        match self {
            Self::Kind => words.with(&id, &[("kinds", codes(super::Kind::ALL).into())]),
            Self::Shape => words.with(&id, &[("columns", COLUMNS.join(", ").into())]),
            _ => words.text(&id),
        }
    }
}

fn codes(kinds: &[super::Kind]) -> String {
    kinds.iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ")
}

/// Why a file is refused. It holds nothing of the file's own text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectoryError {
    /// Nothing in it, or a header alone.
    Empty,
    /// A web page, as a browser saves it.
    Html,
    /// Not text in UTF-8.
    NotText,
    /// Larger than [`super::Directory::MOST_BYTES`].
    TooLarge,
    /// JSON of a version that this program does not know yet.
    NewerVersion,
    /// A column is missing, stands twice or is unknown.
    Columns,
    /// Neither JSON nor a table can be read there.
    Syntax {
        /// The line, from 1.
        line: u64,
    },
    /// An entry is refused, and with it the file.
    Entry {
        /// Where it stands.
        at: At,
        /// What is wrong.
        cause: Cause,
    },
}

impl DirectoryError {
    /// A sentence that says where and what to do.
    pub fn sentence(&self, words: &Words) -> String {
        match self {
            Self::Empty => words.text("directory-error-empty"),
            Self::Html => words.text("directory-error-html"),
            Self::NotText => words.text("directory-error-not-text"),
            Self::TooLarge => words.text("directory-error-too-large"),
            Self::NewerVersion => words.text("directory-error-newer"),
            Self::Columns => words.with(
                "directory-error-columns",
                &[("required", REQUIRED.join(", ").into()), ("columns", COLUMNS.join(", ").into())],
            ),
            Self::Syntax { line } => {
                words.with("directory-error-syntax", &[("line", line.to_string().into())])
            }
            Self::Entry { at, cause } => {
                let (id, number) = match at {
                    At::Line(line) => ("directory-error-line", line.to_string()),
                    At::Entry(number) => ("directory-error-entry", number.to_string()),
                };
                let cause = cause.sentence(words);
                words.with(id, &[("number", number.into()), ("cause", cause.into())])
            }
        }
    }
}

impl fmt::Display for DirectoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the directory file is refused")
    }
}

impl std::error::Error for DirectoryError {}
