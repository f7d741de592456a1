//! The shortlist as one page to bring to the doctor, in plain words; whoever draws it owns the looks.

use vigie_model::Day;
use vigie_words::{Words, one_line};

use super::explain::{Passage, questions};
use super::{Judge, status_code};
use super::{Match, NearSite, Phase, Place, Status, TrialProfile};

/// Trials that fit on a page with what the doctor has to judge of each.
const MOST_TRIALS: usize = 4;

/// Sentences about a trial that only a doctor can judge.
const MOST_TO_JUDGE: usize = 2;

/// Questions to ask: the first ones.
const MOST_QUESTIONS: usize = 6;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaflet {
    /// Its title.
    pub title: String,
    /// What was looked for, and what this page is not.
    pub intro: String,
    /// A passage for each trial, at most four, then questions to ask.
    pub sections: Vec<Passage>,
}

/// The page of a shortlist.
pub fn leaflet(words: &Words, profile: &TrialProfile, list: &[Match]) -> Leaflet {
    let mut intro = vec![words.text("trials-leaflet-intro"), looked_for(words, profile)];
    match list.len() {
        0 => intro.push(words.text("trials-none")),
        n if n > MOST_TRIALS => intro.push(
            words.with("trials-leaflet-first", &[("shown", MOST_TRIALS.into()), ("n", n.into())]),
        ),
        _ => {}
    }
    let mut sections: Vec<Passage> =
        list.iter().take(MOST_TRIALS).map(|found| passage(words, found)).collect();
    let mut asked = questions(words);
    asked.lines.truncate(MOST_QUESTIONS);
    sections.push(asked);
    Leaflet { title: words.text("trials-leaflet-title"), intro: intro.join(" "), sections }
}

/// One trial: its number, phase and status, the date of its record, what the doctor has to judge and how much there is to
/// read, the nearest place, what fits, what is not known. Where a page has no room the last of these go first.
fn passage(words: &Words, found: &Match) -> Passage {
    let mut lines = vec![format!("{}, {}", found.heading(words), found.record(words))];
    let (to_read, to_judge): (Vec<&Judge>, Vec<&Judge>) =
        found.judge.iter().partition(|one| matches!(one, Judge::Criteria { .. }));
    let judged = to_judge.into_iter().take(MOST_TO_JUDGE).chain(to_read);
    lines.extend(judged.map(|one| one.sentence(words)));
    lines.extend(found.sites.iter().take(1).map(|site| site.sentence(words)));
    lines.extend(found.matched.iter().take(1).map(|reason| reason.sentence(words)));
    lines.extend(found.unknown.iter().take(1).map(|one| one.sentence(words)));
    Passage { title: one_line(&found.trial.title), lines }
}

/// What was looked for, in one sentence.
fn looked_for(words: &Words, profile: &TrialProfile) -> String {
    let mut parts: Vec<String> = profile.conditions.iter().map(|text| one_line(text)).collect();
    parts.extend(profile.keywords.iter().map(|text| one_line(text)));
    if !profile.phases.is_empty() {
        let phases: Vec<String> = profile.phases.iter().map(|one| roman(*one).to_owned()).collect();
        parts.push(words.with(
            "trials-looked-phases",
            &[("n", phases.len().into()), ("phases", words.list(&phases).into())],
        ));
    }
    if let (Some(km), Some(place)) = (profile.within_km, &profile.place) {
        // Checked to be at most half round the earth.
        let n = ("n", (km.round() as u32).into());
        parts.push(match place {
            Place::City(city) => {
                words.with("trials-looked-around", &[n, ("city", one_line(city).into())])
            }
            Place::Point(..) => words.with("trials-looked-within", &[n]),
        });
    }
    words.with("trials-looked-for", &[("what", parts.join(", ").into())])
}

impl Match {
    /// Number, phase and status in one sentence.
    pub fn heading(&self, words: &Words) -> String {
        let phase = match self.phases(roman) {
            Some(phase) => words.with("trials-phase", &[("phase", phase.into())]),
            None => words.text("trials-no-phase"),
        };
        let status = status_words(words, self.trial.status);
        let parts = [
            ("id", one_line(&self.trial.id).into()),
            ("phase", phase.into()),
            ("status", status.into()),
        ];
        words.with("trials-heading", &parts)
    }

    /// The day of the record; `None` when it tells none, or the month alone.
    pub fn record_day(&self) -> Option<Day> {
        self.trial.updated.as_ref()?.parse().ok()
    }

    /// `fiche du 12 février 2026`: how old the record is, in words.
    fn record(&self, words: &Words) -> String {
        if let Some(day) = self.record_day() {
            return words.with("trials-record-of", &[("date", words.day(day).into())]);
        }
        let Some(date) = &self.trial.updated else { return words.text("trials-record-undated") };
        let month = date.split_once('-').and_then(|(year, month)| {
            let name = words.month(month.parse().ok()?);
            (!name.is_empty()).then(|| format!("{name}\u{a0}{year}"))
        });
        let date = month.unwrap_or_else(|| date.clone());
        words.with("trials-record-month", &[("date", one_line(&date).into())])
    }

    /// `2`, `1/2` …; `None` when none is told.
    pub fn phase(&self) -> Option<String> {
        self.phases(|phase| match phase {
            Phase::One => "1",
            Phase::Two => "2",
            Phase::Three => "3",
            Phase::Four => "4",
        })
    }

    fn phases(&self, written: fn(Phase) -> &'static str) -> Option<String> {
        let phases: Vec<&str> = self.trial.phases.iter().map(|phase| written(*phase)).collect();
        (!phases.is_empty()).then(|| phases.join("/"))
    }
}

impl NearSite {
    /// Hospital, town, how far, and whether it takes nobody now.
    pub fn sentence(&self, words: &Words) -> String {
        let told = [&self.site.facility, &self.site.city, &self.site.country];
        let mut name: Vec<String> = told.into_iter().flatten().map(|part| one_line(part)).collect();
        if name.is_empty() {
            name.push(words.text("trials-place-unnamed"));
        }
        let mut parts = vec![name.join(", ")];
        parts.push(match self.km {
            // Not farther than half round the earth.
            Some(km) => words.with("trials-place-km", &[("n", (km.round() as u32).into())]),
            None => words.text("trials-place-km-unknown"),
        });
        if self.is_closed() {
            parts.push(words.text("trials-place-closed"));
        }
        parts.join(" – ")
    }
}

/// What a status means for somebody who would like to join.
fn status_words(words: &Words, status: Status) -> String {
    words.text(&format!("trials-status-{}", status_code(status)))
}

fn roman(phase: Phase) -> &'static str {
    match phase {
        Phase::One => "I",
        Phase::Two => "II",
        Phase::Three => "III",
        Phase::Four => "IV",
    }
}
