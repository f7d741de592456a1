//! What helps beside the treatment: sessions, consents, where wishes are written down, questions and their answers.

use serde::{Deserialize, Serialize};

use crate::coded::coded;
use crate::{Day, Label, Note};

coded! {
    /// The kind of a support session.
    SupportKind "support" {
        /// Psychologist.
        Psychologist "psychologist",
        /// Acupressure of the ear ('auriculothérapie').
        Auriculotherapy "auriculotherapy",
        /// Hypnosis.
        Hypnosis "hypnosis",
        /// Sophrology.
        Sophrology "sophrology",
        /// Socio-aesthetics.
        SocioAesthetics "socio-aesthetics",
        /// Physiotherapy.
        Physiotherapy "physiotherapy",
        /// Speech therapy.
        SpeechTherapy "speech-therapy",
        /// Adapted physical activity.
        PhysicalActivity "physical-activity",
        /// Social worker.
        SocialWorker "social-worker",
        /// Something else.
        Other "other",
    }
}

coded! {
    /// How a session helped, as the person says.
    Helped "helped" {
        /// Not at all.
        No "no",
        /// A little.
        Little "little",
        /// A lot.
        Much "much",
    }
}

coded! {
    /// What a consent or a leaflet is about.
    ConsentKind "consent" {
        /// Taking part in a clinical trial.
        Trial "trial",
        /// The use of data or samples.
        Data "data",
        /// Another treatment or examination.
        Care "care",
        /// An information leaflet, which is only received.
        Leaflet "leaflet",
    }
}

coded! {
    /// A wish for the time when the person cannot speak for themself.
    WishKind "wish" {
        /// The person of trust ('personne de confiance').
        TrustedPerson "trusted-person",
        /// Advance directives ('directives anticipées').
        Directives "directives",
    }
}

/// A session beside the treatment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportSession {
    /// The day.
    pub day: Day,
    /// Its kind.
    pub kind: SupportKind,
    /// With whom.
    pub with: Option<Label>,
    /// Where.
    pub place: Option<Label>,
    /// How it helped.
    pub helped: Option<Helped>,
    /// In the person's words.
    pub note: Option<Note>,
}

/// What was given to read or to sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The day it was received.
    pub day: Day,
    /// What it is about.
    pub kind: ConsentKind,
    /// Which trial, which use, which examination.
    pub about: Label,
    /// The day it was signed.
    pub signed: Option<Day>,
    /// The day it was withdrawn, which needs no reason.
    pub withdrawn: Option<Day>,
    /// Where the paper is.
    pub place: Option<Note>,
}

/// Where a wish is written down. The journal holds the place, not the wish.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The day this was noted.
    pub day: Day,
    /// Which.
    pub kind: WishKind,
    /// Who: the person of trust, or who knows where the paper is.
    pub who: Option<Label>,
    /// Where the paper is.
    pub place: Option<Note>,
}

/// An answer to a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionAnswer {
    /// The day it was given.
    pub day: Day,
    /// The answer as the person understood it.
    pub text: Note,
}

/// A question to ask at the next appointment, carried on until it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// The day it came up.
    pub day: Day,
    /// The question.
    pub text: Note,
    /// The answer, once there is one.
    pub answer: Option<QuestionAnswer>,
}
