//! Two files that belong to the person and to nobody else, kept in the journal and not beside it: a team's directory of support,
//! and the profile by which trials are looked for.

use serde::{Deserialize, Serialize};
use vigie_guide::directory::Directory;
use vigie_guide::trials::{Match, Passage, TrialProfile, leaflet};
use vigie_model::Moment;
use vigie_report::{Leaflet, LeafletSection, leaflet_pdf};
use vigie_words::{Lang, Words};

use crate::diary::Diary;
use crate::stored::Stored;
use crate::{Journal, JournalError, RevisionId};

/// Which file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Paper {
    /// A team's directory of support, as it was handed out.
    Directory,
    /// The profile by which trials are looked for, in JSON.
    TrialProfile,
}

/// One version of a file, or that it was taken away.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) at: Moment,
    pub(crate) id: RevisionId,
    pub(crate) replaces: Vec<RevisionId>,
    pub(crate) paper: Paper,
    pub(crate) text: Option<String>,
}

impl Diary {
    /// The versions of a file that no other one stands in the place of.
    fn papers(&self, paper: Paper) -> impl Iterator<Item = &Kept> {
        let replaced = |id: RevisionId| self.kept.iter().any(|later| later.replaces.contains(&id));
        self.kept.iter().filter(move |kept| kept.paper == paper && !replaced(kept.id))
    }

    /// The file, the later one of two that two copies of the journal kept.
    fn paper(&self, paper: Paper) -> Option<&str> {
        self.papers(paper).max_by_key(|kept| (kept.at, kept.id))?.text.as_deref()
    }
}

impl Journal {
    fn keep(&self, paper: Paper, text: Option<String>) -> Result<(), JournalError> {
        let at = self.now();
        self.with(|opened| {
            if opened.diary.paper(paper) == text.as_deref() {
                return Ok(());
            }
            let replaces = opened.diary.papers(paper).map(|kept| kept.id).collect();
            opened.append(Stored::Kept { at, replaces, paper, text }).map(drop)
        })
    }

    /// Takes in a team's directory of support, in the place of the list that comes with Vigie; `None` gives that list back.
    ///
    /// # Errors
    /// [`JournalError::Directory`] with the first mistake: nothing is taken of a file with a mistake.
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn keep_directory(&self, file: Option<&[u8]>) -> Result<(), JournalError> {
        if let Some(file) = file {
            Directory::read(file, self.now().day())?;
        }
        // What was read is text.
        let text = file.map(|file| String::from_utf8_lossy(file).into_owned());
        self.keep(Paper::Directory, text)
    }

    /// The directory of support: the team's, when one was taken in, otherwise the list that comes with Vigie. Whether it is the
    /// team's is told with it.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn directory(&self) -> Result<(Directory, bool), JournalError> {
        let today = self.now().day();
        let file =
            self.with(|opened| Ok(opened.diary.paper(Paper::Directory).map(str::to_owned)))?;
        // A clock that was set back makes an entry one that was seen in the future; the shipped list is better than none.
        let own = file.and_then(|file| Directory::read(file.as_bytes(), today).ok());
        Ok(own.map_or_else(|| (Directory::shipped(), false), |own| (own, true)))
    }

    /// Keeps the profile by which trials are looked for, in JSON; `None` takes it away.
    ///
    /// # Errors
    /// [`JournalError::TrialProfile`] naming the field, [`JournalError::DiskFull`], [`JournalError::Locked`],
    /// [`JournalError::Io`].
    pub fn keep_trial_profile(&self, json: Option<&str>) -> Result<(), JournalError> {
        if let Some(json) = json {
            TrialProfile::from_json(json)?;
        }
        self.keep(Paper::TrialProfile, json.map(str::to_owned))
    }

    /// The profile by which trials are looked for, when one was kept.
    ///
    /// # Errors
    /// [`JournalError::TrialProfile`] for one that a newer version kept, [`JournalError::Locked`].
    pub fn trial_profile(&self) -> Result<Option<TrialProfile>, JournalError> {
        let json =
            self.with(|opened| Ok(opened.diary.paper(Paper::TrialProfile).map(str::to_owned)))?;
        Ok(json.as_deref().map(TrialProfile::from_json).transpose()?)
    }
}

/// A shortlist of trials as one page to bring to the doctor: a tagged PDF, as the report is. The same list and moment give the
/// same bytes.
///
/// # Errors
/// [`JournalError::Bug`] only when the program itself is at fault.
pub fn trials_page(
    lang: Lang,
    profile: &TrialProfile,
    list: &[Match],
    made_at: Moment,
) -> Result<Vec<u8>, JournalError> {
    let told = leaflet(Words::of(lang), profile, list);
    let section = |Passage { title, lines }| LeafletSection { title, lines };
    let sections = told.sections.into_iter().map(section).collect();
    let (title, intro) = (told.title, told.intro);
    Ok(leaflet_pdf(lang, &Leaflet { title, intro, sections, made_at })?)
}
