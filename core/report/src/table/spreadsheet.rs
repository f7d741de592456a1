//! The table for a person: one row a day, one column an item, in words, ready for a spreadsheet. It is not read back.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use vigie_model::{
    Author, By, CareEvent, CareKind, DailyEntry, Day, LabResult, Label, TreatmentLine,
};
use vigie_words::{Arg, Lang, Words};

use super::defuse::defused_everywhere;
use super::{PromptRow, TableOf};
use crate::event::event;
use crate::say;

/// By which a spreadsheet knows UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";
/// Between the texts of one cell.
const BETWEEN: &str = " / ";

/// What one language's spreadsheets expect. Days are written 2026-11-23, which is a date in each of them.
struct Flavour {
    separator: u8,
    decimal: &'static str,
}

impl Flavour {
    fn of(lang: Lang) -> Self {
        match lang {
            Lang::Fr => Self { separator: b';', decimal: "," },
            Lang::En => Self { separator: b',', decimal: "." },
        }
    }
}

/// Columns, each with what it says on some days.
struct Sheet {
    words: &'static Words,
    flavour: Flavour,
    columns: Vec<(String, BTreeMap<Day, String>)>,
    /// Days with a row.
    days: BTreeSet<Day>,
}

impl Sheet {
    /// A column, or the one of this name: text that is told after another of the same day follows it.
    fn column(&mut self, name: String, cells: impl IntoIterator<Item = (Day, String)>) {
        let place = self.columns.iter().position(|(there, _)| *there == name);
        let place = place.unwrap_or_else(|| {
            self.columns.push((name, BTreeMap::new()));
            self.columns.len() - 1
        });
        let Some((_, column)) = self.columns.get_mut(place) else { return };
        for (day, text) in cells {
            self.days.insert(day);
            column
                .entry(day)
                .and_modify(|there| {
                    there.push_str(BETWEEN);
                    there.push_str(&text);
                })
                .or_insert(text);
        }
    }

    fn say(&self, id: &str) -> String {
        self.words.text(id)
    }

    fn decimal(&self, number: &str) -> String {
        number.replace('.', self.flavour.decimal)
    }

    fn write(self, writer: &mut impl Write) -> std::io::Result<()> {
        writer.write_all(BOM)?;
        let mut csv = csv::WriterBuilder::new()
            .delimiter(self.flavour.separator)
            .terminator(csv::Terminator::CRLF)
            .from_writer(writer);
        let (date, named) =
            (self.say("field-date"), self.columns.iter().map(|(name, _)| safe(name)));
        csv.write_record(std::iter::once(date).chain(named)).map_err(super::io_error)?;
        for day in &self.days {
            let cells = self
                .columns
                .iter()
                .map(|(_, column)| column.get(day).map(|text| safe(text)).unwrap_or_default());
            csv.write_record(std::iter::once(day.to_string()).chain(cells))
                .map_err(super::io_error)?;
        }
        csv.flush()
    }
}

/// Text on one line that no spreadsheet runs.
fn safe(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let line = lines.join(BETWEEN).replace(char::is_control, " ");
    defused_everywhere(line.trim()).into_owned()
}

/// Writes one row a day, one column an item: for reading and drawing, in one language. French: semicolons, decimal commas;
/// English: commas, decimal points. UTF-8 with a byte order mark, CRLF. A cell without a word is a silence: nobody asked, or
/// nothing was said. Several sittings of one day count as in [`DailyEntry::merge_day`]. Columns that would be empty are not
/// there.
///
/// # Errors
/// What the writer says.
pub fn write_spreadsheet(
    lang: Lang,
    told: TableOf<'_>,
    mut writer: impl Write,
) -> std::io::Result<()> {
    let (columns, days) = (Vec::new(), BTreeSet::new());
    let mut sheet = Sheet { words: Words::of(lang), flavour: Flavour::of(lang), columns, days };
    answers(&mut sheet, &DailyEntry::days(told.entries));
    treatments(&mut sheet, told.treatments);
    care(&mut sheet, told.care);
    prompts(&mut sheet, told.prompts);
    in_own_words(&mut sheet, told.entries);
    sheet.columns.retain(|(_, cells)| !cells.is_empty());
    sheet.write(&mut writer)
}

fn answers(sheet: &mut Sheet, days: &BTreeMap<Day, DailyEntry>) {
    let words = sheet.words;
    sheet.days.extend(days.keys());
    let items: BTreeSet<_> = days.values().flat_map(|day| day.answers.keys()).collect();
    for item in items {
        let said = |(day, entry): (&Day, &DailyEntry)| {
            entry.answers.get(item).map(|answer| (*day, words.answer(*answer)))
        };
        sheet.column(words.item(item), days.iter().filter_map(said));
    }
    let of_days = |say: &dyn Fn(&DailyEntry) -> Option<String>| -> Vec<(Day, String)> {
        days.iter().filter_map(|(day, entry)| Some((*day, say(entry)?))).collect()
    };
    let state = of_days(&|day| day.state.map(|state| state.get().to_string()));
    sheet.column(sheet.say("report-state"), state);
    for (name, unit, cells) in [
        (
            "report-temperature",
            "report-temperature-unit",
            of_days(&|day| day.measures.temperature.map(|it| sheet.decimal(&it.to_string()))),
        ),
        (
            "report-weight",
            "report-weight-unit",
            of_days(&|day| day.measures.weight.map(|it| sheet.decimal(&it.to_string()))),
        ),
    ] {
        sheet.column(with_unit(sheet, sheet.say(name), &sheet.say(unit)), cells);
    }
    let yes = of_days(&|day| day.too_unwell.then(|| sheet.say("spreadsheet-yes")));
    sheet.column(words.answer(vigie_model::Answer::TooUnwell), yes);
    let listed = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(BETWEEN));
    let signs = of_days(&|day| listed(day.ticks.iter().map(|sign| words.alarm(*sign)).collect()));
    sheet.column(sheet.say("spreadsheet-signs"), signs);
    let pains = of_days(&|day| {
        let pain = |(site, detail): (_, &vigie_model::PainDetail)| {
            let quality = detail.quality.map(|quality| words.quality(quality));
            let night = detail.wakes_at_night.then(|| sheet.say("spreadsheet-night"));
            let said: Vec<String> = quality.into_iter().chain(night).collect();
            (!said.is_empty()).then(|| with_unit(sheet, words.site(site), &said.join(", ")))
        };
        listed(day.pains.iter().filter_map(|(site, detail)| pain((*site, detail))).collect())
    });
    sheet.column(sheet.say("spreadsheet-pains"), pains);
    let taken = of_days(&|day| {
        let helped = |helped: bool| {
            sheet.say(if helped { "spreadsheet-helped" } else { "spreadsheet-not-helped" })
        };
        let name = |one: &vigie_model::Painkiller| match one.helped {
            Some(told) => with_unit(sheet, one.name.as_str().to_owned(), &helped(told)),
            None => one.name.as_str().to_owned(),
        };
        listed(day.painkillers.iter().map(name).collect())
    });
    sheet.column(sheet.say("spreadsheet-painkillers"), taken);
    let named = |id: &str, name: &Option<Label>| match name {
        Some(name) => sheet.words.with(&format!("{id}-named"), &[("what", name.as_str().into())]),
        None => sheet.say(id),
    };
    let treated = of_days(&|day| {
        let given = day.administration.as_ref().map(|name| named("spreadsheet-given", name));
        let changed = day.treatment_change.as_ref().map(|name| named("spreadsheet-changed", name));
        listed(given.into_iter().chain(changed).collect())
    });
    sheet.column(sheet.say("field-treatment"), treated);
}

/// `CEA (ng/mL)`.
fn with_unit(sheet: &Sheet, name: String, unit: &str) -> String {
    sheet.words.with("report-item-unit", &[("name", name.into()), ("unit", unit.into())])
}

fn treatments(sheet: &mut Sheet, lines: &[TreatmentLine]) {
    let words = sheet.words;
    let told = |line: &TreatmentLine, id: &str| {
        let kind = words.treatment(line.kind);
        let what = match &line.regimen {
            Some(regimen) => with_unit(sheet, kind, regimen.as_str()),
            None => kind,
        };
        words.with(id, &[("what", Arg::from(what))])
    };
    let mut cells = Vec::new();
    for line in lines {
        cells.extend(line.started.map(|day| (day, told(line, "spreadsheet-started"))));
        cells.extend(line.stopped.map(|day| (day, told(line, "spreadsheet-stopped"))));
    }
    sheet.column(sheet.say("field-treatment"), cells);
}

fn care(sheet: &mut Sheet, care: &[By<CareEvent>]) {
    let (mut ranges, mut others) = (Vec::new(), BTreeMap::<CareKind, Vec<(Day, String)>>::new());
    let mut labs: BTreeMap<String, Vec<(Day, String)>> = BTreeMap::new();
    for By { author, told } in care {
        if let CareEvent::Lab(LabResult { day, name, value, unit, range }) = told {
            let name = name.as_str().to_owned();
            if let Some(range) = range {
                ranges.push((*day, sheet.decimal(&format!("{name} {range}"))));
            }
            let name = match unit {
                Some(unit) => with_unit(sheet, name, unit.as_str()),
                None => name,
            };
            let value = sheet.decimal(&value.to_string());
            labs.entry(name).or_default().push((*day, value));
            continue;
        }
        let said = event(sheet.words, told).into_iter().chain(sheet.words.noted_by(author));
        others.entry(told.kind()).or_default().push((told.day(), joined(said)));
    }
    for (name, cells) in labs {
        sheet.column(name, cells);
    }
    sheet.column(sheet.say("report-col-range"), ranges);
    for (kind, cells) in others {
        sheet.column(sheet.words.care_kind(kind), cells);
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<String>>().join(", ")
}

fn prompts(sheet: &mut Sheet, prompts: &[PromptRow]) {
    let words = sheet.words;
    let told = |row: &PromptRow| {
        let first = std::iter::once(say::headline(words, &row.prompt));
        let outcomes = row.outcomes.iter().map(|outcome| say::outcome(words, outcome));
        (row.prompt.day, joined(first.chain(outcomes)))
    };
    sheet.column(sheet.say("report-prompts"), prompts.iter().map(told));
}

fn in_own_words(sheet: &mut Sheet, entries: &[DailyEntry]) {
    let said = |say: &dyn Fn(&DailyEntry) -> Option<String>| -> Vec<(Day, String)> {
        entries.iter().filter_map(|entry| Some((entry.day, say(entry)?))).collect()
    };
    let notes = said(&|entry| entry.note.as_ref().map(|note| note.as_str().to_owned()));
    sheet.column(sheet.say("field-note"), notes);
    let questions = said(&|entry| entry.question.as_ref().map(|it| it.as_str().to_owned()));
    sheet.column(sheet.say("field-question"), questions);
    let authors = said(&|entry| match &entry.author {
        Author::Person => None,
        Author::Caregiver(name) => Some(name.as_str().to_owned()),
    });
    sheet.column(sheet.say("spreadsheet-author"), authors);
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::{Answer, Note, Rating, Temperature};

    fn written(lang: Lang, told: TableOf<'_>) -> String {
        let mut csv = Vec::new();
        write_spreadsheet(lang, told, &mut csv).unwrap();
        String::from_utf8(csv).unwrap()
    }

    #[test]
    fn each_language_has_its_words_separator_and_decimal_sign() {
        let day: Day = "2026-11-23".parse().unwrap();
        let mut entry = DailyEntry::new(day);
        entry.answer("fatigue".parse().unwrap(), Answer::Rated(Rating::MIN));
        entry.measures.temperature = Some(Temperature::parse("38.2").unwrap());
        let mut later = DailyEntry::new(day.plus(2));
        later.answer("fatigue".parse().unwrap(), Answer::Skipped);
        later.note = Note::new("note", "un; deux\r\n- trois").ok();
        let entries = [entry, later];
        let told = TableOf { entries: &entries, ..TableOf::default() };
        assert_eq!(
            written(Lang::Fr, told),
            "\u{feff}Date;Fatigue;Température (°C);Note\r\n2026-11-23;0;38,2;\r\n\
             2026-11-25;passé;;\"un; deux / - trois\"\r\n"
        );
        assert_eq!(
            written(Lang::En, told),
            "\u{feff}Date,Fatigue,Temperature (°C),Note\r\n2026-11-23,0,38.2,\r\n\
             2026-11-25,skipped,,un; deux / - trois\r\n"
        );
        assert_eq!(written(Lang::Fr, TableOf::default()), "\u{feff}Date\r\n");
    }

    #[test]
    fn a_formula_is_defused_wherever_a_cell_could_begin() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("a;=1"), "a;'=1");
        assert_eq!(safe("a, @b"), "a, '@b");
        assert_eq!(safe("\t=1"), "'=1");
        assert_eq!(safe("a\n\n=b\rc\u{0}"), "a / =b c");
        assert_eq!(safe("douleur, rien de plus"), "douleur, rien de plus");
    }
}
