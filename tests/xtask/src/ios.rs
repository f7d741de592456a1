//! The stage of the iPhone's app: what stands behind its screens over the real library, and the screens against stubs of Apple's
//! frameworks, for no machine of the project has Apple's SDK.

use crate::languages;
use crate::run::{Counts, check};
use crate::swift::{Apart, TEST, tested};

/// The app, and where it is built in the folder with Swift.
const PACKAGE: &str = "ios";
const BUILT: &str = "/target/ios";

/// What is not left to a stub: that each file is Swift for an iPhone.
const PARSE: &str = "find Sources -name '*.swift' -print0 | xargs -0 swiftc -parse -swift-version 6 -target arm64-apple-ios17.0";

/// The stubs describe what is Apple's: their members have no documentation of ours.
const LINT: &str = "swift format lint --strict --configuration ../bindings/swift/.swift-format -r Package.swift Sources Tests";

/// Their modules, and that of what stands behind the screens with the code for the phone.
const MODULES: &str = "sh Stubs/check.sh modules /target/ios/debug/Modules /target/stubs /vigie/bindings/swift/Sources/VigieCoreFFI";
const VIEWS: &str = "sh Stubs/check.sh views /target/ios/debug/Modules /target/stubs /vigie/bindings/swift/Sources/VigieCoreFFI";

/// Slips of the pen, each put into a copy of the views ($FILE, $FROM, $TO), which then has to be refused for that ($WHY): a member of
/// SwiftUI's, one of ours, a binding of another type. A check that takes everything would not be noticed otherwise.
const SLIPS: [[&str; 5]; 3] = [
    [
        "a misspelt member of SwiftUI",
        "Look/Fields.swift",
        "accessibilityHidden(",
        "accessibilityHiden(",
        "has no member 'accessibilityHiden'",
    ],
    [
        "a misspelt member of a model",
        "Screens/PromptScreen.swift",
        "model.reached(",
        "model.reachd(",
        "has no member 'reachd'",
    ],
    [
        "a binding of another type",
        "Look/Fields.swift",
        "@Binding var again: String",
        "@Binding var again: Int",
        "Int",
    ],
];

pub fn ios() -> Result<Counts, String> {
    let apart = Apart::with(&languages::library()?)?;
    let inside = |script: &str| apart.run(PACKAGE, script);
    let mut counts = tested(&mut inside(&format!("{TEST} {BUILT}"))?);
    let against = check("the code for the phone, checked against our stub", &mut inside(MODULES)?);
    let views = format!("{VIEWS} Sources/VigieApp");
    counts = counts + against + check("the views, checked against our stub", &mut inside(&views)?);
    for [name, file, from, to, why] in SLIPS {
        let script = slip(file, from, to, why);
        counts = counts + check(&format!("{name} is refused by our stub"), &mut inside(&script)?);
    }
    Ok(counts
        + check("the syntax of the app", &mut inside(PARSE)?)
        + check("the style of the app", &mut inside(LINT)?))
}

/// The views with a slip in them are refused, and for that.
fn slip(file: &str, from: &str, to: &str, why: &str) -> String {
    format!(
        "cp -r Sources/VigieApp /tmp/slip; grep -qF '{from}' /tmp/slip/{file}; sed -i 's/{from}/{to}/' /tmp/slip/{file}
if {VIEWS} /tmp/slip > /tmp/said 2>&1; then echo 'it was taken'; exit 1; fi
grep -qF \"{why}\" /tmp/said || {{ cat /tmp/said; exit 1; }}"
    )
}
