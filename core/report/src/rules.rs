//! What rules say and what changes between two packs, in words: the same in the app and the command.

use vigie_model::{Item, PainSite, Region, Scale, SymptomCode};
use vigie_watch::{
    Direction, Grade, PackDifference, Rule, RuleChange, RulePack, Setting, SettingChange,
    SpinalSign, Texts, When,
};
use vigie_words::{Arg, Lang, Words, lowered, one_line};

use crate::say;

/// A line of something that is told as a list of lists: how deep it lies, and what it says.
pub type Line = (usize, String);

/// How soon a rule asks to act, in a few words.
pub fn level(words: &Words, rule: &Rule) -> String {
    say::level_short(words, rule.level, rule.grade == Grade::Red)
}

/// When a condition holds. What belongs to a line lies one deeper, below it.
pub fn condition(words: &Words, when: &When) -> Vec<Line> {
    let mut lines = Vec::new();
    tell(words, when, 0, &mut lines);
    lines
}

fn tell(words: &Words, when: &When, depth: usize, lines: &mut Vec<Line>) {
    match when {
        When::All(parts) | When::Any(parts) => {
            let id = if matches!(when, When::All(_)) { "when-all" } else { "when-any" };
            lines.push((depth, words.text(id)));
            parts.iter().for_each(|part| tell(words, part, depth + 1, lines));
        }
        leaf => lines.push((depth, one(words, leaf))),
    }
}

/// A condition without parts.
fn one(words: &Words, when: &When) -> String {
    let from = |n: u8| ("from", Arg::from(u32::from(n)));
    let strength = |n: u8| ("strength", Arg::from(words.with("pain-strength", &[from(n)])));
    let days = |n: i32| ("days", Arg::from(n));
    match when {
        // Told by their parts.
        When::All(_) | When::Any(_) => String::new(),
        When::Ticked(alarms) => {
            let signs: Vec<String> =
                alarms.iter().map(|alarm| lowered(&words.alarm(*alarm))).collect();
            let signs = signs.join(between(words));
            words.with("when-ticked", &[("n", alarms.len().into()), ("signs", signs.into())])
        }
        When::TemperatureAtLeast(limit) => {
            words.with("when-temperature-at-least", &[("limit", words.number(*limit, 1).into())])
        }
        When::TemperatureBelow(limit) => {
            words.with("when-temperature-below", &[("limit", words.number(*limit, 1).into())])
        }
        When::Treated { within_days, immunotherapy_within_days } => words.with(
            "when-treated",
            &[days(*within_days), ("immunotherapy", (*immunotherapy_within_days).into())],
        ),
        When::Immunotherapy { within_days } => {
            words.with("when-immunotherapy", &[days(*within_days)])
        }
        When::Rated { item, at_least } => words.with("when-rated", &rated(words, *item, *at_least)),
        When::NewlyRated { item, at_least, reports } => {
            let [what, amount] = rated(words, *item, *at_least);
            words.with("when-newly-rated", &[what, amount, ("reports", (*reports).into())])
        }
        When::PainIn { regions, at_least } => {
            let site = |code: &String| PainSite::new(Region::from_code(code)?, None).ok();
            let places: Vec<String> =
                regions.iter().filter_map(site).map(|site| words.site(site)).collect();
            let places = places.join(between(words));
            words.with("when-pain-in", &[strength(*at_least), ("places", places.into())])
        }
        When::SpinalPain { sign, at_least } => words.with(spinal(*sign), &[strength(*at_least)]),
        When::TooUnwell => words.text("when-too-unwell"),
        When::StateAtLeast(least) => words.with("when-state-at-least", &[from(*least)]),
        When::StateDropped { steps, within_days } => words
            .with("when-state-dropped", &[("steps", i64::from(*steps).into()), days(*within_days)]),
        When::StateNewly { at_least, within_days } => {
            words.with("when-state-newly", &[from(*at_least), days(*within_days)])
        }
        When::WeightLost { percent, within_days, bmi_below } => {
            let percent = ("percent", number(words, *percent).into());
            match bmi_below {
                None => words.with("when-weight-lost", &[percent, days(*within_days)]),
                Some(bmi) => words.with(
                    "when-weight-lost-thin",
                    &[percent, days(*within_days), ("bmi", number(words, *bmi).into())],
                ),
            }
        }
    }
}

fn spinal(sign: SpinalSign) -> &'static str {
    match sign {
        SpinalSign::Any => "when-spinal-any",
        SpinalSign::ThisWeek => "when-spinal-this-week",
        SpinalSign::New => "when-spinal-new",
        SpinalSign::Growing => "when-spinal-growing",
        SpinalSign::AtNight => "when-spinal-at-night",
        SpinalSign::Band => "when-spinal-band",
    }
}

/// A symptom and how much of it, on its own scale.
fn rated(words: &Words, item: SymptomCode, at_least: u8) -> [(&'static str, Arg<'static>); 2] {
    let id = match item.scale() {
        Scale::Severity => "amount-severity",
        Scale::Times => "amount-times",
        Scale::StoolsOverUsual => "amount-stools",
        Scale::DaysWithout => "amount-days",
    };
    let amount = words.with(id, &[("from", u32::from(at_least).into())]);
    [("what", words.item_in_sentence(&Item::Symptom(item)).into()), ("amount", amount.into())]
}

/// What stands between signs, which have commas of their own.
fn between(words: &Words) -> &'static str {
    match words.lang() {
        Lang::Fr => "\u{202f}; ",
        Lang::En => "; ",
    }
}

/// A number with as many decimals as it needs, two at most.
fn number(words: &Words, value: f64) -> String {
    let whole = |scale: f64| ((value * scale).round() - value * scale).abs() < 1e-6;
    words.number(value, if whole(1.0) { 0 } else { 2 - usize::from(whole(10.0)) })
}

/// A number of the pack that belongs to no rule.
pub fn setting(words: &Words, setting: Setting, value: f64) -> String {
    let id = format!("setting-{}", setting.code());
    // Counts choose their plural; what is no count has no use for it.
    let count = format!("{value:.0}").parse::<i64>().unwrap_or(0);
    words.with(&id, &[("value", number(words, value).into()), ("n", count.into())])
}

/// What a rule is about, in a word or two. One of a team's is called as the team called it.
fn title(words: &Words, rule: &Rule) -> String {
    let id = format!("named-rule-{}", rule.id);
    if words.has(&id) { words.text(&id) } else { one_line(&rule.id) }
}

/// A rule with what it asks, when, and where it comes from.
pub fn rule(words: &Words, rule: &Rule, texts: &Texts) -> Vec<Line> {
    let head = words.with(
        "pack-rule",
        &[("rule", title(words, rule).into()), ("level", level(words, rule).into())],
    );
    let mut lines = vec![(0, head)];
    lines.extend(deeper(condition(words, &rule.when)));
    if rule.again_after_days > 1 {
        let again = words.with("pack-again", &[("days", rule.again_after_days.into())]);
        lines.push((1, again));
    }
    if let Some(text) = say::own_text(words, &rule.id, texts) {
        let text = words.quoted(&text);
        lines.push((1, words.with("pack-says", &[("text", text.into())])));
    }
    lines.push((1, words.with("pack-source", &[("source", one_line(&rule.source).into())])));
    lines
}

fn deeper(lines: Vec<Line>) -> impl Iterator<Item = Line> {
    lines.into_iter().map(|(depth, text)| (depth + 1, text))
}

/// The first line about a pack: its name, its version, and who wrote it.
pub fn head(words: &Words, pack: &RulePack) -> String {
    let id = if pack == RulePack::builtin() { "pack-head-builtin" } else { "pack-head" };
    words.with(
        id,
        &[
            ("name", one_line(&pack.name).into()),
            ("version", pack.version.to_string().into()),
            ("author", one_line(&pack.author).into()),
        ],
    )
}

/// A pack inside a sentence: its name and its version.
pub fn name(words: &Words, pack: &RulePack) -> String {
    let version = pack.version.to_string();
    words.with("pack-name", &[("name", one_line(&pack.name).into()), ("version", version.into())])
}

/// Which way a change goes, in two words.
pub fn direction(words: &Words, direction: Direction) -> String {
    words.text(&format!("diff-{}", direction.code()))
}

/// How many of these changes make the diary speak less often, or at other times.
pub fn count_of_less(difference: &PackDifference) -> usize {
    let less = |direction: Direction| direction != Direction::Stricter;
    let rules = difference.rules.iter().filter(|change| match change {
        RuleChange::Added(_) => false,
        RuleChange::Removed(_) => true,
        RuleChange::Changed { direction, .. } => less(*direction),
    });
    rules.count() + difference.settings.iter().filter(|change| less(change.direction)).count()
}

/// What a pack changes against another one, `texts` being those of the new one.
pub fn changes(words: &Words, difference: &PackDifference, texts: &Texts) -> Vec<Line> {
    let mut lines = Vec::new();
    for change in &difference.rules {
        match change {
            RuleChange::Added(added) => {
                lines.push((0, change_head(words, words.text("diff-added"), added)));
                lines.extend(rule(words, added, texts).into_iter().skip(1));
            }
            RuleChange::Removed(gone) => {
                lines.push((0, change_head(words, words.text("diff-removed"), gone)));
                lines.extend(deeper(condition(words, &gone.when)));
            }
            RuleChange::Changed { before, after, direction: way } => {
                lines.push((0, change_head(words, direction(words, *way), after)));
                lines.extend(changed(words, before, after, texts));
            }
        }
    }
    lines.extend(difference.settings.iter().map(|change| (0, changed_setting(words, change))));
    lines
}

fn change_head(words: &Words, change: String, rule: &Rule) -> String {
    words.with(
        "diff-rule",
        &[
            ("change", change.into()),
            ("rule", one_line(&rule.id).into()),
            ("level", level(words, rule).into()),
        ],
    )
}

/// What is another in one rule, as it was and as it is.
fn changed(words: &Words, before: &Rule, after: &Rule, texts: &Texts) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut values = |was: String, is: String| {
        if was != is {
            lines.push((1, words.with("diff-before", &[("value", was.into())])));
            lines.push((1, words.with("diff-after", &[("value", is.into())])));
        }
    };
    values(level(words, before), level(words, after));
    let again = |rule: &Rule| words.with("diff-again", &[("days", rule.again_after_days.into())]);
    values(again(before), again(after));
    if before.when != after.when {
        for (id, rule) in [("diff-before-when", before), ("diff-after-when", after)] {
            lines.push((1, words.text(id)));
            lines.extend(deeper(deeper(condition(words, &rule.when)).collect()));
        }
    }
    if let Some(text) = say::own_text(words, &after.id, texts) {
        let text = words.quoted(&text);
        lines.push((1, words.with("pack-says", &[("text", text.into())])));
    }
    lines
}

fn changed_setting(words: &Words, change: &SettingChange) -> String {
    words.with(
        "diff-setting",
        &[
            ("change", direction(words, change.direction).into()),
            ("setting", setting(words, change.setting, change.after).into()),
            ("before", number(words, change.before).into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(lang: Lang, json: &str) -> Vec<Line> {
        condition(Words::of(lang), &serde_json::from_str(json).unwrap())
    }

    #[test]
    fn every_rule_and_number_of_the_built_in_pack_has_words_in_both_languages() {
        for &lang in Lang::ALL {
            let words = Words::of(lang);
            let pack = RulePack::builtin();
            for one in &pack.rules {
                let lines = rule(words, one, &pack.texts);
                assert_ne!(title(words, one), one.id, "a code is no title");
                assert!(
                    lines.len() >= 3 && lines.iter().all(|(_, line)| line.len() > 5),
                    "{lines:?}"
                );
            }
            for &one in Setting::ALL {
                assert!(setting(words, one, one.of(pack)).len() > 20);
            }
        }
    }

    #[test]
    fn a_condition_is_told_line_by_line() {
        let fever = r#"{"all":[{"temperature-at-least":38.0},{"any":[{"ticked":["shivering"]},
            {"rated":{"item":"breathlessness","at-least":7}}]}]}"#;
        let line = |depth: usize, text: &str| (depth, text.to_owned());
        assert_eq!(
            told(Lang::Fr, fever),
            [
                line(0, "toutes ces conditions à la fois\u{202f}:"),
                line(1, "température de 38,0\u{a0}°C ou plus"),
                line(1, "une au moins de ces conditions\u{202f}:"),
                line(2, "ce signe\u{202f}: des frissons"),
                line(2, "essoufflement\u{202f}: au moins 7 sur 10"),
            ]
        );
        let stools = r#"{"newly-rated":{"item":"diarrhoea","at-least":4,"reports":1}}"#;
        assert_eq!(
            told(Lang::En, stools),
            [line(
                0,
                "diarrhoea: at least 4 stools more than usual, and less than that in the answer before"
            )]
        );
    }

    #[test]
    fn every_kind_of_condition_has_words() {
        for json in [
            r#"{"pain-in":{"regions":["abdomen","flank"],"at-least":1}}"#,
            r#"{"spinal-pain":{"sign":"any","at-least":1}}"#,
            r#"{"spinal-pain":{"sign":"this-week","at-least":1}}"#,
            r#"{"spinal-pain":{"sign":"new","at-least":1}}"#,
            r#"{"spinal-pain":{"sign":"growing","at-least":1}}"#,
            r#"{"spinal-pain":{"sign":"at-night","at-least":1}}"#,
            r#"{"spinal-pain":{"sign":"band","at-least":1}}"#,
            r#""too-unwell""#,
            r#"{"state-at-least":3}"#,
            r#"{"state-dropped":{"steps":2,"within-days":14}}"#,
            r#"{"state-newly":{"at-least":3,"within-days":14}}"#,
            r#"{"weight-lost":{"percent":2.5,"within-days":14,"bmi-below":20}}"#,
            r#"{"immunotherapy":{"within-days":1}}"#,
            r#"{"temperature-below":36}"#,
        ] {
            for &lang in Lang::ALL {
                assert!(told(lang, json)[0].1.len() > 10, "{json}");
            }
        }
    }

    #[test]
    fn what_changes_is_told_with_both_values() {
        let mut pack = RulePack::builtin().clone();
        pack.rules[0].when = When::TemperatureAtLeast(37.8);
        pack.rules.retain(|rule| rule.id != "weight");
        pack.severe.at_least = 6;
        let difference = PackDifference::between(RulePack::builtin(), &pack);
        let words = Words::of(Lang::En);
        let lines: Vec<String> =
            changes(words, &difference, &pack.texts).into_iter().map(|(_, line)| line).collect();
        assert_eq!(count_of_less(&difference), 1);
        assert_eq!(
            lines,
            [
                "Rule removed: weight (today)",
                "more than 5% of the weight lost in 31 days",
                "More careful: fever (today, at once)",
                "before:",
                "all of these at once:",
                "temperature of 38.0\u{a0}°C or more",
                "on treatment, or treated within 42 days (365 for immunotherapy), or treatment unknown",
                "now:",
                "temperature of 37.8\u{a0}°C or more",
                "More careful: A symptom is severe from 6 out of 10 (before: 7)",
            ]
        );
    }
}
