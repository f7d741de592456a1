//! What a table brings that the journal has not, and the records that come of it.

use std::collections::{BTreeMap, BTreeSet};

use vigie_model::{
    Author, By, CareEvent, DailyEntry, Day, Height, Label, Moment, Profile, TreatmentLine, Weight,
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
    care: BTreeSet<Vec<u8>>,
    prompts: BTreeMap<Key, Held>,
}

/// What a prompt is known by: its day, its moment and its pack, even when reasons were left out of the table.
type Key = (Day, i64, String);

fn key(row: &PromptRow) -> Key {
    (row.prompt.day, row.prompt.at.utc_millis, row.prompt.pack.clone())
}

/// A prompt that the journal holds.
struct Held {
    id: PromptId,
    row: PromptRow,
    /// It came with a table itself.
    brought: bool,
}

/// What an event is known by: all that it says.
fn care_key(event: &CareEvent) -> Vec<u8> {
    postcard::to_stdvec(event).unwrap_or_default()
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
            care: diary.care.in_force().iter().map(|(_, one)| care_key(&one.told)).collect(),
            prompts: diary
                .stories()
                .map(|(id, story)| (id, PromptRow::from(story)))
                .map(|(id, row)| (key(&row), Held { id, row, brought: diary.is_brought(id) }))
                .collect(),
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
    care: Vec<By<CareEvent>>,
    /// What `care` holds.
    care_keys: BTreeSet<Vec<u8>>,
    /// Prompts; with an id, what came of one that the journal holds.
    prompts: BTreeMap<Key, (Option<PromptId>, PromptRow)>,
}

impl Brought {
    pub(crate) fn new(there: &There) -> Self {
        let treatments = there.treatments.iter().map(|line| (line.clone(), true)).collect();
        let (entries, care) = (Vec::new(), Vec::new());
        Self { entries, treatments, care, care_keys: BTreeSet::new(), prompts: BTreeMap::new() }
    }

    /// Takes in a row that is no part of an entry, told by `author`; `false` when it says nothing new.
    pub(crate) fn take(&mut self, beside: Beside, author: &Author, there: &There) -> bool {
        match beside {
            Beside::Treatment(line) => self.take_treatment(line),
            Beside::Care(event) => {
                let key = care_key(&event);
                let new = !there.care.contains(&key) && self.care_keys.insert(key);
                let author = author.clone();
                self.care.extend(new.then_some(By { author, told: event }));
                new
            }
            Beside::Prompt(row) => self.take_prompt(row, there),
        }
    }

    /// A line of which the journal holds less is completed; one that says otherwise is another line.
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
                && agree(there.ended_for, line.ended_for)
                && agree(there.alteration.as_ref(), line.alteration.as_ref())
                && agree(there.phase, line.phase)
                && agree(there.sponsor.as_ref(), line.sponsor.as_ref())
                && agree(there.trial_number.as_ref(), line.trial_number.as_ref())
        };
        if let Some((there, _)) = self.treatments.iter_mut().find(|(it, held)| *held && same(it)) {
            let before = there.clone();
            there.cycle_days = there.cycle_days.or(line.cycle_days);
            there.stopped = there.stopped.or(line.stopped);
            there.ended_for = there.ended_for.or(line.ended_for);
            there.alteration = there.alteration.take().or(line.alteration);
            there.phase = there.phase.or(line.phase);
            there.sponsor = there.sponsor.take().or(line.sponsor);
            there.trial_number = there.trial_number.take().or(line.trial_number);
            return *there != before;
        }
        // Oldest first, as they are kept.
        let later = self.treatments.iter().position(|(there, _)| there.started > line.started);
        self.treatments.insert(later.unwrap_or(self.treatments.len()), (line, false));
        true
    }

    /// What came of a prompt that a table brought before is added to what is known. One that the journal made itself stays as
    /// it is: a file closes no call to act.
    fn take_prompt(&mut self, mut new: PromptRow, there: &There) -> bool {
        let key = key(&new);
        let held = there.prompts.get(&key);
        if held.is_some_and(|held| !held.brought) {
            return false;
        }
        let mut only_new = |known: &PromptRow| {
            new.outcomes.retain(|outcome| !known.outcomes.contains(outcome));
            new.felt = new.felt.filter(|felt| known.felt.is_none_or(|known| known < *felt));
        };
        held.map(|held| &held.row).into_iter().for_each(&mut only_new);
        self.prompts.get(&key).map(|(_, row)| row).into_iter().for_each(&mut only_new);
        let says = !new.outcomes.is_empty() || new.felt.is_some();
        match self.prompts.get_mut(&key) {
            Some((_, before)) => {
                before.felt = new.felt.or(before.felt);
                before.outcomes.extend(new.outcomes);
                says
            }
            None if held.is_none() || says => {
                self.prompts.insert(key, (held.map(|held| held.id), new));
                true
            }
            None => false,
        }
    }

    /// The records that keep it, none when nothing is new. `patient` is whose table it is.
    pub(crate) fn into_records(
        self,
        diary: &Diary,
        patient: Option<&str>,
        now: Moment,
    ) -> Vec<Stored> {
        let care = self.care.into_iter().map(|By { author: by, told }| {
            let (of, replaces) = (None, Vec::new());
            Stored::Told { at: now, by, of, replaces, event: Some(told) }
        });
        let entries = self.entries.into_iter().map(|entry| Stored::Entry { at: now, entry });
        let mut records: Vec<Stored> = entries.chain(care).collect();
        for (known, PromptRow { prompt, outcomes, felt }) in self.prompts.into_values() {
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
            records.push(Stored::Described { at: now, replaces: diary.people(), profile });
        }
        records
    }
}
