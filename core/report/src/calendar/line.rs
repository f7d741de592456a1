//! Content lines (RFC 5545, section 3.1): `NAME;PARAMETER=value:value`, folded at 75 octets.

use std::borrow::Cow;
use std::io::Write;

use crate::table::decoded;

/// Octets of a line, without its end.
const MOST_OCTETS: usize = 75;

/// Writes one line, folded so that no character is broken.
pub(super) fn write_line(writer: &mut impl Write, name: &str, value: &str) -> std::io::Result<()> {
    let line = format!("{name}:{value}");
    let mut folded = String::with_capacity(line.len() + line.len() / 24 + 2);
    let mut octets = 0;
    for char in line.chars() {
        if octets + char.len_utf8() > MOST_OCTETS {
            folded.push_str("\r\n ");
            octets = 1;
        }
        folded.push(char);
        octets += char.len_utf8();
    }
    folded.push_str("\r\n");
    writer.write_all(folded.as_bytes())
}

/// A text as a value (section 3.3.11). Of the control characters only the tab may stand there: the end of a line is written
/// `\n`, others are made visible, so that no text begins a line of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '\\' | ';' | ',' => value.extend(['\\', char]),
            '\r' | '\n' => {
                if char == '\r' {
                    chars.next_if_eq(&'\n');
                }
                value.push_str("\\n");
            }
            '\t' => value.push('\t'),
            char if char.is_control() => value.push('\u{FFFD}'),
            char => value.push(char),
        }
    }
    value
}

/// The text of a value.
pub(super) fn unescaped(value: &str) -> Cow<'_, str> {
    if !value.contains('\\') {
        return value.into();
    }
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(char) = chars.next() {
        if char != '\\' {
            text.push(char);
            continue;
        }
        match chars.next() {
            Some('n' | 'N') => text.push('\n'),
            // Some programs escape the colon and the quote too.
            Some(sign @ ('\\' | ';' | ',' | ':' | '"')) => text.push(sign),
            other => text.extend(std::iter::once('\\').chain(other)),
        }
    }
    text.into()
}

/// One line, unfolded and taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it begins in the file, from 1.
    pub(super) number: u64,
    /// In capitals: names are the same in any case.
    pub(super) name: String,
    /// Names in capitals, values without quotes.
    parameters: Vec<(String, String)>,
    /// As it stands there.
    pub(super) value: String,
}

impl Line {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(it, _)| it == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is `NAME:value`, in any case.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.name == name && self.value.trim().eq_ignore_ascii_case(value)
    }

    fn read(number: u64, text: &str) -> Option<Self> {
        // A colon or a semicolon in quotes is part of a parameter's value.
        let mut quoted = false;
        let outside = |char: char, sign: char, quoted: &mut bool| {
            *quoted ^= char == '"';
            char == sign && !*quoted
        };
        let (head, value) = text.split_at_checked(text.find(|c| outside(c, ':', &mut quoted))?)?;
        quoted = false;
        let mut parts = head.split(|c| outside(c, ';', &mut quoted));
        let name = parts.next()?.trim().to_ascii_uppercase();
        let parameters = parts.filter_map(|part| {
            let (name, value) = part.split_once('=')?;
            Some((name.trim().to_ascii_uppercase(), value.trim().trim_matches('"').to_owned()))
        });
        let (parameters, value) = (parameters.collect(), value.get(1..)?.to_owned());
        Some(Self { number, name, parameters, value })
    }
}

/// Every line of a file. What is no content line is passed over: calendars in the wild hold notes that broke out of theirs.
pub(super) fn lines(file: &[u8]) -> impl Iterator<Item = Line> {
    let mut physical = (1..).zip(file.split(|byte| *byte == b'\n')).peekable();
    std::iter::from_fn(move || {
        let (number, first) = physical.next()?;
        let without_end = |line: &'_ [u8]| line.strip_suffix(b"\r").unwrap_or(line).to_vec();
        let mut line = without_end(first);
        // Unfolded as bytes, for some programs fold in the middle of a character.
        while let Some((_, more)) =
            physical.next_if(|(_, next)| next.starts_with(b" ") || next.starts_with(b"\t"))
        {
            line.extend(without_end(more).iter().skip(1));
        }
        Some((number, line))
    })
    .filter_map(|(number, line)| Line::read(number, &decoded(&line)))
}
