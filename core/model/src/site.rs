//! Where it hurts: body regions with a side, on a map of front and back, and how it feels.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Allowed, Invalid};

macro_rules! regions {
    ($($(#[$doc:meta])* $name:ident $code:literal $view:ident $sided:literal $spinal:literal;)*) => {
        /// A region of the body map. Codes are stable; a region belongs to the front or the back.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Region { $($(#[$doc])* $name,)* }

        impl Region {
            /// Every region: front from head to foot, then back.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The region with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }

            /// Whether it is drawn on the back of the body map.
            pub fn on_the_back(self) -> bool {
                match self { $(Self::$name => regions!(@view $view),)* }
            }

            /// Whether a left and a right exist.
            pub fn has_sides(self) -> bool {
                match self { $(Self::$name => $sided,)* }
            }

            /// Whether pain there counts as spinal (neck to sacrum; NICE NG234).
            pub fn is_spinal(self) -> bool {
                match self { $(Self::$name => $spinal,)* }
            }
        }
    };
    (@view front) => { false };
    (@view back) => { true };
}

regions! {
    /// Head.
    Head "head" front false false;
    /// Forehead.
    Forehead "forehead" front false false;
    /// Face.
    Face "face" front true false;
    /// Eye.
    Eye "eye" front true false;
    /// Ear.
    Ear "ear" front true false;
    /// Jaw.
    Jaw "jaw" front true false;
    /// Mouth.
    Mouth "mouth" front false false;
    /// Throat.
    Throat "throat" front false false;
    /// Shoulder.
    Shoulder "shoulder" front true false;
    /// Chest.
    Chest "chest" front true false;
    /// Breast.
    Breast "breast" front true false;
    /// Ribs.
    Ribs "ribs" front true false;
    /// Upper arm.
    UpperArm "upper-arm" front true false;
    /// Elbow.
    Elbow "elbow" front true false;
    /// Forearm.
    Forearm "forearm" front true false;
    /// Wrist.
    Wrist "wrist" front true false;
    /// Hand.
    Hand "hand" front true false;
    /// Pit of the stomach and under the ribs.
    UpperAbdomen "upper-abdomen" front true false;
    /// Belly.
    Abdomen "abdomen" front true false;
    /// Groin.
    Groin "groin" front true false;
    /// Pelvis.
    Pelvis "pelvis" front false false;
    /// Hip.
    Hip "hip" front true false;
    /// Thigh.
    Thigh "thigh" front true false;
    /// Knee.
    Knee "knee" front true false;
    /// Shin.
    Shin "shin" front true false;
    /// Ankle.
    Ankle "ankle" front true false;
    /// Foot.
    Foot "foot" front true false;
    /// Back of the head.
    BackOfHead "back-of-head" back false false;
    /// Neck.
    Neck "neck" back false true;
    /// Shoulder blade.
    ShoulderBlade "shoulder-blade" back true false;
    /// Upper back.
    UpperBack "upper-back" back false true;
    /// Middle of the back.
    MidBack "mid-back" back false true;
    /// Lower back.
    LowerBack "lower-back" back false true;
    /// Flank.
    Flank "flank" back true false;
    /// Sacrum and tailbone.
    Sacrum "sacrum" back false true;
    /// Buttock.
    Buttock "buttock" back true false;
    /// Calf.
    Calf "calf" back true false;
    /// Heel.
    Heel "heel" back true false;
}

/// Which side, as the person sees it on their own body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Both sides.
    Both,
}

impl Side {
    /// Every side.
    pub const ALL: &'static [Self] = &[Self::Left, Self::Right, Self::Both];

    /// `left`, `right` or `both`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
        }
    }
}

/// One place of pain, with its own series: a region and, when said, a side.
///
/// Written `lower-back` or `hip-left`. No side means it was not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PainSite {
    region: Region,
    side: Option<Side>,
}

impl PainSite {
    /// A place; a side is refused where the region has none.
    pub fn new(region: Region, side: Option<Side>) -> Result<Self, Invalid> {
        if side.is_some() && !region.has_sides() {
            return Err(Invalid::new("side", Allowed::KnownCode));
        }
        Ok(Self { region, side })
    }

    /// The region.
    pub fn region(self) -> Region {
        self.region
    }

    /// The side, when it was said.
    pub fn side(self) -> Option<Side> {
        self.side
    }
}

impl fmt::Display for PainSite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.region.code())?;
        match self.side {
            Some(side) => write!(f, "-{}", side.code()),
            None => Ok(()),
        }
    }
}

impl FromStr for PainSite {
    type Err = Invalid;

    fn from_str(text: &str) -> Result<Self, Invalid> {
        // What we wrote ourselves has no underscore, and is read thousands of times.
        if let Some(region) = Region::from_code(text) {
            return Ok(Self { region, side: None });
        }
        let text = text.replace('_', "-");
        if let Some(region) = Region::from_code(&text) {
            return Ok(Self { region, side: None });
        }
        text.rsplit_once('-')
            .and_then(|(region, side)| {
                let side = Side::ALL.iter().copied().find(|s| s.code() == side)?;
                Self::new(Region::from_code(region)?, Some(side)).ok()
            })
            .ok_or_else(|| Invalid::new("pain", Allowed::Item))
    }
}

impl Serialize for PainSite {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PainSite {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// What a pain feels like, in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PainQuality {
    /// Dull, aching.
    Aching,
    /// Burning.
    Burning,
    /// Stabbing.
    Stabbing,
    /// Like an electric shock.
    Electric,
    /// Cramping.
    Cramping,
    /// Throbbing.
    Throbbing,
    /// Pressing.
    Pressing,
    /// Like a tight band around the body (a cord warning sign, NICE NG234).
    Band,
}

impl PainQuality {
    /// Every quality, in the order shown.
    pub const ALL: &'static [Self] = &[
        Self::Aching,
        Self::Burning,
        Self::Stabbing,
        Self::Electric,
        Self::Cramping,
        Self::Throbbing,
        Self::Pressing,
        Self::Band,
    ];

    /// The stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Aching => "aching",
            Self::Burning => "burning",
            Self::Stabbing => "stabbing",
            Self::Electric => "electric",
            Self::Cramping => "cramping",
            Self::Throbbing => "throbbing",
            Self::Pressing => "pressing",
            Self::Band => "band",
        }
    }

    /// The quality with this code.
    pub fn from_code(code: &str) -> Result<Self, Invalid> {
        Self::ALL
            .iter()
            .copied()
            .find(|quality| quality.code() == code)
            .ok_or_else(|| Invalid::new("quality", Allowed::KnownCode))
    }
}

/// What else was said of one pain on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PainDetail {
    /// What it feels like, when said.
    pub quality: Option<PainQuality>,
    /// It woke the person at night.
    pub wakes_at_night: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_site_reads_what_it_writes() {
        for &region in Region::ALL {
            let mut sides = vec![None];
            if region.has_sides() {
                sides.extend(Side::ALL.iter().copied().map(Some));
            }
            for side in sides {
                let site = PainSite::new(region, side).unwrap();
                assert_eq!(site.to_string().parse::<PainSite>().unwrap(), site);
            }
        }
    }

    #[test]
    fn a_side_is_refused_where_there_is_none() {
        assert!("lower-back-left".parse::<PainSite>().is_err());
        assert!("hip-up".parse::<PainSite>().is_err());
        assert!("".parse::<PainSite>().is_err());
    }
}
