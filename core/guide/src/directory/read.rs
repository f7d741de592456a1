//! Reading a directory file: a CSV table with a header row, or JSON with the same names as keys.
//!
//! `{"version": 1, "entries": [{"kind": "association", …}]}`, or the list alone. Every value is text. An empty one is as good
//! as none.

use std::collections::BTreeMap;

use serde_json::Value;
use vigie_model::{CareContact, Day, Label};

use super::{At, Cause, Directory, DirectoryError, Entry, Offer, Place};

/// What a table may have as columns, and JSON as keys.
pub(super) const COLUMNS: [&str; 13] = [
    "kind",
    "name",
    "offers",
    "offers_fr",
    "offers_en",
    "web",
    "phone",
    "by_text",
    "hours",
    "place",
    "languages",
    "source",
    "seen",
];

/// What no table can do without.
pub(super) const REQUIRED: [&str; 5] = ["kind", "name", "place", "source", "seen"];

/// The version of the JSON form.
const VERSION: u64 = 1;

/// Most characters of an offer, a source or a web address.
const MOST_CHARS: usize = 600;

/// One entry as text: what is not empty, by column.
type Row<'a> = BTreeMap<&'a str, &'a str>;

/// A file of either form.
pub(super) fn any(bytes: &[u8], today: Day) -> Result<Directory, DirectoryError> {
    if bytes.len() > Directory::MOST_BYTES {
        return Err(DirectoryError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| DirectoryError::NotText)?;
    // Some editors write a byte order mark.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match text.trim_start().chars().next() {
        None => Err(DirectoryError::Empty),
        Some('<') => Err(DirectoryError::Html),
        Some('[' | '{') => json(text, Some(today)),
        Some(_) => table(text, today),
    }
}

/// JSON; without a day nothing lies in the future.
pub(super) fn json(text: &str, today: Option<Day>) -> Result<Directory, DirectoryError> {
    let syntax = |line: usize| DirectoryError::Syntax { line: u64::try_from(line).unwrap_or(1) };
    let file: Value = serde_json::from_str(text).map_err(|error| syntax(error.line()))?;
    if file.get("version").and_then(Value::as_u64).is_some_and(|version| version > VERSION) {
        return Err(DirectoryError::NewerVersion);
    }
    let list = file.get("entries").unwrap_or(&file).as_array().ok_or(syntax(1))?;
    let mut entries = Vec::with_capacity(list.len());
    for (number, value) in (1..).zip(list) {
        let read = row(value).and_then(|row| entry(&row, today));
        let at = At::Entry(number);
        entries.push(read.map_err(|cause| DirectoryError::Entry { at, cause })?);
    }
    whole(entries)
}

fn whole(entries: Vec<Entry>) -> Result<Directory, DirectoryError> {
    if entries.is_empty() { Err(DirectoryError::Empty) } else { Ok(Directory { entries }) }
}

fn row(value: &Value) -> Result<Row<'_>, Cause> {
    let mut row = Row::new();
    for (key, value) in value.as_object().ok_or(Cause::Shape)? {
        match value {
            Value::Null => continue,
            Value::String(text) if COLUMNS.contains(&key.as_str()) => {
                put(&mut row, key, text);
            }
            _ => return Err(Cause::Shape),
        }
    }
    Ok(row)
}

fn put<'a>(row: &mut Row<'a>, column: &'a str, text: &'a str) {
    let text = text.trim();
    if !text.is_empty() {
        row.insert(column, text);
    }
}

fn table(text: &str, today: Day) -> Result<Directory, DirectoryError> {
    // French spreadsheets separate by semicolons.
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let delimiter = [b';', b'\t', b','].into_iter().find(|one| header.as_bytes().contains(one));
    // With a line feed at the end every line is counted the same way.
    let text = format!("{text}\n");
    let mut csv = csv::ReaderBuilder::new()
        .delimiter(delimiter.unwrap_or(b','))
        // Only the line feed ends a row, so that lines can be counted; fields are trimmed.
        .terminator(csv::Terminator::Any(b'\n'))
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut columns: Option<Vec<&'static str>> = None;
    let mut entries = Vec::new();
    while csv.read_record(&mut record).unwrap_or(false) {
        if record.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(columns_of(&record)?);
            continue;
        };
        // The reader stands behind the row.
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        let inside = u64::try_from(inside).unwrap_or(0);
        let at = At::Line(csv.position().line().saturating_sub(1 + inside).max(1));
        let refused = |cause| DirectoryError::Entry { at, cause };
        if record.len() != columns.len() {
            return Err(refused(Cause::Fields));
        }
        let mut row = Row::new();
        columns.iter().zip(&record).for_each(|(column, text)| put(&mut row, column, text));
        entries.push(entry(&row, Some(today)).map_err(refused)?);
    }
    whole(entries)
}

/// The header: every column known, none twice, all that are required.
fn columns_of(header: &csv::StringRecord) -> Result<Vec<&'static str>, DirectoryError> {
    let mut found: Vec<&'static str> = Vec::new();
    for name in header {
        let name = name.trim().to_ascii_lowercase();
        match COLUMNS.into_iter().find(|column| *column == name) {
            Some(column) if !found.contains(&column) => found.push(column),
            _ => return Err(DirectoryError::Columns),
        }
    }
    let complete = REQUIRED.iter().all(|column| found.contains(column));
    if complete { Ok(found) } else { Err(DirectoryError::Columns) }
}

fn entry(row: &Row<'_>, today: Option<Day>) -> Result<Entry, Cause> {
    let text = |column: &str| row.get(column).copied();
    let short = |column: &str| text(column).map(label).transpose();
    let long = |column: &str| match text(column) {
        Some(text) if text.chars().count() > MOST_CHARS => Err(Cause::TooLong),
        other => Ok(other.map(str::to_owned)),
    };
    let kind = text("kind").and_then(|code| code.parse().ok()).ok_or(Cause::Kind)?;
    let name = short("name")?.ok_or(Cause::Name)?;
    // Where it was seen and when comes before everything else that can be wrong.
    let source = long("source")?.ok_or(Cause::Source)?;
    let seen: Day = text("seen").and_then(|day| day.parse().ok()).ok_or(Cause::Seen)?;
    if today.is_some_and(|today| seen > today) {
        return Err(Cause::Future);
    }
    let offers = long("offers")?;
    let offers = Offer {
        fr: long("offers_fr")?.or_else(|| offers.clone()),
        en: long("offers_en")?.or(offers),
    };
    if offers.fr.is_none() && offers.en.is_none() {
        return Err(Cause::Offer);
    }
    let web = long("web")?;
    if web.as_deref().is_some_and(|web| !is_web(web)) {
        return Err(Cause::Web);
    }
    let number = text("phone").map(CareContact::phone_number).transpose();
    let number = number.map_err(|_| Cause::Phone)?;
    if web.is_none() && number.is_none() {
        return Err(Cause::NoWay);
    }
    let by_text = match text("by_text") {
        None | Some("no") => false,
        Some("yes") => true,
        Some(_) => return Err(Cause::ByText),
    };
    let hours = short("hours")?;
    let place = place(text("place").ok_or(Cause::Place)?)?;
    let languages = text("languages").into_iter().flat_map(|all| all.split('|'));
    let languages = languages.filter(|one| !one.trim().is_empty());
    let languages = languages.map(label).collect::<Result<_, _>>()?;
    Ok(Entry { kind, name, offers, web, number, by_text, hours, place, languages, source, seen })
}

fn label(text: &str) -> Result<Label, Cause> {
    Label::new("text", text).map_err(|_| Cause::TooLong)
}

/// `national`, or names such as `department:Finistère|city:Brest`.
fn place(text: &str) -> Result<Place, Cause> {
    let mut place = Place::default();
    if text == "national" {
        return Ok(place);
    }
    for part in text.split('|') {
        let (level, name) = part.trim().split_once(':').ok_or(Cause::Place)?;
        let slot = match level {
            "region" => &mut place.region,
            "department" => &mut place.department,
            "city" => &mut place.city,
            _ => return Err(Cause::Place),
        };
        let name = Label::new("place", name).map_err(|_| Cause::Place)?;
        if slot.replace(name).is_some() {
            return Err(Cause::Place);
        }
    }
    Ok(place)
}

/// An address that a browser opens and that carries nothing else.
fn is_web(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    // No spaces, no quotes, nothing that turns the writing around.
    let plain =
        |c: char| c.is_alphanumeric() || (c.is_ascii_graphic() && !"<>\"'\\^`{|}".contains(c));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let named = |part: &str| !part.is_empty();
        rest.chars().all(plain)
            && !host.contains('@')
            && host.contains('.')
            && host.split('.').all(named)
    })
}
