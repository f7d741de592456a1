//! The rules in force, and those of a care team: signed files and QR codes.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use vigie_journal::{
    Lang, Moment, PackCodes, PackDifference, RulePack, SignedPack, Words, one_line, rules,
};

use crate::JournalError;
use crate::journal::{Journal, all};

/// A line of a text in steps.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct StepLine {
    /// How deep it stands, from 0.
    pub depth: u32,
    /// The text.
    pub text: String,
}

fn lines(lines: Vec<(usize, String)>) -> Vec<StepLine> {
    let line = |(depth, text)| StepLine { depth: u32::try_from(depth).unwrap_or(0), text };
    lines.into_iter().map(line).collect()
}

/// Rules as they are shown.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Rules {
    /// Since when they are in force; none for the built-in ones from the start, and for those that are not in force.
    pub since: Option<Moment>,
    /// Their name.
    pub name: String,
    /// Their version.
    pub version: u32,
    /// Who wrote them.
    pub author: String,
    /// The fingerprint of who signed them; none for the built-in ones.
    pub signed_by: Option<String>,
}

impl Rules {
    fn of(pack: &RulePack, signed: Option<&SignedPack>, since: Option<Moment>) -> Self {
        Self {
            since,
            name: one_line(&pack.name),
            version: pack.version,
            author: one_line(&pack.author),
            signed_by: signed.map(|signed| signed.signer().fingerprint()),
        }
    }
}

impl From<vigie_journal::Installed> for Rules {
    fn from(installed: vigie_journal::Installed) -> Self {
        Self::of(installed.rules(), installed.signed.as_deref(), installed.at)
    }
}

/// What a team's rules would change, to be shown before the person takes them in.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct RulesChange {
    /// The new rules.
    pub rules: Rules,
    /// What changes, in words.
    pub changes: Vec<StepLine>,
    /// How many of these changes make the diary speak less often, or at other times.
    pub less: u32,
}

#[uniffi::export]
impl Journal {
    /// The rules that the next entry is checked by.
    ///
    /// Fails with `Locked`.
    pub fn rules(&self) -> Result<Rules, JournalError> {
        Ok(self.core.pack()?.into())
    }

    /// Each of these rules in words, with where it comes from.
    ///
    /// Fails with `Locked`.
    pub fn rules_in_words(&self, lang: Lang) -> Result<Vec<StepLine>, JournalError> {
        let installed = self.core.pack()?;
        let (words, pack) = (Words::of(lang), installed.rules());
        let told = pack.rules.iter().flat_map(|rule| rules::rule(words, rule, &pack.texts));
        Ok(lines(told.collect()))
    }

    /// Every change of rules, oldest first.
    ///
    /// Fails with `Locked`.
    pub fn rules_history(&self) -> Result<Vec<Rules>, JournalError> {
        Ok(all(self.core.packs()?))
    }

    /// What the file of a signed pack would change. Nothing is changed.
    ///
    /// Fails with `Rules` when it may not be installed, `Locked`.
    pub fn check_rules(&self, file: String, lang: Lang) -> Result<RulesChange, JournalError> {
        let (words, signed) = (Words::of(lang), self.core.check_pack(&file)?);
        let difference = PackDifference::between(self.core.pack()?.rules(), signed.pack());
        Ok(RulesChange {
            rules: Rules::of(signed.pack(), Some(&signed), None),
            changes: lines(rules::changes(words, &difference, &signed.pack().texts)),
            less: u32::try_from(rules::count_of_less(&difference)).unwrap_or(u32::MAX),
        })
    }

    /// Puts the file of a signed pack in force, from the next entry on. Whether the person trusts who signed it is for the app to
    /// ask, with the fingerprint.
    ///
    /// Fails with `Rules`, `DiskFull`, `Locked`, `Io`.
    pub fn install_rules(&self, file: String) -> Result<Rules, JournalError> {
        Ok(self.core.install_pack(&file)?.into())
    }

    /// Puts the built-in rules back in force.
    ///
    /// Fails with `DiskFull`, `Locked`, `Io`.
    pub fn reset_rules(&self) -> Result<(), JournalError> {
        Ok(self.core.reset_pack()?)
    }
}

/// How many QR codes of a pack were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Record)]
pub struct CodesRead {
    /// Read so far.
    pub read: u32,
    /// In all; 0 before the first.
    pub all: u32,
}

/// Puts a pack together that comes as QR codes, in any order.
#[derive(uniffi::Object, Default)]
pub struct RuleCodes(Mutex<PackCodes>);

impl RuleCodes {
    fn codes(&self) -> MutexGuard<'_, PackCodes> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[uniffi::export]
impl RuleCodes {
    /// None read yet.
    #[uniffi::constructor]
    pub fn new() -> Arc<Self> {
        Arc::default()
    }

    /// Takes one code as it was read. Gives how many are there.
    ///
    /// Fails with `Rules` for one that is none of Vigie's, or of another pack.
    pub fn take(&self, code: String) -> Result<CodesRead, JournalError> {
        let mut codes = self.codes();
        codes.take(&code).map_err(vigie_journal::PackRefused::from)?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (read, all) = codes.progress();
        Ok(CodesRead { read: count(read), all: count(all) })
    }

    /// The file of the pack, once every code was read.
    ///
    /// Fails with `Rules` while some are missing, or when they do not fit together.
    pub fn file(&self) -> Result<String, JournalError> {
        Ok(self.codes().file()?)
    }
}
