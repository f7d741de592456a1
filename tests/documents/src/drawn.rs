//! What is drawn on the pages of a PDF: the text character by character, and each word's place as poppler sees it.

use std::collections::BTreeMap;
use std::process::Command;

use lopdf::content::Content;
use lopdf::{Document, Encoding, Object};

use crate::tools::{self, Written};

/// A piece of text drawn at once: a line, or the part of one in one style.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// From 1.
    pub page: usize,
    /// With every space as it is.
    pub text: String,
    /// Of its letters, in points.
    pub size: f32,
    /// Red, green and blue, from 0 to 1.
    pub ink: [f32; 3],
}

/// What holds until it is set anew.
#[derive(Clone, Copy)]
struct State<'a> {
    font: Option<&'a Encoding<'a>>,
    size: f32,
    ink: [f32; 3],
}

/// Every piece of text, in the order of drawing.
///
/// # Panics
/// When the file is no PDF.
pub fn runs(bytes: &[u8]) -> Vec<Run> {
    let pdf = Document::load_mem(bytes).unwrap();
    let mut runs = Vec::new();
    for (number, page) in pdf.get_pages() {
        let fonts = pdf.get_page_fonts(page).unwrap();
        let fonts: BTreeMap<&[u8], Encoding<'_>> = fonts
            .iter()
            .map(|(name, font)| (name.as_slice(), font.get_font_encoding(&pdf).unwrap()))
            .collect();
        let mut state = State { font: None, size: 0.0, ink: [0.0; 3] };
        let mut kept = Vec::new();
        for operation in Content::decode(&pdf.get_page_content(page)).unwrap().operations {
            let shown = match (operation.operator.as_str(), operation.operands.as_slice()) {
                ("q", _) => {
                    kept.push(state);
                    continue;
                }
                ("Q", _) => {
                    state = kept.pop().unwrap();
                    continue;
                }
                ("scn" | "rg", ink) => {
                    let ink: Vec<f32> = ink.iter().map(|part| part.as_float().unwrap()).collect();
                    // One number is a grey.
                    state.ink =
                        if let [grey] = ink[..] { [grey; 3] } else { ink.try_into().unwrap() };
                    continue;
                }
                ("Tf", [name, size]) => {
                    state.font = fonts.get(name.as_name().unwrap());
                    state.size = size.as_float().unwrap();
                    continue;
                }
                // krilla turns text over, as it does the page, and never scales it.
                ("Tm", [scale, ..]) => {
                    assert!(scale.as_float().unwrap() == 1.0, "text that is scaled");
                    continue;
                }
                ("Tj", [text]) => std::slice::from_ref(text).to_vec(),
                ("TJ", [Object::Array(texts)]) => texts.clone(),
                ("'" | "\"" | "k" | "g", _) => panic!("an operator krilla does not use"),
                _ => continue,
            };
            let font = state.font.unwrap();
            let decoded = |text: &Object| match text {
                Object::String(text, _) => Document::decode_text(font, text).unwrap(),
                _ => String::new(), // the room between two letters
            };
            let text = shown.iter().map(decoded).collect();
            let page = usize::try_from(number).unwrap();
            runs.push(Run { page, text, size: state.size, ink: state.ink });
        }
    }
    runs
}

/// Everything in the file that is text or may hold some, unpacked: strings in any of their encodings, streams, attachments.
///
/// # Panics
/// When the file is no PDF.
pub fn everything(bytes: &[u8]) -> String {
    fn gather(object: &Object, all: &mut String) {
        match object {
            Object::String(raw, _) => {
                all.push_str(&lopdf::decode_text_string(object).unwrap_or_default());
                all.push_str(&String::from_utf8_lossy(raw));
            }
            Object::Name(raw) => all.push_str(&String::from_utf8_lossy(raw)),
            Object::Array(objects) => objects.iter().for_each(|object| gather(object, all)),
            Object::Dictionary(entries) => {
                entries.iter().for_each(|(_, object)| gather(object, all))
            }
            Object::Stream(stream) => {
                stream.dict.iter().for_each(|(_, object)| gather(object, all));
                all.push_str(&String::from_utf8_lossy(&stream.get_plain_content().unwrap()));
            }
            _ => {}
        }
        all.push('\n');
    }
    let pdf = Document::load_mem(bytes).unwrap();
    let mut all = String::new();
    pdf.objects.values().for_each(|object| gather(object, &mut all));
    gather(&Object::Dictionary(pdf.trailer.clone()), &mut all);
    runs(bytes).iter().for_each(|run| all.push_str(&format!("{}\n", run.text)));
    all
}

/// A word on a page, with the box of its line of text: as high as the letters of its font can be.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// From 1.
    pub page: usize,
    /// The word, as poppler reads it.
    pub text: String,
    /// Left, top, right, bottom, in points from the top left corner of the page.
    pub place: [f64; 4],
}

/// How far around a page words are looked for, in points: poppler says nothing of what lies outside.
const AROUND: f64 = 1_000.0;

/// Every word, also one that is drawn beside the page.
///
/// # Panics
/// When the file is no PDF, or poppler is not installed.
pub fn words(bytes: &[u8]) -> Vec<Word> {
    let mut pdf = Document::load_mem(bytes).unwrap();
    for (_, page) in pdf.get_pages() {
        let page = pdf.get_object_mut(page).unwrap().as_dict_mut().unwrap();
        let sides = page.get_mut(b"MediaBox").unwrap().as_array_mut().unwrap();
        for (side, by) in sides.iter_mut().zip([-AROUND, -AROUND, AROUND, AROUND]) {
            *side = Object::Real(side.as_float().unwrap() + by as f32);
        }
    }
    let mut larger = Vec::new();
    pdf.save_to(&mut larger).unwrap();
    let file = Written::new("larger.pdf", &larger);
    let mut poppler = Command::new("pdftotext");
    let said = tools::told(poppler.arg("-bbox").arg(file.path()).arg("-"));
    read(&said)
}

/// Reads `<word xMin="…" yMin="…" xMax="…" yMax="…">text</word>`, a line a word, after `<page …>`.
fn read(said: &str) -> Vec<Word> {
    let mut page = 0;
    let mut words = Vec::new();
    for line in said.lines().map(str::trim_start) {
        page += usize::from(line.starts_with("<page "));
        let Some(word) = line.strip_prefix("<word ") else { continue };
        let (place, rest) = word.split_once('>').unwrap();
        let sides = place.split('"').skip(1).step_by(2);
        let sides: Vec<f64> = sides.map(|side| side.parse::<f64>().unwrap() - AROUND).collect();
        let text = rest.strip_suffix("</word>").unwrap();
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        let text = text.replace("&apos;", "'").replace("&amp;", "&");
        words.push(Word { page, text, place: sides.try_into().unwrap() });
    }
    words
}

/// A page in grey, as it comes out of a printer: 0 is black, 255 is paper.
#[derive(Debug)]
pub struct Picture {
    /// In pixels.
    pub width: usize,
    /// Row by row.
    pub pixels: Vec<u8>,
}

/// Every page drawn by poppler, one pixel a point.
///
/// # Panics
/// When the file is no PDF, or poppler is not installed.
pub fn pictures(bytes: &[u8]) -> Vec<Picture> {
    let file = Written::new("pages.pdf", bytes);
    let pages = file.path().with_extension("");
    let mut poppler = Command::new("pdftoppm");
    tools::told(poppler.args(["-gray", "-r", "72"]).arg(file.path()).arg(&pages));
    let mut files: Vec<_> = std::fs::read_dir(pages.parent().unwrap())
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "pgm"))
        .collect();
    files.sort();
    files.iter().map(|path| grey(&std::fs::read(path).unwrap())).collect()
}

/// Reads `P5`, width, height, 255, and a byte a pixel.
fn grey(file: &[u8]) -> Picture {
    let head = file.splitn(4, |byte| byte.is_ascii_whitespace());
    let [kind, width, height, rest] = head.collect::<Vec<_>>().try_into().unwrap();
    let number = |text: &[u8]| std::str::from_utf8(text).unwrap().parse::<usize>().unwrap();
    let pixels = rest.strip_prefix(b"255\n").unwrap().to_vec();
    let width = number(width);
    assert_eq!((kind, pixels.len()), (b"P5".as_slice(), width * number(height)));
    Picture { width, pixels }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_with_their_page_and_place() {
        let said = "<doc>\n  <page width=\"2595\" height=\"2842\">\n    <word xMin=\"1042.5\" yMin=\"1010\" xMax=\"1050\" yMax=\"1020\">&lt;a&amp;lt;</word>\n  </page>";
        let place = [42.5, 10.0, 50.0, 20.0];
        assert_eq!(read(said), [Word { page: 1, text: "<a&lt;".to_owned(), place }]);
    }
}
