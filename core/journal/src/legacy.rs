//! The person as journals described them before treatment lines said why they ended, what they aim at and which trial they
//! belong to. It is read for ever and never written.

use serde::{Deserialize, Serialize};
use vigie_model::{CareContact, Day, Height, Item, Label, Profile, TreatmentKind, TreatmentLine};

/// What [`Profile`] was. The order of the fields is the form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct OldProfile {
    name: Option<Label>,
    table_id: Option<Label>,
    list: Vec<Item>,
    treatments: Vec<OldLine>,
    contacts: Vec<CareContact>,
    height: Option<Height>,
}

/// What [`TreatmentLine`] was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct OldLine {
    kind: TreatmentKind,
    regimen: Option<Label>,
    cycle_days: Option<u8>,
    started: Option<Day>,
    stopped: Option<Day>,
}

impl From<OldProfile> for Profile {
    fn from(old: OldProfile) -> Self {
        let OldProfile { name, table_id, list, treatments, contacts, height } = old;
        let treatments = treatments.into_iter().map(TreatmentLine::from).collect();
        Self { name, table_id, list, treatments, contacts, height }
    }
}

impl From<OldLine> for TreatmentLine {
    fn from(old: OldLine) -> Self {
        let OldLine { kind, regimen, cycle_days, started, stopped } = old;
        Self { regimen, cycle_days, started, stopped, ..Self::new(kind) }
    }
}
