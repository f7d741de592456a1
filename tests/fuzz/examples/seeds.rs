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
    all.extend(exported().map(|(name, text)| ("exported", name.to_owned(), text.into_bytes())));
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

/// Made-up diaries: a table, and what of FHIR is read, as a document and a resource a line.
fn exported() -> [(&'static str, String); 3] {
    let own = |code: &str| {
        format!(
            r#"{{"coding":[{{"system":"urn:oid:2.25.14526257825348870106144872215556004493","code":"{code}"}}]}}"#
        )
    };
    let about = r#""subject":{"reference":"Patient/7"},"effectiveDateTime":"2026-11-23""#;
    let day = format!(
        r#"{{"resourceType":"Observation","status":"final","code":{},{about},"component":[{{"code":{},"valueInteger":4}},{{"code":{{"text":"a"}},"dataAbsentReason":{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"asked-declined"}}]}}}}]}}"#,
        own("check-in"),
        own("fatigue")
    );
    let pain = format!(
        r#"{{"resourceType":"Observation","code":{},{about},"bodySite":{},"valueInteger":4}}"#,
        own("pain"),
        own("site-hip-left")
    );
    let fever = format!(
        r#"{{"resourceType":"Observation","code":{{"coding":[{{"system":"http://loinc.org","code":"8310-5"}}]}},{about},"valueQuantity":{{"value":38.2,"code":"Cel"}}}}"#
    );
    let given = format!(
        r#"{{"resourceType":"Procedure","category":{},"code":{{"text":"A"}},"subject":{{"reference":"urn:uuid:7"}},"performedDateTime":"2026-11-23"}}"#,
        own("administration")
    );
    let request = format!(
        r#"{{"resourceType":"Communication","id":"r","category":[{}],"subject":{{"reference":"Patient/7"}},"sent":"2026-11-23T20:00:00+01:00"}}"#,
        own("prompt-today")
    );
    let outcome = format!(
        r#"{{"resourceType":"Communication","status":"completed","category":[{}],"statusReason":{},"inResponseTo":[{{"reference":"Communication/r"}}],"note":[{{"time":"2026-11-23T20:30:00Z"}}]}}"#,
        own("outcome"),
        own("outcome-reached")
    );
    let consent = r#"{"resourceType":"Consent","status":"inactive","patient":{"reference":"Patient/7"},"dateTime":"2026-11-23"}"#;
    let person = r#"{"resourceType":"Patient","id":"7","name":[{"text":"a"}]}"#;
    let all = [day.as_str(), &pain, &fever, &given, &request, &outcome, consent, person];
    let entries =
        all.map(|one| format!(r#"{{"fullUrl":"urn:uuid:1","resource":{one}}}"#)).join(",\n");
    let rows = [
        "patient;date;item;value",
        "a;2026-11-23;temperature;38,2",
        "a;2026-11-23;night:lower-back;yes",
        "a;2026-11-23;consent:data;x | 2026-11-24",
        "b;2026-11-23;note;\"two\nlines\"",
    ];
    [
        ("document", format!("{{\"resourceType\":\"Bundle\",\"entry\":[\n{entries}]}}")),
        ("lines", all.join("\n")),
        ("table", rows.join("\n")),
    ]
}
