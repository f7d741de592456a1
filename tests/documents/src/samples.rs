//! One-page PDFs drawn by the tests themselves, right but for the defect that was asked for: they show that the judges notice.

use std::num::NonZeroU16;

use krilla::Document;
use krilla::SerializeSettings;
use krilla::action::LinkAction;
use krilla::annotation::{Annotation, LinkAnnotation, Target};
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::FillRule;
use krilla::surface::Surface;
use krilla::tagging::{
    BBox, ContentTag, ListNumbering, Node, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::MetadataProvider;

/// One thing on the page, from top to bottom.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// A heading of this level.
    Heading(u16),
    /// A paragraph.
    Paragraph,
    /// A paragraph over the one before it.
    ParagraphOver,
    /// A paragraph that does not end on the page.
    ParagraphBeside,
    /// A paragraph that lies beside the page altogether.
    ParagraphLost,
    /// A paragraph of which only a corner is shown.
    ParagraphClipped,
    /// A figure that ends at the edge of the page.
    FigureAtEdge,
    /// Text that no element holds.
    UntaggedText,
    /// A line that no element holds and that is not said to be decoration.
    UntaggedPath,
    /// A table: rows of cells, `true` for a header cell.
    Table(&'static [&'static [bool]]),
    /// A row that stands in no table.
    Row,
    /// A list of one item.
    List,
    /// A list that holds a paragraph instead of items.
    ListOfParagraph,
    /// A link, as an element or as a place on the page alone.
    Link {
        /// It is an element.
        tagged: bool,
    },
    /// A figure with an alternative text.
    Figure {
        /// It says where it is.
        boxed: bool,
    },
}

const FONT: &[u8] = include_bytes!("../../../core/report/fonts/Inter-Regular.ttf");
const SIZE: f32 = 12.0;
const LEFT: f32 = 50.0;
/// Width and height of A4, in points.
const PAGE: [f32; 2] = [595.0, 842.0];

/// The page while it is drawn.
struct Sheet<'a, 'b> {
    surface: &'a mut Surface<'b>,
    font: &'a Font,
    /// Where text and paths begin.
    x: f32,
    /// The next baseline.
    y: f32,
    /// Where links have to be put when the page is drawn.
    links: Vec<(Rect, bool)>,
}

impl Sheet<'_, '_> {
    fn text(&mut self, text: &str) {
        let font = skrifa::FontRef::new(FONT).unwrap();
        let advances = font.glyph_metrics(
            skrifa::instance::Size::unscaled(),
            skrifa::instance::LocationRef::default(),
        );
        let units = f32::from(
            font.metrics(
                skrifa::instance::Size::unscaled(),
                skrifa::instance::LocationRef::default(),
            )
            .units_per_em,
        );
        let glyphs: Vec<KrillaGlyph> = text
            .char_indices()
            .map(|(at, c)| {
                let id = font.charmap().map(c).unwrap();
                let advance = advances.advance_width(id).unwrap() / units;
                let range = at..at + c.len_utf8();
                KrillaGlyph::new(GlyphId::new(id.to_u32()), advance, 0.0, 0.0, 0.0, range, None)
            })
            .collect();
        let at = Point::from_xy(self.x, self.y);
        self.surface.draw_glyphs(at, &glyphs, self.font.clone(), text, SIZE, false);
        self.y += 2.0 * SIZE;
    }

    fn path(&mut self) -> Rect {
        let mut path = PathBuilder::new();
        let rect = Rect::from_xywh(self.x, self.y, 100.0, 20.0).unwrap();
        path.push_rect(rect);
        let path: Path = path.finish().unwrap();
        self.surface.draw_path(&path);
        self.y += 40.0;
        rect
    }

    /// Draws what belongs to one element.
    fn content<R>(&mut self, draw: impl FnOnce(&mut Self) -> R) -> (Node, R) {
        let identifier = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        let result = draw(self);
        self.surface.end_tagged();
        (identifier.into(), result)
    }

    fn element(&mut self, tag: impl Into<TagKind>, text: &str) -> Node {
        let (node, ()) = self.content(|sheet| sheet.text(text));
        group(tag, vec![node])
    }

    fn row(&mut self, cells: &[bool]) -> Node {
        let cell = |header: &bool| match header {
            true => self.element(Tag::TH(TableHeaderScope::Column), "Header"),
            false => self.element(Tag::TD, "Cell"),
        };
        let cells = cells.iter().map(cell).collect();
        group(Tag::TR, cells)
    }

    /// What goes into the tag tree; nothing for what is not tagged, and for links, which are put on the page afterwards.
    fn part(&mut self, part: Part) -> Option<Node> {
        Some(match part {
            Part::Heading(level) => {
                let title = format!("Heading of level {level}");
                let level = NonZeroU16::new(level).unwrap();
                self.element(Tag::Hn(level, Some(title.clone())), &title)
            }
            Part::Paragraph => self.element(Tag::P, "A paragraph"),
            Part::ParagraphOver => {
                self.y -= 1.5 * SIZE;
                self.element(Tag::P, "Another paragraph")
            }
            Part::ParagraphBeside | Part::ParagraphLost => {
                self.x = if matches!(part, Part::ParagraphLost) { 700.0 } else { 570.0 };
                let paragraph = self.element(Tag::P, "A paragraph that is cut");
                self.x = LEFT;
                paragraph
            }
            Part::ParagraphClipped => {
                let mut corner = PathBuilder::new();
                corner.push_rect(Rect::from_xywh(self.x, self.y - SIZE, 20.0, SIZE).unwrap());
                let corner = corner.finish().unwrap();
                self.surface.push_clip_path(&corner, &FillRule::NonZero);
                let paragraph = self.element(Tag::P, "A paragraph that is cut");
                self.surface.pop();
                paragraph
            }
            Part::UntaggedText => {
                self.text("Text that nobody hears");
                return None;
            }
            Part::UntaggedPath => {
                self.path();
                return None;
            }
            Part::Table(rows) => {
                let rows = rows.iter().map(|cells| self.row(cells)).collect();
                group(Tag::Table, rows)
            }
            Part::Row => self.row(&[true, false]),
            Part::List => {
                let body = self.element(Tag::LBody, "An item");
                group(Tag::L(ListNumbering::None), vec![group(Tag::LI, vec![body])])
            }
            Part::ListOfParagraph => {
                let paragraph = self.element(Tag::P, "No item");
                group(Tag::L(ListNumbering::None), vec![paragraph])
            }
            Part::Link { tagged } => {
                let rect = Rect::from_xywh(LEFT, self.y - SIZE, 60.0, 1.5 * SIZE).unwrap();
                self.links.push((rect, tagged));
                self.element(
                    if tagged { TagKind::from(Tag::Link) } else { Tag::P.into() },
                    "A link",
                )
            }
            Part::FigureAtEdge => {
                self.x = PAGE[0] - 100.0;
                let figure = self.part(Part::Figure { boxed: true });
                self.x = LEFT;
                return figure;
            }
            Part::Figure { boxed } => {
                let (node, rect) = self.content(Self::path);
                let tag = Tag::Figure(Some("A box".to_owned()));
                group(tag.with_bbox(boxed.then(|| BBox::new(0, rect))), vec![node])
            }
        })
    }
}

fn group(tag: impl Into<TagKind>, children: Vec<Node>) -> Node {
    TagGroup::with_children(tag, children).into()
}

/// A page with these parts, which claims to be a PDF/A-3a and a PDF/UA-1 in this language.
pub fn sample(lang: &str, parts: &[Part]) -> Vec<u8> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .unwrap();
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let font = Font::new(FONT.to_vec().into(), 0).unwrap();
    let mut page = document.start_page_with(PageSettings::from_wh(PAGE[0], PAGE[1]).unwrap());
    let mut surface = page.surface();
    let mut sheet =
        Sheet { surface: &mut surface, font: &font, x: LEFT, y: 60.0, links: Vec::new() };
    let mut nodes: Vec<Option<Node>> = parts.iter().map(|part| sheet.part(*part)).collect();
    let links = sheet.links;
    surface.finish();
    let places = parts.iter().zip(&mut nodes).filter(|(part, _)| matches!(part, Part::Link { .. }));
    for ((_, node), (rect, tagged)) in places.zip(links) {
        let target = Target::Action(LinkAction::new("https://example.org".to_owned()).into());
        let alt = Some("Somewhere else".to_owned());
        let link = Annotation::new_link(LinkAnnotation::new(rect, target), alt);
        match node {
            Some(Node::Group(group)) if tagged => group.push(page.add_tagged_annotation(link)),
            _ => page.add_annotation(link),
        }
    }
    page.finish();
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    nodes.into_iter().flatten().for_each(|node| tree.push(node));
    document.set_tag_tree(tree);
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new("The page".to_owned(), top));
    document.set_outline(outline);
    let metadata = Metadata::new()
        .title("A sample".to_owned())
        .language(lang.to_owned())
        .creation_date(DateTime::new(2026));
    document.set_metadata(metadata);
    document.finish().unwrap()
}
