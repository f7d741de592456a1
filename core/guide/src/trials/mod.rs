//! Clinical trials: registry files read on the phone, and a shortlist to take to the doctor.

mod record;

pub use record::{Eligibility, Phase, Registry, SexAllowed, Site, Status, StudyKind, Trial};
