//! Made-up patients for `vigie demo`, for the tests and for calibrating the trend detector.
//!
//! Nobody real is in here. A [`PatientSpec`] says what kind of person and what goes wrong,
//! [`Patient::simulate`] lives through the days, and [`SimulatedPatient`] holds the diary and the
//! truth behind it. The same spec and seed give the same patient on every platform. [`score`] says
//! how well a detector did, given that truth.
//!
//! ```
//! use vigie_simulator::{Patient, PatientSpec, Shape, Symptoms};
//!
//! let start = "2026-01-05".parse()?;
//! let spec = PatientSpec::worsening(start, Symptoms::One, Shape::Step { by: 2.0 });
//! let patient = Patient::simulate(&spec, 7);
//! assert_eq!(patient.truth.len(), 1);
//! # Ok::<(), vigie_model::Invalid>(())
//! ```

mod chance;
mod demo;
mod diary;
mod odd;
mod patient;
mod presets;
pub mod score;
mod spec;

pub use demo::{
    DEMO_CYCLE_DAYS, DEMO_DAYS, DEMO_TREATMENT, demo_list, demo_pain, demo_patient, demo_today,
};
pub use diary::{CSV_HEADER, SimulatedPatient, TruePattern, Worsening, write_csv};
pub use odd::{Oddity, odd_patient};
pub use patient::Patient;
pub use presets::{Stress, Symptoms, cohort};
pub use spec::{
    Cycles, Gaps, ItemSpec, Noise, PatientSpec, Peaks, PlannedWorsening, Shape, Spread, Tails,
    UnloggedChange,
};
