//! `vigie log`: the check-in in a terminal, under a minute; every question may be passed.

use vigie_journal::{
    Alarm, Allowed, Answer, Asked, Author, DailyEntry, Doubt, Invalid, Item, Label, Lang, Measure,
    Measures, Note, OwnName, PainQuality, PainSite, Painkiller, PerformanceStatus, Side,
    Temperature, Weight, Words, capitalised,
};

use crate::args::Log;
use crate::commands::log_start::{asked_for, entry_of, new_items, remember};
use crate::commands::{log_json, search};
use crate::dialog::{Dialog, Terminal, ask_until, ask_yes, is_no, is_yes};
use crate::exit::Failure;
use crate::session::Session;
use crate::shown;

pub fn run(session: &Session, args: Log) -> Result<(), Failure> {
    if !session.common.json && !session.can_ask() {
        return Err(Failure::NoTerminal("--json FILE"));
    }
    let (journal, noticed) = session.open_for_person()?;
    if session.common.json {
        return log_json::run(session, &journal, args.file.as_deref());
    }
    let words = session.words;
    let today = journal.today()?;
    let day = match args.date {
        Some(day) => day,
        None if args.yesterday => today.day.plus(-1),
        None => today.day,
    };
    if day > today.day {
        // Nobody answers a check-in that cannot be recorded.
        return Err(Invalid::new("date", Allowed::NotInTheFuture).into());
    }
    let there = entry_of(&journal, day)?;
    // A correction begins with what was said: passing a question keeps it.
    let mut start = match &there {
        Some((_, entry)) if args.correct => entry.clone(),
        _ => DailyEntry::new(day),
    };
    if let Some(name) = &args.by {
        start.author = Author::Caregiver(Label::new("name", name)?);
    }
    let mut dialog = Terminal;
    if let Some(silence) = &noticed {
        dialog.say(&format!("{}\n", shown::prompt(words, silence)));
    }
    dialog.say(&capitalised(&words.weekday_day(day)));
    if there.is_some() && !args.correct {
        dialog.say(&words.text("log-there-already"));
    }
    let asked = if day == today.day { today.asked } else { asked_for(&journal, day)? };
    let mut check_in = CheckIn {
        words,
        dialog: &mut dialog,
        entry: start,
        stop: false,
        fever_again: today.ask_temperature,
        state_before: entry_of(&journal, day.plus(-1))?.and_then(|(_, entry)| entry.state),
        // A journal that cannot be asked will say so when it records.
        doubts: &|entry| journal.doubts(entry).unwrap_or_default(),
    };
    check_in.ask(&asked);
    let CheckIn { entry, .. } = check_in;
    if entry.is_empty() {
        dialog.say(&words.text("log-nothing"));
        return Ok(());
    }
    let new_items = new_items(&journal, &entry)?;
    let recorded = match there.filter(|_| args.correct) {
        Some((id, _)) => journal.amend(id, entry)?,
        None => journal.record(entry)?,
    };
    dialog.say(&words.text("log-done"));
    match &recorded.prompt {
        Some(open) => dialog.say(&format!("\n{}", shown::prompt(words, open))),
        None => dialog.say(&words.text("no-prompt")),
    }
    // After what matters: if this fails, the call to make has been read.
    remember(&journal, new_items)
}

/// A check-in under way. `stop` is set by 'too unwell' and by the end of input: what was said so
/// far is kept.
struct CheckIn<'a> {
    words: &'a Words,
    dialog: &'a mut dyn Dialog,
    entry: DailyEntry,
    stop: bool,
    /// There was a fever: the temperature is asked again.
    fever_again: bool,
    /// The general state of the day before.
    state_before: Option<PerformanceStatus>,
    /// What the journal asks back of an entry.
    doubts: &'a dyn Fn(&DailyEntry) -> Vec<Doubt>,
}

/// Typed instead of a rating: too unwell today.
const TOO_UNWELL: [&str; 2] = ["x", "X"];
/// Typed instead of a rating: the same as the day before.
const SAME: &str = "=";

impl CheckIn<'_> {
    fn ask(&mut self, asked: &[Asked]) {
        self.dialog.say(&self.words.text("log-how"));
        self.state();
        for one in asked {
            if self.stop {
                break;
            }
            self.item(one);
        }
        if self.entry.too_unwell {
            let list: Vec<Item> = asked.iter().map(|one| one.item.clone()).collect();
            self.entry.end_too_unwell(&list);
            return;
        }
        let steps: [fn(&mut Self); 6] = [
            Self::anything_new,
            Self::alarms,
            Self::measures,
            Self::treatment,
            Self::painkillers,
            Self::own_words,
        ];
        for step in steps {
            if self.stop {
                return;
            }
            step(self);
        }
    }

    /// One answer; `None` for Enter. The end of input stops the check-in, and so does 'too unwell'.
    fn line(&mut self, question: &str) -> Option<String> {
        let answer = self.dialog.ask(question);
        self.stop |= answer.is_none();
        let answer = answer.filter(|text| !text.is_empty())?;
        if TOO_UNWELL.contains(&answer.as_str()) {
            self.entry.too_unwell = true;
            self.stop = true;
            return None;
        }
        Some(answer)
    }

    /// Asks until the answer can be read, or is passed, or ends the check-in.
    fn read<T>(&mut self, question: &str, read: impl Fn(&str) -> Result<T, Invalid>) -> Option<T> {
        loop {
            let answer = self.line(question)?;
            match read(&answer) {
                Ok(value) => return Some(value),
                Err(invalid) => self.dialog.say(&format!("  {}", self.words.invalid(&invalid))),
            }
        }
    }

    fn state(&mut self) {
        self.dialog.say(&format!("\n{}", self.words.text("performance.question")));
        for state in (0..=4).filter_map(PerformanceStatus::new) {
            self.dialog.say(&format!("  {}  {}", state.get(), self.words.performance(state)));
        }
        let before = self.state_before;
        let state = self.read(" ›", |text| match (text, before) {
            (SAME, Some(state)) => Ok(state),
            _ => PerformanceStatus::parse(text),
        });
        self.entry.state = state.or(self.entry.state);
    }

    fn item(&mut self, asked: &Asked) {
        let words = self.words;
        let item = &asked.item;
        self.dialog.say(&format!("\n{}", words.question(item)));
        let scale = words.scale(item.scale());
        let hint = match asked.yesterday.and_then(Answer::rating) {
            Some(rating) => words.with(
                "log-scale-yesterday",
                &[("scale", scale.into()), ("rating", rating.to_string().into())],
            ),
            None => scale,
        };
        let question = format!("  {hint} ›");
        let (same, field) = (asked.yesterday, item.field());
        let answer = self.read(&question, |text| match (text, same) {
            (SAME, Some(answer)) => Ok((answer, true)),
            _ => Answer::parse(&field, text).map(|answer| (answer, false)),
        });
        match answer {
            Some((answer, kept)) => {
                self.entry.answer(item.clone(), answer);
                if kept {
                    self.entry.same_as_before.insert(item.clone());
                }
            }
            None if self.stop => {}
            // What was said before stays when it is not corrected.
            None => {
                self.entry.answers.entry(item.clone()).or_insert(Answer::Skipped);
            }
        }
    }

    fn anything_new(&mut self) {
        let words = self.words;
        self.dialog.say("");
        while let Some(text) = self.line(&words.text("log-new")) {
            if is_no(&text) {
                return;
            }
            if is_yes(&text) {
                self.dialog.say(&words.text("log-new-what"));
                continue;
            }
            let Some(item) = self.place_or_own(&text) else {
                continue;
            };
            let question = words.question(&item);
            let scale = words.scale(item.scale());
            self.dialog.say(&question);
            let field = item.field();
            let rated = self.read(&format!("  {scale} ›"), |text| Answer::parse(&field, text));
            let Some(answer) = rated else { return };
            self.entry.answer(item.clone(), answer);
            if let Some(site) = item.site() {
                self.pain(site);
            }
        }
    }

    /// What the person means by a few letters: a symptom, a place on the body, or their own word.
    fn place_or_own(&mut self, text: &str) -> Option<Item> {
        let words = self.words;
        let found = search::by_letters(words, text);
        for (number, item) in (1..).zip(&found) {
            self.dialog.say(&format!("  {number}  {}", words.item(item)));
        }
        let own = OwnName::new(text).map(Item::Own);
        if found.is_empty() {
            return self.own(own);
        }
        self.dialog.say(&format!("  0  {}", words.with("log-own", &[("name", text.into())])));
        let chosen = ask_until(self.dialog, &words.text("ask-number"), |answer| {
            let number = answer.parse::<usize>().ok().filter(|n| *n <= found.len());
            number.ok_or_else(|| words.with("ask-number-again", &[("n", found.len().into())]))
        })?;
        let Some(item) = chosen.checked_sub(1).and_then(|n| found.get(n)) else {
            return self.own(own);
        };
        let Item::Pain(site) = item else {
            return Some(item.clone());
        };
        Some(Item::Pain(self.side(*site)))
    }

    fn own(&mut self, own: Result<Item, Invalid>) -> Option<Item> {
        own.map_err(|invalid| self.dialog.say(&self.words.invalid(&invalid))).ok()
    }

    fn side(&mut self, site: PainSite) -> PainSite {
        if !site.region().has_sides() {
            return site;
        }
        let answer = self.line(&self.words.text("log-side")).unwrap_or_default().to_lowercase();
        let side = match (self.words.lang(), answer.as_str()) {
            (Lang::Fr, "g") | (Lang::En, "l") => Some(Side::Left),
            (Lang::Fr, "d") | (Lang::En, "r") => Some(Side::Right),
            (Lang::Fr, "2") | (Lang::En, "2") => Some(Side::Both),
            _ => None,
        };
        PainSite::new(site.region(), side).unwrap_or(site)
    }

    fn pain(&mut self, site: PainSite) {
        let words = self.words;
        for (number, quality) in (1..).zip(PainQuality::ALL) {
            self.dialog.say(&format!("  {number}  {}", words.quality(*quality)));
        }
        let quality = ask_until(self.dialog, &words.text("log-quality"), |answer| {
            let chosen = answer.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
            chosen.and_then(|n| PainQuality::ALL.get(n).copied()).ok_or_else(|| {
                words.with("ask-number-again", &[("n", PainQuality::ALL.len().into())])
            })
        });
        let night = ask_yes(self.dialog, &words.text("log-night"));
        let detail = self.entry.pains.entry(site).or_default();
        detail.quality = quality;
        detail.wakes_at_night = night;
    }

    fn alarms(&mut self) {
        let words = self.words;
        self.dialog.say(&format!("\n{}", words.text("log-alarms")));
        for (number, alarm) in (1..).zip(Alarm::ALL) {
            self.dialog.say(&format!("  {number:>2}  {}", words.alarm(*alarm)));
        }
        let ticked = ask_until(self.dialog, &words.text("log-alarm-numbers"), |answer| {
            answer
                .split([' ', ',', ';'])
                .filter(|part| !part.is_empty())
                .map(|part| {
                    let chosen = part.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
                    chosen.and_then(|n| Alarm::ALL.get(n).copied())
                })
                .collect::<Option<Vec<Alarm>>>()
                .ok_or_else(|| words.with("ask-number-again", &[("n", Alarm::ALL.len().into())]))
        });
        self.entry.ticks.extend(ticked.unwrap_or_default());
    }

    fn measures(&mut self) {
        let words = self.words;
        if self.fever_again {
            self.dialog.say(&words.text("log-fever-again"));
        }
        self.measure(Measure::Temperature, Temperature::parse, |measures, value| {
            measures.temperature = Some(value);
        });
        if !self.stop {
            self.measure(Measure::Weight, Weight::parse, |measures, value| {
                measures.weight = Some(value);
            });
        }
    }

    /// Asks for one measure, and asks back what is impossible or doubtful. What was there before
    /// stays when it is passed.
    fn measure<T: Copy>(
        &mut self,
        what: Measure,
        parse: fn(&str) -> Result<T, Invalid>,
        put: fn(&mut Measures, T),
    ) {
        let words = self.words;
        let question = format!("{} ›", words.text(&format!("{}.question", what.code())));
        let mut said = self.line(&question);
        while let Some(answer) = said {
            let value = match parse(&answer) {
                Ok(value) => value,
                Err(invalid) => {
                    let doubt = Doubt::of_refused(what, &answer);
                    let sentence =
                        doubt.map_or_else(|| words.invalid(&invalid), |doubt| words.doubt(&doubt));
                    self.dialog.say(&format!("  {sentence}"));
                    said = self.line(&question);
                    continue;
                }
            };
            let mut alone = DailyEntry::new(self.entry.day);
            put(&mut alone.measures, value);
            let doubt = (self.doubts)(&alone).into_iter().next();
            let Some(doubt) = doubt else {
                put(&mut self.entry.measures, value);
                return;
            };
            self.dialog.say(&format!("  {}", words.doubt(&doubt)));
            let shown = words.measure(what, doubt.value);
            said = match self.line(&words.with("log-doubt", &[("value", shown.into())])) {
                Some(answer) if is_no(&answer) => self.line(&question),
                // Whoever has gone did not take it back: a fever is not lost for want of a yes.
                None if self.stop => {
                    put(&mut self.entry.measures, value);
                    return;
                }
                Some(answer) if is_yes(&answer) => {
                    put(&mut self.entry.measures, value);
                    return;
                }
                answer => answer,
            };
        }
    }

    fn treatment(&mut self) {
        let words = self.words;
        let Some(answer) = self.line(&words.text("log-treatment")) else {
            return;
        };
        if !is_no(&answer) {
            let name = Label::new("administration", &answer).ok().filter(|_| !is_yes(&answer));
            self.entry.administration = Some(name);
        }
    }

    fn painkillers(&mut self) {
        let words = self.words;
        while let Some(name) = self.line(&words.text("log-painkiller")) {
            if is_no(&name) {
                return;
            }
            if is_yes(&name) {
                self.dialog.say(&words.text("log-painkiller-which"));
                continue;
            }
            match Label::new("painkiller", &name) {
                Ok(name) => {
                    let answer = self.line(&words.text("log-helped"));
                    // Neither a yes nor a no is not said.
                    let helped = answer.as_deref().and_then(|answer| {
                        (is_yes(answer) || is_no(answer)).then(|| is_yes(answer))
                    });
                    self.entry.painkillers.push(Painkiller { name, helped });
                }
                Err(invalid) => self.dialog.say(&words.invalid(&invalid)),
            }
        }
    }

    fn own_words(&mut self) {
        let words = self.words;
        for field in ["note", "question"] {
            if self.stop {
                return;
            }
            let question = words.text(&format!("log-{field}"));
            let said = self.read(&question, |answer| Note::new(field, answer));
            let place = match field {
                "note" => &mut self.entry.note,
                _ => &mut self.entry.question,
            };
            if said.is_some() {
                *place = said;
            }
        }
    }
}

#[cfg(test)]
#[path = "log_tests.rs"]
mod tests;
