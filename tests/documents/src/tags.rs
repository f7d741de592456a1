//! Reads from a PDF what a reader who listens is given: its tags, what belongs to which, and what is drawn without one.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// A PDF as it is heard.
#[derive(Debug)]
pub struct Tags {
    /// The title it gives itself.
    pub title: Option<String>,
    /// Whether a window shows this title rather than the name of the file.
    pub shows_title: bool,
    /// Whether it says that it is tagged.
    pub marked: bool,
    /// The language of the whole.
    pub lang: Option<String>,
    /// The languages its elements name.
    pub langs: BTreeSet<String>,
    /// What stands at the top of the tag tree.
    pub top: Vec<Element>,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// An element of the tag tree.
#[derive(Debug, Default)]
pub struct Element {
    /// `H1`, `Table` …, in the words of the standard.
    pub role: String,
    /// What is read out instead of it.
    pub alt: Option<String>,
    /// Which cells a header cell is about.
    pub scope: Option<String>,
    /// Rows and columns that a cell takes.
    pub span: (u32, u32),
    /// Left, bottom, right, top, in points.
    pub bbox: Option<[f32; 4]>,
    /// In the order of reading.
    pub kids: Vec<Kid>,
}

/// What an element holds.
#[derive(Debug)]
pub enum Kid {
    /// Another element.
    Element(Element),
    /// Something drawn: the page and its number there.
    Content(ObjectId, i64),
    /// A thing of its own: a link's place on the page.
    Object(ObjectId),
}

/// A page.
#[derive(Debug)]
pub struct Page {
    /// Which object it is.
    pub id: ObjectId,
    /// Left, bottom, right, top, in points.
    pub size: [f32; 4],
    /// The numbers of what is drawn and tagged.
    pub content: BTreeSet<i64>,
    /// Operators that draw what is neither tagged nor decoration.
    pub untagged: Vec<String>,
    /// Whether something cuts off what is drawn.
    pub clips: bool,
    /// Links and other places on the page, and the number of each.
    pub annotations: Vec<ObjectId>,
}

impl Element {
    /// The elements it holds.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Kid::Element(element) => Some(element),
            _ => None,
        })
    }

    fn walk<'a>(&'a self, holder: &'a str, found: &mut Vec<(&'a str, &'a Element)>) {
        found.push((holder, self));
        self.elements().for_each(|element| element.walk(&self.role, found));
    }
}

/// Reads a PDF.
///
/// # Panics
/// When it is none, or is not tagged at all.
pub fn read(bytes: &[u8]) -> Tags {
    let pdf = Document::load_mem(bytes).unwrap();
    let catalog = pdf.catalog().unwrap();
    let root = dictionary(&pdf, catalog, b"StructTreeRoot").expect("it has no tags");
    let mut reader = Reader { pdf: &pdf, roles: roles(&pdf, root), langs: BTreeSet::new() };
    let top = reader.kids(root, None);
    let flag = |holder: &[u8], key: &[u8]| {
        let holder = dictionary(&pdf, catalog, holder);
        holder.is_some_and(|it| {
            get(&pdf, it, key).is_some_and(|on| matches!(on, Object::Boolean(true)))
        })
    };
    let info = pdf.trailer.get(b"Info").ok().and_then(|info| followed(&pdf, info).as_dict().ok());
    Tags {
        title: info.and_then(|info| text(&pdf, info, b"Title")),
        shows_title: flag(b"ViewerPreferences", b"DisplayDocTitle"),
        marked: flag(b"MarkInfo", b"Marked"),
        lang: text(&pdf, catalog, b"Lang"),
        langs: reader.langs,
        top: top.into_iter().filter_map(only_element).collect(),
        pages: pdf.page_iter().map(|id| page(&pdf, id)).collect(),
    }
}

/// Every element of a PDF in the order of reading, each with the role of what holds it.
pub fn elements(tags: &Tags) -> Vec<(&str, &Element)> {
    let mut found = Vec::new();
    tags.top.iter().for_each(|element| element.walk("", &mut found));
    found
}

fn only_element(kid: Kid) -> Option<Element> {
    match kid {
        Kid::Element(element) => Some(element),
        _ => None,
    }
}

fn followed<'a>(pdf: &'a Document, object: &'a Object) -> &'a Object {
    pdf.dereference(object).unwrap().1
}

fn get<'a>(pdf: &'a Document, holder: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
    holder.get(key).ok().map(|object| followed(pdf, object))
}

fn dictionary<'a>(pdf: &'a Document, holder: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
    get(pdf, holder, key).and_then(|object| object.as_dict().ok())
}

fn name(pdf: &Document, holder: &Dictionary, key: &[u8]) -> Option<String> {
    let name = get(pdf, holder, key)?.as_name().ok()?;
    Some(String::from_utf8_lossy(name).into_owned())
}

fn text(pdf: &Document, holder: &Dictionary, key: &[u8]) -> Option<String> {
    lopdf::decode_text_string(get(pdf, holder, key)?).ok()
}

fn number(object: &Object) -> i64 {
    object.as_i64().unwrap()
}

fn rectangle(pdf: &Document, object: &Object) -> [f32; 4] {
    let sides = object.as_array().unwrap().iter();
    let sides: Vec<f32> = sides.map(|side| followed(pdf, side).as_float().unwrap()).collect();
    sides.try_into().unwrap()
}

/// What the document's own names for elements mean.
fn roles(pdf: &Document, root: &Dictionary) -> BTreeMap<String, String> {
    let Some(map) = dictionary(pdf, root, b"RoleMap") else { return BTreeMap::new() };
    let own = |key: &[u8]| String::from_utf8_lossy(key).into_owned();
    map.iter().map(|(key, _)| (own(key), name(pdf, map, key).unwrap())).collect()
}

struct Reader<'a> {
    pdf: &'a Document,
    roles: BTreeMap<String, String>,
    langs: BTreeSet<String>,
}

impl Reader<'_> {
    fn kids(&mut self, holder: &Dictionary, page: Option<ObjectId>) -> Vec<Kid> {
        let pdf = self.pdf;
        let kids = match holder.get(b"K") {
            Ok(kids) => match followed(pdf, kids) {
                Object::Array(kids) => kids.clone(),
                _ => vec![kids.clone()],
            },
            Err(_) => Vec::new(),
        };
        kids.iter().map(|kid| self.kid(kid, page)).collect()
    }

    fn kid(&mut self, kid: &Object, page: Option<ObjectId>) -> Kid {
        let object = followed(self.pdf, kid);
        if let Ok(number) = object.as_i64() {
            return Kid::Content(page.expect("content of no page"), number);
        }
        let kid = object.as_dict().unwrap();
        let own_page = kid.get(b"Pg").ok().map(|page| page.as_reference().unwrap());
        let page = own_page.or(page);
        match name(self.pdf, kid, b"Type").as_deref() {
            Some("MCR") => {
                Kid::Content(page.expect("content of no page"), number(kid.get(b"MCID").unwrap()))
            }
            Some("OBJR") => Kid::Object(kid.get(b"Obj").unwrap().as_reference().unwrap()),
            _ => Kid::Element(self.element(kid, page)),
        }
    }

    fn element(&mut self, element: &Dictionary, page: Option<ObjectId>) -> Element {
        let pdf = self.pdf;
        let mut role = name(pdf, element, b"S").unwrap();
        while let Some(meant) = self.roles.get(&role) {
            role.clone_from(meant);
        }
        self.langs.extend(text(pdf, element, b"Lang"));
        let mut read = Element {
            role,
            alt: text(pdf, element, b"Alt"),
            span: (1, 1),
            kids: self.kids(element, page),
            ..Element::default()
        };
        let attributes = match get(pdf, element, b"A") {
            Some(Object::Array(all)) => all.iter().map(|one| followed(pdf, one)).collect(),
            Some(one) => vec![one],
            None => Vec::new(),
        };
        for one in attributes.into_iter().filter_map(|one| one.as_dict().ok()) {
            let count = |key| get(pdf, one, key).map(|n| u32::try_from(number(n)).unwrap());
            read.scope = name(pdf, one, b"Scope").or(read.scope);
            read.span.0 = count(b"RowSpan").unwrap_or(read.span.0);
            read.span.1 = count(b"ColSpan").unwrap_or(read.span.1);
            read.bbox = get(pdf, one, b"BBox").map(|bbox| rectangle(pdf, bbox)).or(read.bbox);
        }
        read
    }
}

/// Operators that put ink on the page.
const DRAWING: [&str; 18] = [
    "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", "\"", "BI", "ID",
    "EI",
];

fn page(pdf: &Document, id: ObjectId) -> Page {
    let dictionary = pdf.get_dictionary(id).unwrap();
    let size = rectangle(pdf, get(pdf, dictionary, b"MediaBox").unwrap());
    let mut read = Page {
        id,
        size,
        content: BTreeSet::new(),
        untagged: Vec::new(),
        clips: false,
        annotations: Vec::new(),
    };
    if let Some(places) = get(pdf, dictionary, b"Annots") {
        let places = places.as_array().unwrap().iter();
        read.annotations = places.map(|place| place.as_reference().unwrap()).collect();
    }
    // Whether each open mark says what is drawn in it.
    let mut open: Vec<bool> = Vec::new();
    for operation in Content::decode(&pdf.get_page_content(id)).unwrap().operations {
        let operands = operation.operands.as_slice();
        match operation.operator.as_str() {
            "BMC" | "BDC" => {
                let artifact = operands[0].as_name().is_ok_and(|tag| tag == b"Artifact");
                let marked = operands.get(1).and_then(|properties| match properties {
                    Object::Dictionary(properties) => properties.get(b"MCID").ok().map(number),
                    _ => None,
                });
                read.content.extend(marked);
                open.push(artifact || marked.is_some());
            }
            "EMC" => drop(open.pop().expect("more ends than beginnings")),
            "W" | "W*" => read.clips = true,
            drawn if DRAWING.contains(&drawn) && !open.contains(&true) => {
                read.untagged.push(drawn.to_owned());
            }
            _ => {}
        }
    }
    read
}
