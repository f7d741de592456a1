//! Texts of a registry made fit to show: entities decoded, white space put in order, fillers taken for what they are.

/// What registries write where nothing is known.
const FILLERS: [&str; 7] = [
    "indisponible",
    "a renseigner",
    "données non disponible",
    "données non disponibles",
    "n/a",
    "none",
    "null",
];

/// Entities seen in titles of ECLAIRE, and their nearest relatives. Letters with accents come as numbers or as themselves.
const ENTITIES: [(&str, char); 19] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("le", '≤'),
    ("ge", '≥'),
    ("plusmn", '±'),
    ("alpha", 'α'),
    ("beta", 'β'),
    ("gamma", 'γ'),
];

/// Longest text that is kept, in characters: the longest title of ClinicalTrials.gov may have 300. What is longer was not
/// written to be read, and every word of it is compared with every word that is looked for.
const LONGEST: usize = 1_000;

/// Most characters of the name of an entity.
const LONGEST_ENTITY: usize = 10;

/// The text on one line, cut where it is over-long, or `None` when it says nothing: empty, or a filler such as 'INDISPONIBLE'.
pub fn clean(text: &str) -> Option<String> {
    let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(end, _)| end);
    let line =
        entities(text.get(..end).unwrap_or(text)).split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().filter(|character| !character.is_control()).collect();
    let filler = FILLERS.contains(&line.to_lowercase().as_str());
    (!filler && line.chars().any(char::is_alphanumeric)).then_some(line)
}

/// Decodes `&lt;`, `&#233;`, `&#xE9;`, once; what is no entity stays as written.
pub fn entities(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let near = after.char_indices().take(LONGEST_ENTITY).find(|(_, c)| *c == ';');
        let parts = near.and_then(|(at, _)| Some((after.get(..at)?, after.get(at + 1..)?)));
        match parts.and_then(|(name, more)| Some((entity(name)?, more))) {
            Some((character, more)) => {
                decoded.push(character);
                rest = more;
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn entity(name: &str) -> Option<char> {
    let code = match name.strip_prefix('#') {
        Some(digits) => match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => digits.parse().ok()?,
        },
        None => return ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, c)| *c),
    };
    char::from_u32(code).filter(|character| !character.is_control())
}

/// `2026-03` or `2026-03-17` at the beginning of a date or an instant; `None` when it is no date.
pub fn date(text: &str) -> Option<String> {
    let day = text.split('T').next()?.trim();
    let shape = |pattern: &str| {
        day.len() == pattern.len()
            && day
                .bytes()
                .zip(pattern.bytes())
                .all(|(c, p)| if p == b'0' { c.is_ascii_digit() } else { c == p })
    };
    (shape("0000-00") || shape("0000-00-00")).then(|| day.to_owned())
}

/// Each text once, whatever its capitals, in the order of the first.
pub fn each_once(texts: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    texts.into_iter().filter(|text| seen.insert(text.to_lowercase())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_loses_its_entities_and_its_line_breaks() {
        assert_eq!(
            clean(" Étude\n de &lt;1% &ndash; A&amp;B ").as_deref(),
            Some("Étude de <1% – A&B")
        );
        assert_eq!(
            clean("&#233;t&#xE9; &unknown; & more;").as_deref(),
            Some("été &unknown; & more;")
        );
        assert_eq!(clean("&amp;lt;").as_deref(), Some("&lt;"), "once, not twice");
        assert_eq!(clean("&#0;&#xD800;a").as_deref(), Some("&#0;&#xD800;a"), "no characters");
    }

    #[test]
    fn an_overlong_text_is_cut_between_characters() {
        assert_eq!(clean(&"é".repeat(5_000)).map(|text| text.chars().count()), Some(1_000));
        assert_eq!(entities(&"&".repeat(100_000)).len(), 100_000, "at once");
        assert_eq!(entities("&thisnameistoolong;"), "&thisnameistoolong;");
    }

    #[test]
    fn no_control_character_reaches_a_screen() {
        assert_eq!(clean("a\u{1b}[2Jb\u{0}").as_deref(), Some("a[2Jb"));
    }

    #[test]
    fn a_filler_says_nothing() {
        for filler in ["", "  ", "INDISPONIBLE", "A RENSEIGNER", "N/A", " - "] {
            assert_eq!(clean(filler), None, "{filler}");
        }
    }

    #[test]
    fn a_date_is_a_day_or_a_month() {
        assert_eq!(date("2023-02-27T00:00:00.000Z").as_deref(), Some("2023-02-27"));
        assert_eq!(date("2024-02").as_deref(), Some("2024-02"));
        for odd in ["", "2024", "2024-2-1", "February 2024", "INDISPONIBLE", "٢٠٢٤-02"] {
            assert_eq!(date(odd), None, "{odd}");
        }
    }

    #[test]
    fn each_text_stands_once() {
        let texts = ["NSCLC", "Lung", "nsclc"].map(str::to_owned);
        assert_eq!(each_once(texts), ["NSCLC", "Lung"]);
    }
}
