//! The summary beside the words to tell it in.

use vigie_model::{Author, Day, Item, Scale};
use vigie_words::{Arg, Words};

use super::Line;
use crate::{ConsultationSummary, Window};

/// Periods of so many days or more need the year with each day.
const YEARS_FROM: u32 = 300;
/// What stands where there is no number.
pub(crate) const NOTHING: &str = "–";

/// The summary and the words to tell it in.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    pub summary: &'a ConsultationSummary,
    pub words: &'static Words,
}

impl Told<'_> {
    pub(crate) fn say(self, id: &str) -> String {
        self.words.text(id)
    }

    pub(crate) fn with(self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.words.with(id, args)
    }

    pub(super) fn line(self, id: &str, text: String) -> Line {
        Line { label: self.say(id), text }
    }

    /// That there is nothing of a kind, or, when something was left out, only that nothing is shown.
    pub(super) fn nothing(self, id: &str) -> String {
        self.say(if self.summary.something_left_out { "report-not-shown" } else { id })
    }

    /// `Vomissements (fois)`: the name of an item, with its unit when it is not a severity.
    pub(crate) fn item(self, item: &Item) -> String {
        let name = self.words.item(item);
        match unit(item) {
            Some(id) => self
                .with("report-item-unit", &[("name", name.into()), ("unit", self.say(id).into())]),
            None => name,
        }
    }

    /// Whether days are told with their year.
    pub(crate) fn with_years(self) -> bool {
        self.summary.days >= YEARS_FROM
    }

    /// A day in short; with its year where it would not be clear, in a long period or in another year than those of the period.
    pub(crate) fn day(self, day: Day) -> String {
        let short = self.words.day_short(day);
        let (year, choice) = (day.ymd().0, &self.summary.choice);
        let usual = year == choice.from.ymd().0 || year == choice.to.ymd().0;
        if self.with_years() || !usual { format!("{short}\u{a0}{year}") } else { short }
    }

    /// `14 sept. (Paul)`: a day, with who told it when it was not the person.
    pub(crate) fn dated(self, day: Day, author: &Author) -> String {
        told_by(self.day(day), author)
    }

    /// Days after the first of the period.
    pub(super) fn offset(self, day: Day) -> u32 {
        u32::try_from(day.since(self.summary.choice.from)).unwrap_or(0)
    }

    /// A mean with one decimal.
    pub(super) fn mean(self, window: Option<Window>) -> Option<String> {
        window.map(|window| self.words.number(window.mean, 1))
    }
}

/// What it is, with who told it when it was not the person.
pub(crate) fn told_by(what: String, author: &Author) -> String {
    match author {
        Author::Person => what,
        Author::Caregiver(name) => format!("{what} ({})", name.as_str()),
    }
}

/// The unit of an item that is counted rather than rated.
pub(crate) fn unit(item: &Item) -> Option<&'static str> {
    match item.scale() {
        Scale::Severity => None,
        Scale::Times => Some("report-unit-times"),
        Scale::StoolsOverUsual => Some("report-unit-stools"),
        Scale::DaysWithout => Some("report-unit-days"),
    }
}
