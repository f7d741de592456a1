//! What a person looks for in a trial: a small JSON file, read once and checked.

use serde::Deserialize;
use thiserror::Error;
use vigie_words::Words;

use super::fold::tokens;
use super::{Phase, Status};
use super::{cities, countries};

/// Farthest that is asked for, in km: half round the earth.
const FARTHEST_KM: f64 = 20_040.0;

/// Oldest person, in years.
const OLDEST: u8 = 120;

/// What a person looks for. Only the diseases have to be told; what is not told rules nothing out.
#[derive(Debug, Clone, PartialEq)]
pub struct TrialProfile {
    /// Their diseases, in their words, at least one.
    pub conditions: Vec<String>,
    /// Diseases that they do not have, in their words.
    pub not_conditions: Vec<String>,
    /// Words that a good trial may have: a mutation, a medicine. None has to be there.
    pub keywords: Vec<String>,
    /// Phases to keep; empty keeps all.
    pub phases: Vec<Phase>,
    /// Statuses to keep; [`Status::Unknown`] is kept whatever stands here. `None` keeps all.
    pub status: Option<Vec<Status>>,
    /// Country, ISO 3166-1 alpha-2 in capitals.
    pub country: Option<String>,
    /// Where they set out from.
    pub place: Option<Place>,
    /// How far they would go, in km.
    pub within_km: Option<f64>,
    /// Age in years.
    pub age: Option<u8>,
    /// Their sex.
    pub sex: Option<Sex>,
    /// General state 0–4 (ECOG).
    pub performance: Option<u8>,
    /// Treatments of this disease so far.
    pub previous_lines: Option<u8>,
    /// Whether trials that seek only healthy people are wanted too.
    pub healthy: bool,
}

/// Where somebody sets out from.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// Latitude and longitude in degrees.
    Point(f64, f64),
    /// A town by its name.
    City(String),
}

/// As registries tell sexes apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sex {
    /// Woman.
    Female,
    /// Man.
    Male,
}

/// Why a profile is refused. The text of the file does not stand in it, but for the name of a field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ProfileError {
    /// Not JSON at all.
    #[error("line {line}, column {column}: this is not JSON")]
    Syntax {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON of another shape: an unknown field, a missing one, text for a number.
    #[error("line {line}: a field is unknown, missing or of another shape")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// The field, when it is known.
        field: Option<String>,
    },
    /// A field with a value it does not take.
    #[error("the value of {field} is not possible")]
    Value {
        /// The field.
        field: &'static str,
    },
}

impl ProfileError {
    /// One sentence that names the field and what it takes.
    pub fn sentence(&self, words: &Words) -> String {
        let fields = FIELDS.join(", ");
        match self {
            Self::Syntax { line, column } => words.with(
                "trials-profile-syntax",
                &[("line", line.to_string().into()), ("column", column.to_string().into())],
            ),
            Self::Shape { field: Some(field), .. } if FIELDS.contains(&field.as_str()) => words
                .with(
                    "trials-profile-field",
                    &[("field", field.as_str().into()), ("takes", takes(words, field).into())],
                ),
            Self::Shape { field: Some(field), .. } => words.with(
                "trials-profile-unknown",
                &[("field", vigie_words::one_line(field).into()), ("fields", fields.into())],
            ),
            Self::Shape { line, field: None } => words.with(
                "trials-profile-shape",
                &[("line", line.to_string().into()), ("fields", fields.into())],
            ),
            Self::Value { field } => words.with(
                "trials-profile-field",
                &[("field", (*field).into()), ("takes", takes(words, field).into())],
            ),
        }
    }
}

/// What a field takes, in words.
fn takes(words: &Words, field: &str) -> String {
    words.text(&format!("trials-takes-{}", field.replace('_', "-")))
}

/// Every field of a profile, in the order in which they are explained.
const FIELDS: &[&str] = &[
    "conditions",
    "not_conditions",
    "keywords",
    "phases",
    "status",
    "country",
    "place",
    "within_km",
    "age",
    "sex",
    "performance",
    "previous_lines",
    "healthy",
];

/// The file, before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    conditions: Vec<String>,
    #[serde(default)]
    not_conditions: Vec<String>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    phases: Vec<String>,
    status: Option<Vec<String>>,
    country: Option<String>,
    place: Option<WrittenPlace>,
    within_km: Option<f64>,
    age: Option<u8>,
    sex: Option<Sex>,
    performance: Option<u8>,
    previous_lines: Option<u8>,
    #[serde(default)]
    healthy: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPlace {
    lat: Option<f64>,
    lon: Option<f64>,
    city: Option<String>,
}

impl TrialProfile {
    /// Somebody with these diseases of whom nothing else is told.
    pub fn of(conditions: &[&str]) -> Self {
        Self {
            conditions: conditions.iter().map(|text| (*text).to_owned()).collect(),
            not_conditions: Vec::new(),
            keywords: Vec::new(),
            phases: Vec::new(),
            status: Some(DEFAULT_STATUS.to_vec()),
            country: None,
            place: None,
            within_km: None,
            age: None,
            sex: None,
            performance: None,
            previous_lines: None,
            healthy: false,
        }
    }

    /// Reads a profile.
    ///
    /// # Errors
    /// When it is no JSON, has a field that is not known or lacks `conditions`, or a field has a value that it does not take.
    pub fn from_json(json: &str) -> Result<Self, ProfileError> {
        serde_json::from_str::<Written>(json).map_err(|error| refused(json, &error))?.checked()
    }

    /// The point they set out from, when it is known without looking at a registry; several where several towns have that name.
    pub fn points(&self) -> Vec<(f64, f64)> {
        match self.place.as_ref() {
            Some(Place::Point(lat, lon)) => vec![(*lat, *lon)],
            Some(Place::City(city)) => cities::points_of(city),
            None => Vec::new(),
        }
    }
}

/// What is kept when the profile does not say.
const DEFAULT_STATUS: [Status; 2] = [Status::Recruiting, Status::NotYetRecruiting];

impl Written {
    fn checked(self) -> Result<TrialProfile, ProfileError> {
        fn bad<T>(field: &'static str) -> Result<T, ProfileError> {
            Err(ProfileError::Value { field })
        }
        let says_nothing = |text: &String| tokens(text).is_empty();
        let lists = [
            ("conditions", &self.conditions),
            ("not_conditions", &self.not_conditions),
            ("keywords", &self.keywords),
        ];
        for (field, list) in lists {
            if list.iter().any(says_nothing) {
                return bad(field);
            }
        }
        if self.conditions.is_empty() {
            return bad("conditions");
        }
        let phases: Option<Vec<Phase>> = self.phases.iter().map(|text| phase(text)).collect();
        let Some(phases) = phases else { return bad("phases") };
        let status = statuses(self.status.as_deref())?;
        let code = |name: &String| countries::code_as_written(name).map(str::to_owned);
        let country = self.country.as_ref().map(|name| code(name).ok_or(())).transpose();
        let Ok(country) = country else { return bad("country") };
        let Some(place) = self.place.map(WrittenPlace::checked).transpose().ok() else {
            return bad("place");
        };
        if let Some(km) = self.within_km
            && (!(km > 0.0 && km <= FARTHEST_KM) || place.is_none())
        {
            return bad("within_km");
        }
        if self.age.is_some_and(|age| age > OLDEST) {
            return bad("age");
        }
        if self.performance.is_some_and(|state| state > 4) {
            return bad("performance");
        }
        Ok(TrialProfile {
            conditions: self.conditions,
            not_conditions: self.not_conditions,
            keywords: self.keywords,
            phases,
            status,
            country,
            place,
            within_km: self.within_km,
            age: self.age,
            sex: self.sex,
            performance: self.performance,
            previous_lines: self.previous_lines,
            healthy: self.healthy,
        })
    }
}

impl WrittenPlace {
    fn checked(self) -> Result<Place, ()> {
        match self {
            Self { lat: Some(lat), lon: Some(lon), city: None }
                if (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) =>
            {
                Ok(Place::Point(lat, lon))
            }
            Self { lat: None, lon: None, city: Some(city) } if !tokens(&city).is_empty() => {
                Ok(Place::City(city))
            }
            _ => Err(()),
        }
    }
}

/// `"1"` to `"4"`.
fn phase(text: &str) -> Option<Phase> {
    match text {
        "1" => Some(Phase::One),
        "2" => Some(Phase::Two),
        "3" => Some(Phase::Three),
        "4" => Some(Phase::Four),
        _ => None,
    }
}

/// What `status` says; `None` for any.
fn statuses(written: Option<&[String]>) -> Result<Option<Vec<Status>>, ProfileError> {
    let Some(written) = written else { return Ok(Some(DEFAULT_STATUS.to_vec())) };
    if written.iter().any(|word| word == "any") {
        return Ok(None);
    }
    let all: Option<Vec<Status>> = written.iter().map(|word| status(word)).collect();
    let all = all.filter(|list| !list.is_empty());
    all.map(Some).ok_or(ProfileError::Value { field: "status" })
}

/// A status by its word, as the JSON of a match writes it.
fn status(word: &str) -> Option<Status> {
    STATUSES.iter().find(|(_, code)| *code == word).map(|(status, _)| *status)
}

/// The word of a status.
pub fn status_code(status: Status) -> &'static str {
    STATUSES.iter().find(|(one, _)| *one == status).map_or("unknown", |(_, code)| code)
}

const STATUSES: [(Status, &str); 7] = [
    (Status::Recruiting, "recruiting"),
    (Status::NotYetRecruiting, "not-yet-recruiting"),
    (Status::ByInvitation, "by-invitation"),
    (Status::ActiveNotRecruiting, "active-not-recruiting"),
    (Status::Suspended, "suspended"),
    (Status::Over, "over"),
    (Status::Unknown, "unknown"),
];

/// What serde refused, without its text, which quotes the file.
fn refused(json: &str, error: &serde_json::Error) -> ProfileError {
    let line = error.line();
    if !error.is_data() {
        return ProfileError::Syntax { line, column: error.column() };
    }
    let said = error.to_string();
    let quoted = said.split('`').nth(1).map(str::to_owned);
    let names_field = said.starts_with("unknown field") || said.starts_with("missing field");
    let field = if names_field { quoted } else { field_at(json, line, error.column()) };
    ProfileError::Shape { line, field }
}

/// The last name of a field of a profile before a place in the file: serde tells where it stopped, not in which field.
fn field_at(json: &str, line: usize, column: usize) -> Option<String> {
    let before: usize = json.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let text = json.get(..(before + column).min(json.len()))?;
    let last = |field: &&&str| text.rfind(&format!("\"{field}\""));
    FIELDS.iter().filter(|field| last(field).is_some()).max_by_key(last).map(|f| (*f).to_owned())
}

#[cfg(test)]
#[path = "profile_tests.rs"]
mod tests;
