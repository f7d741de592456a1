//! Our rules for what is seen on a page: nothing cut, nothing over another, the spaces each language sets.

use crate::drawn::{self, Run, Word};
use crate::tags;

/// What printers leave white, and the report more of: left, top, right, bottom, in points.
const MARGINS: [f64; 4] = [40.0, 36.0, 40.0, 17.0];
/// Width and height of A4, in points.
const A4: [f64; 2] = [595.28, 841.89];
/// How far two boxes may lie over each other, in points: they are as high as the highest letter of the font.
const TOUCHING: f64 = 0.5;

/// What is cut or lies over another; empty when nothing does.
pub fn faults(bytes: &[u8]) -> Vec<String> {
    let words = drawn::words(bytes);
    let mut faults = Vec::from_iter(lost(&words, &drawn::runs(bytes)));
    faults.extend(words.iter().filter(|word| !is_inside(word.place)).map(|word| {
        let [left, top, right, bottom] = word.place;
        format!("page {}: {:?} from {left}, {top} to {right}, {bottom}", word.page, word.text)
    }));
    faults.extend(overlapping(&words));
    for (n, page) in tags::read(bytes).pages.iter().enumerate() {
        if page.clips {
            faults.push(format!("page {}: something is cut off", n + 1));
        }
    }
    faults.extend(ink_in_margins(bytes));
    faults
}

/// Words that poppler leaves out: those drawn twice, or too far away.
fn lost(words: &[Word], runs: &[Run]) -> Option<String> {
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let seen: usize = words.iter().map(|word| letters(&word.text)).sum();
    let drawn: usize = runs.iter().map(|run| letters(&run.text)).sum();
    (seen != drawn).then(|| format!("{drawn} letters are drawn and {seen} are seen"))
}

fn is_inside([left, top, right, bottom]: [f64; 4]) -> bool {
    MARGINS[0] <= left
        && MARGINS[1] <= top
        && right <= A4[0] - MARGINS[2]
        && bottom <= A4[1] - MARGINS[3]
}

fn overlapping(words: &[Word]) -> Vec<String> {
    let mut faults = Vec::new();
    for (n, one) in words.iter().enumerate() {
        for other in words[n + 1..].iter().filter(|other| other.page == one.page) {
            let shared = |low: usize| {
                let high = low + 2;
                one.place[high].min(other.place[high]) - one.place[low].max(other.place[low])
            };
            if shared(0) > TOUCHING && shared(1) > TOUCHING {
                let (page, one, other) = (one.page, &one.text, &other.text);
                faults.push(format!("page {page}: {one:?} and {other:?} lie over each other"));
            }
        }
    }
    faults
}

/// Charts are no words: the margins have to be white.
fn ink_in_margins(bytes: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    for (n, picture) in drawn::pictures(bytes).iter().enumerate() {
        let ink = picture.pixels.iter().enumerate().filter(|(_, grey)| **grey < u8::MAX);
        let mut places = ink.map(|(at, _)| (at % picture.width, at / picture.width));
        let outside = places.find(|(x, y)| {
            let (x, y) = (*x as f64, *y as f64);
            // A pixel is as wide as a point, and lies where the margin begins when it begins there.
            !is_inside([x + 1.0, y + 1.0, x, y])
        });
        if let Some((x, y)) = outside {
            faults.push(format!("page {}: ink in the margin, at {x}, {y}", n + 1));
        }
    }
    faults
}

/// Signs that French sets off with a space that is never the end of a line.
const SET_OFF: [char; 6] = [';', ':', '!', '?', '%', '»'];

/// Where a French text has not the spaces of French. `own` are the person's own words, which are left as they were written.
pub fn french(runs: &[Run], own: &[&str]) -> Vec<String> {
    faults_of_text(runs, own, |before, sign, after| match sign {
        '«' => after != Some('\u{202f}') && after != Some('\u{a0}'),
        // A time or an address has none: only a sign that ends a word is set off.
        ':' | '?' | '!' if after.is_some_and(char::is_alphanumeric) => false,
        sign if SET_OFF.contains(&sign) => before != Some('\u{202f}') && before != Some('\u{a0}'),
        '.' => is_digit(before) && is_digit(after),
        _ => false,
    })
}

/// Where an English text has the spaces or the comma of French.
pub fn english(runs: &[Run], own: &[&str]) -> Vec<String> {
    faults_of_text(runs, own, |before, sign, after| match sign {
        '«' | '»' => true,
        sign if SET_OFF.contains(&sign) => before.is_none_or(char::is_whitespace),
        ',' => is_digit(before) && is_digit(after),
        _ => false,
    })
}

fn is_digit(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit())
}

/// Every place in the runs that is wrong, but for what the person wrote so.
fn faults_of_text(
    runs: &[Run],
    own: &[&str],
    is_wrong: impl Fn(Option<char>, char, Option<char>) -> bool,
) -> Vec<String> {
    let mut faults = Vec::new();
    for run in runs {
        let chars: Vec<char> = run.text.trim().chars().collect();
        for (at, sign) in chars.iter().enumerate() {
            let (before, after) = (at.checked_sub(1).map(|at| chars[at]), chars.get(at + 1));
            if !is_wrong(before, *sign, after.copied()) {
                continue;
            }
            // The person does not break the lines: what begins or ends one is ours.
            let breaks = if *sign == '«' { after.is_none() } else { before.is_none() };
            // The end of what stands before it, and what it is written together with: a closing quote is ours again.
            let after = after.filter(|c| c.is_alphanumeric() || *sign == '«');
            let around: String = chars[at.saturating_sub(4)..=at].iter().chain(after).collect();
            // A space the person set is kept from breaking; it is theirs all the same.
            let typed = around.trim().replace('\u{a0}', " ");
            let is_own = |text: &&str| text.contains(around.trim()) || text.contains(&typed);
            if breaks || !own.iter().any(is_own) {
                faults.push(format!("page {}: {around:?} in {:?}", run.page, run.text));
            }
        }
    }
    faults
}

/// Units that stand behind their number.
const UNITS: [&str; 3] = ["°C", "kg", "h"];

/// Where a line could part a number from its unit.
pub fn parted_units(runs: &[Run], own: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for run in runs {
        let words: Vec<&str> = run.text.split(' ').collect();
        for pair in words.windows(2) {
            let number = pair[0].ends_with(|c: char| c.is_ascii_digit());
            let sign = |c: char| c.is_ascii_punctuation();
            let unit = pair[1].trim_end_matches(sign);
            let whole = format!("{} {unit}", pair[0].trim_start_matches(sign));
            let is_own = || own.iter().any(|text| text.contains(&whole));
            if number && UNITS.contains(&unit) && !is_own() {
                faults.push(format!("page {}: {whole:?} in {:?}", run.page, run.text));
            }
        }
    }
    faults
}
