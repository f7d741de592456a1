//! One trial as a registry tells it, whichever registry: what is not told stays unknown.

/// Where a record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Registry {
    /// ClinicalTrials.gov, API v2.
    ClinicalTrialsGov,
    /// ECLAIRE, the French national registry (FHIR R4 `ResearchStudy`).
    Eclaire,
}

impl Registry {
    /// Every registry that is read.
    pub const ALL: [Self; 2] = [Self::ClinicalTrialsGov, Self::Eclaire];

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::ClinicalTrialsGov => "ClinicalTrials.gov",
            Self::Eclaire => "ECLAIRE",
        }
    }
}

/// A phase. A trial of phase I/II has both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Phase {
    /// I, early phase I as well: 20 to 80 people, the dose and its safety.
    One,
    /// II: whether it works in this disease.
    Two,
    /// III: hundreds of people, against the standard treatment.
    Three,
    /// IV: after the approval.
    Four,
}

/// Whether people can join, as of the record's date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// People can join.
    Recruiting,
    /// Not yet.
    NotYetRecruiting,
    /// By invitation only.
    ByInvitation,
    /// Going on, nobody can join any more.
    ActiveNotRecruiting,
    /// Paused.
    Suspended,
    /// Over: completed, terminated or withdrawn.
    Over,
    /// The registry does not say, or says that nobody confirmed it.
    Unknown,
}

/// What kind of study it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum StudyKind {
    /// Something is given or done.
    Interventional,
    /// People are only followed.
    Observational,
    /// Not told.
    Unknown,
}

/// Who may take part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SexAllowed {
    /// Everybody.
    All,
    /// Women.
    Female,
    /// Men.
    Male,
    /// Not told.
    Unknown,
}

/// One place where the trial is done.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Site {
    /// The hospital, unless it is a filler such as 'Research Site'.
    pub facility: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 in capitals, `FR`; `None` when the name of the country is not known.
    pub country: Option<String>,
    /// Whether this place takes people; `None` when not told.
    pub status: Option<Status>,
    /// Latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
}

/// Eligibility, as its author wrote it, in lines.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Eligibility {
    /// Criteria under a heading of inclusion.
    pub inclusion: Vec<String>,
    /// Criteria under a heading of exclusion.
    pub exclusion: Vec<String>,
    /// Lines that stand under neither: to be read as a whole.
    pub undivided: Vec<String>,
}

/// One trial.
#[derive(Debug, Clone, PartialEq)]
pub struct Trial {
    /// Where the record comes from.
    pub registry: Registry,
    /// Its number there: `NCT…`, an EU CT number or an EudraCT number.
    pub id: String,
    /// Its numbers elsewhere.
    pub other_ids: Vec<String>,
    /// The title to show, never empty: the number when the registry gives none.
    pub title: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Phases, lowest first; none for an observational study or when not told.
    pub phases: Vec<Phase>,
    /// Whether people can join.
    pub status: Status,
    /// What kind of study.
    pub kind: StudyKind,
    /// Conditions, MeSH terms and therapeutic areas, as written.
    pub conditions: Vec<String>,
    /// Keywords, as written.
    pub keywords: Vec<String>,
    /// What is given or done, as written.
    pub interventions: Vec<String>,
    /// Youngest age in years.
    pub min_age: Option<f64>,
    /// Oldest age in years.
    pub max_age: Option<f64>,
    /// Which sex may take part.
    pub sex: SexAllowed,
    /// Whether healthy people are sought.
    pub healthy_volunteers: Option<bool>,
    /// Eligibility.
    pub eligibility: Eligibility,
    /// Where it is done; empty when the registry gives countries only.
    pub sites: Vec<Site>,
    /// Countries, ISO 3166-1 alpha-2 in capitals, each once, those of the sites as well.
    pub countries: Vec<String>,
    /// Whether some place's country could not be read: then no country is ruled out.
    pub country_unread: bool,
    /// Who pays for it.
    pub sponsor: Option<String>,
    /// Date of the record, `2026-03` or `2026-03-17`.
    pub updated: Option<String>,
}
