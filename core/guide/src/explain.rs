//! Plain explanations: what a treatment, a test, a help or a formality is. Never what a result means, never what to do.
//!
//! Each is two to four short sentences in vigie-words (`explain-…`). What is said of support is what studies honestly allow.
//! Formalities name no amounts and no delays in figures: these change, and each text says whom to ask.

use vigie_model::coded;
use vigie_words::{Words, capitalised};

coded! {
    /// What explanations are about, to show them together.
    Group "group" {
        /// Kinds of treatment.
        Treatment "treatment",
        /// Scans and blood tests.
        Examination "examination",
        /// Meetings and visits where things are decided.
        Decision "decision",
        /// Help for body and mind.
        Support "support",
        /// Rights, money, work.
        Administrative "administrative",
        /// What the person wants, and comfort.
        Wishes "wishes",
    }
}

impl Group {
    /// Its name, with a capital.
    pub fn title(self, words: &Words) -> String {
        words.text(&format!("explain-group-{}", self.code()))
    }

    /// Its topics, in the order shown.
    pub fn topics(self) -> impl Iterator<Item = Topic> {
        Topic::ALL.iter().copied().filter(move |topic| topic.group() == self)
    }
}

coded! {
    /// Something that is explained. Treatments, scans and appointments have the model's codes.
    Topic "topic" {
        /// Chemotherapy.
        Chemotherapy "chemotherapy",
        /// Targeted therapy.
        Targeted "targeted",
        /// Immunotherapy.
        Immunotherapy "immunotherapy",
        /// Hormone therapy.
        Hormone "hormone",
        /// Radiotherapy.
        Radiotherapy "radiotherapy",
        /// Surgery.
        Surgery "surgery",
        /// A treatment within a clinical trial.
        Trial "trial",
        /// CT ('scanner').
        Ct "ct",
        /// MRI ('IRM').
        Mri "mri",
        /// PET-CT ('TEP-Scan').
        PetCt "pet-ct",
        /// Ultrasound.
        Ultrasound "ultrasound",
        /// X-ray.
        XRay "x-ray",
        /// Bone scan.
        BoneScan "bone-scan",
        /// Tumour markers.
        Markers "markers",
        /// The multidisciplinary meeting ('RCP').
        Rcp "rcp",
        /// A surveillance consultation.
        Surveillance "surveillance",
        /// Asking another doctor.
        SecondOpinion "second-opinion",
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
        AdaptedActivity "adapted-activity",
        /// Social worker.
        SocialWorker "social-worker",
        /// Full coverage of a long illness (ALD 30).
        Ald "ald",
        /// Sick leave.
        SickLeave "sick-leave",
        /// Pension for those who can no longer work as before.
        InvalidityPension "invalidity-pension",
        /// Recognition as a disabled worker (RQTH).
        Rqth "rqth",
        /// MDPH, and the allowance for disabled adults (AAH).
        Mdph "mdph",
        /// Leave for somebody who cares for a relative.
        CaregiverLeave "caregiver-leave",
        /// Not having to tell an insurer of a past cancer.
        RightToBeForgotten "right-to-be-forgotten",
        /// Person of trust (article L.1111-6 CSP).
        TrustedPerson "trusted-person",
        /// Advance directives (article L.1111-11 CSP).
        Directives "directives",
        /// Palliative care.
        Palliative "palliative",
        /// When treatments stop: the first page of [`crate::comfort`].
        TreatmentsStop "treatments-stop",
    }
}

impl Topic {
    /// What it is shown with.
    pub fn group(self) -> Group {
        use Topic as T;
        match self {
            T::Chemotherapy | T::Targeted | T::Immunotherapy | T::Hormone => Group::Treatment,
            T::Radiotherapy | T::Surgery | T::Trial => Group::Treatment,
            T::Ct | T::Mri | T::PetCt | T::Ultrasound => Group::Examination,
            T::XRay | T::BoneScan | T::Markers => Group::Examination,
            T::Rcp | T::Surveillance | T::SecondOpinion => Group::Decision,
            T::Psychologist | T::Auriculotherapy | T::Hypnosis | T::Sophrology => Group::Support,
            T::SocioAesthetics | T::Physiotherapy | T::SpeechTherapy => Group::Support,
            T::AdaptedActivity | T::SocialWorker => Group::Support,
            T::Ald | T::SickLeave | T::InvalidityPension | T::Rqth => Group::Administrative,
            T::Mdph | T::CaregiverLeave | T::RightToBeForgotten => Group::Administrative,
            T::TrustedPerson | T::Directives | T::Palliative => Group::Wishes,
            T::TreatmentsStop => Group::Wishes,
        }
    }

    /// Its name, with a capital: the catalogue's where it has one.
    pub fn title(self, words: &Words) -> String {
        let code = self.code();
        let named = ["treatment", "imaging", "appointment"].map(|kind| format!("{kind}-{code}"));
        let known = named.iter().find(|id| words.has(id));
        let title =
            known.map_or_else(|| words.text(&format!("explain-{code}.title")), |id| words.text(id));
        capitalised(&title)
    }

    /// The explanation, in one paragraph.
    pub fn text(self, words: &Words) -> String {
        words.text(&format!("explain-{}", self.code()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::{ImagingKind, TreatmentKind};
    use vigie_words::Lang;

    fn sentences(text: &str) -> Vec<&str> {
        text.split_inclusive(['.', '?']).fold(Vec::new(), |mut all: Vec<&str>, part| {
            // 'L.1111-6' is no end.
            match (all.last(), part.starts_with(' ')) {
                (Some(_), false) => {}
                _ => all.push(part),
            }
            all
        })
    }

    #[test]
    fn every_topic_has_a_name_and_a_short_text_in_both_languages() {
        for &lang in Lang::ALL {
            let words = Words::of(lang);
            for &topic in Topic::ALL {
                let (title, text) = (topic.title(words), topic.text(words));
                assert!(
                    !title.contains("explain-") && !text.contains("explain-"),
                    "{title}: {text}"
                );
                let least = if topic.group() == Group::Treatment { 1 } else { 2 };
                let said = sentences(&text);
                assert!((least..=4).contains(&said.len()), "{title}: {said:?}");
                for sentence in said {
                    let word = |word: &&str| word.contains(char::is_alphanumeric);
                    let length = sentence.split_whitespace().filter(word).count();
                    assert!(length <= 30, "{title}: {length} words: {sentence}");
                }
            }
        }
    }

    #[test]
    fn every_topic_stands_in_one_group_and_reads_back_from_its_code() {
        let grouped: Vec<Topic> = Group::ALL.iter().flat_map(|group| group.topics()).collect();
        assert_eq!(grouped, Topic::ALL);
        for &topic in Topic::ALL {
            assert_eq!(topic.code().parse(), Ok(topic));
        }
        for &lang in Lang::ALL {
            for group in Group::ALL {
                assert!(!group.title(Words::of(lang)).starts_with("explain-"));
            }
        }
    }

    #[test]
    fn every_treatment_and_every_scan_of_the_model_is_explained() {
        let treatments = TreatmentKind::ALL.iter().map(|kind| kind.code());
        let scans = ImagingKind::ALL.iter().filter(|kind| **kind != ImagingKind::Other);
        for code in treatments.chain(scans.map(|kind| kind.code())) {
            assert!(code.parse::<Topic>().is_ok(), "{code}");
        }
    }

    #[test]
    fn no_text_names_an_amount_interprets_or_says_what_somebody_is_owed() {
        let never: [(Lang, &[&str]); 2] = [
            (
                Lang::Fr,
                &[
                    "€",
                    "%",
                    "euro",
                    "éligible",
                    "guéri",
                    "rassurant",
                    "bonne nouvelle",
                    "mauvais signe",
                    "tout va bien",
                    "vous devez",
                ],
            ),
            (
                Lang::En,
                &[
                    "€",
                    "%",
                    "euro",
                    "eligible",
                    "cure",
                    "reassuring",
                    "good news",
                    "bad sign",
                    "all is well",
                    "you must take",
                ],
            ),
        ];
        for (lang, never) in never {
            for &topic in Topic::ALL {
                let text = topic.text(Words::of(lang)).to_lowercase();
                for word in never {
                    assert!(!text.contains(word), "{topic:?}: {word}: {text}");
                }
            }
        }
    }

    #[test]
    fn what_is_said_of_support_claims_no_treatment_of_the_illness() {
        for (lang, modest) in [
            (Lang::Fr, ["ne soigne pas la maladie", "ne remplace aucun traitement"]),
            (Lang::En, ["does not treat the illness", "replaces no treatment"]),
        ] {
            for topic in [
                Topic::Psychologist,
                Topic::Auriculotherapy,
                Topic::Hypnosis,
                Topic::Sophrology,
                Topic::SocioAesthetics,
            ] {
                let text = topic.text(Words::of(lang));
                assert!(modest.iter().any(|words| text.contains(words)), "{text}");
            }
        }
    }

    #[test]
    fn every_formality_says_that_rules_change_and_whom_to_ask() {
        for (lang, says) in
            [(Lang::Fr, "Les règles changent\u{202f}:"), (Lang::En, "The rules change:")]
        {
            for topic in Group::Administrative.topics() {
                assert!(topic.text(Words::of(lang)).contains(says), "{topic:?}");
            }
        }
    }
}
