//! The lines of the criteria that a doctor has to judge: general state and previous treatments, as they stand.
//!
//! One thing is read out of them, and only where it is plain: the highest ECOG grade that a trial takes.

use super::Eligibility;
use vigie_words::folded;

/// Words that open a statement about the general state, in folded text.
const STATE_WORDS: &[&str] = &[
    "performance status",
    "performance score",
    "performans status",
    "ecog",
    "karnofsky",
    "indice de performance",
    "etat general oms",
    "who ps",
    "ps who",
    "ps oms",
    "oms ps",
    "statut oms",
    "score oms",
    "zubrod",
    "lansky",
];

/// Words for earlier treatment of the disease, in folded text: those that count treatments first, as they tell most.
const LINE_WORDS: &[&str] = &[
    "prior line",
    "previous line",
    "line of therapy",
    "lines of therapy",
    "line of systemic",
    "lines of systemic",
    "line of treatment",
    "lines of treatment",
    "prior regimen",
    "previous regimen",
    "ligne de traitement",
    "lignes de traitement",
    "ligne de chimiotherapie",
    "lignes de chimiotherapie",
    "ligne anterieure",
    "lignes anterieures",
    "previously untreated",
    "treatment naive",
    "treatment-naive",
    "previously treated",
    "prior systemic",
    "previous systemic",
    "prior chemotherap",
    "previous chemotherap",
    "prior therap",
    "previous therap",
    "prior treatment",
    "previous treatment",
    "jamais traite",
    "non traite auparavant",
    "deja recu",
    "chimiotherapie anterieure",
    "traitement anterieur",
    "traitements anterieurs",
];

/// What the criteria say of a person's state and past treatments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Judged {
    /// The highest ECOG grade that is taken, where that is plainly said.
    pub highest_state: Option<u8>,
    /// Lines about the general state, as they stand.
    pub state: Vec<String>,
    /// Lines about earlier treatments, as they stand, the most telling first.
    pub lines: Vec<String>,
    /// How many criteria there are.
    pub count: usize,
}

/// Finds the lines.
pub fn judged(eligibility: &Eligibility) -> Judged {
    let Eligibility { inclusion, exclusion, undivided } = eligibility;
    let mut judged =
        Judged { count: inclusion.len() + exclusion.len() + undivided.len(), ..Judged::default() };
    let mut highest: Vec<Option<u8>> = Vec::new();
    let mut lines: Vec<(usize, String)> = Vec::new();
    let lists = [(inclusion, false), (undivided, false), (exclusion, true)];
    for (line, excludes) in lists.iter().flat_map(|(list, out)| list.iter().map(|l| (l, *out))) {
        let folded = folded(line);
        if STATE_WORDS.iter().any(|word| folded.contains(word)) {
            let limit = highest_taken(&folded, excludes);
            if limit.is_some() || !excludes {
                highest.push(limit);
            }
            judged.state.push(line.clone());
        } else if let Some(telling) = LINE_WORDS.iter().position(|word| folded.contains(word)) {
            lines.push((telling, line.clone()));
        }
    }
    lines.sort_by_key(|(telling, _)| *telling);
    judged.lines = lines.into_iter().map(|(_, line)| line).collect();
    // Several statements: cohorts that differ, or a children's scale. Where one cannot be read nothing is claimed, and where
    // they differ the widest is what the trial takes.
    let all: Option<Vec<u8>> = highest.into_iter().collect();
    judged.highest_state = all.and_then(|limits| limits.into_iter().max());
    judged
}

/// The highest ECOG grade that a line takes: 'ECOG 0-1', 'PS ≤ 2', 'OMS 0 ou 1'; for a criterion of exclusion that 'ECOG > 1' or
/// 'ECOG ≥ 2' leaves. `None` when the line says anything that could mean something else.
fn highest_taken(folded: &str, excludes: bool) -> Option<u8> {
    if folded.contains("karnofsky") || folded.contains("lansky") {
        return None;
    }
    let end = STATE_WORDS.iter().filter_map(|word| Some(folded.find(word)? + word.len())).min()?;
    let marks = marks(folded.get(end..)?);
    let first = marks.iter().position(|mark| !matches!(mark, Mark::Filler))?;
    let (limit, rest) = read(marks.get(first..)?, excludes)?;
    // 'ECOG 0 or 1 (0-2 for lymphoma)': another grade in the same line may be another limit.
    let grades_after = rest.iter().any(|mark| matches!(mark, Mark::Grade(g) if *g > limit));
    (!grades_after).then_some(limit)
}

/// A piece of a line, as far as a grade is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Nothing but 'status of', 'score', brackets.
    Filler,
    /// A digit that stands alone, 0 to 5.
    Grade(u8),
    /// ≤, 'at most'.
    AtMost,
    /// <, 'less than'.
    Below,
    /// ≥, 'at least'.
    AtLeast,
    /// >, 'more than'.
    Above,
    /// A hyphen, 'to', 'or', a comma.
    Joint,
    /// Any other word or number.
    Other,
}

/// Cuts a folded text into marks.
fn marks(text: &str) -> Vec<Mark> {
    let text = text
        .replace(['\\', '*'], "")
        .replace("less than or equal to", "≤")
        .replace("lower than or equal to", "≤")
        .replace("inferieur ou egal a", "≤")
        .replace("greater than or equal to", "≥")
        .replace("superieur ou egal a", "≥")
        .replace("at most", "≤")
        .replace("at least", "≥")
        .replace("less than", "<")
        .replace("inferieur a", "<")
        .replace("greater than", ">")
        .replace("more than", ">")
        .replace("superieur a", ">")
        .replace("<=", "≤")
        .replace(">=", "≥");
    let mut marks = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mark = match c {
            '≤' | '⩽' => Mark::AtMost,
            '≥' | '⩾' => Mark::AtLeast,
            '<' => Mark::Below,
            '>' => Mark::Above,
            '-' | ',' | '/' => Mark::Joint,
            c if c.is_alphanumeric() => {
                let mut word = String::from(c);
                while let Some(next) = chars.next_if(|next| next.is_alphanumeric()) {
                    word.push(next);
                }
                // '10' is no grade, '0.5' neither.
                if chars.next_if(|next| *next == '.').is_some()
                    && chars.peek().is_some_and(char::is_ascii_digit)
                {
                    word.push('.');
                }
                match word_mark(&word) {
                    Mark::Grade(_) if counts_time(chars.clone()) => Mark::Other,
                    mark => mark,
                }
            }
            // A sentence ends, or something else begins.
            ';' | '.' | '\n' => Mark::Other,
            '%' | '+' | '=' | ':' => Mark::Filler,
            _ => continue,
        };
        marks.push(mark);
    }
    marks
}

/// Whether a unit of time comes next: 'within 3 days' tells no grade.
fn counts_time(rest: impl Iterator<Item = char>) -> bool {
    const UNITS: &[&str] =
        &["hour", "day", "week", "month", "year", "heure", "jour", "semaine", "an"];
    let rest = rest.skip_while(|c| matches!(c, ' ' | '-'));
    let word: String = rest.take_while(|c| c.is_alphabetic()).collect();
    UNITS.contains(&word.trim_end_matches('s')) || word == "mois"
}

fn word_mark(word: &str) -> Mark {
    const FILLERS: &[&str] = &[
        "performance",
        "status",
        "score",
        "ps",
        "scale",
        "grade",
        "of",
        "is",
        "must",
        "be",
        "a",
        "an",
        "the",
        "with",
        "who",
        "ecog",
        "oms",
        "de",
        "du",
        "statut",
        "indice",
        "egal",
        "has",
        "have",
        "group",
        "oncology",
        "cooperative",
        "eastern",
        "level",
        "value",
        "defined",
        "as",
        "compris",
        "entre",
        "between",
        "from",
        "either",
        "equal",
        "est",
        "etre",
        "doit",
        "d",
        "l",
    ];
    match word {
        "0" | "zero" => Mark::Grade(0),
        "1" | "one" => Mark::Grade(1),
        "2" | "two" => Mark::Grade(2),
        "3" | "three" => Mark::Grade(3),
        "4" | "four" => Mark::Grade(4),
        "5" | "five" => Mark::Grade(5),
        "to" | "or" | "ou" | "and" | "et" | "through" => Mark::Joint,
        filler if FILLERS.contains(&filler) => Mark::Filler,
        _ => Mark::Other,
    }
}

/// Reads one statement; gives what is after it as well.
fn read(marks: &[Mark], excludes: bool) -> Option<(u8, &[Mark])> {
    match (marks, excludes) {
        ([Mark::AtMost, Mark::Grade(grade), rest @ ..], false)
        | ([Mark::Above, Mark::Grade(grade), rest @ ..], true) => Some((*grade, rest)),
        ([Mark::Below, Mark::Grade(grade), rest @ ..], false)
        | ([Mark::AtLeast, Mark::Grade(grade), rest @ ..], true) => {
            Some((grade.checked_sub(1)?, rest))
        }
        // A list of what is taken begins at 0: '0', '0-1', '0, 1 or 2'.
        ([Mark::Grade(0), rest @ ..], false) => {
            let (mut highest, mut rest) = (0, rest);
            loop {
                rest = match rest {
                    [Mark::Joint, Mark::Grade(grade), after @ ..]
                    | [Mark::Joint, Mark::Joint, Mark::Grade(grade), after @ ..]
                        if *grade > highest =>
                    {
                        highest = *grade;
                        after
                    }
                    _ => return Some((highest, rest)),
                };
            }
        }
        _ => None,
    }
}

#[cfg(test)]
#[path = "criteria_tests.rs"]
mod tests;
