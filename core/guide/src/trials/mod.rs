//! Clinical trials: registry files read on the phone, and a shortlist to take to the doctor.

mod cities;
mod clinical_trials;
mod countries;
mod criteria;
mod disease;
mod eclaire;
mod eclaire_fhir;
mod eclaire_group;
mod eligibility;
mod eligibility_headings;
mod explain;
mod fold;
mod json;
mod leaflet;
mod profile;
mod read;
mod read_error;
mod reason;
mod record;
mod shortlist;
mod subject;
mod text;

pub use disease::Trait;
pub use explain::{Passage, explanation};
pub use leaflet::{Leaflet, leaflet};
pub use profile::{Place, ProfileError, Sex, TrialProfile, status_code};
pub use read::{ReadReport, Skipped, read_registry};
pub use read_error::RegistryError;
pub use reason::{Judge, Reason, Unknown};
pub use record::{Eligibility, Phase, Registry, SexAllowed, Site, Status, StudyKind, Trial};
pub use shortlist::{Match, NearSite, Shortlist, shortlist};
pub use subject::{Field, Kinship};
