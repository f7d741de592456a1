//! What of the journal goes into a table: a period, without what the person leaves out.

use vigie_model::{By, CareEvent, DailyEntry, Day, Note, Question, TreatmentLine};
use vigie_report::table::{PromptRow, TableOf};
use vigie_report::{Choice, is_this};
use vigie_words::Lang;

use crate::diary::Diary;
use crate::{Journal, JournalError};

/// What is told of a period.
pub(crate) struct Chosen {
    treatments: Vec<TreatmentLine>,
    entries: Vec<DailyEntry>,
    care: Vec<By<CareEvent>>,
    prompts: Vec<PromptRow>,
}

impl Chosen {
    /// Treatment lines under way on a day of the period, everything else of its days. What is left out of a report is left out
    /// here: items with all that is said of them, notes.
    pub(crate) fn of(diary: &Diary, choice: &Choice) -> Self {
        let inside = |day: Day| choice.holds(day);
        let under_way = |line: &&TreatmentLine| {
            line.started.is_none_or(|day| day <= choice.to)
                && line.stopped.is_none_or(|day| day >= choice.from)
        };
        let entries = diary.in_force().into_iter().map(|(_, entry)| entry);
        let mut care: Vec<By<CareEvent>> = Vec::new();
        for (_, one) in diary.care.in_force() {
            // Told in two copies of the journal, it is one.
            if let Some(one) = one.filter_map(|event| choice.care(event.clone()))
                && inside(one.told.day())
                && !care
                    .iter()
                    .rev()
                    .take_while(|there| there.told.day() == one.told.day())
                    .any(|there| *there == one)
            {
                care.push(one);
            }
        }
        let prompts = diary.stories().map(|(_, story)| story);
        let answered: Vec<Question> = if choice.with_notes { Vec::new() } else { answered(diary) };
        // Without its answer it would look like one that waits.
        let waits = |day: Day, text: &Note| {
            let told = Question { day, text: text.clone(), answer: None };
            !answered.iter().any(|question| is_this(question, &told))
        };
        Self {
            treatments: diary.profile.treatments.iter().filter(under_way).cloned().collect(),
            entries: entries
                .filter(|entry| inside(entry.day))
                .map(|entry| {
                    let mut told = choice.entry(entry.clone());
                    told.question = told.question.filter(|text| waits(entry.day, text));
                    told
                })
                .filter(|entry| !entry.is_empty())
                .collect(),
            care,
            prompts: prompts
                .filter(|story| inside(story.prompt.day))
                .map(PromptRow::from)
                .filter_map(|mut row| {
                    choice.prompt(&mut row.prompt, &mut row.outcomes).then_some(row)
                })
                .collect(),
        }
    }

    /// As the table wants it.
    pub(crate) fn table(&self) -> TableOf<'_> {
        TableOf {
            treatments: &self.treatments,
            entries: &self.entries,
            care: &self.care,
            prompts: &self.prompts,
        }
    }
}

/// The questions that were answered.
fn answered(diary: &Diary) -> Vec<Question> {
    let asked = diary.questions().into_iter().map(|one| one.asked.told);
    asked.filter(|one| one.answer.is_some()).collect()
}

impl Journal {
    /// The usual choice for a table, of either kind: everything, from the first day that anything is about to the last, which may
    /// be that of an appointment to come.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn whole_choice(&self, lang: Lang) -> Result<Choice, JournalError> {
        let today = self.now().day();
        self.with(|opened| {
            let diary = &opened.diary;
            let entries = diary.in_force().into_iter().map(|(_, entry)| entry.day);
            let care = diary.care.in_force().into_iter().map(|(_, one)| one.told.day());
            let prompts = diary.stories().map(|(_, story)| story.prompt.day);
            let lines = &diary.profile.treatments;
            let treatments =
                lines.iter().flat_map(|line| line.started.into_iter().chain(line.stopped));
            let days: Vec<Day> =
                entries.chain(care).chain(prompts).chain(treatments).chain([today]).collect();
            let (first, last) = (days.iter().min(), days.iter().max());
            Ok(Choice::everything(lang, *first.unwrap_or(&today), *last.unwrap_or(&today)))
        })
    }
}
