//! The eligibility text of a registry in lines, under inclusion and exclusion.

use super::record::Eligibility;

/// Splits.
pub fn split(text: &str) -> Eligibility {
    Eligibility { undivided: text.lines().map(str::to_owned).collect(), ..Eligibility::default() }
}
