//! The answer to one question: a rating, or one of the silences.

use serde::{Deserialize, Serialize};

use crate::{Allowed, Invalid};

/// A numeric rating: 0 = not at all, 10 = the worst the person can imagine.
///
/// For items that are counted (times, stools over usual, days without) it is that count, and 10
/// stands for ten or more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Rating(u8);

impl Rating {
    /// The least rating.
    pub const MIN: Self = Self(0);
    /// The greatest rating.
    pub const MAX: Self = Self(10);

    /// A rating, if `value` is at most 10.
    pub fn new(value: u8) -> Option<Self> {
        (value <= 10).then_some(Self(value))
    }

    /// 0 to 10.
    pub fn get(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for Rating {
    type Error = Invalid;
    fn try_from(value: u8) -> Result<Self, Invalid> {
        Self::new(value).ok_or_else(|| Invalid::new("rating", Allowed::Rating))
    }
}

impl From<Rating> for u8 {
    fn from(rating: Rating) -> Self {
        rating.0
    }
}

/// What was said to one question. An item that was not asked is not in the entry at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// A rating from 0 to 10; zero is an answer.
    Rated(Rating),
    /// The question was shown and left.
    Skipped,
    /// The person was too unwell to answer, which is itself information.
    TooUnwell,
}

impl Answer {
    /// The rating, when there is one.
    pub fn rating(self) -> Option<u8> {
        match self {
            Self::Rated(rating) => Some(rating.get()),
            Self::Skipped | Self::TooUnwell => None,
        }
    }

    /// Whether this is what counts of two answers on one day: a rating says more than a silence, and the worse rating counts.
    pub fn outranks(self, other: Self) -> bool {
        let rank = |answer| match answer {
            Self::Skipped => 0,
            Self::TooUnwell => 1,
            Self::Rated(rating) => 2 + rating.get(),
        };
        rank(self) > rank(other)
    }

    /// `0` to `10`, `skipped` or `too-unwell`: the form used in tables and JSON.
    pub fn code(self) -> String {
        match self {
            Self::Rated(rating) => rating.get().to_string(),
            Self::Skipped => "skipped".to_owned(),
            Self::TooUnwell => "too-unwell".to_owned(),
        }
    }

    /// Reads what [`Answer::code`] writes, and `7.0` or `7,0` for 7.
    pub fn parse(field: &str, text: &str) -> Result<Self, Invalid> {
        match text {
            "skipped" => Ok(Self::Skipped),
            "too-unwell" | "too_unwell" => Ok(Self::TooUnwell),
            _ => whole(text)
                .and_then(Rating::new)
                .map(Self::Rated)
                .ok_or_else(|| Invalid::new(field, Allowed::Rating)),
        }
    }
}

/// A small whole number, forgiving a decimal part of zeros and a decimal comma.
pub(crate) fn whole(text: &str) -> Option<u8> {
    let text = text.trim();
    let (digits, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    (plain && fraction.bytes().all(|b| b == b'0')).then(|| digits.parse().ok()).flatten()
}

/// General state in the person's own words, 0 (as usual) to 4 (in bed all day).
///
/// Five plain steps of our own wording; they are ordered like the ECOG performance status
/// (Oken 1982) and are reported beside it, never as it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct PerformanceStatus(u8);

impl PerformanceStatus {
    /// A state, if `value` is at most 4.
    pub fn new(value: u8) -> Option<Self> {
        (value <= 4).then_some(Self(value))
    }

    /// 0 to 4.
    pub fn get(self) -> u8 {
        self.0
    }

    /// Reads `0` to `4`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        whole(text).and_then(Self::new).ok_or_else(|| Invalid::new("performance", Allowed::State))
    }
}

impl TryFrom<u8> for PerformanceStatus {
    type Error = Invalid;
    fn try_from(value: u8) -> Result<Self, Invalid> {
        Self::new(value).ok_or_else(|| Invalid::new("performance", Allowed::State))
    }
}

impl From<PerformanceStatus> for u8 {
    fn from(state: PerformanceStatus) -> Self {
        state.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_read_what_they_write_and_refuse_eleven() {
        for text in ["0", "7", "10", "skipped", "too-unwell"] {
            assert_eq!(Answer::parse("fatigue", text).unwrap().code(), text);
        }
        assert_eq!(Answer::parse("fatigue", "7,0").unwrap().rating(), Some(7));
        for text in ["11", "-1", "5.3", "", "five", "1e1", "256", "５"] {
            let refused = Answer::parse("fatigue", text).unwrap_err();
            assert_eq!(refused, Invalid::new("fatigue", Allowed::Rating), "{text}");
        }
    }

    #[test]
    fn zero_is_an_answer_and_silence_is_not_zero() {
        assert_eq!(Answer::Rated(Rating::MIN).rating(), Some(0));
        assert_eq!(Answer::Skipped.rating(), None);
        assert_eq!(Answer::TooUnwell.rating(), None);
    }
}
