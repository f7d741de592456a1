//! The catalogue of symptoms: stable codes, how each is measured, and standard codes where known.

use std::fmt;

/// How an item is measured. Every scale is 0 to 10 and higher is always worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// 0 = not at all, 10 = the worst the person can imagine.
    Severity,
    /// Times today; 10 is ten or more.
    Times,
    /// Stools over the usual number today; 10 is ten or more.
    StoolsOverUsual,
    /// Days without; 10 is ten or more.
    DaysWithout,
}

macro_rules! catalogue {
    ($($(#[$doc:meta])* $name:ident $code:literal $scale:ident $snomed:expr;)*) => {
        /// A symptom of the catalogue. The order is the order in which it is shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum SymptomCode { $($(#[$doc])* $name,)* }

        impl SymptomCode {
            /// Every symptom, in order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable code, as written in tables and files.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The symptom with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)* _ => None }
            }

            /// How it is measured.
            pub fn scale(self) -> Scale {
                match self { $(Self::$name => Scale::$scale,)* }
            }

            /// SNOMED CT concept, where one is known.
            pub fn snomed(self) -> Option<&'static str> {
                match self { $(Self::$name => $snomed,)* }
            }
        }
    };
}

catalogue! {
    /// Pain as a whole; each place has its own series beside it.
    Pain "pain" Severity Some("22253000");
    /// Tiredness that rest does not mend.
    Fatigue "fatigue" Severity Some("84229001");
    /// Feeling sick.
    Nausea "nausea" Severity Some("422587007");
    /// Being sick, in times.
    Vomiting "vomiting" Times Some("422400008");
    /// Loss of appetite.
    Appetite "appetite" Severity Some("64379006");
    /// Sore mouth.
    MouthSores "mouth-sores" Severity None;
    /// Stools over the usual number.
    Diarrhoea "diarrhoea" StoolsOverUsual Some("62315008");
    /// Days without a stool.
    Constipation "constipation" DaysWithout Some("14760008");
    /// Breathlessness.
    Breathlessness "breathlessness" Severity Some("267036007");
    /// Cough.
    Cough "cough" Severity Some("49727002");
    /// Tingling or numbness of hands or feet.
    Tingling "tingling" Severity None;
    /// Rash or itch.
    Rash "rash" Severity None;
    /// Redness or peeling of palms and soles.
    HandFoot "hand-foot" Severity None;
    /// Swelling.
    Swelling "swelling" Severity None;
    /// Dizziness.
    Dizziness "dizziness" Severity Some("404640003");
    /// Poor sleep.
    Sleep "sleep" Severity None;
    /// Worry.
    Worry "worry" Severity None;
    /// Low mood.
    LowMood "low-mood" Severity None;
    /// Trouble concentrating or remembering.
    Concentration "concentration" Severity None;
    /// Hot flushes.
    HotFlushes "hot-flushes" Severity None;
}

impl fmt::Display for SymptomCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
