//! uniffi's generator, of the version the library is built with, and beside it the interface as text.
//!
//! ```text
//! vigie-generate generate LIBRARY --language kotlin --out-dir DIR    what uniffi's own command does
//! vigie-generate interface LIBRARY                                   a line an item, sorted: what an app can see
//! vigie-generate docs LIBRARY [--without-fields]                     the first line of every doc comment
//! vigie-generate fields LIBRARY                                      the doc comment of every field
//! ```

mod interface;
mod kotlin;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let lines = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["interface", library] => interface::lines(library),
        ["docs", library] => interface::docs(library, true),
        ["docs", library, "--without-fields"] => interface::docs(library, false),
        ["fields", library] => interface::fields(library),
        _ => {
            uniffi::uniffi_bindgen_main();
            kotlin::mended(&args).map(|()| Vec::new())
        }
    };
    match lines {
        Ok(lines) => {
            lines.iter().for_each(|line| println!("{line}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
