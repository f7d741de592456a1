//! The names and questions of everything the model knows.

use vigie_model::{
    Alarm, Allowed, Answer, AppointmentKind, CareRole, Conclusion, ImagingKind, Invalid, Item,
    PainQuality, PainSite, PerformanceStatus, Scale, Side, TreatmentKind, UnitRefused,
};

use crate::{Lang, Words, lowered};

impl Words {
    /// The name of an item, with a capital: `Fatigue`, `Douleur, bas du dos`.
    pub fn item(&self, item: &Item) -> String {
        match item {
            Item::Symptom(symptom) => self.text(&format!("symptom-{symptom}")),
            Item::Pain(site) => self.with("pain-at", &[("site", self.site(*site).into())]),
            Item::Own(name) => name.as_str().to_owned(),
        }
    }

    /// The name of an item as inside a sentence; the person's own names stay as they are.
    pub fn item_in_sentence(&self, item: &Item) -> String {
        match item {
            Item::Own(name) => name.as_str().to_owned(),
            listed => lowered(&self.item(listed)),
        }
    }

    /// The question asked each day.
    pub fn question(&self, item: &Item) -> String {
        match item {
            Item::Symptom(symptom) => self.text(&format!("symptom-{symptom}.question")),
            Item::Pain(site) => self.with("pain-at-question", &[("site", self.site(*site).into())]),
            Item::Own(name) => self.with("own-question", &[("name", name.as_str().into())]),
        }
    }

    /// What 0 and 10 stand for.
    pub fn scale(&self, scale: Scale) -> String {
        self.text(match scale {
            Scale::Severity => "scale-severity",
            Scale::Times => "scale-times",
            Scale::StoolsOverUsual => "scale-stools",
            Scale::DaysWithout => "scale-days",
        })
    }

    /// The word for a rating of 0 / 1–3 / 4–6 / 7–10 (cut points of Serlin 1995).
    pub fn severity(&self, rating: u8) -> String {
        self.text(match rating {
            0 => "severity-none",
            1..=3 => "severity-mild",
            4..=6 => "severity-moderate",
            _ => "severity-severe",
        })
    }

    /// An answer, as in a table: `7`, `passé`.
    pub fn answer(&self, answer: Answer) -> String {
        match answer {
            Answer::Rated(rating) => rating.get().to_string(),
            Answer::Skipped => self.text("answer-skipped"),
            Answer::TooUnwell => self.text("answer-too-unwell"),
        }
    }

    /// The name of a place: `hanche gauche`.
    pub fn site(&self, site: PainSite) -> String {
        let side = site.side().map_or("none", Side::code);
        self.with(&format!("region-{}", site.region().code()), &[("side", side.into())])
    }

    /// What a pain feels like.
    pub fn quality(&self, quality: PainQuality) -> String {
        self.text(&format!("quality-{}", quality.code()))
    }

    /// The text of an alarm tick.
    pub fn alarm(&self, alarm: Alarm) -> String {
        self.text(&format!("alarm-{alarm}"))
    }

    /// The words for a general state.
    pub fn performance(&self, state: PerformanceStatus) -> String {
        self.text(&format!("performance-{}", state.get()))
    }

    /// A kind of treatment.
    pub fn treatment(&self, kind: TreatmentKind) -> String {
        self.text(&format!("treatment-{}", kind.code()))
    }

    /// What someone of the team does.
    pub fn role(&self, role: CareRole) -> String {
        self.text(&format!("role-{}", role.code()))
    }

    /// A kind of imaging study.
    pub fn imaging(&self, kind: ImagingKind) -> String {
        self.text(&format!("imaging-{}", kind.code()))
    }

    /// The conclusion of a study in a word or two.
    pub fn conclusion(&self, conclusion: Conclusion) -> String {
        self.text(&format!("conclusion-{}", conclusion.code()))
    }

    /// A kind of appointment.
    pub fn appointment(&self, kind: AppointmentKind) -> String {
        self.text(&format!("appointment-{}", kind.code()))
    }

    /// What was refused, as `Fatigue : un nombre entier de 0 à 10`.
    pub fn invalid(&self, invalid: &Invalid) -> String {
        self.with(
            "invalid",
            &[
                ("field", self.field(&invalid.field).into()),
                ("allowed", self.allowed(&invalid.field, invalid.allowed).into()),
            ],
        )
    }

    /// The same with the option under which it was given, as `Médicament (--kind) : un mot parmi …`.
    pub fn invalid_option(&self, invalid: &Invalid, option: &str) -> String {
        self.with(
            "invalid-option",
            &[
                ("field", self.field(&invalid.field).into()),
                ("option", option.into()),
                ("allowed", self.allowed(&invalid.field, invalid.allowed).into()),
            ],
        )
    }

    /// Why a result stays in the unit it was printed in.
    pub fn unit_refused(&self, refused: UnitRefused) -> String {
        self.text(match refused {
            UnitRefused::Unknown => "unit-unknown",
            UnitRefused::NeedsMolarMass => "unit-molar-mass",
            UnitRefused::DependsOnMethod => "unit-method",
            UnitRefused::OtherKind => "unit-other-kind",
            UnitRefused::NotExact => "unit-not-exact",
        })
    }

    /// The name of a field: an item, or a field of its own.
    fn field(&self, field: &str) -> String {
        if let Ok(item) = field.parse::<Item>() {
            return self.item(&item);
        }
        // Temperature, weight, general state are in the catalogue under their own names, and so are other messages.
        [format!("field-{field}"), field.to_owned()]
            .iter()
            .find(|id| self.has(id))
            .map_or_else(|| field.to_owned(), |id| self.text(id))
    }

    /// What a field accepts.
    fn allowed(&self, field: &str, allowed: Allowed) -> String {
        if allowed == Allowed::KnownCode
            && let Some(codes) = self.codes_named(field)
        {
            return self.with("allowed-one-of", &[("codes", codes.into())]);
        }
        let id = match allowed {
            Allowed::Rating => "allowed-rating",
            Allowed::State => "allowed-state",
            Allowed::Temperature => "allowed-temperature",
            Allowed::Weight => "allowed-weight",
            Allowed::Height => "allowed-height",
            Allowed::Date => "allowed-date",
            Allowed::NotInTheFuture => "allowed-not-in-the-future",
            Allowed::Item => "allowed-item",
            Allowed::Alarm => "allowed-alarm",
            Allowed::NotEmpty => "allowed-not-empty",
            Allowed::AtMost(most) => {
                return self.with("allowed-at-most", &[("n", most.into())]);
            }
            Allowed::Phone => "allowed-phone",
            Allowed::Hours => "allowed-hours",
            Allowed::CycleLength => "allowed-cycle-length",
            Allowed::KnownCode => "allowed-known-code",
            Allowed::SomethingSaid => "allowed-something-said",
            Allowed::LabValue => "allowed-lab-value",
            Allowed::LabRange => "allowed-lab-range",
            Allowed::Time => "allowed-time",
            Allowed::Parts(most) => return self.with("allowed-parts", &[("n", most.into())]),
            Allowed::Schedule => "allowed-schedule",
            Allowed::NotBeforeItBegan => "allowed-not-before-it-began",
            Allowed::AsExported => "allowed-as-exported",
            _ => "allowed-other",
        };
        self.text(id)
    }

    /// Text in quotation marks: `« … »` or `“…”`.
    pub fn quoted(&self, text: &str) -> String {
        match self.lang {
            Lang::Fr => format!("«\u{202f}{text}\u{202f}»"),
            Lang::En => format!("“{text}”"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_model::{Region, SymptomCode};

    #[test]
    fn everything_the_model_knows_has_a_name_in_both_languages() {
        for &lang in Lang::ALL {
            let words = Words::of(lang);
            for &symptom in SymptomCode::ALL {
                assert!(!words.item(&symptom.into()).is_empty());
                assert!(words.question(&symptom.into()).ends_with('?'), "{symptom}");
                assert!(!words.scale(symptom.scale()).is_empty());
            }
            for &region in Region::ALL {
                for side in [None, Some(Side::Left), Some(Side::Right), Some(Side::Both)] {
                    let Ok(site) = PainSite::new(region, side) else {
                        continue;
                    };
                    assert!(!words.site(site).is_empty());
                    assert_eq!(side.is_none(), {
                        let bare = PainSite::new(region, None).unwrap();
                        words.site(site) == words.site(bare)
                    });
                }
            }
            for &alarm in Alarm::ALL {
                assert!(!words.alarm(alarm).is_empty());
            }
            for &quality in PainQuality::ALL {
                assert!(!words.quality(quality).is_empty());
            }
            for &kind in TreatmentKind::ALL {
                assert!(!words.treatment(kind).is_empty());
            }
            for &role in CareRole::ALL {
                assert!(!words.role(role).is_empty());
            }
            for &kind in ImagingKind::ALL {
                assert!(words.has(&format!("imaging-{}", kind.code())));
            }
            for &conclusion in Conclusion::ALL {
                assert!(words.has(&format!("conclusion-{}", conclusion.code())));
            }
            for &kind in AppointmentKind::ALL {
                assert!(words.has(&format!("appointment-{}", kind.code())));
            }
            for refused in [
                UnitRefused::Unknown,
                UnitRefused::NeedsMolarMass,
                UnitRefused::DependsOnMethod,
                UnitRefused::OtherKind,
                UnitRefused::NotExact,
            ] {
                assert!(words.unit_refused(refused).ends_with('.'), "{refused}");
            }
            for state in 0..=4 {
                assert!(!words.performance(PerformanceStatus::new(state).unwrap()).is_empty());
            }
        }
    }

    #[test]
    fn a_side_agrees_with_its_region_in_french() {
        let words = Words::of(Lang::Fr);
        let item: Item = "pain:hip-right".parse().unwrap();
        assert_eq!(words.item(&item), "Douleur, hanche droite");
        assert_eq!(words.item(&"pain:knee-right".parse().unwrap()), "Douleur, genou droit");
        assert_eq!(words.item_in_sentence(&item), "douleur, hanche droite");
    }
}
