//! Whether one condition holds at least whenever another does, told by their shape alone.
//!
//! It is careful: `true` is certain, `false` may only mean that it cannot be told. Each line below was read off
//! `when.rs`; the property test in `tests/accept.rs` holds the two together.

use crate::pack::{Rule, SpinalSign, When};

impl Rule {
    /// Whether this rule speaks, at least as urgently and as often, of every day of which `other` speaks.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        self.level >= other.level
            && self.again_after_days <= other.again_after_days
            && self.when.covers(&other.when)
    }
}

impl When {
    /// Whether `self` holds on every day on which `other` holds.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        if self == other {
            return true;
        }
        match (self, other) {
            // One that holds on every day of each part holds on every day of the whole; nothing else does.
            (_, Self::Any(parts)) => parts.iter().all(|part| self.covers(part)),
            (_, Self::Ticked(alarms)) if alarms.len() > 1 => {
                alarms.iter().all(|alarm| self.covers(&Self::Ticked(vec![*alarm])))
            }
            (Self::All(parts), _) => {
                !parts.is_empty() && parts.iter().all(|part| part.covers(other))
            }
            (Self::Any(parts), Self::All(others)) => {
                parts.iter().any(|part| part.covers(other))
                    || others.iter().any(|other| self.covers(other))
            }
            (Self::Any(parts), _) => parts.iter().any(|part| part.covers(other)),
            (_, Self::All(others)) => others.iter().any(|other| self.covers(other)),
            (one, other) => one.covers_part(other),
        }
    }

    /// The same, of conditions that have no parts.
    fn covers_part(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Ticked(mine), Self::Ticked(theirs)) => {
                theirs.iter().all(|alarm| mine.contains(alarm))
            }
            (Self::TemperatureAtLeast(mine), Self::TemperatureAtLeast(theirs)) => mine <= theirs,
            (Self::TemperatureBelow(mine), Self::TemperatureBelow(theirs)) => mine >= theirs,
            (
                Self::Treated { within_days, immunotherapy_within_days },
                Self::Treated { within_days: days, immunotherapy_within_days: immunotherapy_days },
            ) => within_days >= days && immunotherapy_within_days >= immunotherapy_days,
            (
                Self::Treated { immunotherapy_within_days: mine, .. }
                | Self::Immunotherapy { within_days: mine },
                Self::Immunotherapy { within_days: theirs },
            ) => mine >= theirs,
            (
                Self::Rated { item, at_least },
                Self::Rated { item: other, at_least: theirs }
                | Self::NewlyRated { item: other, at_least: theirs, .. },
            ) => item == other && at_least <= theirs,
            // Not a lower rating: then more of the days before would have it already, and it would not be new.
            (
                Self::NewlyRated { item, at_least, reports },
                Self::NewlyRated { item: other, at_least: theirs, reports: their_reports },
            ) => item == other && at_least == theirs && reports <= their_reports,
            (
                Self::PainIn { regions, at_least },
                Self::PainIn { regions: others, at_least: theirs },
            ) => at_least <= theirs && others.iter().all(|region| regions.contains(region)),
            (
                Self::SpinalPain { sign, at_least },
                Self::SpinalPain { sign: other, at_least: theirs },
            ) => at_least <= theirs && sign.covers(*other),
            (Self::StateAtLeast(mine), Self::StateAtLeast(theirs)) => mine <= theirs,
            // Worse by two is two or more; newly 3 is 3. Two that are newly so are told apart by nothing: with a lower state more
            // of the days before have it already, and a longer window may hold one that was as bad as today.
            (Self::StateAtLeast(mine), Self::StateDropped { steps: theirs, .. }) => mine <= theirs,
            (Self::StateAtLeast(mine), Self::StateNewly { at_least: theirs, .. }) => mine <= theirs,
            (
                Self::StateDropped { steps, within_days },
                Self::StateDropped { steps: theirs, within_days: days },
            ) => steps <= theirs && within_days >= days,
            (
                Self::WeightLost { percent, within_days, bmi_below },
                Self::WeightLost { percent: theirs, within_days: days, bmi_below: bmi },
            ) => {
                let thin = match (bmi_below, bmi) {
                    (None, _) => true,
                    (Some(mine), Some(theirs)) => mine >= theirs,
                    (Some(_), None) => false,
                };
                percent <= theirs && within_days >= days && thin
            }
            _ => false,
        }
    }
}

impl SpinalSign {
    fn covers(self, other: Self) -> bool {
        // What hurts today hurts this week. A band may be anywhere.
        let today = [Self::Any, Self::New, Self::Growing, Self::AtNight];
        match self {
            Self::Any => today.contains(&other),
            Self::ThisWeek => other == Self::ThisWeek || today.contains(&other),
            _ => self == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn when(json: &str) -> When {
        serde_json::from_str(json).unwrap()
    }

    fn covers(one: &str, other: &str) -> bool {
        when(one).covers(&when(other))
    }

    #[test]
    fn a_condition_is_covered_by_one_that_asks_for_less() {
        for (more, less) in [
            (r#"{"temperature-at-least":37.5}"#, r#"{"temperature-at-least":38.0}"#),
            (r#"{"temperature-below":36.5}"#, r#"{"temperature-below":36.0}"#),
            (r#"{"ticked":["confusion","fit"]}"#, r#"{"ticked":["fit"]}"#),
            (
                r#"{"rated":{"item":"vomiting","at-least":4}}"#,
                r#"{"newly-rated":{"item":"vomiting","at-least":6,"reports":7}}"#,
            ),
            (
                r#"{"newly-rated":{"item":"vomiting","at-least":6,"reports":3}}"#,
                r#"{"newly-rated":{"item":"vomiting","at-least":6,"reports":7}}"#,
            ),
            (
                r#"{"spinal-pain":{"sign":"any","at-least":1}}"#,
                r#"{"spinal-pain":{"sign":"new","at-least":4}}"#,
            ),
            (
                r#"{"treated":{"within-days":60,"immunotherapy-within-days":365}}"#,
                r#"{"treated":{"within-days":42,"immunotherapy-within-days":365}}"#,
            ),
            (
                r#"{"weight-lost":{"percent":4,"within-days":60}}"#,
                r#"{"weight-lost":{"percent":5,"within-days":31,"bmi-below":20}}"#,
            ),
            (
                r#"{"state-dropped":{"steps":1,"within-days":20}}"#,
                r#"{"state-dropped":{"steps":2,"within-days":14}}"#,
            ),
            (r#"{"state-at-least":3}"#, r#"{"state-newly":{"at-least":3,"within-days":14}}"#),
            (
                r#"{"pain-in":{"regions":["pelvis","abdomen"],"at-least":1}}"#,
                r#"{"pain-in":{"regions":["abdomen"],"at-least":2}}"#,
            ),
        ] {
            assert!(covers(more, less), "{more} {less}");
            assert!(!covers(less, more), "{less} {more}");
        }
    }

    #[test]
    fn all_with_fewer_parts_and_any_with_more_cover() {
        let fit = r#"{"ticked":["fit"]}"#;
        let unwell = r#""too-unwell""#;
        let all = format!(r#"{{"all":[{fit},{unwell}]}}"#);
        let any = format!(r#"{{"any":[{fit},{unwell}]}}"#);
        assert!(covers(fit, &all) && covers(unwell, &all) && covers(&any, &all));
        assert!(covers(&any, fit) && !covers(fit, &any) && !covers(&all, fit));
        assert!(!covers(&all, &any));
        let other_way = format!(r#"{{"any":[{unwell},{fit}]}}"#);
        assert!(covers(&other_way, &any) && covers(&any, &other_way));
        // Nothing that can never hold covers anything.
        assert!(!covers(r#"{"all":[]}"#, fit) && !covers(r#"{"any":[]}"#, fit));
        assert!(covers(fit, r#"{"any":[]}"#));
    }

    #[test]
    fn signs_may_be_told_apart_and_put_together() {
        let both = r#"{"ticked":["fit","confusion"]}"#;
        let apart = r#"{"any":[{"ticked":["confusion"]},{"ticked":["fit"]}]}"#;
        assert!(covers(both, apart) && covers(apart, both));
    }

    #[test]
    fn a_lower_rating_is_not_more_careful_where_it_has_to_be_new() {
        assert!(!covers(
            r#"{"newly-rated":{"item":"vomiting","at-least":5,"reports":7}}"#,
            r#"{"newly-rated":{"item":"vomiting","at-least":6,"reports":7}}"#,
        ));
        assert!(!covers(
            r#"{"state-newly":{"at-least":2,"within-days":14}}"#,
            r#"{"state-newly":{"at-least":3,"within-days":14}}"#,
        ));
        // In bed today after weeks at 3 is new, unless the window holds the day in bed before them.
        for (one, other) in [(20, 14), (14, 20)] {
            let newly =
                |days: i32| format!(r#"{{"state-newly":{{"at-least":3,"within-days":{days}}}}}"#);
            assert!(!covers(&newly(one), &newly(other)));
        }
    }
}
