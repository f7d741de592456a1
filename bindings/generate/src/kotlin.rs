//! What is mended in the Kotlin that uniffi 0.32 writes: what an app hands in may die of an `Error` (no memory, a class that is not
//! there), and the generated code, which catches `Exception` alone, would tell the core that all went well.

use std::path::{Path, PathBuf};

/// How a call of an app's own object is guarded, and how it has to be.
const GUARDS: (&str, &str) = ("} catch(e: kotlin.Exception) {", "} catch(e: kotlin.Throwable) {");

/// How many of them there are: with another uniffi this has to be looked at again.
const ALL: usize = 2;

/// Mends what was just generated, when it was Kotlin.
pub fn mended(args: &[String]) -> Result<(), String> {
    let after = |name: &str| {
        let place = args.iter().position(|arg| arg == name)?;
        args.get(place + 1)
    };
    let (Some(language), Some(folder)) = (after("--language"), after("--out-dir")) else {
        return Ok(());
    };
    if language != "kotlin" {
        return Ok(());
    }
    let file = PathBuf::from(folder).join("org/vigie/vigie.kt");
    let told = |error: std::io::Error| format!("{}: {error}", file.display());
    let code = std::fs::read_to_string(&file).map_err(told)?;
    std::fs::write(&file, guarded(&code, &file)?).map_err(told)
}

fn guarded(code: &str, file: &Path) -> Result<String, String> {
    let (generated, wanted) = GUARDS;
    match code.matches(generated).count() {
        ALL => Ok(code.replace(generated, wanted)),
        found => Err(format!("{}: {found} guards of callbacks, not {ALL}", file.display())),
    }
}
