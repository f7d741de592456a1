//! A registry in the shape of ClinicalTrials.gov's API v2, made up and the same each time.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use serde_json::{Value, json};

use crate::contest::Failure;

const CONDITIONS: [&str; 16] = [
    "Breast Cancer",
    "Breast Neoplasms",
    "Non-small Cell Lung Cancer",
    "Small Cell Lung Cancer",
    "Prostate Cancer",
    "Colorectal Cancer",
    "Melanoma",
    "Multiple Myeloma",
    "Advanced Solid Tumors",
    "Diabetes Mellitus, Type 2",
    "Hypertension",
    "Asthma",
    "Alzheimer Disease",
    "Rheumatoid Arthritis",
    "Depression",
    "Heart Failure",
];

const STATUSES: [&str; 7] = [
    "RECRUITING",
    "COMPLETED",
    "COMPLETED",
    "COMPLETED",
    "ACTIVE_NOT_RECRUITING",
    "NOT_YET_RECRUITING",
    "UNKNOWN",
];

const PHASES: [&str; 5] = ["PHASE1", "PHASE2", "PHASE3", "PHASE4", "NA"];

const TOWNS: [(&str, &str, f64, f64); 8] = [
    ("Paris", "France", 48.85, 2.35),
    ("Lyon", "France", 45.75, 4.85),
    ("Lille", "France", 50.63, 3.06),
    ("Boston", "United States", 42.36, -71.06),
    ("Houston", "United States", 29.76, -95.36),
    ("Beijing", "China", 39.91, 116.4),
    ("Madrid", "Spain", 40.42, -3.7),
    ("Cairo", "Egypt", 30.06, 31.25),
];

/// Words of a description: a record has many more than it has facts.
const PROSE: &str = "This randomised multicentre study evaluates the efficacy and safety of the investigational medicine given \
    with the standard of care. Participants are followed every three weeks with clinical examination, laboratory tests and \
    imaging until progression, unacceptable toxicity, withdrawal of consent or the end of the study. ";

/// A generator of numbers that only has to be the same each time (MMIX's constants, D. Knuth).
struct Numbers(u64);

impl Numbers {
    /// One of a list.
    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // The high bits are the good ones; a list is never empty here.
        let at = usize::try_from(self.0 >> 33).unwrap_or(0) % list.len().max(1);
        #[allow(clippy::indexing_slicing)] // below the length
        &list[at]
    }
}

/// Writes so many records.
pub fn write(file: &Path, records: u32) -> Result<(), Failure> {
    let mut out = BufWriter::new(File::create(file)?);
    let mut numbers = Numbers(2026);
    write!(out, "{{\"studies\":[")?;
    for number in 0..records {
        if number > 0 {
            out.write_all(b",\n")?;
        }
        serde_json::to_writer(&mut out, &record(number, &mut numbers))?;
    }
    write!(out, "],\"totalCount\":{records}}}")?;
    Ok(out.flush()?)
}

/// One record of some six kilobytes.
fn record(number: u32, numbers: &mut Numbers) -> Value {
    let condition = *numbers.of(&CONDITIONS);
    let places: Vec<Value> = (0..*numbers.of(&[1, 2, 5, 10]))
        .map(|place| {
            let (town, country, lat, lon) = numbers.of(&TOWNS);
            json!({
                "facility": format!("Hospital {place}"), "city": town, "country": country, "zip": "00000",
                "status": numbers.of(&STATUSES), "geoPoint": { "lat": lat, "lon": lon }
            })
        })
        .collect();
    json!({
        "protocolSection": {
            "identificationModule": {
                "nctId": format!("NCT{number:08}"),
                "briefTitle": format!("A Study of Medicine {number} in {condition}"),
                "officialTitle": format!("A Randomised Study of Medicine {number} in Participants With {condition}")
            },
            "statusModule": { "overallStatus": numbers.of(&STATUSES), "statusVerifiedDate": "2026-03" },
            "descriptionModule": { "briefSummary": PROSE.repeat(2), "detailedDescription": PROSE.repeat(6) },
            "conditionsModule": { "conditions": [condition], "keywords": [numbers.of(&["HER2", "EGFR", "quality of life"])] },
            "designModule": { "studyType": "INTERVENTIONAL", "phases": [numbers.of(&PHASES)] },
            "armsInterventionsModule": { "interventions": [{ "type": "DRUG", "name": format!("Medicine {number}") }] },
            "eligibilityModule": {
                "eligibilityCriteria": format!(
                    "Inclusion Criteria:\n\n* Histologically confirmed {condition}\n* ECOG performance status 0 or {}\n* {PROSE}\n\n\
                     Exclusion Criteria:\n\n* More than {} prior lines of therapy\n* {PROSE}\n* Pregnancy",
                    numbers.of(&[1, 2]), numbers.of(&[1, 2, 3])
                ),
                "healthyVolunteers": false, "sex": numbers.of(&["ALL", "ALL", "FEMALE", "MALE"]),
                "minimumAge": "18 Years", "maximumAge": format!("{} Years", numbers.of(&[50, 75, 99]))
            },
            "contactsLocationsModule": { "locations": places },
            "sponsorCollaboratorsModule": { "leadSponsor": { "name": "A sponsor", "class": "OTHER" } }
        },
        "derivedSection": { "conditionBrowseModule": { "meshes": [{ "id": "D000000", "term": condition }] } }
    })
}
