//! The body map: an outline of front and back, and where on it each place lies.
//!
//! A schema, not anatomy: it shows at one look which side and which height. Units are those of a drawing 100
//! wide and 220 high; left and right are the person's own, who looks out of the paper at the front.

use vigie_model::{PainSite, Region, Side};

/// Width of the drawing of one side.
pub const BODY_WIDTH: f32 = 100.0;
/// Height of the drawing of one side.
pub const BODY_HEIGHT: f32 = 220.0;

/// A point of the drawing, from its upper left.
pub type Point = (f32, f32);

/// Centre and radii of the head.
pub const HEAD: (Point, Point) = ((50.0, 18.0), (10.5, 14.0));

/// The outline of the trunk and limbs at one side, from the neck down and back up to the crotch, as distances from the
/// middle; the other side is its mirror image.
const HALF: [Point; 38] = [
    (4.5, 30.5),
    (5.0, 36.0),
    (12.0, 39.0),
    (19.0, 41.5),
    (24.0, 45.0),
    (27.0, 52.0),
    (29.5, 66.0),
    (32.5, 84.0),
    (36.0, 98.0),
    (39.5, 115.0),
    (41.5, 122.0),
    (42.5, 130.0),
    (40.5, 136.0),
    (37.0, 134.0),
    (35.5, 124.0),
    (33.0, 116.0),
    (28.0, 101.0),
    (24.5, 86.0),
    (21.5, 72.0),
    (19.5, 61.0),
    (18.5, 72.0),
    (17.0, 88.0),
    (16.5, 96.0),
    (18.5, 108.0),
    (20.0, 120.0),
    (19.0, 138.0),
    (16.0, 156.0),
    (14.5, 168.0),
    (15.0, 180.0),
    (12.5, 196.0),
    (10.5, 206.0),
    (12.5, 213.0),
    (11.0, 217.0),
    (4.0, 216.0),
    (4.0, 204.0),
    (3.0, 184.0),
    (3.5, 168.0),
    (1.0, 130.0),
];

/// The outline as one closed line.
pub fn outline() -> impl Iterator<Item = Point> {
    let middle = BODY_WIDTH / 2.0;
    let right = HALF.iter().map(move |(x, y)| (middle + x, *y));
    right.chain(HALF.iter().rev().map(move |(x, y)| (middle - x, *y)))
}

/// Where the marks of a place lie: one, or one at each side.
pub fn points(site: PainSite) -> Vec<Point> {
    let middle = BODY_WIDTH / 2.0;
    let region = site.region();
    let (x, y) = place(region);
    // Seen from behind, the person's left is at the left.
    let left = if region.on_the_back() { middle - x } else { middle + x };
    let right = BODY_WIDTH - left;
    match site.side() {
        _ if x == 0.0 => vec![(middle, y)],
        Some(Side::Left) => vec![(left, y)],
        Some(Side::Right) => vec![(right, y)],
        Some(Side::Both) | None => vec![(left, y), (right, y)],
    }
}

/// The distance of a region from the middle, and its height.
fn place(region: Region) -> Point {
    match region {
        Region::Head => (0.0, 7.0),
        Region::Forehead => (0.0, 11.0),
        Region::Face => (5.0, 19.0),
        Region::Eye => (4.0, 16.0),
        Region::Ear => (10.5, 18.0),
        Region::Jaw => (6.0, 27.0),
        Region::Mouth => (0.0, 25.0),
        Region::Throat => (0.0, 35.0),
        Region::Shoulder => (22.0, 46.0),
        Region::Chest => (8.0, 53.0),
        Region::Breast => (10.0, 61.0),
        Region::Ribs => (13.0, 74.0),
        Region::UpperArm => (25.0, 67.0),
        Region::Elbow => (28.5, 85.0),
        Region::Forearm => (32.5, 100.0),
        Region::Wrist => (37.0, 116.0),
        Region::Hand => (39.0, 127.0),
        Region::UpperAbdomen => (7.0, 82.0),
        Region::Abdomen => (7.0, 97.0),
        Region::Groin => (7.0, 122.0),
        Region::Pelvis => (0.0, 113.0),
        Region::Hip => (17.0, 116.0),
        Region::Thigh => (10.0, 144.0),
        Region::Knee => (9.0, 166.0),
        Region::Shin => (9.0, 186.0),
        Region::Ankle => (7.0, 205.0),
        Region::Foot => (8.0, 214.0),
        Region::BackOfHead => (0.0, 14.0),
        Region::Neck => (0.0, 34.0),
        Region::ShoulderBlade => (11.0, 55.0),
        Region::UpperBack => (0.0, 50.0),
        Region::MidBack => (0.0, 72.0),
        Region::LowerBack => (0.0, 97.0),
        Region::Flank => (13.0, 91.0),
        Region::Sacrum => (0.0, 111.0),
        Region::Buttock => (9.0, 121.0),
        Region::Calf => (9.0, 183.0),
        Region::Heel => (7.0, 213.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(site: &str) -> Vec<Point> {
        points(site.parse().unwrap())
    }

    #[test]
    fn left_is_the_persons_left_in_front_and_behind() {
        assert_eq!(at("hip-left"), [(67.0, 116.0)]);
        assert_eq!(at("hip-right"), [(33.0, 116.0)]);
        assert_eq!(at("calf-left"), [(41.0, 183.0)]);
        assert_eq!(at("knee-both").len(), 2);
        assert_eq!(at("knee").len(), 2, "the side was not said");
        assert_eq!(at("lower-back"), [(50.0, 97.0)]);
    }

    #[test]
    fn every_place_lies_on_the_body() {
        for &region in Region::ALL {
            for (x, y) in points(PainSite::new(region, None).unwrap()) {
                let ((cx, cy), (rx, ry)) = HEAD;
                let head = ((x - cx) / rx).powi(2) + ((y - cy) / ry).powi(2) <= 1.05;
                assert!(head || inside((x, y)), "{region:?}");
            }
        }
    }

    /// Whether a point lies inside the outline: how often a ray to the right crosses it.
    fn inside((x, y): Point) -> bool {
        let line: Vec<Point> = outline().collect();
        let next = line.iter().cycle().skip(1);
        let crossings = line.iter().zip(next).filter(|((x1, y1), (x2, y2))| {
            (y1 > &y) != (y2 > &y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        });
        crossings.count() % 2 == 1
    }
}
