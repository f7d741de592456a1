//! A rule pack as a team hands it out: one text file that holds the rules, who signed them, and the signature.

use serde::{Deserialize, Serialize};
use vigie_seal::{Context, PublicKey, SigningKey, read_signature, signature_text};
use vigie_watch::{PackError, RulePack};

use super::PackRefused;

/// The newest form of the file that this program reads.
const VERSION: u32 = 1;
/// What a pack is signed as: nothing else that a key signs can be taken for one.
const SIGNED_AS: Context = Context::new("vigie rule pack 1");
/// Most bytes of such a file: a pack of hundreds of rules has a tenth of it.
const MOST_BYTES: usize = 256 << 10;

/// The file. `pack` is the very text that was signed, so that it need not be written the same way again.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope {
    #[serde(rename = "vigie-rules")]
    version: u32,
    key: String,
    signature: String,
    pack: String,
}

/// What tells such a file from a plain pack, and its version, before anything else is judged.
#[derive(Deserialize)]
struct Head {
    #[serde(rename = "vigie-rules")]
    version: Option<u32>,
    format: Option<serde::de::IgnoredAny>,
}

/// Rules whose signature fits.
#[derive(Debug, Clone, PartialEq)]
pub struct SignedPack {
    file: String,
    text: String,
    pack: RulePack,
    signer: PublicKey,
}

impl SignedPack {
    /// Reads a file and checks its signature. Whether the rules are acceptable is another question: [`SignedPack::check`].
    ///
    /// # Errors
    /// [`PackRefused::TooLarge`], [`PackRefused::Unsigned`] for a plain pack, [`PackRefused::Signature`],
    /// [`PackRefused::Pack`] for what is unreadable or newer.
    pub fn read(file: &str) -> Result<Self, PackRefused> {
        if file.len() > MOST_BYTES {
            return Err(PackRefused::TooLarge);
        }
        let unreadable = |error: serde_json::Error| PackError::Unreadable(error.to_string());
        let head: Head = serde_json::from_str(file).map_err(unreadable)?;
        match head.version {
            None if head.format.is_some() => return Err(PackRefused::Unsigned),
            Some(found) if found > VERSION => return Err(PackError::Newer { found }.into()),
            _ => {}
        }
        let envelope: Envelope = serde_json::from_str(file).map_err(unreadable)?;
        let signer: PublicKey = envelope.key.parse().map_err(|_| PackRefused::Signature)?;
        let signature = read_signature(&envelope.signature).ok_or(PackRefused::Signature)?;
        // Nothing of what is not signed is looked at.
        if !signer.verify(&SIGNED_AS, envelope.pack.as_bytes(), &signature) {
            return Err(PackRefused::Signature);
        }
        let pack = RulePack::parse(&envelope.pack)?;
        Ok(Self { file: file.to_owned(), text: envelope.pack, pack, signer })
    }

    /// Signs the text of a pack, once it is found acceptable.
    ///
    /// # Errors
    /// As [`SignedPack::check`], and [`PackRefused::Pack`] for what is no pack.
    pub fn sign(text: &str, key: &SigningKey) -> Result<Self, PackRefused> {
        let pack = RulePack::parse(text)?;
        acceptable(&pack)?;
        let envelope = Envelope {
            version: VERSION,
            key: key.public().to_string(),
            signature: signature_text(&key.sign(&SIGNED_AS, text.as_bytes())),
            pack: text.to_owned(),
        };
        let mut file = serde_json::to_string_pretty(&envelope)
            .map_err(|error| PackError::Unreadable(error.to_string()))?;
        file.push('\n');
        // What is handed out has been read once as it will be read.
        Self::read(&file)
    }

    /// Whether the rules may be put in force in a journal that never had a pack of this name.
    ///
    /// # Errors
    /// [`PackRefused::BuiltinName`], and [`PackRefused::Pack`] as [`RulePack::check`] tells it.
    pub fn check(&self) -> Result<(), PackRefused> {
        acceptable(&self.pack)
    }

    /// The rules.
    pub fn pack(&self) -> &RulePack {
        &self.pack
    }

    /// Who signed.
    pub fn signer(&self) -> &PublicKey {
        &self.signer
    }

    /// The whole file, to be handed on.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Whether these are the very same rules, signed by the same key, however their files are laid out.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.text == other.text && self.signer == other.signer
    }
}

/// The rules of a file, signed or not, and who signed them: to look at, to compare, to ask 'what if'.
///
/// # Errors
/// As [`SignedPack::read`], but for a plain pack.
pub fn rules_of(file: &str) -> Result<(RulePack, Option<PublicKey>), PackRefused> {
    match SignedPack::read(file) {
        Ok(signed) => Ok((signed.pack, Some(signed.signer))),
        Err(PackRefused::Unsigned) => Ok((RulePack::parse(file)?, None)),
        Err(refused) => Err(refused),
    }
}

fn acceptable(pack: &RulePack) -> Result<(), PackRefused> {
    if pack.name == RulePack::builtin().name {
        return Err(PackRefused::BuiltinName);
    }
    Ok(pack.check()?)
}
