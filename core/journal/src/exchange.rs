//! What comes in and goes out of a journal in one go: tables, summaries, reports.

use std::collections::BTreeMap;
use std::io::{BufWriter, Read, Write};

use vigie_model::{DailyEntry, Day, Item, Label, Profile};
use vigie_report::table::{TableCell, write_table};
use vigie_report::{Choice, ConsultationSummary, Material, PromptStory};
use vigie_words::Lang;

use crate::doubts;
use crate::import::{self, ImportOptions, ImportReport, There};
use crate::stored::Stored;
use crate::{Journal, JournalError};

/// Days a report covers unless something else is chosen: ten weeks.
const REPORT_DAYS: i32 = 70;

/// Where a report goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The consultation report, for paper and the hospital record.
    Pdf,
    /// The same as a FHIR R4 document, which a hospital's record imports.
    Fhir,
    /// Every answer, as a table that `import` reads again.
    Csv,
}

impl Journal {
    /// The usual choice for a report: the last ten weeks, up to today or to the last entry when
    /// that is longer ago, with everything told.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn usual_choice(&self, lang: Lang) -> Result<Choice, JournalError> {
        let today = self.now().day();
        self.with(|opened| {
            let last = opened.diary.in_force().last().map(|(_, entry)| entry.day);
            let to = last.filter(|last| today.since(*last) >= REPORT_DAYS).unwrap_or(today);
            Ok(Choice::everything(lang, to.plus(1 - REPORT_DAYS), to))
        })
    }

    /// What is to be told, before it takes any form.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn summary(&self, choice: Choice) -> Result<ConsultationSummary, JournalError> {
        let made_at = self.now();
        self.with(|opened| {
            let entries: Vec<DailyEntry> =
                opened.diary.in_force().into_iter().map(|(_, entry)| entry.clone()).collect();
            let prompts: Vec<PromptStory> =
                opened.diary.stories().map(|(_, story)| story.clone()).collect();
            let profile = &opened.diary.profile;
            let subject = opened.vault.store_id().to_string();
            let material = Material {
                subject: &subject,
                entries: &entries,
                profile,
                prompts: &prompts,
                care: &[],
                made_at,
            };
            Ok(ConsultationSummary::new(material, choice))
        })
    }

    /// Writes the report in one format.
    ///
    /// # Errors
    /// [`JournalError::Locked`], [`JournalError::Io`], [`JournalError::DiskFull`].
    pub fn export(
        &self,
        choice: Choice,
        format: Format,
        mut writer: impl Write,
    ) -> Result<(), JournalError> {
        match format {
            Format::Pdf => {
                let pdf = vigie_report::pdf(&self.summary(choice)?)?;
                writer.write_all(&pdf)?;
            }
            Format::Fhir => {
                // A resource at a time: each is too small to be a write of its own.
                let mut buffered = BufWriter::new(&mut writer);
                vigie_report::write_fhir(&self.summary(choice)?, &mut buffered)?;
                buffered.flush()?;
            }
            Format::Csv => {
                let entries = self.told(&choice)?;
                let id = self.profile()?.table_id;
                let id = id.as_ref().map_or("me", Label::as_str);
                write_table(id, &entries, &mut writer)?;
            }
        }
        writer.flush()?;
        Ok(())
    }

    /// The entries of a period without what the person leaves out.
    fn told(&self, choice: &Choice) -> Result<Vec<DailyEntry>, JournalError> {
        let mut entries: Vec<DailyEntry> =
            self.entries()?.into_iter().map(|(_, entry)| entry).collect();
        entries.retain(|entry| choice.from <= entry.day && entry.day <= choice.to);
        for entry in &mut entries {
            entry.answers.retain(|item, _| !choice.without.contains(item));
            entry.same_as_before.retain(|item| !choice.without.contains(item));
            entry.pains.retain(|site, _| !choice.without.contains(&Item::Pain(*site)));
            if !choice.with_notes {
                entry.note = None;
            }
        }
        Ok(entries)
    }

    /// Brings in a diary table (`patient,date,item,value`): all rows of one person, or none.
    ///
    /// Rows that the journal holds already are passed over, so importing twice changes nothing.
    /// Doubtful measures are history: they are recorded, and listed in the report.
    /// `progress` hears the bytes read.
    ///
    /// # Errors
    /// [`JournalError::Table`] naming line and cause, [`JournalError::SeveralPeople`],
    /// [`JournalError::NobodyOfThatName`], [`JournalError::OtherPerson`], [`JournalError::DiskFull`], [`JournalError::Locked`].
    pub fn import(
        &self,
        source: impl Read,
        options: &ImportOptions,
        progress: &mut dyn FnMut(u64),
    ) -> Result<ImportReport, JournalError> {
        let now = self.now();
        let held = self.entries()?;
        let mut cells: BTreeMap<Day, Vec<TableCell>> = BTreeMap::new();
        for (_, entry) in &held {
            cells.entry(entry.day).or_default().extend(TableCell::of(entry));
        }
        let weights = doubts::weights(held.iter().map(|(_, entry)| entry));
        let there = There { cells, weights, height: self.profile()?.height };
        let (entries, report) = import::read(source, options, now.day(), there, progress)?;
        // A table of the past is no check-in: only what it says of today asks for a call.
        let today = entries.iter().any(|entry| entry.day == now.day());
        let mut records: Vec<Stored> =
            entries.into_iter().map(|entry| Stored::Entry { at: now, entry }).collect();
        self.with(|opened| {
            let held = opened.diary.profile.table_id.as_ref().map(Label::as_str);
            if let (Some(held), Some(id)) = (held, &report.patient)
                && held != id
            {
                return Err(JournalError::OtherPerson);
            }
            if records.is_empty() {
                return Ok(());
            }
            if let (None, Some(id)) = (&opened.diary.profile.table_id, &report.patient) {
                let table_id = Label::new("patient", id).ok();
                let profile = Profile { table_id, ..opened.diary.profile.clone() };
                let replaces = opened.diary.people();
                records.push(Stored::Person { at: now, replaces, profile });
            }
            if today {
                opened.append_checked(records, now.day(), now.day(), now).map(drop)
            } else {
                opened.append_all(records).map(drop)
            }
        })?;
        Ok(report)
    }
}
