//! Words as they are compared: small letters, no accents, no plural s, one token a word.

use vigie_words::folded;

/// After these a sign is a word: 'HER2+' is 'her2 positive', 'HR-' is 'hr negative'.
const SIGNED: &[&str] = &["her2", "er", "pr", "hr", "rh", "re", "rp"];

/// The words of a text, folded: 'Tumeurs solides' and 'tumeur solide' are the same.
pub fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let text = folded(text);
    let mut chars = text.chars().peekable();
    let mut word = String::new();
    // Whether nothing but spaces or brackets stand between the last word and here.
    let mut near = false;
    while let Some(c) = chars.next() {
        if c.is_alphanumeric() {
            word.push(c);
            if chars.peek().is_some_and(|next| next.is_alphanumeric()) {
                continue;
            }
            tokens.push(singular(std::mem::take(&mut word)));
            near = true;
            continue;
        }
        let signed = || tokens.last().is_some_and(|last| SIGNED.contains(&last.as_str()));
        match c {
            '+' if near && signed() => tokens.push("positive".to_owned()),
            // In 'HR-low' the hyphen joins, in 'HR- breast cancer' it is a minus.
            '-' if near && signed() && chars.peek().is_none_or(|next| !next.is_alphanumeric()) => {
                tokens.push("negative".to_owned());
            }
            ' ' | '(' => continue,
            _ => {}
        }
        near = false;
    }
    tokens
}

/// Without the s of the plural. It need not be a word; only the same for both.
fn singular(mut word: String) -> String {
    if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
    word
}

/// Whether these words stand in a text in this order, whole and together.
pub fn contains(text: &[String], phrase: &[String]) -> bool {
    !phrase.is_empty() && text.windows(phrase.len()).any(|window| window == phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_plural_and_hyphens_do_not_matter() {
        assert_eq!(tokens("Tumeurs SOLIDES"), tokens("tumeur solide"));
        assert_eq!(tokens("Cancer de l’œsophage"), tokens("cancer de l'oesophage"));
        assert_eq!(tokens("non‐à petites—cellules"), ["non", "a", "petite", "cellule"]);
    }

    #[test]
    fn a_sign_after_a_receptor_is_a_word() {
        assert_eq!(tokens("HER2+"), ["her2", "positive"]);
        assert_eq!(tokens("ER/PR(+), Her2(-)"), ["er", "pr", "positive", "her2", "negative"]);
        assert_eq!(tokens("HR-low / HER2 - cancer"), ["hr", "low", "her2", "negative", "cancer"]);
        assert_eq!(tokens("non-small"), ["non", "small"]);
    }

    #[test]
    fn words_are_found_whole() {
        assert!(contains(&tokens("a study in lung cancer"), &tokens("Lung Cancers")));
        assert!(!contains(&tokens("a study in Lungworm"), &tokens("lung")));
        assert!(!contains(&tokens("anything"), &[]));
    }
}
