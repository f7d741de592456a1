//! The names of what stands around the symptoms: treatments, medicines, support, consents, wishes.

use vigie_model::{
    Author, CareKind, ChangeKind, ChangeReason, ConsentKind, Helped, IntakeStatus, MedicineKind,
    Relief, Schedule, SupportKind, TrialPhase, WishKind,
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
