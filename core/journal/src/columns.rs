//! The answers by item, so that a series is read without going through every entry.

use std::collections::BTreeMap;

use vigie_model::{Answer, DailyEntry, Day, Item};
use vigie_report::Cell;

/// What was said of each item, day by day.
#[derive(Debug, Default)]
pub(crate) struct Columns {
    /// Days with an entry, in order.
    days: Vec<Day>,
    /// What counts on each day on which the item was asked, in order.
    items: BTreeMap<Item, Vec<(Day, Answer)>>,
}

impl Columns {
    /// Of entries in the order of their days. Several sittings of a day count as in [`DailyEntry::merge_day`].
    pub(crate) fn of<'a>(entries: impl IntoIterator<Item = &'a DailyEntry>) -> Self {
        let mut columns = Self::default();
        for entry in entries {
            if columns.days.last() != Some(&entry.day) {
                columns.days.push(entry.day);
            }
            for (item, answer) in &entry.answers {
                columns.put(item, entry.day, *answer);
            }
        }
        columns
    }

    fn put(&mut self, item: &Item, day: Day, answer: Answer) {
        let Some(column) = self.items.get_mut(item) else {
            self.items.insert(item.clone(), vec![(day, answer)]);
            return;
        };
        match column.last_mut() {
            Some((last, kept)) if *last == day => {
                if answer.outranks(*kept) {
                    *kept = answer;
                }
            }
            _ => column.push((day, answer)),
        }
    }

    /// A cell for each of these days, both included.
    pub(crate) fn series(&self, item: &Item, first: Day, last: Day) -> Vec<(Day, Cell)> {
        let column = self.items.get(item).map_or(&[][..], Vec::as_slice);
        let mut answers =
            column.iter().skip(column.partition_point(|(day, _)| *day < first)).peekable();
        let mut days =
            self.days.iter().skip(self.days.partition_point(|day| *day < first)).peekable();
        first
            .through(last)
            .map(|day| {
                let entered = days.next_if(|entered| **entered == day).is_some();
                let cell = match answers.next_if(|(asked, _)| *asked == day) {
                    Some((_, answer)) => Cell::from(*answer),
                    None if entered => Cell::NotAsked,
                    None => Cell::NoEntry,
                };
                (day, cell)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use vigie_model::{Rating, SymptomCode};

    const ITEMS: [SymptomCode; 3] = [SymptomCode::Fatigue, SymptomCode::Pain, SymptomCode::Nausea];

    fn answers() -> impl Strategy<Value = Answer> {
        let rated = (0..=10_u8).prop_map(|n| Answer::Rated(Rating::new(n).unwrap()));
        prop_oneof![rated, Just(Answer::Skipped), Just(Answer::TooUnwell)]
    }

    proptest! {
        #[test]
        fn a_series_says_what_the_merged_days_say(
            said in prop::collection::vec((0..12_i32, 0..3_usize, answers()), 0..40),
        ) {
            let start = Day::from_ymd(2026, 1, 1).unwrap();
            let mut entries: Vec<DailyEntry> = said
                .into_iter()
                .map(|(day, item, answer)| {
                    let mut entry = DailyEntry::new(start.plus(day));
                    entry.answer(ITEMS[item].into(), answer);
                    entry
                })
                .collect();
            entries.sort_by_key(|entry| entry.day);
            let columns = Columns::of(&entries);
            let days = DailyEntry::days(&entries);
            for item in ITEMS.map(Item::from) {
                for (first, last) in [(-3, 15), (4, 4), (2, 9), (20, 25), (5, 3)] {
                    let (first, last) = (start.plus(first), start.plus(last));
                    let expected: Vec<(Day, Cell)> = first
                        .through(last)
                        .map(|day| (day, Cell::of(days.get(&day), &item)))
                        .collect();
                    prop_assert_eq!(columns.series(&item, first, last), expected);
                }
            }
        }
    }
}
