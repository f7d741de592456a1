//! The alarm ticks: a short list of signs that ask for a call whatever the ratings say.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Allowed, Invalid};

macro_rules! alarms {
    ($($(#[$doc:meta])* $name:ident $code:literal;)*) => {
        /// A sign the person can tick. The rule pack says what each one means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Alarm { $($(#[$doc])* $name,)* }

        impl Alarm {
            /// Every sign, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }
    };
}

alarms! {
    /// Shivering.
    Shivering "shivering";
    /// Confused, or not making sense.
    Confusion "confusion";
    /// Faint, or fainted.
    Faintness "faintness";
    /// Breathless at rest.
    BreathlessAtRest "breathless-at-rest";
    /// Chest pain.
    ChestPain "chest-pain";
    /// Bleeding that will not stop.
    BleedingNotStopping "bleeding-not-stopping";
    /// Blood vomited.
    BloodVomited "blood-vomited";
    /// Blood in the stools, or black stools.
    BloodInStools "blood-in-stools";
    /// A fit.
    Fit "fit";
    /// Sudden severe headache.
    SuddenHeadache "sudden-headache";
    /// Loss of vision or of speech.
    VisionOrSpeech "vision-or-speech";
    /// Weakness of one side.
    OneSidedWeakness "one-sided-weakness";
    /// Weak legs or trouble walking.
    LegWeakness "leg-weakness";
    /// Numb between the legs.
    NumbSaddle "numb-saddle";
    /// New trouble passing or holding urine or stools.
    BladderOrBowel "bladder-or-bowel";
    /// Cannot keep any drink down for a day.
    CannotKeepDrinkDown "cannot-keep-drink-down";
    /// Belly pain.
    BellyPain "belly-pain";
    /// One leg or arm swollen and painful.
    LimbSwollenPainful "limb-swollen-painful";
    /// Face or neck swollen.
    FaceOrNeckSwelling "face-or-neck-swelling";
    /// Yellow skin or eyes, or dark urine.
    YellowSkinOrDarkUrine "yellow-skin-or-dark-urine";
    /// Wide rash, or blisters.
    WideRashOrBlisters "wide-rash-or-blisters";
    /// Great thirst and much urine.
    GreatThirst "great-thirst";
    /// Mouth sores that stop eating or drinking.
    MouthStopsEating "mouth-stops-eating";
    /// Pain, redness or burn at the drip site or port.
    InfusionSite "infusion-site";
    /// Feeling ill in a way that worries.
    FeelingIll "feeling-ill";
    /// Dark thoughts.
    DarkThoughts "dark-thoughts";
}

impl Alarm {
    /// The sign with this code; underscores are read as hyphens.
    pub fn from_code(code: &str) -> Result<Self, Invalid> {
        let code = code.replace('_', "-");
        Self::ALL
            .iter()
            .copied()
            .find(|alarm| alarm.code() == code)
            .ok_or_else(|| Invalid::new("ticks", Allowed::Alarm))
    }
}

impl fmt::Display for Alarm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Alarm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Alarm {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::from_code(&text).map_err(serde::de::Error::custom)
    }
}
