//! When treatments stop: what is asked then, what is brought forward, what one may ask. Gentle words, and no promise.

use vigie_model::{Item, SymptomCode, coded};
use vigie_words::Words;

use crate::explain::Topic;

/// How many questions are proposed.
const QUESTIONS: usize = 8;

coded! {
    /// Support that comes to the front.
    Forward "forward" {
        /// Somebody to talk to.
        Psychological "psychological",
        /// Help at home and with papers.
        Social "social",
        /// The mobile palliative care team.
        PalliativeTeam "palliative-team",
        /// Whom to call at night.
        Night "night",
        /// Those close to the person.
        Relatives "relatives",
    }
}

impl Forward {
    /// Its name, with a capital.
    pub fn title(self, words: &Words) -> String {
        words.text(&format!("comfort-forward-{}.title", self.code()))
    }

    /// One or two sentences.
    pub fn text(self, words: &Words) -> String {
        words.text(&format!("comfort-forward-{}", self.code()))
    }
}

/// The first page.
pub fn introduction(words: &Words) -> String {
    Topic::TreatmentsStop.text(words)
}

/// The list that is proposed in the place of the treatment's: what weighs on comfort and what can often be eased. The person
/// keeps or changes it as any other.
///
/// Fatigue, pain, loss of appetite, breathlessness, nausea, constipation, poor sleep, worry and low mood are among the commonest
/// complaints of people with an incurable cancer (Teunissen 2007, J Pain Symptom Manage 34:94, a review of studies).
pub fn list() -> Vec<Item> {
    [
        // First what most needs an answer the same day.
        SymptomCode::Pain,
        SymptomCode::Breathlessness,
        // What comes with strong painkillers, or with eating less: seen early, it is easier to ease.
        SymptomCode::Nausea,
        SymptomCode::Constipation,
        SymptomCode::Appetite,
        // What the nights and the thoughts are like: nobody asks unless somebody asks.
        SymptomCode::Sleep,
        SymptomCode::Worry,
        SymptomCode::LowMood,
        // Last, for it is nearly always there.
        SymptomCode::Fatigue,
    ]
    .map(Item::from)
    .into()
}

/// Questions the person may ask the team.
pub fn questions(words: &Words) -> Vec<String> {
    (1..=QUESTIONS).map(|number| words.text(&format!("comfort-question-{number}"))).collect()
}

/// What is explained beside: each is a thing one may do, and may leave.
pub const EXPLAINED: [Topic; 3] = [Topic::TrustedPerson, Topic::Directives, Topic::Palliative];

#[cfg(test)]
mod tests {
    use super::*;
    use vigie_words::Lang;

    /// Every text of the chapter.
    fn texts(words: &Words) -> Vec<String> {
        let forward = Forward::ALL.iter().flat_map(|one| [one.title(words), one.text(words)]);
        let explained = EXPLAINED.iter().flat_map(|one| [one.title(words), one.text(words)]);
        let headings = ["comfort-list", "comfort-forward", "comfort-questions", "comfort-wishes"];
        let first = [Topic::TreatmentsStop.title(words), introduction(words)];
        let headings = headings.map(|id| words.text(id));
        let list = list();
        let asked = list.iter().map(|item| words.question(item));
        let all = first.into_iter().chain(headings).chain(forward).chain(questions(words));
        all.chain(explained).chain(asked).collect()
    }

    /// Words of war, of defeat and of the end of everything.
    const HARSH: [(Lang, &[&str]); 2] = [
        (
            Lang::Fr,
            &[
                "échec",
                "échou",
                "plus rien",
                "rien à faire",
                "terminal",
                "combat",
                "bataille",
                "batt",
                "courage",
                "lutte",
                "lutter",
                "perdu",
                "perdre",
                "condamn",
                "désespo",
                "espoir",
                "mourir",
                "mort",
                "abandon",
                "guerre",
                "vaincre",
                "victoire",
                "fatal",
                "incurable",
                "acharnement",
                "hélas",
                "malheureusement",
                "baisser les bras",
            ],
        ),
        (
            Lang::En,
            &[
                "hopeless",
                "fail",
                "nothing more",
                "nothing left",
                "fight",
                "battle",
                "courage",
                "brave",
                "terminal",
                "lost",
                "lose",
                "struggle",
                "despair",
                "hope",
                "dying",
                "die ",
                "death",
                "dead",
                "give up",
                "giving up",
                "war ",
                "beat",
                "defeat",
                "fatal",
                "incurable",
                "unfortunately",
                "sadly",
            ],
        ),
    ];

    /// What nobody can promise.
    const PROMISES: [(Lang, &[&str]); 2] = [
        (
            Lang::Fr,
            &[
                "promet",
                "promis",
                "garanti",
                "toujours",
                "jamais",
                "tout ira",
                "sans douleur",
                "ne souffrirez",
                "guéri",
                "à coup sûr",
                "certainement",
                "n’aurez plus",
                "sera soulag",
                "serez soulag",
                "ne vous inquiétez",
                "ira mieux",
            ],
        ),
        (
            Lang::En,
            &[
                "promise",
                "guarantee",
                "always",
                "never",
                "will be fine",
                "be all right",
                "pain-free",
                "no pain",
                "not suffer",
                "cure",
                "surely",
                "certainly",
                "do not worry",
                "will be relieved",
                "get better",
            ],
        ),
    ];

    #[test]
    fn no_word_of_the_chapter_is_harsh_and_none_promises() {
        for (lang, words_of) in HARSH.iter().chain(&PROMISES) {
            for text in texts(Words::of(*lang)) {
                // From the beginning of a word on.
                let small = text
                    .to_lowercase()
                    .replace(|c: char| !c.is_alphanumeric() && c != '’' && c != '-', " ");
                let small = format!(" {small} ");
                for word in *words_of {
                    assert!(!small.contains(&format!(" {word}")), "{word}: {text}");
                }
            }
        }
    }

    #[test]
    fn the_list_is_short_and_begins_with_what_hurts() {
        let list = list();
        assert!((5..=9).contains(&list.len()));
        assert_eq!(list[0].to_string(), "pain");
        let mut once = list.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), list.len());
    }

    #[test]
    fn the_questions_are_questions_and_each_language_has_its_own() {
        let (fr, en) = (questions(Words::of(Lang::Fr)), questions(Words::of(Lang::En)));
        assert!((6..=8).contains(&fr.len()));
        assert!(fr.iter().chain(&en).all(|question| question.ends_with('?')));
        assert!(fr.iter().zip(&en).all(|(fr, en)| fr != en));
        // None is left out.
        assert!(!Words::of(Lang::Fr).has(&format!("comfort-question-{}", QUESTIONS + 1)));
    }

    #[test]
    fn whom_to_call_at_night_names_the_emergency_numbers() {
        for &lang in Lang::ALL {
            let text = Forward::Night.text(Words::of(lang));
            assert!(text.contains("15") && text.contains("112"), "{text}");
        }
    }
}
