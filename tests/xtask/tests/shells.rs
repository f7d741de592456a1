//! The two apps show the same: the same lists in the same order (screens, places, steps, texts), the same states, colours, and texts on
//! each screen. Both are read from their sources; what only one of them has is a failure, unless it is told here why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const ANDROID: &str = "../../android/ui/src/main/kotlin/org/vigie/ui";
const KIT: &str = "../../ios/Sources/VigieKit";
const VIEWS: &str = "../../ios/Sources/VigieApp";

/// Lists and states, by their names in Kotlin (with the folder where one name stands for several) and in Swift, where SwiftUI and the
/// core have taken many names.
const RENAMED: &[(&str, &str)] = &[
    ("Text", "MainText"),
    ("Phrase", "MainPhrase"),
    ("first/Step", "FirstStep"),
    ("treatment/Leaf", "TreatmentLeaf"),
    ("appointments/Leaf", "AppointmentsLeaf"),
    ("consultation/Span", "ConsultationSpan"),
    ("consultation/Form", "ShareForm"),
    ("consultation/Step", "ConsultationStep"),
    ("trends/Period", "TrendsPeriod"),
    ("body/View", "BodyView"),
    ("body/Group", "BodyGroup"),
    ("checkin/Part", "CheckInPart"),
    ("form/Form", "FormState"),
    ("settings/Edited", "EditedContact"),
    ("settings/Hours", "ContactHours"),
];

/// What only one of them has, and why.
const APART: &[(&str, &str)] = &[
    ("DeskText", "the window on a computer keeps its key in a file"),
    ("Keeps", "the same"),
    ("LockState.keeps", "the same"),
    ("KeysState.keeps", "the same"),
    ("TreatmentState.form", "iOS keeps the form beside the state"),
    ("ResultsState.form", "the same"),
    ("AppointmentsState.form", "the same"),
    ("SettingsState.sub", "the same of a page over the settings"),
    ("CheckInState.newest", "on Android the pains know their order"),
    ("foldOpen", "iOS says itself whether a list is open"),
    ("foldClosed", "the same"),
    ("reminderCheckIn", "iOS has no channels of notifications"),
    ("reminderMedicine", "the same"),
    ("reminderCall", "the same"),
    ("phoneProve", "iOS has a title of its own where it asks for a face or a finger"),
];

/// The folders of the screens on Android, and on iOS the folder of the model and the files of the views.
const SCREENS: &[(&str, &str, &[&str])] = &[
    ("first", "First", &["FirstScreen"]),
    ("lock", "Lock", &["LockScreen"]),
    ("restore", "Restore", &["RestoreScreen"]),
    ("today", "Today", &["TodayScreen"]),
    ("checkin", "CheckIn", &["CheckInScreen"]),
    ("body", "Body", &["WhereItHurts"]),
    ("prompt", "Prompt", &["PromptScreen"]),
    ("trends", "Trends", &["TrendsScreen"]),
    ("timeline", "Timeline", &["TimelineScreen"]),
    ("form", "Form", &["FormScreen"]),
    ("treatment", "Treatment", &["TreatmentScreen"]),
    ("results", "Results", &["ResultsScreen"]),
    ("appointments", "Appointments", &["AppointmentsScreen"]),
    ("support", "Support", &["SupportScreen"]),
    ("trials", "Trials", &["TrialsScreen"]),
    ("consultation", "Consultation", &["ConsultationScreen", "ReportPages"]),
    (
        "settings",
        "Settings",
        &["SettingsScreen", "KeysScreen", "CopiesScreen", "AskedScreen", "TeamScreen"],
    ),
];

#[test]
fn the_two_apps_show_the_same() {
    let (android, kit, views) = (read(ANDROID, "kt"), read(KIT, "swift"), read(VIEWS, "swift"));
    let mut told = lists(&android, &kit);
    told.extend(states(&android, &kit));
    told.extend(colours(&android, &kit));
    told.extend(texts(&android, &kit, &views));
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// Every source below a folder by its path there, without its comments.
fn read(folder: &str, ending: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(Path::new(folder), ending, &mut found);
    let text = |path: &Path| without_comments(&fs::read_to_string(path).unwrap_or_default());
    let name = |path: &Path| {
        path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
    };
    found.iter().map(|path| (name(path), text(path))).collect()
}

fn without_comments(text: &str) -> String {
    let mut code = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    let line = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
    code.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What stands between a bracket, which the text begins with, and its own end.
fn within(text: &str) -> &str {
    let mut depth = 0;
    for (place, letter) in text.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return text.get(1..place).unwrap_or_default();
        }
    }
    ""
}

/// Without what stands in brackets.
fn flat(text: &str) -> String {
    let mut depth = 0;
    let keep = |letter: &char| match letter {
        '(' | '[' | '{' => {
            depth += 1;
            false
        }
        ')' | ']' | '}' => {
            depth -= 1;
            false
        }
        _ => depth == 0,
    };
    text.chars().filter(keep).collect()
}

fn is_of_a_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The first name in a text.
fn name(text: &str) -> &str {
    let text = text.trim_start();
    text.split(|letter| !is_of_a_name(letter)).next().unwrap_or_default()
}

/// `CHECK_IN_DONE` as Swift writes it: `checkInDone`; `CheckIn` is `checkIn`.
fn camel(name: &str) -> String {
    let mut words = name.split('_').filter(|word| !word.is_empty());
    if name.chars().any(char::is_lowercase) {
        let mut letters = name.chars();
        let first = letters.next().map(|it| it.to_lowercase().to_string()).unwrap_or_default();
        return first + letters.as_str();
    }
    let first = words.next().unwrap_or_default().to_lowercase();
    words.fold(first, |name, word| {
        let (head, tail) = word.split_at(1);
        name + head + &tail.to_lowercase()
    })
}

type Lists = BTreeMap<String, Vec<String>>;

/// Whether it is told why only one of them has this.
fn is_told(what: &str) -> bool {
    APART.iter().any(|(known, _)| *known == what)
}

/// What it is called in Swift.
fn in_swift(file: &str, name: &str) -> String {
    let folder = file.split_once('/').map_or("", |(folder, _)| folder);
    let full = format!("{folder}/{name}");
    let known = RENAMED.iter().find(|(kotlin, _)| *kotlin == full || *kotlin == name);
    known.map_or(name, |(_, swift)| swift).to_owned()
}

/// The members of every enum, and the kinds of screens and of the parts of a check-in, by their names in Swift.
fn lists_of_kotlin(sources: &BTreeMap<String, String>) -> Lists {
    let mut lists = Lists::new();
    for (file, text) in sources {
        for after in text.split("enum class ").skip(1) {
            let Some(body) = after.find('{').and_then(|at| after.get(at..)) else { continue };
            let members = within(body).split(';').next().unwrap_or_default();
            let members: Vec<String> = flat(members).split(',').map(name).map(camel).collect();
            let named = members.into_iter().filter(|it| !it.is_empty()).collect();
            lists.insert(in_swift(file, name(after)), named);
        }
        for after in text.split("sealed interface ").skip(1) {
            let Some(body) = after.find('{').and_then(|at| after.get(at..)) else { continue };
            let kinds = within(body).replace("data class ", "data object ");
            let kinds = kinds.split("data object ").skip(1).map(|kind| camel(name(kind)));
            if ["Screen", "Part"].contains(&name(after)) {
                lists.insert(in_swift(file, name(after)), kinds.collect());
            }
        }
    }
    lists
}

fn lists_of_swift(sources: &BTreeMap<String, String>) -> Lists {
    let mut lists = Lists::new();
    for text in sources.values() {
        for after in text.split("enum ").skip(1) {
            let Some(body) = after.find('{').and_then(|at| after.get(at..)) else { continue };
            let mut members = Vec::new();
            for line in flat(within(body)).lines() {
                if let Some(cases) = line.trim().strip_prefix("case ") {
                    members.extend(cases.split(',').map(|case| name(case).to_owned()));
                }
            }
            lists.insert(name(after).to_owned(), members);
        }
    }
    lists
}

fn lists(android: &BTreeMap<String, String>, kit: &BTreeMap<String, String>) -> Vec<String> {
    let (kotlin, swift) = (lists_of_kotlin(android), lists_of_swift(kit));
    let mut told = Vec::new();
    if kotlin.len() < 40 {
        told.push(format!("only {} lists were read of Android", kotlin.len()));
    }
    for (list, members) in kotlin {
        // How a keyboard is called is each phone's own.
        if is_told(&list) || list == "Typed" || swift.get(&list) == Some(&members) {
            continue;
        }
        told.push(format!("{list}: Android has {members:?}, iOS {:?}", swift.get(&list)));
    }
    told
}

/// The fields of every state that a screen shows.
fn states(android: &BTreeMap<String, String>, kit: &BTreeMap<String, String>) -> Vec<String> {
    let mut told = Vec::new();
    let mut read = 0;
    for (file, text) in android {
        for after in text.split("data class ").skip(1) {
            let state = in_swift(file, name(after));
            let shown = state.ends_with("State")
                || ["EditedContact", "ContactHours"].contains(&state.as_str());
            let Some(body) = after.find('(').filter(|_| shown).and_then(|at| after.get(at..))
            else {
                continue;
            };
            let kotlin: BTreeSet<String> =
                within(body).split("val ").skip(1).map(|field| name(field).to_owned()).collect();
            let swift = fields_of_swift(&state, kit);
            read += 1;
            let apart = kotlin.symmetric_difference(&swift).map(|field| format!("{state}.{field}"));
            told.extend(
                apart
                    .filter(|it| !is_told(it))
                    .map(|it| format!("{it}: only one of the apps has it")),
            );
        }
    }
    if read < 20 {
        told.push(format!("only {read} states were read of Android"));
    }
    told
}

fn fields_of_swift(state: &str, kit: &BTreeMap<String, String>) -> BTreeSet<String> {
    let head = format!("struct {state}:");
    let Some(after) = kit.values().find_map(|text| text.split_once(&head).map(|(_, after)| after))
    else {
        return BTreeSet::new();
    };
    let Some(body) = after.find('{').and_then(|at| after.get(at..)) else { return BTreeSet::new() };
    let mut fields = BTreeSet::new();
    for line in within(body).lines() {
        // Those of the struct itself, which stand in by two; and stored ones, which have no body.
        let Some(line) = line.strip_prefix("  ").filter(|line| !line.starts_with(' ')) else {
            continue;
        };
        let words: Vec<&str> = line.split(' ').collect();
        if words.contains(&"static") {
            continue;
        }
        let Some(at) = words.iter().position(|word| ["var", "let"].contains(word)) else {
            continue;
        };
        let rest = words.get(at + 1..).unwrap_or_default().join(" ");
        if !rest.split('=').next().unwrap_or_default().contains('{') {
            // What stands between the angles of a type has commas too.
            let flat = flat(&rest.replace('<', "(").replace('>', ")"));
            fields.extend(flat.split(',').map(|field| name(field).to_owned()));
        }
    }
    fields
}

/// The colours by day and by night.
fn colours(android: &BTreeMap<String, String>, kit: &BTreeMap<String, String>) -> Vec<String> {
    let kotlin = android.get("look/Theme.kt").map(String::as_str).unwrap_or_default();
    let swift = kit.get("Look/Palette.swift").map(String::as_str).unwrap_or_default();
    let of = |text: &str, head: &str| -> Vec<String> {
        let after = text.split_once(head).map_or("", |(_, after)| after);
        let body = after.find("Palette(").and_then(|at| after.get(at + 7..)).unwrap_or_default();
        let colour = |it: &str| {
            let (name, value) = it.split_once(['=', ':'])?;
            let hex = value.rsplit_once("0x").map(|(_, hex)| hex.trim_end_matches(')').trim())?;
            Some(format!("{} {}", name.trim(), hex.get(hex.len().checked_sub(6)?..)?))
        };
        within(body).split(',').filter_map(colour).collect()
    };
    let mut told = Vec::new();
    for (day, head, swift_head) in
        [("day", "val LIGHT", "static let light"), ("night", "val DARK", "static let dark")]
    {
        let (android, ios) = (of(kotlin, head), of(swift, swift_head));
        if android.len() != 12 || android != ios {
            told.push(format!("the colours by {day}: Android has {android:?}, iOS {ios:?}"));
        }
    }
    told
}

/// Which texts each screen shows, and that none is known and shown nowhere.
fn texts(
    android: &BTreeMap<String, String>,
    kit: &BTreeMap<String, String>,
    views: &BTreeMap<String, String>,
) -> Vec<String> {
    let lists = lists_of_kotlin(android);
    let texts = lists.iter().filter(|(list, _)| list.ends_with("Text") || list.ends_with("Phrase"));
    let known: BTreeSet<String> =
        texts.filter(|(list, _)| !is_told(list)).flat_map(|(_, texts)| texts.clone()).collect();
    let mut told = Vec::new();
    for (folder, model, screens) in SCREENS {
        let kotlin =
            of_folder(android, folder).flat_map(|text| texts_of_kotlin(text, &known)).collect();
        let named = |screen: &&str| views.get(&format!("Screens/{screen}.swift"));
        let swift = of_folder(kit, model).chain(screens.iter().filter_map(named));
        let swift: BTreeSet<String> = swift.flat_map(|text| texts_of_swift(text, &known)).collect();
        told.extend(apart(&format!("the screen of {folder}"), &kotlin, &swift));
    }
    let shown =
        kit.values().chain(views.values()).flat_map(|text| texts_of_swift(text, &known)).collect();
    let all: BTreeSet<String> = known.iter().filter(|text| several_words(text)).cloned().collect();
    told.extend(apart("the app on iOS", &all, &shown));
    told
}

fn apart(place: &str, android: &BTreeSet<String>, ios: &BTreeSet<String>) -> Vec<String> {
    let apart = android.symmetric_difference(ios).filter(|text| !is_told(text));
    apart.map(|text| format!("{place}: only one of the apps says '{text}'")).collect()
}

fn of_folder<'a>(
    sources: &'a BTreeMap<String, String>,
    folder: &'a str,
) -> impl Iterator<Item = &'a String> {
    let inside = move |file: &str| file.split_once('/').is_some_and(|(first, _)| first == folder);
    sources.iter().filter(move |(file, _)| inside(file)).map(|(_, text)| text)
}

/// Texts as Kotlin names them, outside the lists of them and imports. A name of one word says too many other things.
fn texts_of_kotlin(text: &str, known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut rest = String::new();
    for (place, part) in text.split("enum class ").enumerate() {
        let list = ["Text", "Phrase"].iter().any(|end| name(part).ends_with(end));
        let body = part.find('{').filter(|_| place > 0 && list).and_then(|at| part.get(at..));
        rest.push_str(body.map_or(part, |body| body.get(within(body).len()..).unwrap_or_default()));
    }
    let lines = rest.lines().filter(|line| !line.starts_with("import "));
    let names = lines.flat_map(|line| line.split(|letter| !is_of_a_name(letter)));
    let loud = names.filter(|name| name.contains('_') && !name.chars().any(char::is_lowercase));
    loud.map(camel).filter(|text| known.contains(text)).collect()
}

fn several_words(text: &str) -> bool {
    text.chars().any(char::is_uppercase)
}

/// Texts as Swift names them: after the name of their list, or where it is understood.
fn texts_of_swift(text: &str, known: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut before = "";
    for part in text.split('.') {
        let list = before.rsplit(|letter| !is_of_a_name(letter)).next().unwrap_or_default();
        let understood = before.ends_with([' ', '(', '[', '\n']) || before.ends_with("? ");
        let text = name(part);
        let starts = part.starts_with(is_of_a_name);
        if starts
            && (understood || list.ends_with("Text") || list.ends_with("Phrase"))
            && several_words(text)
            && known.contains(text)
        {
            found.insert(text.to_owned());
        }
        before = part;
    }
    found
}

fn sources(file: &str, text: &str) -> BTreeMap<String, String> {
    BTreeMap::from([(file.to_owned(), without_comments(text))])
}

#[test]
fn a_list_is_read_with_its_order_in_both_languages() {
    let kotlin = sources(
        "first/FirstModel.kt",
        "/** Where. */\nenum class Step(val title: Text) {\n /** One, two. */\n ABOUT(Text.A),\n READ_BACK(Text.B),\n ;\n}",
    );
    let swift = sources(
        "First/FirstModel.swift",
        "public enum FirstStep: Sendable {\n  case about, readBack // two\n  var a: Int {\n    switch self {\n    case .about: 1\n    }\n  }\n}",
    );
    let wanted =
        Lists::from([("FirstStep".to_owned(), vec!["about".to_owned(), "readBack".to_owned()])]);
    assert_eq!(lists_of_kotlin(&kotlin), wanted);
    assert_eq!(lists_of_swift(&swift), wanted);
}

#[test]
fn the_fields_of_a_state_are_those_that_are_stored() {
    let swift = sources(
        "A.swift",
        "public struct AState: Sendable {\n  public var first = \"\", last: [A: B] = [:]\n  public internal(set) var x: Set<A, B>?\n  var computed: Int { first.count }\n  static let most = 1\n  func a() {\n    let inside = 1\n  }\n}\n",
    );
    let fields = fields_of_swift("AState", &swift);
    assert_eq!(fields, ["first", "last", "x"].map(str::to_owned).into());
}

#[test]
fn a_text_is_found_where_it_is_used_and_not_where_something_else_has_its_name() {
    let known: BTreeSet<String> = ["lockOpen", "formKept"].map(str::to_owned).into();
    let kotlin = "import org.vigie.ui.Text.LOCK_OPEN\nenum class FormText {\n FORM_KEPT,\n ;\n}\nval a = texts[Text.LOCK_OPEN]";
    assert_eq!(texts_of_kotlin(kotlin, &known), ["lockOpen".to_owned()].into());
    let swift = "texts[MainText.lockOpen]; done(.formKept)";
    assert_eq!(texts_of_swift(swift, &known), known);
    assert_eq!(texts_of_swift("model.lockOpen()", &known), BTreeSet::new());
}

#[test]
fn another_colour_is_noticed() {
    let names = "ground ink quiet edge rule card accent onAccent chosen alarm onAlarm notice";
    let kotlin = |hex: &str| {
        let colours: String =
            names.split(' ').map(|it| format!("{it} = Color(0xFF{hex}),\n")).collect();
        sources(
            "look/Theme.kt",
            &format!("val LIGHT = Palette({colours})\nval DARK = Palette({colours})"),
        )
    };
    let colours: Vec<String> = names.split(' ').map(|it| format!("{it}: 0xABCDEF")).collect();
    let colours = colours.join(", ");
    let swift =
        format!("static let light = Palette(\n{colours})\nstatic let dark = Palette(\n{colours})");
    let swift = sources("Look/Palette.swift", &swift);
    assert_eq!(colours_of(&kotlin("ABCDEF"), &swift), 0);
    assert_eq!(colours_of(&kotlin("ABCDEE"), &swift), 2);
}

fn colours_of(android: &BTreeMap<String, String>, kit: &BTreeMap<String, String>) -> usize {
    colours(android, kit).len()
}
