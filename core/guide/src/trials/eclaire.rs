//! A `ResearchStudy` of ECLAIRE (FHIR R4) made a trial.

use serde::de::MapAccess;

use super::json::Text;
use super::record::Trial;

/// The fields that are read.
#[derive(Debug, Default)]
pub struct ResearchStudy {
    resource_type: Text,
}

impl ResearchStudy {
    /// Takes the value of a field that is read; `false`, and nothing is taken, for any other.
    pub fn take<'de, A: MapAccess<'de>>(
        &mut self,
        field: &str,
        fields: &mut A,
    ) -> Result<bool, A::Error> {
        match field {
            "resourceType" => self.resource_type = fields.next_value()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// `ResearchStudy`, `Bundle`, …
    pub fn resource_type(&self) -> Option<&str> {
        self.resource_type.get()
    }

    /// The trial; `None` when the record has no number.
    pub fn into_trial(self) -> Option<Trial> {
        None
    }
}
