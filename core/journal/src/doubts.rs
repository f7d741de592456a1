//! What is worth asking back before it is recorded: measures beside what the journal knows of the person.

use std::collections::BTreeMap;

use vigie_model::{DailyEntry, Day, Doubt, Height, KnownBody, Weight};

use crate::{Journal, JournalError};

/// One row of a table that was kept although it is worth checking.
#[derive(Debug, Clone, PartialEq)]
pub struct DoubtfulRow {
    /// Line in the file, from 1.
    pub line: u64,
    /// What is doubtful about it.
    pub doubt: Doubt,
}

impl Journal {
    /// The measures of `entry` that a shell asks back before it records them: possible values that
    /// are rare, or far from the weight before. [`Journal::record`] takes them all the same.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn doubts(&self, entry: &DailyEntry) -> Result<Vec<Doubt>, JournalError> {
        self.with(|opened| {
            // Every entry is looked through for its weight only when there is one to compare.
            let entries = entry.measures.weight.map(|_| opened.diary.in_force());
            let weights = weights(entries.into_iter().flatten().map(|(_, entry)| entry));
            Ok(entry.doubts(&known(&weights, entry.day, opened.diary.profile.height)))
        })
    }
}

/// The weight of each day that has one, the later of a day.
pub(crate) fn weights<'a>(
    entries: impl IntoIterator<Item = &'a DailyEntry>,
) -> BTreeMap<Day, Weight> {
    entries.into_iter().filter_map(|entry| Some((entry.day, entry.measures.weight?))).collect()
}

/// What is known beside an entry of `day`: the weight of the last day before it, or of the first after.
fn known(weights: &BTreeMap<Day, Weight>, day: Day, height: Option<Height>) -> KnownBody {
    let before = weights.range(..day).next_back();
    let nearest = before.or_else(|| weights.range(day.plus(1)..).next());
    KnownBody { weight: nearest.map(|(day, weight)| (*day, *weight)), height }
}

/// The doubtful rows of a table, in the order of their lines. A weight that is doubtful is no
/// measure of the next, unless the next agrees with it.
pub(crate) fn of_table(
    mut rows: Vec<(u64, DailyEntry)>,
    mut weights: BTreeMap<Day, Weight>,
    height: Option<Height>,
) -> Vec<DoubtfulRow> {
    rows.sort_by_key(|(line, entry)| (entry.day, *line));
    let mut doubtful = Vec::new();
    let mut doubted: Option<(Day, Weight)> = None;
    for (line, entry) in rows {
        let doubts = entry.doubts(&known(&weights, entry.day, height));
        if let Some(weight) = entry.measures.weight {
            let agrees = doubted.is_some_and(|there| {
                let known = KnownBody { weight: Some(there), height: None };
                Doubt::of_weight(weight, entry.day, &known).is_none()
            });
            if doubts.is_empty() || agrees {
                weights.insert(entry.day, weight);
                doubted = None;
            } else {
                doubted = Some((entry.day, weight));
            }
        }
        doubtful.extend(doubts.into_iter().map(|doubt| DoubtfulRow { line, doubt }));
    }
    doubtful.sort_by_key(|row| row.line);
    doubtful
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doubtful(kilos: &[(i32, &str)], there: &[(i32, &str)]) -> Vec<u64> {
        let day = |n| Day::from_ymd(2026, 1, 1).unwrap().plus(n);
        let weight = |kilos: &str| Weight::parse(kilos).unwrap();
        let rows = (2..).zip(kilos).map(|(line, (n, kilos))| {
            let mut entry = DailyEntry::new(day(*n));
            entry.measures.weight = Some(weight(kilos));
            (line, entry)
        });
        let there = there.iter().map(|(n, kilos)| (day(*n), weight(kilos))).collect();
        of_table(rows.collect(), there, None).into_iter().map(|row| row.line).collect()
    }

    #[test]
    fn one_wrong_weight_of_a_table_does_not_make_its_neighbours_doubtful() {
        assert_eq!(doubtful(&[(0, "70"), (2, "154"), (4, "70.5")], &[]), [3]);
        // In whatever order the rows come.
        assert_eq!(doubtful(&[(4, "70.5"), (2, "154"), (0, "70")], &[]), [3]);
    }

    #[test]
    fn a_weight_that_stays_changed_is_listed_once_or_twice_and_then_known() {
        assert_eq!(doubtful(&[(0, "70"), (2, "60"), (4, "60.5"), (6, "61")], &[]), [3, 4]);
    }

    #[test]
    fn the_journals_own_weights_count() {
        assert_eq!(doubtful(&[(2, "60")], &[(0, "70")]), [2]);
        assert_eq!(doubtful(&[(0, "60")], &[(9, "70")]), [2]);
        assert!(doubtful(&[(2, "66")], &[(0, "70")]).is_empty());
    }
}
