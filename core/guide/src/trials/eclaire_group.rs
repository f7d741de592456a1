//! Who may take part in a study of ECLAIRE, when its group of people stands inside the record.

use super::eclaire_fhir::{Characteristic, Contained, Quantity, codes};
use super::eligibility;
use super::json::Object;
use super::record::{Eligibility, SexAllowed};
use super::text::clean;

/// Who may take part, of the groups inside a record.
pub struct Group {
    /// Youngest age in years.
    pub min_age: Option<f64>,
    /// Oldest age in years.
    pub max_age: Option<f64>,
    /// Which sex.
    pub sex: SexAllowed,
    /// Whether healthy people are sought, when it says so.
    pub healthy: Option<bool>,
    /// The criteria.
    pub eligibility: Eligibility,
}

impl Group {
    /// Reads the groups among what stands inside a record.
    pub fn of(contained: &[Object<Contained>]) -> Self {
        let groups = contained.iter().filter(|held| held.is("Group"));
        let all: Vec<&Object<Characteristic>> =
            groups.flat_map(|group| group.characteristic.iter()).collect();
        let mut group = Self {
            min_age: None,
            max_age: None,
            sex: sex(&all),
            healthy: None,
            eligibility: Eligibility::default(),
        };
        group.ages(&all);
        for characteristic in all {
            group.says(characteristic);
        }
        group
    }

    /// The widest range that covers all of them: a record has one a class of age.
    fn ages(&mut self, all: &[&Object<Characteristic>]) {
        let ranges = all.iter().map(|characteristic| &characteristic.value_range);
        let ranges = ranges.map(|range| (years(&range.low), years(&range.high)));
        let ranges: Vec<_> = ranges.filter(|(low, high)| low.is_some() || high.is_some()).collect();
        let lows: Option<Vec<f64>> = ranges.iter().map(|(low, _)| *low).collect();
        let highs: Option<Vec<f64>> = ranges.iter().map(|(_, high)| *high).collect();
        self.min_age = lows.and_then(|lows| lows.into_iter().reduce(f64::min));
        self.max_age = highs.and_then(|highs| highs.into_iter().reduce(f64::max));
    }

    fn says(&mut self, characteristic: &Characteristic) {
        let concept = &characteristic.value_codeable_concept;
        let texts = concept.coding.iter().filter_map(|coding| coding.display.get());
        match concept.text.get() {
            Some("Study Inclusion Criteria" | "Study Exclusion Criteria") => {
                let excludes = characteristic.exclude.0 == Some(true)
                    || concept.text.get() == Some("Study Exclusion Criteria");
                for text in texts.filter(|text| clean(text).is_some()) {
                    let Eligibility { inclusion, exclusion, undivided } = eligibility::split(text);
                    let mine = if excludes {
                        &mut self.eligibility.exclusion
                    } else {
                        &mut self.eligibility.inclusion
                    };
                    mine.extend(undivided);
                    self.eligibility.inclusion.extend(inclusion);
                    self.eligibility.exclusion.extend(exclusion);
                }
            }
            Some("Study Population" | "Research Study Group Category") => {
                let healthy = texts.map(str::to_lowercase).any(|text| {
                    text.contains("healthy volunteer") || text.contains("volontaires sains")
                });
                self.healthy = healthy.then_some(true).or(self.healthy);
            }
            _ => {}
        }
    }
}

fn sex(all: &[&Object<Characteristic>]) -> SexAllowed {
    let genders = all.iter().map(|characteristic| &characteristic.value_codeable_concept);
    let genders = genders.filter(|concept| concept.text.get() == Some("Genders"));
    let (mut female, mut male) = (false, false);
    for code in genders.flat_map(|concept| codes(concept)) {
        female |= code == "female";
        male |= code == "male";
    }
    match (female, male) {
        (true, true) => SexAllowed::All,
        (true, false) => SexAllowed::Female,
        (false, true) => SexAllowed::Male,
        (false, false) => SexAllowed::Unknown,
    }
}

fn years(quantity: &Quantity) -> Option<f64> {
    let value = quantity.value.0.filter(|value| *value >= 0.0)?;
    match quantity.unit.get() {
        None | Some("years" | "year" | "a" | "ans") => Some(value),
        Some("months" | "month" | "mo" | "mois") => Some(value / 12.0),
        Some(_) => None,
    }
}
