//! Every form of the report in one list, for what is asked of each: how long, how large, how much memory.

use std::io::Write;

use vigie_report::ConsultationSummary;
use vigie_report::table::{TableOf, write_spreadsheet, write_table};
use vigie_seal::PagePassphrase;
use vigie_words::Lang;

use crate::made_up::Journal;
use crate::people;

/// A form: what it is called, and how it is made from a journal. It is written as a file would be.
pub type Form = (&'static str, fn(&Journal, Lang, &mut dyn Write));

/// Every form. A new one is a line here.
pub const FORMS: &[Form] = &[
    ("PDF", |journal, lang, file| {
        file.write_all(&vigie_report::pdf(&journal.summary(lang)).unwrap()).unwrap();
    }),
    ("FHIR", |journal, lang, file| {
        vigie_report::write_fhir(&journal.summary(lang), file).unwrap();
    }),
    ("page", |journal, lang, file| {
        let passphrase = PagePassphrase::new("cinq mots que tout le monde sait");
        let page = vigie_report::page(&journal.summary(lang), &passphrase).unwrap();
        file.write_all(&page).unwrap();
    }),
    ("table", |journal, _, file| write_table("me", everything(journal), file).unwrap()),
    ("sheet", |journal, lang, file| write_spreadsheet(lang, everything(journal), file).unwrap()),
];

fn everything(journal: &Journal) -> TableOf<'_> {
    TableOf {
        treatments: &journal.profile.treatments,
        entries: &journal.entries,
        care: &journal.care,
        ..TableOf::default()
    }
}

/// A file that only counts its bytes.
#[derive(Debug, Default)]
struct Counted(usize);

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0 += bytes.len();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Makes a form without keeping it; gives its length in bytes.
pub fn made(make: fn(&Journal, Lang, &mut dyn Write), journal: &Journal, lang: Lang) -> usize {
    let mut file = Counted::default();
    make(journal, lang, &mut file);
    file.0
}

/// What the forms are measured against: the least that tells the same numbers, a table of a day a row and an item a column,
/// by the csv crate.
pub fn plain(summary: &ConsultationSummary) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_field("date").unwrap();
    let items = summary.series.iter().map(|series| series.item.to_string());
    table.write_record(items).unwrap();
    let days = summary.choice.from.through(summary.choice.to);
    for (at, day) in days.enumerate() {
        table.write_field(day.to_string()).unwrap();
        let ratings = summary.series.iter().map(|series| series.cells[at].rating());
        let said =
            ratings.map(|rating| rating.map_or_else(String::new, |rating| rating.to_string()));
        table.write_record(said).unwrap();
    }
    table.into_inner().unwrap()
}

/// How long a diary is, and what makes it.
pub type Length = (&'static str, fn() -> Journal);

/// Ten weeks, two years, ten years.
pub const LENGTHS: [Length; 3] = [
    ("ten weeks", people::ten_weeks),
    ("two years", people::two_years),
    ("ten years", people::ten_years),
];
