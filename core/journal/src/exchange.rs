//! What comes in and goes out of a journal in one go: tables, summaries, reports.

use std::io::{BufWriter, Read, Write};

use vigie_model::{By, CareEvent, DailyEntry, Label};
use vigie_report::table::{write_spreadsheet, write_table};
use vigie_report::{Choice, ConsultationSummary, Material, PageError, Preview, PromptStory};
use vigie_seal::PagePassphrase;
use vigie_words::Lang;

use crate::chosen::Chosen;
use crate::import::{self, ImportOptions, ImportReport, There};
use crate::{Journal, JournalError};

/// Days a report covers unless something else is chosen: ten weeks.
const REPORT_DAYS: i32 = 70;

/// Where a report goes; a page that opens with a passphrase is written by [`Journal::export_page`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// The consultation report, for paper and the hospital record.
    Pdf,
    /// The same as a FHIR R4 document, which a hospital's record imports.
    Fhir,
    /// Every answer, as a table that `import` reads again.
    Csv,
    /// One row a day, in the words of the language, for a spreadsheet.
    Spreadsheet,
}

impl Journal {
    /// The usual choice for a report, with everything told: since the last consultation
    /// ([`AppointmentKind::is_consultation`](vigie_model::AppointmentKind::is_consultation)), its day included, however long
    /// ago that was. A consultation of today, or one to come, is the one the report is for, so the one before it counts; so it
    /// does for one since which there is no entry. Without any, the last ten weeks. Up to today, or to the last entry when that
    /// is ten weeks ago or more.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn usual_choice(&self, lang: Lang) -> Result<Choice, JournalError> {
        let today = self.now().day();
        self.with(|opened| {
            let entries = opened.diary.in_force();
            let last = entries.iter().map(|(_, entry)| entry.day).rfind(|day| *day <= today);
            let to = last.filter(|last| today.since(*last) >= REPORT_DAYS).unwrap_or(today);
            let consultations = opened.diary.care.consultations();
            let since = consultations.into_iter().rfind(|day| *day < today && Some(*day) <= last);
            let from = since.unwrap_or_else(|| to.plus(1 - REPORT_DAYS));
            Ok(Choice::everything(lang, from, to))
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
            let care: Vec<By<CareEvent>> =
                opened.diary.care.in_force().into_iter().map(|(_, one)| one).collect();
            let profile = &opened.diary.profile;
            let subject = opened.vault.store_id().to_string();
            let material = Material {
                subject: &subject,
                entries: &entries,
                profile,
                prompts: &prompts,
                care: &care,
                made_at,
            };
            Ok(ConsultationSummary::new(material, choice))
        })
    }

    /// The report in words, as plain data: what a shell shows before anything leaves.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn preview(&self, choice: Choice) -> Result<Preview, JournalError> {
        Ok(Preview::new(&self.summary(choice)?))
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
                let chosen = self.with(|opened| Ok(Chosen::of(&opened.diary, &choice)))?;
                let id = self.profile()?.table_id;
                // It may be a name.
                let id = id.as_ref().filter(|_| choice.with_name).map_or("me", Label::as_str);
                write_table(id, chosen.table(), &mut writer)?;
            }
            Format::Spreadsheet => {
                let chosen = self.with(|opened| Ok(Chosen::of(&opened.diary, &choice)))?;
                write_spreadsheet(choice.lang, chosen.table(), &mut writer)?;
            }
        }
        writer.flush()?;
        Ok(())
    }

    /// Writes the report as a protected page (`docs/formats/protected-page.md`), and gives the passphrase that was drawn for it
    /// in the language of the choice. Nothing keeps it: show it once, to be told another way than the file.
    ///
    /// # Errors
    /// [`JournalError::Locked`], [`JournalError::Io`], [`JournalError::DiskFull`].
    pub fn export_page(
        &self,
        choice: Choice,
        mut writer: impl Write,
    ) -> Result<PagePassphrase, JournalError> {
        let passphrase = PagePassphrase::make(choice.lang.word_list()).map_err(PageError::from)?;
        writer.write_all(&vigie_report::page(&self.summary(choice)?, &passphrase)?)?;
        writer.flush()?;
        Ok(passphrase)
    }

    /// Brings in a diary table (`patient,date,item,value`): all rows of one person, or none.
    ///
    /// Rows that the journal holds already are passed over, so importing twice changes nothing. A prompt of the table is kept
    /// with when it was made and what came of it; nothing is prompted anew for it.
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
        let there = self.with(|opened| Ok(There::of(&opened.diary)))?;
        let (brought, report) = import::read(source, options, now.day(), there, progress)?;
        // A table of the past is no check-in: only what it says of today asks for a call.
        let today = brought.entries.iter().any(|entry| entry.day == now.day());
        self.with(|opened| {
            let held = opened.diary.profile.table_id.as_ref().map(Label::as_str);
            if let (Some(held), Some(id)) = (held, &report.patient)
                && held != id
            {
                return Err(JournalError::OtherPerson);
            }
            let records = brought.into_records(&opened.diary, report.patient.as_deref(), now);
            if records.is_empty() {
                return Ok(());
            }
            if today {
                opened.append_table(records, now.day(), now)
            } else {
                opened.append_all(records).map(drop)
            }
        })?;
        Ok(report)
    }
}
