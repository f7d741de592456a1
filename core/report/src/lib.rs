//! What a clinician reads: the consultation summary, as PDF and CSV; and what is said of findings and of rules.

mod compare;
mod pdf;
pub mod rules;
pub mod say;
mod summary;
pub mod table;

pub use compare::{Change, Direction, SMALLEST_CHANGE, Window};
pub use pdf::{PdfError, pdf};
pub use summary::{
    Cell, Choice, ConsultationSummary, DatedEvent, DatedText, MODERATE, Material, Measured,
    PainkillerRow, PromptStory, Series,
};
