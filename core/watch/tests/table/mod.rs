//! Reads and plays the table a nurse can read: `channel-1.md`, what a person says and what the watch must say.

use std::collections::BTreeMap;

use vigie_model::{
    Alarm, Answer, DailyEntry, Day, Height, Item, PainQuality, PainSite, PerformanceStatus,
    Profile, Temperature, TreatmentKind, TreatmentLine, Weight,
};
use vigie_watch::{Budget, PromptLevel, RulePack, Watch};

/// The table, as it lies beside the tests.
pub const TABLE: &str = include_str!("../channel-1.md");

/// One row: who, what they say day by day, and what the watch says on the last of these days.
#[derive(Debug, Clone)]
pub struct Row {
    /// The heading it stands under: a rule, or rules, or a subject of its own.
    pub section: String,
    /// The line in the file, for whoever looks for it.
    pub line: usize,
    pub profile: Profile,
    /// Nobody answers: prompts stay open.
    pub unanswered: bool,
    /// Every day that has an entry, merged, in order.
    pub days: Vec<DailyEntry>,
    /// `rule: level`, the most urgent first; empty for nothing.
    pub said: Vec<String>,
}

/// Day 0 of every row.
fn day(n: i32) -> Day {
    Day::from_ymd(2026, 1, 1).unwrap().plus(n)
}

/// Every row of the table, in order.
pub fn rows() -> Vec<Row> {
    let mut section = String::new();
    let mut rows = Vec::new();
    for (line, text) in (1..).zip(TABLE.lines()) {
        if let Some(heading) = text.strip_prefix("## ") {
            heading.clone_into(&mut section);
        }
        let Some(cells) = text.strip_prefix("| ").and_then(|text| text.strip_suffix(" |")) else {
            continue;
        };
        let cells: Vec<&str> = cells.split(" | ").map(str::trim).collect();
        let [who, says, said] = cells[..] else { panic!("line {line}: {} cells", cells.len()) };
        if who == "who" {
            continue;
        }
        let mut row = Row {
            section: section.clone(),
            line,
            profile: Profile::default(),
            unanswered: false,
            days: days(says, line),
            said: Vec::new(),
        };
        row.known(who);
        if said != "nothing" {
            row.said = said.split("; ").map(str::to_owned).collect();
        }
        rows.push(row);
    }
    rows
}

impl Row {
    /// `anyone`, or what is known: `180 cm`, `nobody answers`, `chemotherapy until day 0`.
    fn known(&mut self, who: &str) {
        for known in who.split(", ").filter(|known| *known != "anyone") {
            if known == "nobody answers" {
                self.unanswered = true;
            } else if let Some(height) = known.strip_suffix(" cm") {
                self.profile.height = Some(Height::parse(height).unwrap());
            } else {
                let mut words = known.split(' ');
                let kind: TreatmentKind = words.next().unwrap().parse().unwrap();
                let mut line = TreatmentLine::new(kind);
                while let Some(which) = words.next() {
                    assert_eq!(words.next(), Some("day"), "line {}: {known}", self.line);
                    let on = Some(day(words.next().unwrap().parse().unwrap()));
                    match which {
                        "from" => line.started = on,
                        "until" => line.stopped = on,
                        other => panic!("line {}: {other}", self.line),
                    }
                }
                self.profile.treatments.push(line);
            }
        }
    }

    /// What the watch says on the last day, the most urgent first. Every prompt is said on its
    /// day and, unless nobody answers, dealt with on it.
    pub fn played(&self, pack: &RulePack) -> Vec<String> {
        let mut watch = Watch::new(pack, &self.profile);
        let mut last = Vec::new();
        for today in &self.days {
            let findings = watch.read(today).findings;
            last = watch.decide(findings, Budget::Weekly, today.day);
            watch.said(&last, today.day);
            if !self.unanswered {
                watch.resolved(&last, today.day);
            }
        }
        let level = |level, at_once| match (level, at_once) {
            (PromptLevel::Now, _) => "now",
            (PromptLevel::Today, true) => "today at once",
            (PromptLevel::Today, false) => "today",
            (PromptLevel::Mention, true) => "mention at once",
            (PromptLevel::Mention, false) => "mention",
        };
        last.iter().map(|one| format!("{}: {}", one.rule, level(one.level, one.at_once))).collect()
    }

    /// The rules that speak.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        self.said.iter().map(|said| said.split(':').next().unwrap())
    }
}

/// `day 0: fatigue 2; days 1–3: temperature 38, shivering`. A day named twice has two sittings.
fn days(says: &str, line: usize) -> Vec<DailyEntry> {
    let mut all: BTreeMap<Day, DailyEntry> = BTreeMap::new();
    for part in says.split("; ") {
        let (when, what) = part.split_once(": ").unwrap_or_else(|| panic!("line {line}: {part}"));
        let (_, numbers) = when.split_once(' ').unwrap();
        let (first, last) = numbers.split_once('–').unwrap_or((numbers, numbers));
        for n in first.parse().unwrap()..=last.parse::<i32>().unwrap() {
            let mut sitting = DailyEntry::new(day(n));
            for phrase in what.split(", ") {
                put(&mut sitting, phrase, line);
            }
            match all.get_mut(&day(n)) {
                Some(there) => there.merge_day(&sitting),
                None => drop(all.insert(day(n), sitting)),
            }
        }
    }
    all.into_values().collect()
}

/// One thing said. A sign is written as its code with spaces; an answer as its item and value.
fn put(entry: &mut DailyEntry, phrase: &str, line: usize) {
    if let Ok(alarm) = Alarm::from_code(&phrase.replace(' ', "-")) {
        entry.ticks.insert(alarm);
        return;
    }
    match phrase {
        "treatment given" => entry.administration = Some(None),
        "too unwell today" => entry.too_unwell = true,
        _ => {
            if let Some(pain) = phrase.strip_prefix("pain in the ") {
                return put_pain(entry, pain, line);
            }
            let (what, value) = phrase.rsplit_once(' ').unwrap_or_else(|| unreadable_at(line));
            match what {
                "temperature" => {
                    entry.measures.temperature = Some(Temperature::parse(value).unwrap());
                }
                "weight" => entry.measures.weight = Some(Weight::parse(value).unwrap()),
                "state" => entry.state = Some(PerformanceStatus::parse(value).unwrap()),
                item => {
                    let answer = Answer::parse(item, value).unwrap_or_else(|_| unreadable_at(line));
                    entry.answers.insert(item.parse().unwrap(), answer);
                }
            }
        }
    }
}

fn unreadable_at<T>(line: usize) -> T {
    panic!("line {line} does not read")
}

/// `lower back 5`, `neck 3 at night`, `ribs 2 like a band`.
fn put_pain(entry: &mut DailyEntry, pain: &str, line: usize) {
    let night = pain.strip_suffix(" at night");
    let band = pain.strip_suffix(" like a band");
    let plain = night.or(band).unwrap_or(pain);
    let (place, rating) = plain.rsplit_once(' ').unwrap_or_else(|| unreadable_at(line));
    let site: PainSite = place.replace(' ', "-").parse().unwrap_or_else(|_| unreadable_at(line));
    let item = Item::Pain(site);
    let answer = Answer::parse(&item.field(), rating).unwrap_or_else(|_| unreadable_at(line));
    entry.answers.insert(item, answer);
    if night.is_some() || band.is_some() {
        let detail = entry.pains.entry(site).or_default();
        detail.wakes_at_night |= night.is_some();
        detail.quality = band.map(|_| PainQuality::Band).or(detail.quality);
    }
}
