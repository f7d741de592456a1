//! Clinical trials: a shortlist from files of registries, to take to the doctor. Nobody is ever said to be eligible.

use std::sync::Arc;

use vigie_journal::guide::trials::{
    Match, NearSite, Passage as CorePassage, Shortlist, TrialProfile, explanation, read_registry,
    status_code,
};
use vigie_journal::{Lang, Moment, Words};

use crate::JournalError;
use crate::guide::Passage;
use crate::journal::Journal;
use crate::platform::{ByteSource, ProgressHearer, progress, reader};

/// A place of a trial.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct TrialSite {
    /// The hospital.
    pub facility: Option<String>,
    /// The town.
    pub city: Option<String>,
    /// The country, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// How far, in km as the crow flies; none when that cannot be told.
    pub km: Option<f64>,
    /// Whether the place says that it takes nobody now.
    pub closed: bool,
    /// All of it in words.
    pub text: String,
}

impl TrialSite {
    fn of(near: &NearSite, words: &Words) -> Self {
        Self {
            facility: near.site.facility.clone(),
            city: near.site.city.clone(),
            country: near.site.country.clone(),
            km: near.km,
            closed: near.is_closed(),
            text: near.sentence(words),
        }
    }
}

/// A trial that nothing rules out: what fits, what is not known, what the doctor has to judge.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct TrialMatch {
    /// Its number: `NCT…`, an EU CT number or an EudraCT number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Number, phase and status in one sentence.
    pub heading: String,
    /// `1` to `4`, `1/2`; none when it is not told.
    pub phase: Option<String>,
    /// The code of its status: `recruiting`, …
    pub status: String,
    /// What fits.
    pub matched: Vec<String>,
    /// What its registry does not tell.
    pub unknown: Vec<String>,
    /// What only a doctor can judge.
    pub judge: Vec<String>,
    /// Who may take part, as its author wrote it.
    pub inclusion: Vec<String>,
    /// Who may not, as its author wrote it.
    pub exclusion: Vec<String>,
    /// Its places, the nearest first.
    pub sites: Vec<TrialSite>,
    /// The date of the record, `2026-03-17` or `2026-03`.
    pub updated: Option<String>,
}

impl TrialMatch {
    fn of(found: &Match, words: &Words) -> Self {
        Self {
            number: found.trial.id.clone(),
            title: found.trial.title.clone(),
            heading: found.heading(words),
            phase: found.phase(),
            status: status_code(found.trial.status).to_owned(),
            matched: found.matched.iter().map(|one| one.sentence(words)).collect(),
            unknown: found.unknown.iter().map(|one| one.sentence(words)).collect(),
            judge: found.judge.iter().map(|one| one.sentence(words)).collect(),
            inclusion: found.trial.eligibility.inclusion.clone(),
            exclusion: found.trial.eligibility.exclusion.clone(),
            sites: found.sites.iter().map(|near| TrialSite::of(near, words)).collect(),
            updated: found.trial.updated.clone(),
        }
    }
}

/// A shortlist of trials, best first.
#[derive(uniffi::Object)]
pub struct TrialShortlist {
    profile: TrialProfile,
    list: Vec<Match>,
    not_understood: Vec<String>,
    read: u64,
}

impl TrialShortlist {
    fn of(
        profile: TrialProfile,
        registries: Vec<Arc<dyn ByteSource>>,
        hearer: Option<Arc<dyn ProgressHearer>>,
    ) -> Result<Arc<Self>, JournalError> {
        let mut shortlist = Shortlist::new(&profile);
        let not_understood = shortlist.not_understood();
        let (mut hear, mut read) = (progress(hearer), 0);
        for registry in registries {
            let mut offer = |trial| shortlist.offer(trial);
            read += read_registry(reader(registry), &mut hear, &mut offer)?.records;
        }
        let list = shortlist.finish();
        Ok(Arc::new(Self { profile, list, not_understood, read }))
    }
}

#[uniffi::export]
impl TrialShortlist {
    /// Reads files downloaded from ClinicalTrials.gov (API v2) or ECLAIRE by a profile in JSON, of which only `conditions` has to
    /// be there. Files of any size are read as streams.
    ///
    /// Fails with `TrialProfile`, `Registry`.
    #[uniffi::constructor(default(hearer = None))]
    pub fn read(
        profile: String,
        registries: Vec<Arc<dyn ByteSource>>,
        hearer: Option<Arc<dyn ProgressHearer>>,
    ) -> Result<Arc<Self>, JournalError> {
        Self::of(TrialProfile::from_json(&profile)?, registries, hearer)
    }

    /// The same by the profile that is kept in a journal.
    ///
    /// Fails with `NoSuch` when none is kept, `TrialProfile`, `Registry`, `Locked`.
    #[uniffi::constructor(default(hearer = None))]
    pub fn read_for(
        journal: Arc<Journal>,
        registries: Vec<Arc<dyn ByteSource>>,
        hearer: Option<Arc<dyn ProgressHearer>>,
    ) -> Result<Arc<Self>, JournalError> {
        let profile = journal.core.trial_profile()?;
        Self::of(profile.ok_or(vigie_journal::JournalError::NoSuch)?, registries, hearer)
    }

    /// How many records were read.
    pub fn records_read(&self) -> u64 {
        self.read
    }

    /// The diseases of the profile that are in no table, as the person wrote them: only their very words were looked for.
    pub fn not_understood(&self) -> Vec<String> {
        self.not_understood.clone()
    }

    /// The trials, best first.
    pub fn matches(&self, lang: Lang) -> Vec<TrialMatch> {
        self.list.iter().map(|found| TrialMatch::of(found, Words::of(lang))).collect()
    }

    /// The first of them as one page to bring to the doctor, a tagged PDF.
    pub fn page(&self, lang: Lang, made_at: Moment) -> Result<Vec<u8>, JournalError> {
        Ok(vigie_journal::trials_page(lang, &self.profile, &self.list, made_at)?)
    }
}

/// What to know before a trial is talked over: phases, questions to ask, the steps of consent, where to look.
#[uniffi::export]
pub fn trial_explanations(lang: Lang) -> Vec<Passage> {
    let passage = |CorePassage { title, lines }| Passage { title, lines };
    explanation(Words::of(lang)).into_iter().map(passage).collect()
}
