//! The report: what is told in it, and every form it takes.

use std::collections::BTreeSet;
use std::sync::Arc;

use vigie_journal::{Choice, Day, Format, Item, Lang};

use crate::JournalError;
use crate::journal::Journal;
use crate::platform::{ByteSink, written};
use crate::preview::Preview;

/// Where a report goes; a page that opens with a passphrase has a call of its own.
#[uniffi::remote(Enum)]
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

/// What the person chose to tell.
#[uniffi::remote(Record)]
pub struct Choice {
    /// The language.
    pub lang: Lang,
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Day,
    /// Whether the person's name is told. Names of others, who answered or were called, stay.
    #[uniffi(default = true)]
    pub with_name: bool,
    /// Whether notes are told, and with them what others said in words: advice, conclusions, decisions. The person's
    /// questions are always told.
    #[uniffi(default = true)]
    pub with_notes: bool,
    /// Items that are left out. The report says that something was left out.
    #[uniffi(default)]
    pub without: BTreeSet<Item>,
}

#[uniffi::export]
impl Journal {
    /// The usual choice for a report, with everything told: since the last consultation, otherwise the last ten weeks.
    ///
    /// Fails with `Locked`.
    pub fn usual_choice(&self, lang: Lang) -> Result<Choice, JournalError> {
        Ok(self.core.usual_choice(lang)?)
    }

    /// Everything from the first day to the last.
    ///
    /// Fails with `Locked`.
    pub fn whole_choice(&self, lang: Lang) -> Result<Choice, JournalError> {
        Ok(self.core.whole_choice(lang)?)
    }

    /// The report in words, as plain data: to be shown before anything leaves.
    ///
    /// Fails with `Locked`.
    pub fn preview(&self, choice: Choice) -> Result<Preview, JournalError> {
        Ok(self.core.preview(choice)?.into())
    }

    /// Writes the report in one format.
    ///
    /// Fails with `DiskFull`, `Locked`, `Io`.
    pub fn export(
        &self,
        choice: Choice,
        format: Format,
        sink: Arc<dyn ByteSink>,
    ) -> Result<(), JournalError> {
        written(sink, |to| self.core.export(choice, format, to))
    }

    /// Writes the report as a page that opens in any browser by a passphrase, and gives that passphrase, drawn in the language of
    /// the choice. Nothing keeps it: show it once, to be told another way than the file.
    ///
    /// Fails with `DiskFull`, `Locked`, `Io`.
    pub fn export_page(
        &self,
        choice: Choice,
        sink: Arc<dyn ByteSink>,
    ) -> Result<String, JournalError> {
        Ok(written(sink, |to| self.core.export_page(choice, to))?.to_string())
    }
}
