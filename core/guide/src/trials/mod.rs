//! Clinical trials: registry files read on the phone, and a shortlist to take to the doctor.

mod clinical_trials;
mod countries;
mod eclaire;
mod eclaire_fhir;
mod eclaire_group;
mod eligibility;
mod eligibility_headings;
mod json;
mod read;
mod read_error;
mod record;
mod text;

pub use read::{ReadReport, Skipped, read_registry};
pub use read_error::RegistryError;
pub use record::{Eligibility, Phase, Registry, SexAllowed, Site, Status, StudyKind, Trial};
