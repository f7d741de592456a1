//! Why a registry's file could not be read: one case per thing a person can do about it.

use vigie_words::Words;

use super::record::Registry;

/// Why a registry's file could not be read. Nothing of the file stands in it.
///
/// The trials that were handed out before it are good; whether they are used is the caller's choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RegistryError {
    /// Search for something else: the file is empty, or the registry found nothing.
    #[error("there is no trial in the file")]
    Empty,
    /// Download the JSON: the page of the search was saved.
    #[error("the file is a web page")]
    WebPage,
    /// Unpack it first.
    #[error("the file is a compressed archive")]
    Archive,
    /// Download the JSON: it is a table, a PDF, XML or anything else.
    #[error("the file is not JSON")]
    NotJson,
    /// Choose another file: it is JSON, but no registry's.
    #[error("the file holds no trials of a registry that is known")]
    OtherJson,
    /// Download it again: it ends before it should.
    #[error("the file ends too early, after {records} trials")]
    CutShort {
        /// Trials that were read before the end.
        records: u64,
    },
    /// Download it again: it is damaged in the middle.
    #[error("the file is damaged after {records} trials")]
    Damaged {
        /// Trials that were read before the damage.
        records: u64,
    },
    /// Try again elsewhere: the system refused to read.
    #[error("input failed: {kind}")]
    Io {
        /// What the system said.
        kind: std::io::ErrorKind,
    },
}

impl RegistryError {
    /// One sentence or two that say what to do, in the person's language.
    pub fn sentence(&self, words: &Words) -> String {
        let id = match self {
            Self::CutShort { records } => {
                return words
                    .with("trials-error-cut-short", &[("records", count(*records).into())]);
            }
            Self::Damaged { records } => {
                return words.with("trials-error-damaged", &[("records", count(*records).into())]);
            }
            Self::Empty => "trials-error-empty",
            Self::WebPage => "trials-error-web-page",
            Self::Archive => "trials-error-archive",
            Self::NotJson => "trials-error-not-json",
            Self::OtherJson => {
                let registries = Registry::ALL.map(Registry::name).join(", ");
                return words.with("trials-error-other-json", &[("registries", registries.into())]);
            }
            Self::Io { .. } => "trials-error-io",
        };
        words.text(id)
    }
}

fn count(n: u64) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_words::Lang;

    #[test]
    fn every_error_has_a_sentence_of_its_own_in_both_languages() {
        let all = [
            RegistryError::Empty,
            RegistryError::WebPage,
            RegistryError::Archive,
            RegistryError::NotJson,
            RegistryError::OtherJson,
            RegistryError::CutShort { records: 0 },
            RegistryError::CutShort { records: 1 },
            RegistryError::CutShort { records: 1200 },
            RegistryError::Damaged { records: 0 },
            RegistryError::Damaged { records: 2 },
            RegistryError::Io { kind: std::io::ErrorKind::PermissionDenied },
        ];
        for lang in Lang::ALL {
            let words = Words::of(*lang);
            let mut sentences: Vec<String> = all.iter().map(|e| e.sentence(words)).collect();
            assert!(
                sentences.iter().all(|s| s.ends_with('.') && !s.contains("trials-error")),
                "{sentences:?}"
            );
            sentences.sort();
            sentences.dedup();
            assert_eq!(sentences.len(), all.len());
        }
    }
}
