//! From recorded pages to the file: PDF/A-3a and PDF/UA-1 in one.

use krilla::Document;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ContentTag, Identifier, Node, SpanTag, TagGroup, TagTree};
use vigie_model::Moment;

use super::PdfError;
use super::canvas::{Canvas, Child, Mark, Op, PAGE_HEIGHT, PAGE_WIDTH, Pen};
use super::fonts::Fonts;
use super::text::Ink;

/// What the file says about itself.
pub(super) struct About {
    /// The document's title.
    pub title: String,
    /// `fr` or `en`.
    pub lang: &'static str,
    /// What the attached data are, in words.
    pub data_title: String,
    /// The data the pages show, as a FHIR document, when they are attached.
    pub data: Option<Vec<u8>>,
    /// When it was made: the only date in the file, so that the same summary gives the same bytes.
    pub made_at: Moment,
}

/// Writes the file.
pub(super) fn write(canvas: Canvas<'_>, mut about: About) -> Result<Vec<u8>, PdfError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| PdfError::Refused("configuration".to_owned()))?;
    let mut document =
        Document::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut slots: Vec<Option<Identifier>> = vec![None; canvas.slots];
    for ops in &canvas.pages {
        let settings = PageSettings::from_wh(PAGE_WIDTH, PAGE_HEIGHT)
            .ok_or_else(|| PdfError::Refused("page size".to_owned()))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        for op in ops {
            replay(&mut surface, canvas.fonts, op, &mut slots);
        }
        surface.finish();
        page.finish();
    }
    let mut tree = TagTree::new().with_lang(Some(about.lang.to_owned()));
    for child in canvas.top_level {
        if let Some(node) = node(child, &slots) {
            tree.push(node);
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(&canvas.outline));
    if let Some(bytes) = about.data.take() {
        let file = data(&about, bytes);
        document.embed_file(file).ok_or_else(|| PdfError::Refused("attachment".to_owned()))?;
    }
    document.set_metadata(metadata(about));
    document.finish().map_err(|error| match error {
        krilla::error::KrillaError::Font(..) => PdfError::Font,
        // Validation errors name no text, only which rule was broken.
        krilla::error::KrillaError::Validation(errors) => PdfError::Refused(
            errors.iter().map(|(error, _)| rule(error)).collect::<Vec<_>>().join(", "),
        ),
        other => PdfError::Refused(other.to_string()),
    })
}

/// The name of a broken rule without what it carries: that could be the person's own words.
fn rule(error: &krilla::configure::ValidationError) -> String {
    let debug = format!("{error:?}");
    debug.split(['(', '{', ' ']).next().unwrap_or_default().to_owned()
}

fn replay(surface: &mut Surface<'_>, fonts: &Fonts, op: &Op, slots: &mut [Option<Identifier>]) {
    match op {
        Op::Begin(slot) => {
            let identifier = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
            if let Some(slot) = slots.get_mut(*slot) {
                *slot = Some(identifier);
            }
        }
        Op::Artifact(kind) => {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(*kind)));
        }
        Op::End => surface.end_tagged(),
        Op::Text { x, y, style, text } => {
            let face = fonts.face(style.weight);
            surface.set_stroke(None);
            surface.set_fill(Some(fill(style.ink)));
            let start = Point::from_xy(*x, *y);
            let glyphs = face.glyphs(text);
            surface.draw_glyphs(start, &glyphs, face.font(), text, style.size, false);
        }
        Op::Path { path, fill: ink, pen } => {
            surface.set_fill(ink.map(fill));
            surface.set_stroke(pen.as_ref().map(stroke));
            surface.draw_path(path);
        }
    }
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: ink.into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn stroke(pen: &Pen) -> Stroke {
    Stroke {
        paint: pen.ink.into(),
        width: pen.width,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Round,
        dash: (!pen.dash.is_empty()).then(|| StrokeDash { array: pen.dash.clone(), offset: 0.0 }),
        ..Stroke::default()
    }
}

fn node(child: Child, slots: &[Option<Identifier>]) -> Option<Node> {
    match child {
        Child::Slot(slot) => slots.get(slot).copied().flatten().map(Node::from),
        Child::Element(element) => {
            let children =
                element.children.into_iter().filter_map(|child| node(child, slots)).collect();
            Some(TagGroup::with_children(element.tag, children).into())
        }
    }
}

/// The headings of level 1 and 2; level 3 would only repeat the names of symptoms.
fn outline(marks: &[Mark]) -> Outline {
    let mut outline = Outline::new();
    let target = |mark: &Mark| {
        let place = XyzDestination::new(mark.page, Point::from_xy(0.0, mark.y));
        OutlineNode::new(mark.text.clone(), place)
    };
    let mut marks = marks.iter().filter(|mark| mark.level <= 2);
    if let Some(first) = marks.next() {
        let mut root = target(first).with_open(true);
        for mark in marks {
            root.push_child(target(mark));
        }
        outline.push_child(root);
    }
    outline
}

/// The data beside the pages, for the program that reads what a person looks at.
fn data(about: &About, bytes: Vec<u8>) -> EmbeddedFile {
    EmbeddedFile {
        path: "consultation.fhir.json".to_owned(),
        mime_type: MimeType::new("application/fhir+json"),
        description: Some(about.data_title.clone()),
        association_kind: AssociationKind::Data,
        data: bytes.into(),
        modification_date: Some(date(about.made_at)),
        compress: Some(true),
        location: None,
    }
}

fn metadata(about: About) -> Metadata {
    Metadata::new()
        .title(about.title)
        .language(about.lang.to_owned())
        .creator("Vigie".to_owned())
        .creation_date(date(about.made_at))
}

fn date(moment: Moment) -> DateTime {
    let (year, month, day) = moment.day().ymd();
    let minute = moment.minute_of_day();
    let small = |value: u32| u8::try_from(value).unwrap_or(1);
    let offset = moment.offset_minutes;
    DateTime::new(u16::try_from(year).unwrap_or_default())
        .month(small(month))
        .day(small(day))
        .hour(small(u32::from(minute / 60)))
        .minute(small(u32::from(minute % 60)))
        .second(0)
        .utc_offset_hour(i8::try_from(offset / 60).unwrap_or_default())
        .utc_offset_minute(small(u32::from(offset.unsigned_abs() % 60)))
}
