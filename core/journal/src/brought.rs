//! What a table brings that the journal has not, and the records that come of it.

use std::collections::BTreeMap;

use vigie_model::{
    Author, CareEvent, DailyEntry, Day, Height, Label, Moment, Profile, TreatmentLine, Weight,
};
use vigie_report::table::{Beside, PromptRow, TableCell};

use crate::diary::Diary;
use crate::stored::Stored;
use crate::{PromptId, doubts};

/// What the journal holds already.
pub(crate) struct There {
    /// What each day says, and who says it.
    entries: BTreeMap<Day, Vec<(Author, Vec<TableCell>)>>,
    /// The weight of each day that has one.
    pub(crate) weights: BTreeMap<Day, Weight>,
    /// Height.
    pub(crate) height: Option<Height>,
    treatments: Vec<TreatmentLine>,
    care: Vec<CareEvent>,
    prompts: Vec<(PromptId, PromptRow)>,
}

impl There {
    pub(crate) fn of(diary: &Diary) -> Self {
        let held = diary.in_force();
        let mut entries: BTreeMap<Day, Vec<(Author, Vec<TableCell>)>> = BTreeMap::new();
        for (_, entry) in &held {
            let said = (entry.author.clone(), TableCell::of(entry));
            entries.entry(entry.day).or_default().push(said);
        }
        Self {
            entries,
            weights: doubts::weights(held.iter().map(|(_, entry)| *entry)),
            height: diary.profile.height,
            treatments: diary.profile.treatments.clone(),
            care: diary.care.in_force().into_iter().map(|(_, event)| event.clone()).collect(),
            prompts: diary.stories().map(|(id, story)| (id, PromptRow::from(story))).collect(),
        }
    }

    /// Whether an entry of a day says this: one of this author, or of anybody when the table does not say whose it is.
    pub(crate) fn says(&self, day: Day, author: Option<&Author>, cell: &TableCell) -> bool {
        self.entries.get(&day).is_some_and(|entries| {
            let theirs = |by: &Author| author.is_none_or(|author| author == by);
            entries.iter().any(|(by, cells)| theirs(by) && cells.contains(cell))
        })
    }
}

/// What of a table is new.
pub(crate) struct Brought {
    pub(crate) entries: Vec<DailyEntry>,
    /// Every treatment line, and whether the journal holds it.
    treatments: Vec<(TreatmentLine, bool)>,
    care: Vec<CareEvent>,
    /// Prompts; with an id, what came of one that the journal holds.
    prompts: Vec<(Option<PromptId>, PromptRow)>,
}

impl Brought {
    pub(crate) fn new(there: &There) -> Self {
        let (entries, care, prompts) = (Vec::new(), Vec::new(), Vec::new());
        let treatments = there.treatments.iter().map(|line| (line.clone(), true)).collect();
        Self { entries, treatments, care, prompts }
    }

    /// Takes in a row that is no part of an entry; `false` when it says nothing new.
    pub(crate) fn take(&mut self, beside: Beside, there: &There) -> bool {
        match beside {
            Beside::Treatment(line) => self.take_treatment(line),
            Beside::Care(event) => {
                let new = !there.care.contains(&event) && !self.care.contains(&event);
                self.care.extend(new.then_some(event));
                new
            }
            Beside::Prompt(row) => self.take_prompt(row, there),
        }
    }

    /// A line that the journal holds but for its cycle or its end is completed; one that says otherwise is another line.
    fn take_treatment(&mut self, line: TreatmentLine) -> bool {
        fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.is_none() || b.is_none() || a == b
        }
        if self.treatments.iter().any(|(there, _)| *there == line) {
            return false;
        }
        let name = |line: &TreatmentLine| (line.kind, line.started, line.regimen.clone());
        let same = |there: &TreatmentLine| {
            name(there) == name(&line)
                && agree(there.stopped, line.stopped)
                && agree(there.cycle_days, line.cycle_days)
        };
        if let Some((there, _)) = self.treatments.iter_mut().find(|(it, held)| *held && same(it)) {
            let before = there.clone();
            there.cycle_days = there.cycle_days.or(line.cycle_days);
            there.stopped = there.stopped.or(line.stopped);
            return *there != before;
        }
        // Oldest first, as they are kept.
        let later = self.treatments.iter().position(|(there, _)| there.started > line.started);
        self.treatments.insert(later.unwrap_or(self.treatments.len()), (line, false));
        true
    }

    /// A prompt is known by its day, its moment and its pack, even when reasons were left out of the table. What came of it is
    /// added to what is known.
    fn take_prompt(&mut self, row: PromptRow, there: &There) -> bool {
        let key =
            |row: &PromptRow| (row.prompt.day, row.prompt.at.utc_millis, row.prompt.pack.clone());
        let wanted = key(&row);
        let known = |row: &PromptRow| key(row) == wanted;
        let held = there.prompts.iter().find(|(_, row)| known(row));
        let mut new = row;
        if let Some((_, held)) = held {
            new.outcomes.retain(|outcome| !held.outcomes.contains(outcome));
            new.felt = new.felt.filter(|felt| held.felt.is_none_or(|held| held < *felt));
        }
        let Some((_, before)) = self.prompts.iter_mut().find(|(_, row)| known(row)) else {
            let says = held.is_none() || !new.outcomes.is_empty() || new.felt.is_some();
            if says {
                self.prompts.push((held.map(|(id, _)| *id), new));
            }
            return says;
        };
        new.outcomes.retain(|outcome| !before.outcomes.contains(outcome));
        new.felt = new.felt.filter(|felt| before.felt.is_none_or(|before| before < *felt));
        before.felt = new.felt.or(before.felt);
        let says = !new.outcomes.is_empty() || new.felt.is_some();
        before.outcomes.extend(new.outcomes);
        says
    }

    /// The records that keep it, none when nothing is new. `patient` is whose table it is.
    pub(crate) fn into_records(
        self,
        diary: &Diary,
        patient: Option<&str>,
        now: Moment,
    ) -> Vec<Stored> {
        let care = self.care.into_iter().map(|event| {
            let (of, replaces) = (None, Vec::new());
            Stored::Care { at: now, of, replaces, event: Some(event) }
        });
        let entries = self.entries.into_iter().map(|entry| Stored::Entry { at: now, entry });
        let mut records: Vec<Stored> = entries.chain(care).collect();
        for (known, PromptRow { prompt, outcomes, felt }) in self.prompts {
            let Some(of) = known else {
                records.push(Stored::Brought { prompt, outcomes, felt });
                continue;
            };
            records.extend(outcomes.into_iter().map(|outcome| Stored::Outcome { of, outcome }));
            records.extend(felt.map(|(at, felt)| Stored::Urgency { at, of, felt }));
        }
        let treatments: Vec<_> = self.treatments.into_iter().map(|(line, _)| line).collect();
        let treated = treatments != diary.profile.treatments;
        let named = diary.profile.table_id.is_none() && patient.is_some();
        if treated || (named && !records.is_empty()) {
            let mut profile = Profile { treatments, ..diary.profile.clone() };
            if let (None, Some(id)) = (&profile.table_id, patient) {
                profile.table_id = Label::new("patient", id).ok();
            }
            records.push(Stored::Person { at: now, replaces: diary.people(), profile });
        }
        records
    }
}
