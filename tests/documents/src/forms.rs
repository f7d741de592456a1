//! Every form of the report in one list, for what is asked of each: how long, how large, how much memory.

use vigie_report::ConsultationSummary;
use vigie_words::Lang;

use crate::made_up::Journal;
use crate::people;

/// A form: what it is called, and how it is made from a journal.
pub type Form = (&'static str, fn(&Journal, Lang) -> Vec<u8>);

/// Every form. A new one is a line here.
pub const FORMS: &[Form] = &[
    ("PDF", |journal, lang| vigie_report::pdf(&journal.summary(lang)).unwrap()),
    ("CSV", |journal, _| {
        let mut table = Vec::new();
        vigie_report::table::write_table("me", &journal.entries, &mut table).unwrap();
        table
    }),
];

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

/// Ten weeks, two years, ten years.
pub fn lengths() -> [(&'static str, Journal); 3] {
    [
        ("ten weeks", people::ten_weeks()),
        ("two years", people::two_years()),
        ("ten years", people::ten_years()),
    ]
}
