//! The one door: [`Journal`], the only crate that shells know.
//!
//! ```text
//! shell -> Journal::record(entry) -> model validates -> vault seals and commits
//!       -> watch reads the history -> at most one prompt -> vault commits it -> the shell shows it
//! ```
//!
//! Start with [`Journal::create`] or [`Journal::open`]. A shell shows [`Journal::today`], hands
//! back a [`DailyEntry`] to [`Journal::record`], shows the prompt that may come with it, says what
//! the person did by [`Journal::resolve`], and writes the report by [`Journal::export`]. Nothing
//! comes back up another way: there are no callbacks, shells ask. Calls are synchronous; an app
//! makes them off its UI thread. All texts come from [`Words`], [`say`] and [`rules`], in French and English.
//!
//! The rules are Vigie's own, or a team's that the person took in: [`Journal::install_pack`] after [`Journal::check_pack`],
//! [`PackDifference`] for what changes, [`PackCodes`] for a file that comes as QR codes.

mod attachments;
mod backup;
mod brought;
mod calendar;
mod care;
mod check;
mod chosen;
mod clock;
mod cohort;
mod columns;
mod diary;
mod doubts;
mod draft;
mod error;
mod exchange;
mod ids;
mod import;
mod journal;
mod kept;
mod keys;
mod legacy;
mod medicines;
mod notices;
mod opened;
mod packs;
mod people;
mod replay;
mod rescue;
mod stored;
mod timeline;
mod today;

pub use attachments::Attachment;
pub use backup::{DailyBackup, MergeReport};
pub use calendar::CalendarReport;
pub use care::{AskedQuestion, CareConflict};
pub use clock::{FixedClock, SystemClock};
pub use cohort::{CohortReport, cohort_rows};
pub use diary::{Conflict, Revision};
pub use doubts::DoubtfulRow;
pub use draft::UnfinishedForm;
pub use error::{JournalError, io_cause, row_cause};
pub use exchange::Format;
pub use ids::{AttachmentId, CareId, EntryId, PromptId, RevisionId};
pub use import::{BadRow, ImportOptions, ImportReport};
pub use journal::{Journal, Recorded, Verified};
pub use kept::trials_page;
pub use notices::{Notice, NoticeKind, NoticeWish};
pub use packs::{CodesRefused, Installed, PackCodes, PackRefused, SignedPack, rules_of};
pub use replay::{ReplayOptions, ReplayReport, replay};
pub use rescue::{Readable, Rescue};
pub use timeline::{DayAtAGlance, Event, EventKind, Happening, Look};
pub use today::{Asked, NumberToCall, OpenPrompt, TodayView};

pub use vigie_guide as guide;
pub use vigie_model::*;
pub use vigie_report::calendar::{
    CalendarError, ReadAppointment, ReadCalendar, read_calendar, write_calendar,
};
pub use vigie_report::table::{
    Beside, COLUMNS, PromptRow, RowCause, TableCell, TableError, TableOf, TableReader, TableRow,
    write_table,
};
pub use vigie_report::{
    AsNeeded, Block, Body, Cell, Chart, ChartData, Charts, Choice, Column, ConsultationSummary,
    Dose, Doses, Group, Legend, Line, Mark, MedicineRow, Part, Preview, PromptStory, Quotes,
    Section, Sign, Spot, Table, TextCell, body, event, rules, say,
};
pub use vigie_seal::{PagePassphrase, PublicKey, SigningKey, SigningKeyError};
pub use vigie_vault::{
    Anchor, AnchorPoint, Anchoring, BackupError, BackupReport, CopyId, FileAnchor, KdfParams,
    KeySlot, MAX_BLOB, NewKey, OlderAccepted, Passphrase, PassphraseError, PlatformKey,
    PlatformKeyError, RecoveryCode, RecoveryCodeError, SlotId, SlotKind, StoreId, Unlock,
    VaultError, WIPING_ALLOCATOR, WipingAllocator,
};
pub use vigie_watch::{
    Basis, Budget, Call, Channel, Direction, Evidence, Felt, Finding, Grade, Outcome, OutcomeKind,
    PackDifference, PackError, Prompt, PromptLevel, Rule, RuleChange, RulePack, Setting,
    SettingChange, Subject, Texts, When,
};
pub use vigie_words::licences;
pub use vigie_words::{Arg, Lang, Words, capitalised, folded, is_same, lowered, one_line};
