//! Clinical trials: registry files read on the phone, and a shortlist to take to the doctor.

mod cities;
mod criteria;
mod disease;
mod explain;
mod fold;
mod leaflet;
mod profile;
mod reason;
mod record;
mod shortlist;
mod subject;

pub use disease::Trait;
pub use explain::{Passage, explanation};
pub use leaflet::{Leaflet, leaflet};
pub use profile::{Place, ProfileError, Sex, TrialProfile, status_code};
pub use reason::{Judge, Reason, Unknown};
pub use record::{Eligibility, Phase, Registry, SexAllowed, Site, Status, StudyKind, Trial};
pub use shortlist::{Match, NearSite, Shortlist, shortlist};
pub use subject::{Field, Kinship};
