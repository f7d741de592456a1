//! The rules in force: the built-in ones, or those that a team signed and the person took in.
//!
//! Every pack that was ever in force stays in the journal, so that a prompt of long ago can be worked out again under the
//! rules that made it, and has the words of its time.

mod codes;
mod refused;
mod signed;

pub use codes::PackCodes;
pub use refused::{CodesRefused, PackRefused};
pub use signed::{SignedPack, rules_of};

use std::sync::Arc;

use vigie_model::Moment;
use vigie_watch::{Prompt, RulePack, Texts};

use crate::diary::Diary;
use crate::stored::Stored;
use crate::{Journal, JournalError, PromptId, RevisionId, check};

/// Rules that were put in force at some moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Installed {
    /// When; `None` for the built-in ones that were there from the start.
    pub at: Option<Moment>,
    /// The pack; `None` for the built-in one.
    pub signed: Option<Arc<SignedPack>>,
}

/// A change of rules, with its place among the others.
#[derive(Debug, Clone)]
pub(crate) struct PackChange {
    id: RevisionId,
    replaces: Vec<RevisionId>,
    installed: Installed,
}

impl Installed {
    /// The rules.
    pub fn rules(&self) -> &RulePack {
        self.signed.as_ref().map_or_else(|| RulePack::builtin(), |signed| signed.pack())
    }
}

impl Journal {
    /// The rules that the next entry is checked by.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn pack(&self) -> Result<Installed, JournalError> {
        self.with(|opened| Ok(opened.diary.installed()))
    }

    /// Every change of rules, oldest first; none while the built-in ones were never replaced.
    ///
    /// # Errors
    /// [`JournalError::Locked`].
    pub fn packs(&self) -> Result<Vec<Installed>, JournalError> {
        self.with(|opened| {
            Ok(opened.diary.packs.iter().map(|change| change.installed.clone()).collect())
        })
    }

    /// Whether the file of a pack could be put in force here, without doing it.
    ///
    /// # Errors
    /// [`JournalError::Pack`] with the reason, [`JournalError::Locked`].
    pub fn check_pack(&self, file: &str) -> Result<SignedPack, JournalError> {
        self.with(|opened| Ok(judged(&opened.diary, file)?))
    }

    /// Puts the file of a signed pack in force, from the next entry on. Whether the person trusts who signed it is for the
    /// shell to ask: it shows [`PublicKey::fingerprint`](vigie_seal::PublicKey::fingerprint) and what changes.
    ///
    /// # Errors
    /// [`JournalError::Pack`] with the reason; [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    /// The rules that were in force stay then.
    pub fn install_pack(&self, file: &str) -> Result<Installed, JournalError> {
        let at = self.now();
        self.with(|opened| {
            let signed = judged(&opened.diary, file)?;
            let replaces = opened.diary.packs_in_force().map(|change| change.id).collect();
            let file = Some(signed.file().to_owned());
            opened.append(Stored::Rules { at, replaces, file })?;
            Ok(opened.diary.installed())
        })
    }

    /// Puts the built-in rules in force again. What was in force before is remembered, and so is who signed it.
    ///
    /// # Errors
    /// [`JournalError::DiskFull`], [`JournalError::Locked`], [`JournalError::Io`].
    pub fn reset_pack(&self) -> Result<(), JournalError> {
        let at = self.now();
        self.with(|opened| {
            if opened.diary.installed().signed.is_none() {
                return Ok(());
            }
            let replaces = opened.diary.packs_in_force().map(|change| change.id).collect();
            opened.append(Stored::Rules { at, replaces, file: None }).map(drop)
        })
    }

    /// The rules that made a prompt; `None` when this journal does not have them, as for the built-in rules of an earlier
    /// version of the program.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`], [`JournalError::Locked`].
    pub fn pack_of(&self, id: PromptId) -> Result<Option<RulePack>, JournalError> {
        self.with(|opened| {
            let story = opened.diary.prompts.get(&id).ok_or(JournalError::NoSuch)?;
            Ok(opened.diary.pack_of(&story.prompt).cloned())
        })
    }

    /// Works a prompt out again, from what was recorded when it was made and under the rules that made it: the same prompt,
    /// unless the program reads rules in another way since, or a clock was set back: what was recorded under a later time than
    /// the prompt's is taken for later.
    ///
    /// # Errors
    /// [`JournalError::NoSuch`] also when its rules are not known any more, [`JournalError::Locked`], [`JournalError::Io`].
    pub fn prompt_again(&self, id: PromptId) -> Result<Option<Prompt>, JournalError> {
        self.with(|opened| {
            let made = &opened.diary.prompts.get(&id).ok_or(JournalError::NoSuch)?.prompt;
            let pack = opened.diary.pack_of(made).ok_or(JournalError::NoSuch)?;
            let records = Stored::all(opened.vault.snapshot()?.records())?;
            let before = records
                .into_iter()
                .take_while(|(record, _)| *record != id.0)
                .filter(|(_, stored)| stored.at().is_none_or(|at| at <= made.at))
                .collect();
            let diary = Diary::of(before);
            // One of a silence came without an entry.
            Ok(check::prompt(&diary, pack, made.day, made.at)
                .or_else(|| check::silence(&diary, pack, made.at)))
        })
    }
}

/// The pack of a file, when it may be put in force in this journal.
fn judged(diary: &Diary, file: &str) -> Result<SignedPack, PackRefused> {
    let signed = SignedPack::read(file)?;
    signed.check()?;
    let name = &signed.pack().name;
    let earlier = diary.packs.iter().filter_map(|change| change.installed.signed.as_deref());
    let namesakes: Vec<&SignedPack> =
        earlier.filter(|earlier| earlier.pack().name == *name).collect();
    let Some(last) = namesakes.last() else { return Ok(signed) };
    // For ever, even after a reset: otherwise whoever talks somebody into that could speak in the team's name.
    if last.signer() != signed.signer() {
        return Err(PackRefused::OtherKey {
            name: name.clone(),
            known: last.signer().fingerprint(),
            found: signed.signer().fingerprint(),
        });
    }
    let found = signed.pack().version;
    let known = namesakes.iter().map(|pack| pack.pack().version).max().unwrap_or(0);
    // The very same rules may come back after a reset.
    let in_force = diary.installed().signed.is_some_and(|now| now.is_same_as(&signed));
    let back = found == known && !in_force && namesakes.iter().any(|pack| pack.is_same_as(&signed));
    if found > known || back {
        return Ok(signed);
    }
    Err(PackRefused::NotNewer { name: name.clone(), known, found })
}

impl Diary {
    /// Takes in a change of rules.
    pub(crate) fn take_rules(
        &mut self,
        id: RevisionId,
        at: Moment,
        replaces: Vec<RevisionId>,
        file: Option<&str>,
    ) {
        // It was read when it came out of the vault (`Stored::from_bytes`).
        let Ok(signed) = file.map(SignedPack::read).transpose() else { return };
        let installed = Installed { at: Some(at), signed: signed.map(Arc::new) };
        self.packs.push(PackChange { id, replaces, installed });
        self.packs.sort_by_key(|change| change.installed.at);
    }

    /// The changes of rules that no other one stands in the place of: one, whatever the clock said, or two after two copies of
    /// the journal were put together.
    fn packs_in_force(&self) -> impl Iterator<Item = &PackChange> {
        let replaced = |id: RevisionId| self.packs.iter().any(|later| later.replaces.contains(&id));
        self.packs.iter().filter(move |change| !replaced(change.id))
    }

    /// The later of two; of two of one moment the same one in both copies.
    fn last_pack(&self) -> Option<&PackChange> {
        self.packs_in_force().max_by_key(|change| (change.installed.at, change.id))
    }

    /// What is in force.
    pub(crate) fn installed(&self) -> Installed {
        self.last_pack()
            .map_or(Installed { at: None, signed: None }, |change| change.installed.clone())
    }

    /// The rules in force.
    pub(crate) fn pack(&self) -> &RulePack {
        match self.last_pack() {
            Some(change) => change.installed.rules(),
            None => RulePack::builtin(),
        }
    }

    /// The rules that made a prompt. Two copies of a journal may have had two packs of one name and version: then those that
    /// came last before the prompt.
    pub(crate) fn pack_of(&self, prompt: &Prompt) -> Option<&RulePack> {
        let made =
            |pack: &&RulePack| pack.name == prompt.pack && pack.version == prompt.pack_version;
        let builtin = Some(RulePack::builtin()).filter(made);
        let changes = self.packs.iter().map(|change| &change.installed);
        let known = || changes.clone().filter(|installed| made(&installed.rules()));
        let before = known().rfind(|installed| installed.at <= Some(prompt.at));
        builtin.or_else(|| before.or_else(|| known().next()).map(Installed::rules))
    }

    /// What the rules that made a prompt say of rules of their own.
    pub(crate) fn texts_of(&self, prompt: &Prompt) -> Texts {
        let rules = prompt.findings.iter().map(|finding| finding.rule.as_str());
        self.pack_of(prompt).map(|pack| pack.texts_of(rules)).unwrap_or_default()
    }
}
