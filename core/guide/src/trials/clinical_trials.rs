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
#[path = "clinical_trials_tests.rs"]
mod tests;
