//! The names of what stands around the symptoms: treatments, medicines, support, consents, wishes.

use vigie_model::{
    AppointmentKind, Author, CareKind, CareRole, ChangeKind, ChangeReason, Conclusion, ConsentKind,
    Helped, ImagingKind, IntakeStatus, MedicineKind, Relief, Schedule, SupportKind, TreatmentKind,
    TrialPhase, WishKind,
};

use crate::Words;

impl Words {
    /// Why a treatment changed or ended.
    pub fn change_reason(&self, reason: ChangeReason) -> String {
        self.text(&format!("reason-{}", reason.code()))
    }

    /// What changed of a treatment.
    pub fn treatment_change(&self, kind: ChangeKind) -> String {
        self.text(&format!("change-{}", kind.code()))
    }

    /// The phase of a trial.
    pub fn trial_phase(&self, phase: TrialPhase) -> String {
        self.text(&format!("phase-{}", phase.code()))
    }

    /// What a medicine is for.
    pub fn medicine(&self, kind: MedicineKind) -> String {
        self.text(&format!("medicine-{}", kind.code()))
    }

    /// What became of a dose.
    pub fn intake(&self, status: IntakeStatus) -> String {
        self.text(&format!("intake-{}", status.code()))
    }

    /// How far it helped.
    pub fn relief(&self, relief: Relief) -> String {
        self.text(&format!("relief-{}", relief.code()))
    }

    /// When a medicine is due: `chaque jour à 8 h 00 et 20 h 00`.
    pub fn schedule(&self, schedule: &Schedule) -> String {
        let Schedule::Times { minutes, pauses } = schedule else {
            return self.text("schedule-as-needed");
        };
        let times: Vec<String> = minutes.iter().map(|minute| self.minute(*minute)).collect();
        let times = self.list(&times);
        match pauses {
            None => self.with("schedule-times", &[("times", times.into())]),
            Some((on, off)) => {
                let (on, off) = (usize::from(*on), usize::from(*off));
                let counts = [("on", on.into()), ("off", off.into()), ("all", (on + off).into())];
                let args: Vec<_> = counts.into_iter().chain([("times", times.into())]).collect();
                self.with("schedule-pauses", &args)
            }
        }
    }

    /// A kind of support session.
    pub fn support(&self, kind: SupportKind) -> String {
        self.text(&format!("support-{}", kind.code()))
    }

    /// How a session helped.
    pub fn helped(&self, helped: Helped) -> String {
        self.text(&format!("helped-{}", helped.code()))
    }

    /// What a consent is about.
    pub fn consent(&self, kind: ConsentKind) -> String {
        self.text(&format!("consent-{}", kind.code()))
    }

    /// A kind of wish.
    pub fn wish(&self, kind: WishKind) -> String {
        self.text(&format!("wish-{}", kind.code()))
    }

    /// A kind of event.
    pub fn care_kind(&self, kind: CareKind) -> String {
        self.text(&format!("kind-{}", kind.code()))
    }

    /// The codes that a field accepts, each with its name; none for a field that is no closed list.
    pub fn codes(&self, field: &str) -> Vec<(&'static str, String)> {
        macro_rules! each {
            ($kind:ident, $name:expr) => {
                $kind::ALL.iter().map(|it| (it.code(), $name(self, *it))).collect()
            };
        }
        match field {
            "imaging" => each!(ImagingKind, Self::imaging),
            "conclusion" => each!(Conclusion, Self::conclusion),
            "appointment" => each!(AppointmentKind, Self::appointment),
            "support" => each!(SupportKind, Self::support),
            "helped" => each!(Helped, Self::helped),
            "consent" => each!(ConsentKind, Self::consent),
            "medicine" => each!(MedicineKind, Self::medicine),
            "intake" => each!(IntakeStatus, Self::intake),
            "relief" => each!(Relief, Self::relief),
            "wish" => each!(WishKind, Self::wish),
            "change" => each!(ChangeKind, Self::treatment_change),
            "reason" => each!(ChangeReason, Self::change_reason),
            "phase" => each!(TrialPhase, Self::trial_phase),
            "treatment" => each!(TreatmentKind, Self::treatment),
            // Beside the times of day.
            "schedule" => vec![("as-needed", self.schedule(&Schedule::AsNeeded))],
            "role" => each!(CareRole, Self::role),
            _ => Vec::new(),
        }
    }

    /// The codes of a field as they are shown to somebody who has to choose: `ct (Scanner), mri (IRM)`.
    pub fn codes_named(&self, field: &str) -> Option<String> {
        let codes = self.codes(field);
        let named: Vec<String> =
            codes.into_iter().map(|(code, name)| format!("{code} ({name})")).collect();
        (!named.is_empty()).then(|| named.join(", "))
    }

    /// `noté par Paul`; nothing of the person themself, for that goes without saying.
    pub fn noted_by(&self, author: &Author) -> Option<String> {
        match author {
            Author::Person => None,
            Author::Caregiver(name) => {
                Some(self.with("around-by", &[("who", name.as_str().into())]))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn everything_around_the_symptoms_has_a_name_in_both_languages() {
        fn named<T: Copy>(all: &[T], name: impl Fn(T) -> String) {
            for one in all {
                assert!(!name(*one).contains('-') || name(*one).contains(' '), "{}", name(*one));
            }
        }
        for &lang in Lang::ALL {
            let words = Words::of(lang);
            named(ChangeReason::ALL, |it| words.change_reason(it));
            named(ChangeKind::ALL, |it| words.treatment_change(it));
            named(TrialPhase::ALL, |it| words.trial_phase(it));
            named(MedicineKind::ALL, |it| words.medicine(it));
            named(IntakeStatus::ALL, |it| words.intake(it));
            named(Relief::ALL, |it| words.relief(it));
            for kind in SupportKind::ALL {
                assert!(words.has(&format!("support-{}", kind.code())));
            }
            named(Helped::ALL, |it| words.helped(it));
            named(ConsentKind::ALL, |it| words.consent(it));
            named(WishKind::ALL, |it| words.wish(it));
            for kind in CareKind::ALL {
                assert!(words.has(&format!("kind-{}", kind.code())));
            }
        }
    }

    #[test]
    fn a_wrong_word_is_answered_with_the_words_that_are_known() {
        use vigie_model::{Allowed, Invalid};
        let refused =
            |lang, field: &str| Words::of(lang).invalid(&Invalid::new(field, Allowed::KnownCode));
        let spaced = |text: String| text.replace(['\u{202f}', '\u{a0}'], " ");
        assert_eq!(
            spaced(refused(Lang::Fr, "wish")),
            "Souhait : un mot parmi trusted-person (Personne de confiance), directives (Directives anticipées)"
        );
        assert_eq!(
            refused(Lang::En, "helped"),
            "How it helped: one of no (did not help), little (helped a little), much (helped a lot)"
        );
        assert!(refused(Lang::En, "id").ends_with("a word on the list"), "no closed list");
        for field in [
            "imaging",
            "conclusion",
            "appointment",
            "support",
            "helped",
            "consent",
            "medicine",
            "intake",
            "relief",
            "wish",
            "change",
            "reason",
            "phase",
            "treatment",
            "role",
        ] {
            for &lang in Lang::ALL {
                assert!(Words::of(lang).codes(field).len() > 1, "{field}");
            }
        }
    }

    #[test]
    fn a_schedule_is_said_with_its_pauses() {
        let say = |lang, text: &str| Words::of(lang).schedule(&text.parse().unwrap());
        let twice = "08:00,20:00 21/7";
        assert_eq!(say(Lang::En, twice), "at 8:00 and 20:00, 21 days in 28 (7 days off)");
        let spaced = |text: &str| text.replace(['\u{202f}', '\u{a0}'], " ");
        let french = spaced(&say(Lang::Fr, "08:00 5/1"));
        assert_eq!(french, "à 8 h 00, 5 jours sur 6 (1 jour de pause)");
        assert_eq!(say(Lang::Fr, "as-needed"), "au besoin");
    }
}
