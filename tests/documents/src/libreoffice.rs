//! What LibreOffice makes of a table: opened as a person opens it, and read cell by cell.

use std::process::Command;

use crate::tools;

/// How a person's spreadsheet opens a file: the separator it is told, and the language of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Opening {
    /// The separator.
    pub separator: char,
    /// As Windows numbers it: 1036 is French, 2057 British English.
    pub language: u16,
}

/// French.
pub const FRENCH: Opening = Opening { separator: ';', language: 1036 };
/// English.
pub const ENGLISH: Opening = Opening { separator: ',', language: 2057 };

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cell {
    /// `float`, `date`, `string`, …; empty when there is nothing in it.
    pub kind: String,
    /// The number or the date, as a program reads it.
    pub value: String,
    /// What is shown.
    pub text: String,
    /// Whether it is a formula.
    pub formula: bool,
}

/// The rows of a table in the order of the sheet, each up to its last cell with something in it.
///
/// # Panics
/// When LibreOffice is not installed, or writes no sheet.
pub fn opened(csv: &[u8], opening: Opening) -> Vec<Vec<Cell>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("table.csv");
    std::fs::write(&file, csv).unwrap();
    let Opening { separator, language } = opening;
    let separator = u32::from(separator);
    let mut soffice = Command::new("soffice");
    // A settings folder of its own: two that run at once would wait for each other, or refuse.
    soffice.arg(format!("-env:UserInstallation=file://{}/settings", folder.path().display()));
    soffice.args(["--headless", "--convert-to", "fods", "--outdir"]).arg(folder.path());
    // UTF-8 from the first line, special numbers (dates) are seen.
    soffice.arg(format!("--infilter=CSV:{separator},34,76,1,,{language},false,true"));
    let output = tools::run(soffice.arg(&file).env("HOME", folder.path()));
    let sheet = std::fs::read_to_string(folder.path().join("table.fods"));
    rows(&sheet.unwrap_or_else(|error| panic!("{error}: {output:?}")))
}

/// What stands between the first `<name …>` and its end.
fn elements<'a>(xml: &'a str, name: &str) -> Vec<(&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let mut found = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find(&open) {
        let after = &rest[at + open.len()..];
        let end = after.find('>').unwrap();
        let attributes = &after[..end];
        if !attributes.starts_with([' ', '/']) && !attributes.is_empty() {
            rest = after;
            continue;
        }
        if let Some(attributes) = attributes.strip_suffix('/') {
            found.push((attributes, ""));
            rest = &after[end + 1..];
        } else {
            let body = &after[end + 1..];
            let length = body.find(&close).unwrap();
            found.push((attributes, &body[..length]));
            rest = &body[length + close.len()..];
        }
    }
    found
}

fn attribute(attributes: &str, name: &str) -> Option<String> {
    let (_, rest) = attributes.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split_once('"')?.0))
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&apos;", "'").replace("&#9;", "\t").replace("&#x9;", "\t").replace("&amp;", "&")
}

/// The text of a paragraph: what marks a space stands for one, other marks for nothing.
fn text(paragraph: &str) -> String {
    let mut text = String::new();
    let mut rest = paragraph;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (mark, after) = after.split_once('>').unwrap();
        if mark.starts_with("text:s") || mark.starts_with("text:tab") {
            text.push(' ');
        }
        rest = after;
    }
    text.push_str(rest);
    unescaped(&text)
}

fn rows(sheet: &str) -> Vec<Vec<Cell>> {
    let (_, tables) = sheet.split_once("<office:spreadsheet>").unwrap();
    let mut rows = Vec::new();
    for (_, row) in elements(tables, "table:table-row") {
        let mut cells = Vec::new();
        for (attributes, body) in elements(row, "table:table-cell") {
            let paragraphs: Vec<String> =
                elements(body, "text:p").into_iter().map(|(_, body)| text(body)).collect();
            let cell = Cell {
                kind: attribute(attributes, "office:value-type").unwrap_or_default(),
                value: attribute(attributes, "office:value")
                    .or_else(|| attribute(attributes, "office:date-value"))
                    .unwrap_or_default(),
                text: paragraphs.join("\n"),
                formula: attribute(attributes, "table:formula").is_some(),
            };
            let times = attribute(attributes, "table:number-columns-repeated");
            let times: usize = times.map_or(1, |times| times.parse().unwrap());
            // The empty rest of a row is written as one cell, many times.
            cells.extend(std::iter::repeat_n(cell, times.min(1_000)));
        }
        while cells.last().is_some_and(|cell| *cell == Cell::default()) {
            cells.pop();
        }
        rows.push(cells);
    }
    while rows.last().is_some_and(Vec::is_empty) {
        rows.pop();
    }
    rows
}
