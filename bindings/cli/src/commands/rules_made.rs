//! `vigie rules new`, `new-key`, `sign` and `qr`: what a team needs to hand out rules of its own.

use std::path::Path;

use qrcode::render::{svg, unicode};
use qrcode::{EcLevel, QrCode};
use serde_json::json;
use vigie_journal::{JournalError, PackRefused, RulePack, SignedPack, SigningKey, rules};

use crate::args::{NewRules, NewSigningKey, QrRules, SignRules};
use crate::commands::rules::head_json;
use crate::exit::{self, Failure};
use crate::files::{text_of, write_new, write_whole};
use crate::session::Session;

/// Side of one square of a drawn code, in pixels.
const SQUARE: u32 = 6;

/// What a team begins with: Vigie's own rules as a file, in the team's name.
pub fn new(session: &Session, args: &NewRules) -> Result<(), Failure> {
    let draft = RulePack::draft(&args.name, &args.author).map_err(PackRefused::from)?;
    if args.name == RulePack::builtin().name {
        return Err(PackRefused::BuiltinName.into());
    }
    // Never over a draft somebody has worked on.
    write_new(&args.to, |writer| Ok(writer.write_all(draft.as_bytes())?))?;
    let path = args.to.display().to_string();
    if session.common.json {
        println!("{}", json!({ "path": path }));
    } else {
        println!("{}", session.words.with("rules-begun", &[("path", path.into())]));
    }
    Ok(())
}

/// A new key, readable by nobody but its owner.
pub fn new_key(session: &Session, args: &NewSigningKey) -> Result<(), Failure> {
    let key = SigningKey::make().map_err(|_| JournalError::Bug { what: "random" })?;
    // A file that is made to be renamed is its owner's alone from the start.
    write_new(&args.to, |writer| Ok(writer.write_all(key.to_text().as_bytes())?))?;
    let fingerprint = key.public().fingerprint();
    if session.common.json {
        let public = key.public().to_string();
        println!("{}", json!({ "signer": public, "fingerprint": fingerprint }));
        return Ok(());
    }
    let path = args.to.display().to_string();
    println!(
        "{}",
        session
            .words
            .with("rules-key-made", &[("path", path.into()), ("fingerprint", fingerprint.into())])
    );
    Ok(())
}

pub fn sign(session: &Session, args: &SignRules) -> Result<(), Failure> {
    let secret = text_of(&args.key)?;
    let key = SigningKey::parse(&secret).map_err(|_| Failure::SigningKey)?;
    let signed = SignedPack::sign(&text_of(&args.pack)?, &key)?;
    // Never over the key, or the rules as they were written.
    write_new(&args.to, |writer| Ok(writer.write_all(signed.file().as_bytes())?))?;
    if session.common.json {
        println!("{}", head_json(&(signed.pack().clone(), Some(*signed.signer()))));
        return Ok(());
    }
    let words = session.words;
    println!("{}", rules::head(words, signed.pack()));
    println!("{}", words.with("export-done", &[("path", args.to.display().to_string().into())]));
    let fingerprint = signed.signer().fingerprint();
    println!("{}", words.with("rules-signed-next", &[("fingerprint", fingerprint.into())]));
    Ok(())
}

/// The codes of a signed pack: drawn in the terminal, or as pictures with their texts in a folder.
pub fn qr(session: &Session, args: &QrRules) -> Result<(), Failure> {
    let signed = SignedPack::read(&text_of(&args.pack)?)?;
    signed.check()?;
    let codes = signed.codes()?;
    let words = session.words;
    let all = codes.len();
    if let Some(folder) = &args.to {
        std::fs::create_dir_all(folder).map_err(|error| exit::file(folder, &error))?;
    }
    for (number, code) in (1..).zip(&codes) {
        let drawn = drawn(code)?;
        match &args.to {
            Some(folder) => write_code(folder, &signed, (number, all), &drawn)?,
            None if session.common.json => {
                println!("{}", json!({ "number": number, "of": all, "code": code }));
            }
            None => {
                let title = words.with(
                    "rules-qr-title",
                    &[("number", number.to_string().into()), ("all", all.to_string().into())],
                );
                println!("{title}\n{}", in_a_terminal(&drawn));
            }
        }
    }
    let Some(folder) = &args.to else { return Ok(()) };
    let texts = folder.join(format!("{}.txt", signed.pack().name));
    write_whole(&texts, |writer| {
        codes.iter().try_for_each(|code| writeln!(writer, "{code}"))?;
        Ok(())
    })?;
    let path = folder.display().to_string();
    if session.common.json {
        println!("{}", json!({ "codes": all, "folder": path }));
    } else {
        println!("{}", words.with("rules-qr-written", &[("n", all.into()), ("path", path.into())]));
    }
    Ok(())
}

/// Light squares are what a terminal draws: most write light on dark, and a code is dark on light.
fn in_a_terminal(code: &QrCode) -> String {
    let (dark, light) = (unicode::Dense1x2::Light, unicode::Dense1x2::Dark);
    code.render::<unicode::Dense1x2>().dark_color(dark).light_color(light).build()
}

fn drawn(code: &str) -> Result<QrCode, Failure> {
    QrCode::with_error_correction_level(code, EcLevel::L)
        .map_err(|_| JournalError::Bug { what: "a code could not be drawn" }.into())
}

fn write_code(
    folder: &Path,
    signed: &SignedPack,
    (number, all): (usize, usize),
    code: &QrCode,
) -> Result<(), Failure> {
    let picture = code.render::<svg::Color<'_>>().module_dimensions(SQUARE, SQUARE).build();
    let path = folder.join(format!("{}-{number}-of-{all}.svg", signed.pack().name));
    write_whole(&path, |writer| Ok(writer.write_all(picture.as_bytes())?))
}
