//! The same file in half the room: what is no stream goes into one compressed object stream.
//!
//! The tags of a report are thousands of small objects, written plainly. PDF 1.5 and later may keep them
//! together in an object stream, with a cross-reference stream in the place of the table (ISO 32000-1, 7.5.7
//! and 7.5.8), and PDF/A-3 allows both.

use miniz_oxide::deflate::compress_to_vec_zlib;

/// Level of deflate: beyond it nothing is saved.
const LEVEL: u8 = 7;

/// An object of the file: its number, and what stands between `obj` and `endobj`.
struct Object<'a> {
    number: usize,
    body: &'a [u8],
}

/// Where an object lies in the new file.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    /// Bytes from the beginning of the file.
    At(usize),
    /// Index in the object stream.
    Packed(usize),
}

/// The file with its small objects packed; `None` when it is not written as krilla writes.
pub(super) fn compact(file: &[u8]) -> Option<Vec<u8>> {
    let table = last_of(file, b"\nxref\n")?;
    let (objects, trailer) = read(file, table)?;
    let packed_number = objects.iter().map(|object| object.number).max()? + 1;
    let table_number = packed_number + 1;
    let mut places = vec![Place::Nowhere; table_number + 1];

    let first = objects.first()?;
    let mut out = file.get(..offset_of(file, first)?)?.to_vec();
    let (mut index, mut packed) = (String::new(), Vec::new());
    let mut count = 0;
    for object in &objects {
        let place = places.get_mut(object.number)?;
        if object.body.ends_with(b"endstream") {
            *place = Place::At(out.len());
            write(&mut out, object.number, object.body);
        } else {
            *place = Place::Packed(count);
            count += 1;
            index.push_str(&format!("{} {} ", object.number, packed.len()));
            packed.extend_from_slice(object.body);
            packed.push(b'\n');
        }
    }
    let mut content = index.into_bytes();
    let head = content.len();
    content.extend(packed);
    *places.get_mut(packed_number)? = Place::At(out.len());
    let dictionary = format!("/Type/ObjStm/N {count}/First {head}");
    write_stream(&mut out, packed_number, &dictionary, &content);

    let start = out.len();
    *places.get_mut(table_number)? = Place::At(start);
    let entries: Option<Vec<[u8; 7]>> =
        places.iter().map(|place| entry(*place, packed_number)).collect();
    let dictionary = format!(
        "/Type/XRef/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/Size {}{trailer}",
        places.len()
    );
    write_stream(&mut out, table_number, &dictionary, &differences(&entries?));
    out.extend(format!("startxref\n{start}\n%%EOF").into_bytes());
    Some(out)
}

/// An entry of the cross-reference stream: kind, place, and index or generation.
fn entry(place: Place, packed_number: usize) -> Option<[u8; 7]> {
    let (kind, place, index) = match place {
        Place::Nowhere => (0, 0, u16::MAX),
        Place::At(offset) => (1, u32::try_from(offset).ok()?, 0),
        Place::Packed(index) => (2, u32::try_from(packed_number).ok()?, u16::try_from(index).ok()?),
    };
    let [a, b, c, d] = place.to_be_bytes();
    let [e, f] = index.to_be_bytes();
    Some([kind, a, b, c, d, e, f])
}

/// Each entry as its difference from the one before, byte by byte, behind the number of that way of predicting (PNG's 'up'):
/// neighbours are nearly alike.
fn differences(entries: &[[u8; 7]]) -> Vec<u8> {
    let before = std::iter::once(&[0; 7]).chain(entries);
    let rows = entries.iter().zip(before).flat_map(|(entry, before)| {
        let difference = entry.iter().zip(before).map(|(now, before)| now.wrapping_sub(*before));
        std::iter::once(2).chain(difference)
    });
    rows.collect()
}

fn write(out: &mut Vec<u8>, number: usize, body: &[u8]) {
    out.extend(format!("{number} 0 obj\n").into_bytes());
    out.extend_from_slice(body);
    out.extend_from_slice(b"\nendobj\n");
}

fn write_stream(out: &mut Vec<u8>, number: usize, dictionary: &str, content: &[u8]) {
    let data = compress_to_vec_zlib(content, LEVEL);
    let length = data.len();
    let mut body =
        format!("<<{dictionary}/Filter/FlateDecode/Length {length}>>stream\n").into_bytes();
    body.extend(data);
    body.extend_from_slice(b"\nendstream");
    write(out, number, &body);
}

/// The objects in the order of the file, and the trailer's entries without its size.
fn read(file: &[u8], table: usize) -> Option<(Vec<Object<'_>>, String)> {
    let text = std::str::from_utf8(file.get(table..)?).ok()?;
    let mut lines = text.trim_start().lines();
    let (xref, range) = (lines.next()?, lines.next()?);
    let size: usize = range.strip_prefix("0 ")?.trim().parse().ok()?;
    let mut offsets = Vec::new();
    for number in 0..size {
        let line = lines.next()?;
        if line.trim_end().ends_with('n') {
            offsets.push((line.get(..10)?.parse::<usize>().ok()?, number));
        }
    }
    let trailer = lines.next().filter(|line| *line == "trailer" && xref == "xref")?;
    let dictionary = text.get(text.find(trailer)? + trailer.len()..)?.trim_start();
    let dictionary = dictionary.get(..dictionary.find("\nstartxref")?)?;
    let entries = dictionary.strip_prefix(&format!("<</Size {size}"))?.strip_suffix(">>")?;
    offsets.sort_unstable();
    let ends = offsets.iter().skip(1).map(|(offset, _)| *offset).chain([table]);
    let objects = offsets.iter().zip(ends).map(|(&(offset, number), end)| {
        let whole = file.get(offset..end)?.trim_ascii_end();
        let body = whole.strip_prefix(format!("{number} 0 obj\n").as_bytes())?;
        Some(Object { number, body: body.strip_suffix(b"\nendobj")? })
    });
    Some((objects.collect::<Option<_>>()?, entries.to_owned()))
}

/// Where an object that was read begins in the file.
fn offset_of(file: &[u8], object: &Object<'_>) -> Option<usize> {
    let head = format!("{} 0 obj\n", object.number);
    let body = object.body.as_ptr() as usize - file.as_ptr() as usize;
    body.checked_sub(head.len())
}

fn last_of(file: &[u8], wanted: &[u8]) -> Option<usize> {
    file.windows(wanted.len()).rposition(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: &[u8] = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n1 0 obj\n<</A 2 0 R>>\nendobj\n\n2 0 obj\n<</Length 3>>\n\
        stream\nabc\nendstream\nendobj\n\nxref\n0 3\n0000000000 65535 f\r\n0000000016 00000 n\r\n0000000045 00000 n\r\n\
        trailer\n<</Size 3/Root 1 0 R>>\nstartxref\n100\n%%EOF";

    #[test]
    fn streams_stay_as_they_are_and_the_rest_is_packed() {
        let out = compact(PLAIN).unwrap();
        let text = String::from_utf8_lossy(&out);
        assert!(
            text.contains("2 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\n"),
            "{text}"
        );
        assert!(!text.contains("1 0 obj"));
        assert!(text.contains("/Type/ObjStm/N 1/First 4/"));
        assert!(text.contains("/Columns 7>>/Size 5/Root 1 0 R/"));
        let start: usize = text.rsplit('\n').nth(1).unwrap().parse().unwrap();
        assert!(out[start..].starts_with(b"4 0 obj\n<</Type/XRef"));
    }

    #[test]
    fn a_file_written_otherwise_is_left_alone() {
        assert!(compact(b"").is_none());
        for (from, to) in
            [("xref\n0 3", "xref\n1 3"), ("endobj\n\n2", "endob\n\n\n2"), ("/Size 3", "/Sise 3")]
        {
            let text =
                PLAIN.iter().map(|byte| char::from(*byte)).collect::<String>().replace(from, to);
            let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(c).unwrap()).collect();
            assert!(compact(&bytes).is_none(), "{from}");
        }
    }
}
