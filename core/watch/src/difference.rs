//! What one pack changes against another, as plain data.

use crate::pack::{Grade, Rule};
use crate::{RulePack, Setting};

/// Whether a change makes a rule speak more or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// On every day on which it spoke, at least as urgently, and on others too.
    Stricter,
    /// On no other day than it spoke on, and not on all of them.
    Looser,
    /// Neither can be told.
    Otherwise,
}

impl Direction {
    /// `stricter`, `looser` or `otherwise`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stricter => "stricter",
            Self::Looser => "looser",
            Self::Otherwise => "otherwise",
        }
    }

    fn of(more: bool, less: bool) -> Self {
        match (more, less) {
            (true, false) => Self::Stricter,
            (false, true) => Self::Looser,
            _ => Self::Otherwise,
        }
    }
}

/// A rule that is not the same in both. Rules are told apart by their names.
#[derive(Debug, Clone, PartialEq)]
pub enum RuleChange {
    /// It is new.
    Added(Rule),
    /// It is gone.
    Removed(Rule),
    /// It is another one, or says something else.
    Changed {
        /// As it was.
        before: Rule,
        /// As it is.
        after: Rule,
        /// Which way.
        direction: Direction,
    },
}

/// A number that is not the same in both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SettingChange {
    /// Which.
    pub setting: Setting,
    /// As it was.
    pub before: f64,
    /// As it is.
    pub after: f64,
    /// Which way.
    pub direction: Direction,
}

/// What one pack changes against another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PackDifference {
    /// Rules: those that are gone, those that changed, and those that are new, each in the order of their pack.
    pub rules: Vec<RuleChange>,
    /// Numbers, in the order of [`Setting::ALL`].
    pub settings: Vec<SettingChange>,
}

impl PackDifference {
    /// What `after` changes against `before`.
    pub fn between(before: &RulePack, after: &RulePack) -> Self {
        let named = |pack: &RulePack, rule: &Rule| {
            pack.rules.iter().find(|other| other.id == rule.id).cloned()
        };
        let mut rules = Vec::new();
        for old in before.rules.iter().filter(|old| named(after, old).is_none()) {
            rules.push(RuleChange::Removed(old.clone()));
        }
        for old in &before.rules {
            let Some(new) = named(after, old) else { continue };
            let texts = before.texts.get(&old.id) != after.texts.get(&old.id);
            // Where a rule comes from is not what it does.
            if texts || sourceless(old) != sourceless(&new) {
                let direction = rule_direction(old, &new);
                rules.push(RuleChange::Changed { before: old.clone(), after: new, direction });
            }
        }
        for new in after.rules.iter().filter(|new| named(before, new).is_none()) {
            rules.push(RuleChange::Added(new.clone()));
        }
        let settings = Setting::ALL
            .iter()
            .map(|setting| (*setting, setting.of(before), setting.of(after)))
            .filter(|(_, before, after)| before.total_cmp(after).is_ne())
            .map(|(setting, before, after)| {
                let careful = setting.careful();
                let more = careful.is_some_and(|way| after.total_cmp(&before) == way);
                let direction = Direction::of(more, careful.is_some() && !more);
                SettingChange { setting, before, after, direction }
            })
            .collect();
        Self { rules, settings }
    }

    /// Whether nothing is changed.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.settings.is_empty()
    }
}

fn sourceless(rule: &Rule) -> Rule {
    Rule { source: String::new(), ..rule.clone() }
}

fn rule_direction(before: &Rule, after: &Rule) -> Direction {
    let at_once = |rule: &Rule| match rule.grade {
        Grade::Red => 2,
        Grade::Amber => 1,
        Grade::None => 0,
    };
    Direction::of(
        at_once(after) >= at_once(before) && after.covers(before),
        at_once(before) >= at_once(after) && before.covers(after),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::When;

    fn changed(change: impl FnOnce(&mut RulePack)) -> PackDifference {
        let mut pack = RulePack::builtin().clone();
        change(&mut pack);
        PackDifference::between(RulePack::builtin(), &pack)
    }

    #[test]
    fn a_pack_does_not_differ_from_itself_nor_by_its_sources() {
        assert!(changed(|_| ()).is_empty());
        assert!(changed(|pack| "Elsewhere".clone_into(&mut pack.rules[0].source)).is_empty());
    }

    #[test]
    fn what_is_added_removed_stricter_and_looser_is_told_apart() {
        let difference = changed(|pack| {
            let gone = pack.rules.remove(26);
            pack.rules[0].when = When::TemperatureAtLeast(38.0);
            pack.rules[3].again_after_days = 7;
            pack.rules[13].when = When::TooUnwell;
            pack.rules.push(Rule { id: "of-ours".to_owned(), ..gone });
            pack.severe.at_least = 6;
            pack.new_pain.within_days = 5;
            pack.new_pain.new_for_days = 20;
            pack.trend.threshold_per_series = 0.5;
            pack.silence.days = 2.try_into().unwrap();
        });
        let told: Vec<String> = difference
            .rules
            .iter()
            .map(|change| match change {
                RuleChange::Added(rule) => format!("+{}", rule.id),
                RuleChange::Removed(rule) => format!("-{}", rule.id),
                RuleChange::Changed { after, direction, .. } => {
                    format!("{} {}", after.id, direction.code())
                }
            })
            .collect();
        let expected =
            ["-weight-slow", "fever stricter", "cord-new looser", "gut otherwise", "+of-ours"];
        assert_eq!(told, expected);
        let settings: Vec<(&str, Direction)> =
            difference.settings.iter().map(|s| (s.setting.code(), s.direction)).collect();
        assert_eq!(
            settings,
            [
                ("severe-at-least", Direction::Stricter),
                ("trend-threshold-per-series", Direction::Looser),
                ("new-pain-within-days", Direction::Looser),
                ("new-pain-new-for-days", Direction::Otherwise),
                ("silence-days", Direction::Stricter),
            ]
        );
    }
}
