//! The eligibility text of a registry made lines that can be read one by one, under inclusion and exclusion.
//!
//! Nothing is interpreted and nothing is lost: every line of the author stands in one of the three lists, but for headings that say
//! no more than the name of their list. Lines under no heading stay undivided.

use super::eligibility_headings::{Heading, Section, heading};
use super::record::Eligibility;
use super::text::entities;

/// Stands before a line that belongs to the one above it.
const UNDER: &str = "– ";

/// Lines as long as this, in characters, may have been cut by an editor; shorter ones were ended by their author.
const WRAPPED: usize = 60;

/// Splits an eligibility text (markdown as ClinicalTrials.gov writes it, or plain) into its criteria.
pub fn split(text: &str) -> Eligibility {
    let lines: Vec<Line> = lines(text);
    let mut writer = Writer::default();
    for (at, line) in lines.iter().enumerate() {
        if let Some(heading) = &line.heading {
            writer.open(heading);
            continue;
        }
        // 'Part B:' right above a heading belongs to what comes.
        let next = lines.get(at + 1).and_then(|next| next.heading.as_ref());
        match next {
            Some(heading) if line.announces(writer.section) => {
                writer.announce(heading.section, line)
            }
            _ => writer.write(line),
        }
    }
    writer.done
}

/// One line of the source that is not blank.
struct Line {
    indent: usize,
    /// Bullet or number it began with.
    marker: Marker,
    text: String,
    heading: Option<Heading>,
    /// A blank line stands before it.
    apart: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    None,
    Bullet,
    Number(u32),
}

impl Line {
    /// Whether a line names what the heading below it opens. Before the first heading it need not end with a colon.
    fn announces(&self, open: Option<Section>) -> bool {
        let titled = self.text.ends_with(':') || (open.is_none() && !self.text.ends_with('.'));
        self.marker == Marker::None && titled
    }

    /// The text with its number where it is not one of a list that is counted.
    fn numbered(&self) -> String {
        match self.marker {
            Marker::Number(number) => format!("{number}. {}", self.text),
            Marker::None | Marker::Bullet => self.text.clone(),
        }
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut all = Vec::new();
    let mut apart = false;
    for raw in text.replace("\r\n", "\n").split(['\n', '\r']) {
        let line = entities(&raw.replace('\t', "    "));
        let indent = line.chars().take_while(|c| c.is_whitespace()).count();
        let (marker, rest) = marker(line.trim());
        let rest = plain(rest);
        if rest.is_empty() && marker == Marker::None {
            apart = true;
            continue;
        }
        let heading = heading(&rest, marker != Marker::None);
        all.push(Line { indent, marker, text: rest, heading, apart });
        apart = false;
    }
    all
}

/// Takes a bullet or a number off the start of a line. A letter is left: 'E. coli' is none, and 'a)' may be referred to.
fn marker(line: &str) -> (Marker, &str) {
    let unescaped = line.strip_prefix('\\').unwrap_or(line);
    if let Some(rest) = unescaped.strip_prefix(['*', '-', '+', '•', '◦', '▪', '‣', '·', '–', '—'])
    {
        let rest = rest.trim_start_matches('-');
        if rest.is_empty() || rest.starts_with(char::is_whitespace) {
            return (Marker::Bullet, rest.trim_start());
        }
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    if let Some((number, rest)) = line.split_at_checked(digits)
        && let Ok(number) = number.parse()
    {
        let rest = rest.strip_prefix('\\').unwrap_or(rest);
        if let Some(rest) = rest.strip_prefix(['.', ')'])
            && rest.starts_with(char::is_whitespace)
        {
            return (Marker::Number(number), rest.trim_start());
        }
    }
    (Marker::None, line)
}

/// A line without its markdown: emphasis, hashes of a heading, backslashes before signs; white space in order.
fn plain(line: &str) -> String {
    let line = line.trim_start_matches('#');
    let line = ["**", "__"].iter().fold(line.to_owned(), |line, emphasis| {
        if line.matches(emphasis).count() % 2 == 0 { line.replace(emphasis, "") } else { line }
    });
    let mut unescaped = String::with_capacity(line.len());
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let escapes =
            character == '\\' && characters.peek().is_some_and(char::is_ascii_punctuation);
        let shown = if escapes { characters.next().unwrap_or(character) } else { character };
        unescaped.push(shown);
    }
    let words: Vec<&str> = unescaped.split_whitespace().collect();
    words.join(" ").chars().filter(|character| !character.is_control()).collect()
}

/// Puts lines where they belong.
#[derive(Default)]
struct Writer {
    done: Eligibility,
    section: Option<Section>,
    /// Indent of the first line of the section: what stands deeper belongs to the line above.
    base: Option<usize>,
    /// Indent of the last line that is not the rest of another.
    last_indent: usize,
    /// Length of the last line, as it stood in the source.
    last_length: usize,
    /// The number each indent has counted to.
    counted: Vec<(usize, u32)>,
}

impl Writer {
    fn list(&mut self) -> &mut Vec<String> {
        match self.section {
            Some(Section::Inclusion) => &mut self.done.inclusion,
            Some(Section::Exclusion) => &mut self.done.exclusion,
            None => &mut self.done.undivided,
        }
    }

    fn enter(&mut self, section: Section) {
        self.section = Some(section);
        self.base = None;
        self.counted.clear();
    }

    fn open(&mut self, heading: &Heading) {
        self.enter(heading.section);
        self.list().extend(heading.kept.clone());
    }

    fn announce(&mut self, section: Section, line: &Line) {
        self.enter(section);
        self.list().push(line.text.clone());
    }

    fn write(&mut self, line: &Line) {
        let continues = self.continues(line);
        self.last_length = line.indent + line.text.chars().count();
        if continues {
            if let Some(last) = self.list().last_mut() {
                last.push(' ');
                last.push_str(&line.numbered());
            }
            return;
        }
        let base = *self.base.get_or_insert(line.indent);
        let text = if self.counts(line) { line.text.clone() } else { line.numbered() };
        self.last_indent = line.indent;
        // A bullet with nothing behind it says nothing.
        if text.is_empty() {
            return;
        }
        let under = line.indent >= base + 2 && !self.list().is_empty();
        self.list().push(if under { format!("{UNDER}{text}") } else { text });
    }

    /// Whether a line is the rest of the one above it.
    fn continues(&mut self, line: &Line) -> bool {
        // The first line of a section has nothing above it but a heading.
        if self.base.is_none() || line.apart || line.marker != Marker::None {
            return false;
        }
        let deeper = line.indent >= self.last_indent + 2;
        let Some(last) = self.list().last() else { return false };
        let ended = last.ends_with(['.', ';', ':', '!', '?']);
        let small = line.text.chars().next().is_some_and(|c| c.is_lowercase() || ",;)".contains(c));
        deeper || (self.last_length >= WRAPPED && (small || !ended))
    }

    /// Whether the number of a line is the next one of its list, and says nothing by itself.
    fn counts(&mut self, line: &Line) -> bool {
        let Marker::Number(number) = line.marker else { return true };
        self.counted.retain(|(indent, _)| *indent <= line.indent);
        let before =
            self.counted.iter().rfind(|(indent, _)| *indent == line.indent).map_or(0, |(_, n)| *n);
        let next = number == 1 || Some(number) == before.checked_add(1);
        if next {
            self.counted.retain(|(indent, _)| *indent != line.indent);
            self.counted.push((line.indent, number));
        }
        next
    }
}

#[cfg(test)]
#[path = "eligibility_tests.rs"]
mod tests;
