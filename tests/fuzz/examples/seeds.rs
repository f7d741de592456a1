//! Makes the seed corpus: `RUSTFLAGS="--cfg fuzzing" cargo run --example seeds`, in this folder.

use std::fs;
use std::path::Path;

use vigie_vault::fuzzing::{passphrase, seeds};
use vigie_vault::{Anchoring, KdfParams, NewKey, Vault};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut all: Vec<(&str, String, Vec<u8>)> =
        seeds().into_iter().map(|(target, name, bytes)| (target, name.to_owned(), bytes)).collect();
    all.extend(cells()?.into_iter().map(|(name, bytes)| ("cells", name, bytes)));
    all.extend(registry().map(|(name, text)| ("registry", name.to_owned(), text.into_bytes())));
    for (target, name, bytes) in all {
        fs::create_dir_all(corpus.join(target))?;
        fs::write(corpus.join(target).join(name), bytes)?;
    }
    Ok(())
}

/// A real journal with a record that goes on in other pages: its pages of cells one by one, and all of it with a `-wal`.
fn cells() -> Result<Vec<(String, Vec<u8>)>, Box<dyn std::error::Error>> {
    let dir = std::env::temp_dir().join(format!("vigie-seeds-{}", std::process::id()));
    let passphrase = passphrase();
    let key = NewKey::Passphrase(&passphrase, KdfParams::weak_for_tests());
    let (mut vault, _) = Vault::create(&dir, key, Anchoring::none())?;
    vault.append(&[&[0x20; 200]])?;
    vault.append(&[&[0x20; 9000]])?;
    let wal = fs::read(dir.join("journal.vigie-wal"))?;
    vault.close()?;
    let database = fs::read(dir.join("journal.vigie"))?;
    fs::remove_dir_all(&dir)?;
    let length = u16::try_from(wal.len())?.to_le_bytes();
    let mut seeds = vec![("with-wal".to_owned(), [&length, &*database, &*wal].concat())];
    for (number, page) in database.chunks(4096).enumerate() {
        // A leaf of a table.
        if page.first() == Some(&0x0D) {
            seeds.push((format!("page-{number}"), [&[0, 0], page].concat()));
        }
    }
    Ok(seeds)
}

/// Made-up records of both registries, in every shape that is read.
fn registry() -> [(&'static str, String); 6] {
    let study = r#"{"protocolSection":{
"identificationModule":{"nctId":"NCT00000001","briefTitle":"Made up","acronym":"MADE"},
"statusModule":{"overallStatus":"RECRUITING","lastUpdatePostDateStruct":{"date":"2030-01-31"}},
"sponsorCollaboratorsModule":{"leadSponsor":{"name":"Nobody"}},
"designModule":{"studyType":"INTERVENTIONAL","phases":["PHASE1","PHASE2"]},
"conditionsModule":{"conditions":["NSCLC"],"keywords":["EGFR"]},
"armsInterventionsModule":{"interventions":[{"type":"DRUG","name":"Placebo"}]},
"eligibilityModule":{"eligibilityCriteria":"Key Inclusion Criteria:\n\n1. Age \\>= 18\n  * a\nPart B:\n\nExclusion criteria: none",
"healthyVolunteers":false,"sex":"ALL","minimumAge":"18 Years","maximumAge":"6 Months"},
"contactsLocationsModule":{"locations":[{"facility":"Research Site","city":"Lyon","country":"France","status":"RECRUITING",
"geoPoint":{"lat":45.74,"lon":4.84}}]}},
"derivedSection":{"conditionBrowseModule":{"meshes":[{"term":"Lung Neoplasms"}]}},"hasResults":false}"#;
    let research = r#"{"resourceType":"ResearchStudy","id":"2030-500001-10-00","status":"active","title":"A &ndash; B",
"meta":{"lastUpdated":"2030-01-31T00:00:00.000Z"},"identifier":[{"use":"official","value":"INDISPONIBLE"}],
"phase":{"coding":[{"code":"phase-I-II-other"}]},"category":[{"coding":[{"display":"REG536"}]}],
"condition":[{"text":"medDRACondition","coding":[{"code":"10070575"},"$mdr#"]},{"text":"Cancer du sein"}],
"location":[{"coding":[{"code":"FR","display":"France"}],"text":"Countries of recruitment"}],
"contained":[{"resourceType":"Group","characteristic":[{"valueRange":{"low":{"value":18,"unit":"years"}}},
{"exclude":true,"valueCodeableConcept":{"text":"Study Exclusion Criteria","coding":[{"display":"Grossesse"}]}}]}],
"extension":[{"url":"eclaire-label","extension":[{"url":"labelValue","valueString":"AB"},
{"url":"labelType","valueCodeableConcept":{"coding":[{"code":"acronym"}]}}]},
{"url":"eclaire-therapeutic-area","valueString":"Diseases [C] - Neoplasms [C04], Diseases [C] - Virus Diseases [C02]"},
{"url":"eclaire-recruitment-period","valuePeriod":{"start":"2030-02-01"}}]}"#;
    let line = study.replace('\n', "");
    [
        ("page", format!(r#"{{"studies":[{study}],"totalCount":1}}"#)),
        ("array", format!("[{study},{study}]")),
        ("lines", format!("{line}\n{line}\n")),
        ("bundle", format!(r#"{{"resourceType":"Bundle","entry":[{{"resource":{research}}}]}}"#)),
        ("research-study", format!("\u{feff}{research}")),
        ("web-page", "<!DOCTYPE html><html></html>".to_owned()),
    ]
}
