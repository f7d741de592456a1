//! Which lines of an eligibility text are headings: 'Key Inclusion Criteria:', 'Critères de non-inclusion', 'Exclusions'.

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Who may take part.
    Inclusion,
    /// Who may not.
    Exclusion,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What it opens.
    pub section: Section,
    /// What has to be kept of it: all of it when it says more than the name of its list (a part, a cohort), or what follows its
    /// colon on the same line.
    pub kept: Option<String>,
}

/// The words that open a section, the longer first. 'Non-inclusion' is how French texts say exclusion.
const OPENINGS: [(&str, Section); 20] = [
    ("critères de non-inclusion", Section::Exclusion),
    ("critères de non inclusion", Section::Exclusion),
    ("critère de non-inclusion", Section::Exclusion),
    ("critère de non inclusion", Section::Exclusion),
    ("non-inclusion criteria", Section::Exclusion),
    ("non inclusion criteria", Section::Exclusion),
    ("critères d'exclusion", Section::Exclusion),
    ("critère d'exclusion", Section::Exclusion),
    ("critères d'inclusion", Section::Inclusion),
    ("critère d'inclusion", Section::Inclusion),
    ("exclusion criteria", Section::Exclusion),
    ("exclusion criterion", Section::Exclusion),
    ("inclusion criteria", Section::Inclusion),
    ("inclusion criterion", Section::Inclusion),
    ("non-inclusion", Section::Exclusion),
    ("non inclusion", Section::Exclusion),
    ("exclusions", Section::Exclusion),
    ("inclusions", Section::Inclusion),
    ("exclusion", Section::Exclusion),
    ("inclusion", Section::Inclusion),
];

/// Words of a sentence that speaks of criteria and opens none: 'Other protocol-defined exclusion criteria may apply'.
const SENTENCE: &str = "may apply applies must will meet meets meeting met could can should is was has have had does do not any if \
    fulfil fulfill fulfils fulfilled satisfy satisfies s'appliquent doit doivent remplit remplissant peuvent est sont";

/// Words of a heading that say no more than the name of the list.
const EMPTY: &str = "key main major general principal primary core study trial patient patients subject participant participants \
    protocol the are include includes following as follows but not limited to de principaux essentiels généraux";

/// Longest heading, in characters.
const LONGEST: usize = 120;

/// Most words before the opening ones: 'Food Effect Substudy (Part 1k): Specific Inclusion Criteria'.
const BEFORE: usize = 8;

/// The heading that a line is, if it is one. The line has no markdown any more, and no bullet: `marked` says whether it had one.
pub fn heading(line: &str, marked: bool) -> Option<Heading> {
    let lower = line.replace('’', "'").to_lowercase();
    if !marked && let Some(section) = announced(&lower) {
        return Some(Heading { section, kept: Some(line.to_owned()) });
    }
    named(line, &lower)
}

/// A sentence above a list: 'Participants who meet any of the following criteria will be disqualified from entering the trial:'.
/// Where it is the only heading, what rules out would else stand among what is asked for.
fn announced(lower: &str) -> Option<Section> {
    let people =
        ["participant", "patient", "subject", "individual", "all participants", "all patients"];
    let excluded = [
        "disqualified",
        "be excluded from",
        "are excluded from",
        "not be eligible",
        "be ineligible",
    ];
    let asked = ["must meet all", "must fulfil all", "must fulfill all", "must satisfy all"];
    let said = |phrases: &[&str]| phrases.iter().any(|phrase| lower.contains(phrase));
    let above = (lower.ends_with(':') && said(&["following"])) || said(&["criteria below"]);
    if !above || !people.iter().any(|people| lower.starts_with(people)) {
        return None;
    }
    if said(&excluded) {
        return Some(Section::Exclusion);
    }
    said(&asked).then_some(Section::Inclusion)
}

/// A line that has the words of [`OPENINGS`] and speaks no sentence around them.
fn named(line: &str, lower: &str) -> Option<Heading> {
    let (at, opening, section) = OPENINGS.iter().find_map(|(opening, section)| {
        let at = lower.find(opening)?;
        let whole = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let alone = whole(lower.get(..at)?.chars().next_back())
            && whole(lower.get(at + opening.len()..)?.chars().next());
        alone.then_some((at, *opening, *section))
    })?;
    let (before, after) = (lower.get(..at)?, lower.get(at + opening.len()..)?);
    // A line that names both ('Inclusion/Exclusion criteria may apply') opens neither.
    if ["inclusion", "exclusion"].iter().any(|word| before.contains(word) || after.contains(word)) {
        return None;
    }
    let after = after.trim_start();
    let own = after.strip_prefix(':').map(str::trim);
    // 'Inclusion' alone is an everyday word: it has to be the whole line, or to end with a colon.
    let bare = !opening.contains("crit");
    if bare && !((before.trim().is_empty() && own.is_some()) || after.is_empty() || after == ":") {
        return None;
    }
    if speaks(before) || words(before).count() > if bare { 3 } else { BEFORE } {
        return None;
    }
    if own.is_some_and(|own| !own.is_empty()) {
        let says = says_more(before);
        // The author's own capitals: lower case may be of another length.
        let kept =
            if says { line } else { line.split_once(':').map_or(line, |(_, kept)| kept.trim()) };
        return Some(Heading { section, kept: Some(kept.to_owned()) });
    }
    let listed = after.starts_with("include") || after.starts_with("are the following");
    let short = line.chars().count() <= LONGEST;
    let ended = lower.ends_with('.') || lower.ends_with(';') || lower.ends_with(',');
    if !short || ended || (speaks(after) && !listed) {
        return None;
    }
    let kept = (says_more(before) || says_more(after)).then(|| line.to_owned());
    Some(Heading { section, kept })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'')).filter(|word| !word.is_empty())
}

fn speaks(text: &str) -> bool {
    words(text).any(|word| SENTENCE.split_whitespace().any(|known| known == word))
}

fn says_more(text: &str) -> bool {
    words(text).any(|word| !EMPTY.split_whitespace().any(|known| known == word))
}
