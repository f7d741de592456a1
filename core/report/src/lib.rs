//! What a clinician reads: the consultation summary, as PDF, protected page, FHIR and CSV; one page to bring about trials;
//! appointments as a calendar; and what is said of findings and of rules.

pub mod body;
pub mod calendar;
mod choice;
mod compare;
mod doses;
pub mod event;
mod exported;
mod fhir;
mod gather;
mod page;
mod pdf;
mod preview;
mod questions;
pub mod rules;
pub mod say;
mod summary;
pub mod table;

pub use choice::Choice;
pub use compare::{Change, Comparison, Direction, SMALLEST_CHANGE, Span, Window};
pub use doses::{AsNeeded, Dose, Doses, MedicineRow, doses, medicines};
pub use exported::ExportedReader;
pub use fhir::{FhirReader, fhir, write_fhir};
pub use page::{PageError, page};
pub use pdf::{Leaflet, LeafletSection, PdfError, leaflet_pdf, pdf};
pub use preview::{
    Block, Body, Chart, ChartData, Charts, Column, Group, Legend, Line, Mark, Part, Preview,
    Quotes, Section, Sign, Spot, Table, TextCell,
};
pub use questions::{is_this, questions};
pub use summary::{
    Cell, ConsultationSummary, DatedEvent, DatedText, LabSeries, MODERATE, Material, Measured,
    PainRow, PainkillerRow, PromptStory, Series,
};
