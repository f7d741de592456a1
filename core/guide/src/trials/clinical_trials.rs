//! A record of ClinicalTrials.gov (API v2) made a trial.
//!
//! Field names are those of <https://clinicaltrials.gov/data-api/about-api/study-data-structure>; every field may lack.

use serde::Deserialize;

use super::countries;
use super::eligibility;
use super::json::{Flag, List, Number, Object, Text};
use super::record::{Phase, Registry, SexAllowed, Site, Status, StudyKind, Trial};
use super::text::{clean, each_once};

/// The two sections that are read. The results, which can be megabytes, are never held.
#[derive(Debug, Default)]
pub struct Study {
    /// `protocolSection`.
    pub protocol: Object<Protocol>,
    /// `derivedSection`.
    pub derived: Object<Derived>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Protocol {
    identification_module: Object<Identification>,
    status_module: Object<StatusModule>,
    sponsor_collaborators_module: Object<Sponsors>,
    design_module: Object<Design>,
    conditions_module: Object<Conditions>,
    arms_interventions_module: Object<Arms>,
    eligibility_module: Object<EligibilityModule>,
    contacts_locations_module: Object<Locations>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Identification {
    nct_id: Text,
    nct_id_aliases: List<Text>,
    org_study_id_info: Object<Identifier>,
    secondary_id_infos: List<Object<Identifier>>,
    brief_title: Text,
    official_title: Text,
    acronym: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Identifier {
    id: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct StatusModule {
    overall_status: Text,
    status_verified_date: Text,
    last_update_post_date_struct: Object<Date>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Date {
    date: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Sponsors {
    lead_sponsor: Object<Named>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Named {
    name: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Design {
    study_type: Text,
    phases: List<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Conditions {
    conditions: List<Text>,
    keywords: List<Text>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Arms {
    interventions: List<Object<Named>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct EligibilityModule {
    eligibility_criteria: Text,
    healthy_volunteers: Flag,
    sex: Text,
    minimum_age: Text,
    maximum_age: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Locations {
    locations: List<Object<Location>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Location {
    facility: Text,
    city: Text,
    country: Text,
    status: Text,
    geo_point: Object<Point>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Point {
    lat: Number,
    lon: Number,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Derived {
    condition_browse_module: Object<Browse>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Browse {
    meshes: List<Object<Mesh>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Mesh {
    term: Text,
}

impl Study {
    /// The trial; `None` when the record has no number.
    pub fn into_trial(self) -> Option<Trial> {
        let Protocol {
            identification_module: ids,
            status_module: status,
            sponsor_collaborators_module: sponsors,
            design_module: design,
            conditions_module: conditions,
            arms_interventions_module: arms,
            eligibility_module: eligibility,
            contacts_locations_module: places,
        } = self.protocol.0;
        let id = shown(&ids.nct_id)?;
        let title = shown(&ids.brief_title).or_else(|| shown(&ids.official_title));
        let secondary = ids.secondary_id_infos.iter().map(|other| &other.id);
        let others = ids.nct_id_aliases.iter().chain([&ids.org_study_id_info.id]).chain(secondary);
        let meshes = &self.derived.condition_browse_module.meshes;
        let terms = meshes.iter().filter_map(|mesh| shown(&mesh.term));
        let (sites, countries, country_unread) = places_of(&places.locations);
        let posted = &status.last_update_post_date_struct.date;
        Some(Trial {
            registry: Registry::ClinicalTrialsGov,
            other_ids: each_once(others.filter_map(shown).filter(|other| *other != id)),
            title: title.unwrap_or_else(|| id.clone()),
            id,
            acronym: shown(&ids.acronym),
            phases: phases(&design.phases),
            status: status.overall_status.get().map_or(Status::Unknown, overall),
            kind: match design.study_type.get() {
                Some("INTERVENTIONAL") => StudyKind::Interventional,
                Some("OBSERVATIONAL") => StudyKind::Observational,
                _ => StudyKind::Unknown,
            },
            conditions: each_once(conditions.conditions.iter().filter_map(shown).chain(terms)),
            keywords: each_once(conditions.keywords.iter().filter_map(shown)),
            interventions: each_once(arms.interventions.iter().filter_map(|arm| shown(&arm.name))),
            min_age: eligibility.minimum_age.get().and_then(years),
            max_age: eligibility.maximum_age.get().and_then(years),
            sex: match eligibility.sex.get() {
                Some("ALL") => SexAllowed::All,
                Some("FEMALE") => SexAllowed::Female,
                Some("MALE") => SexAllowed::Male,
                _ => SexAllowed::Unknown,
            },
            healthy_volunteers: eligibility.healthy_volunteers.0,
            eligibility: eligibility::split(eligibility.eligibility_criteria.get().unwrap_or("")),
            sites,
            countries,
            country_unread,
            sponsor: shown(&sponsors.lead_sponsor.name),
            updated: date(posted).or_else(|| date(&status.status_verified_date)),
        })
    }
}

fn shown(text: &Text) -> Option<String> {
    text.get().and_then(clean)
}

/// A day or a month, as the registry writes it.
fn date(text: &Text) -> Option<String> {
    text.get().and_then(super::text::date)
}

fn phases(codes: &[Text]) -> Vec<Phase> {
    let read = codes.iter().filter_map(|code| match code.get()? {
        "EARLY_PHASE1" | "PHASE1" => Some(Phase::One),
        "PHASE2" => Some(Phase::Two),
        "PHASE3" => Some(Phase::Three),
        "PHASE4" => Some(Phase::Four),
        _ => None,
    });
    let mut phases: Vec<Phase> = read.collect();
    phases.sort_unstable();
    phases.dedup();
    phases
}

/// The status of a trial or of one of its places. The codes of expanded access (`AVAILABLE`, …) are no trials' and stay unknown.
fn overall(code: &str) -> Status {
    match code {
        "RECRUITING" => Status::Recruiting,
        "NOT_YET_RECRUITING" => Status::NotYetRecruiting,
        "ENROLLING_BY_INVITATION" => Status::ByInvitation,
        "ACTIVE_NOT_RECRUITING" => Status::ActiveNotRecruiting,
        "SUSPENDED" => Status::Suspended,
        "COMPLETED" | "TERMINATED" | "WITHDRAWN" => Status::Over,
        _ => Status::Unknown,
    }
}

/// `18 Years`, `6 Months`, `30 Days` in years. Without a known unit it is no age.
fn years(age: &str) -> Option<f64> {
    /// Of the Gregorian calendar.
    const DAYS: f64 = 365.2425;
    let (count, unit) = age.trim().split_once(' ')?;
    let count: f64 = count.parse().ok().filter(|count: &f64| count.is_finite() && *count >= 0.0)?;
    Some(match unit.trim().to_lowercase().trim_end_matches('s') {
        "year" => count,
        "month" => count / 12.0,
        "week" => count * 7.0 / DAYS,
        "day" => count / DAYS,
        "hour" => count / 24.0 / DAYS,
        "minute" => count / 1440.0 / DAYS,
        _ => return None,
    })
}

/// The sites, the countries of all places, and whether some country was not read. A place of which the country alone is told is
/// no site.
fn places_of(locations: &[Object<Location>]) -> (Vec<Site>, Vec<String>, bool) {
    let (mut sites, mut countries, mut unread) = (Vec::new(), Vec::<String>::new(), false);
    for place in locations {
        let country = place.country.get().and_then(countries::code_of).map(str::to_owned);
        match &country {
            Some(code) if !countries.contains(code) => countries.push(code.clone()),
            Some(_) => {}
            None => unread = true,
        }
        let point = place.geo_point.lat.0.zip(place.geo_point.lon.0);
        let site = Site {
            facility: shown(&place.facility).and_then(|name| facility(&name)),
            city: shown(&place.city),
            country,
            status: place.status.get().map(overall).filter(|status| *status != Status::Unknown),
            point: point.filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0),
        };
        if place.facility.get().is_some()
            || site.city.is_some()
            || site.status.is_some()
            || site.point.is_some()
        {
            sites.push(site);
        }
    }
    (sites, countries, unread)
}

/// The name of a hospital without the sponsor's own number ('( Site 1110)'); `None` for a filler: 'Research Site',
/// 'GSK Investigational Site', 'Zai Lab Site 2005', 'Local Institution - 0062'.
fn facility(name: &str) -> Option<String> {
    /// Kinds of site that are named instead of the hospital.
    const KINDS: [&str; 9] = [
        "research",
        "investigational",
        "investigative",
        "investigator",
        "investigation",
        "study",
        "clinical",
        "trial",
        "local",
    ];
    let digits = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let numbered = name.rsplit_once('(').filter(|(_, inside)| {
        let inside = inside.trim().to_lowercase();
        let number = inside.strip_prefix("site ").and_then(|inside| inside.strip_suffix(')'));
        number.is_some_and(|number| digits(number.trim()))
    });
    let name = numbered.map_or(name, |(before, _)| before.trim());
    let lower = name.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let named = match words.as_slice() {
        [] => false,
        ["local", "institution", ..] | ["site"] => false,
        [.., kind, "site"] => !KINDS.contains(kind),
        [.., kind, "site", number] if digits(number) => !KINDS.contains(kind) && number.len() < 3,
        ["site", number] => !digits(number),
        _ => true,
    };
    named.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trial(protocol: &str) -> Option<Trial> {
        let protocol = serde_json::from_str(protocol).unwrap();
        Study { protocol, ..Study::default() }.into_trial()
    }

    fn with(module: &str) -> Trial {
        trial(&format!(r#"{{"identificationModule":{{"nctId":"NCT00000001"}},{module}}}"#)).unwrap()
    }

    #[test]
    fn a_record_with_a_number_alone_is_a_trial_of_which_nothing_else_is_known() {
        let trial = trial(r#"{"identificationModule":{"nctId":"NCT00000001"}}"#).unwrap();
        assert_eq!(trial.title, "NCT00000001");
        assert_eq!(trial.status, Status::Unknown);
        assert_eq!(trial.kind, StudyKind::Unknown);
        assert_eq!(trial.sex, SexAllowed::Unknown);
        assert_eq!((trial.min_age, trial.max_age), (None, None));
        assert!(trial.phases.is_empty() && trial.countries.is_empty() && !trial.country_unread);
    }

    #[test]
    fn a_record_without_a_number_is_none() {
        assert_eq!(trial(r#"{"identificationModule":{"briefTitle":"A"}}"#), None);
        assert_eq!(trial(r#"{"identificationModule":{"nctId":" "}}"#), None);
    }

    #[test]
    fn ages_are_read_in_every_unit_and_nothing_is_guessed() {
        for (text, expected) in [
            ("18 Years", Some(18.0)),
            ("1 Year", Some(1.0)),
            ("6 Months", Some(0.5)),
            ("52 Weeks", Some(52.0 * 7.0 / 365.2425)),
            ("30 Days", Some(30.0 / 365.2425)),
            ("N/A", None),
            ("18", None),
            ("18 Moons", None),
            ("-1 Years", None),
            ("NaN Years", None),
        ] {
            assert_eq!(years(text), expected, "{text}");
        }
    }

    #[test]
    fn unknown_codes_stay_unknown() {
        let trial = with(
            r#""designModule":{"studyType":"DREAM","phases":["PHASE9","NA","PHASE3","PHASE2","PHASE2"]},
               "statusModule":{"overallStatus":"MAYBE"},"eligibilityModule":{"sex":"?","healthyVolunteers":"yes"}"#,
        );
        assert_eq!(trial.phases, [Phase::Two, Phase::Three]);
        assert_eq!(trial.status, Status::Unknown);
        assert_eq!(trial.kind, StudyKind::Unknown);
        assert_eq!(trial.sex, SexAllowed::Unknown);
        assert_eq!(trial.healthy_volunteers, None);
    }

    #[test]
    fn early_phase_one_is_phase_one() {
        assert_eq!(with(r#""designModule":{"phases":["EARLY_PHASE1"]}"#).phases, [Phase::One]);
    }

    #[test]
    fn an_unknown_country_rules_nothing_out() {
        let trial = with(
            r#""contactsLocationsModule":{"locations":[{"city":"Lyon","country":"France","status":"RECRUITING"},
               {"city":"Nice","country":"France"},{"city":"Atlantis","country":"Atlantis"}]}"#,
        );
        assert_eq!(trial.countries, ["FR"]);
        assert!(trial.country_unread);
        assert_eq!(trial.sites.len(), 3);
        assert_eq!(trial.sites[0].status, Some(Status::Recruiting));
        assert_eq!(trial.sites[1].status, None);
        assert_eq!(trial.sites[2].country, None);
    }

    #[test]
    fn a_place_of_which_only_the_country_is_told_is_no_site() {
        let trial = with(
            r#""contactsLocationsModule":{"locations":[{"country":"France"},{"country":"Spain"}]}"#,
        );
        assert_eq!(trial.countries, ["FR", "ES"]);
        assert!(trial.sites.is_empty() && !trial.country_unread);
    }

    #[test]
    fn a_point_that_is_not_on_the_earth_is_none() {
        let trial = with(
            r#""contactsLocationsModule":{"locations":[{"city":"A","country":"France","geoPoint":{"lat":48.85,"lon":2.35}},
               {"city":"B","country":"France","geoPoint":{"lat":4885,"lon":2}},{"city":"C","country":"France","geoPoint":{"lat":1}}]}"#,
        );
        let points: Vec<_> = trial.sites.iter().map(|site| site.point).collect();
        assert_eq!(points, [Some((48.85, 2.35)), None, None]);
    }

    #[test]
    fn a_filler_is_no_hospital_and_a_number_of_the_sponsor_no_part_of_a_name() {
        for filler in [
            "Research Site",
            "GSK Investigational Site",
            "Mereo Investigator Site",
            "Novartis Investigative Site",
            "Investigative Site 12",
            "Zai Lab Site 2005",
            "Site 0012",
            "Site",
            "Local Institution",
            "Local Institution - 0062",
            "( Site 1110)",
        ] {
            assert_eq!(facility(filler), None, "{filler}");
        }
        for (written, name) in [
            ("Roswell Park Cancer Institute ( Site 1107)", "Roswell Park Cancer Institute"),
            ("Institut Curie - Site de Paris", "Institut Curie - Site de Paris"),
            ("CHU - Site 2", "CHU - Site 2"),
            ("Hôpital Nord (Site Laennec)", "Hôpital Nord (Site Laennec)"),
            ("Gustave Roussy", "Gustave Roussy"),
        ] {
            assert_eq!(facility(written).as_deref(), Some(name));
        }
    }

    #[test]
    fn mesh_terms_stand_among_the_conditions_once() {
        let derived =
            r#"{"conditionBrowseModule":{"meshes":[{"term":"Lung Neoplasms"},{"term":"NSCLC"}]}}"#;
        let protocol = r#"{"identificationModule":{"nctId":"NCT00000001"},"conditionsModule":{"conditions":["nsclc"]}}"#;
        let study = Study {
            protocol: serde_json::from_str(protocol).unwrap(),
            derived: serde_json::from_str(derived).unwrap(),
        };
        assert_eq!(study.into_trial().unwrap().conditions, ["nsclc", "Lung Neoplasms"]);
    }

    #[test]
    fn the_day_of_the_last_update_may_lack() {
        let posted = r#""statusModule":{"statusVerifiedDate":"2024-02","lastUpdatePostDateStruct":{"date":"2024-03-17"}}"#;
        assert_eq!(with(posted).updated.as_deref(), Some("2024-03-17"));
        let month = r#""statusModule":{"statusVerifiedDate":"2024-02"}"#;
        assert_eq!(with(month).updated.as_deref(), Some("2024-02"));
        assert_eq!(with(r#""statusModule":{"statusVerifiedDate":"soon"}"#).updated, None);
    }
}
