// The colours, by what they are for; the same as on Android.

/// Colours as `0xRRGGBB`. Text on what it stands on has a contrast of 4.5:1 at least, what is drawn 3:1: a test computes it for each
/// pair of `texts` and `graphics`.
public struct Palette: Sendable, Equatable {
  /// Behind everything; what is read; what is read second.
  public let ground: UInt32, ink: UInt32, quiet: UInt32
  /// Edges of what can be touched, and axes; lines that only part one thing from another; behind what belongs together.
  public let edge: UInt32, rule: UInt32, card: UInt32
  /// What can be done here; on that; what is chosen, behind its text.
  public let accent: UInt32, onAccent: UInt32, chosen: UInt32
  /// A call to act at once, always with words; on that; behind something to be noticed.
  public let alarm: UInt32, onAlarm: UInt32, notice: UInt32

  /// Each colour of text, and what it stands on.
  public var texts: [(text: UInt32, on: UInt32)] {
    [ground, card, notice, chosen].flatMap { on in [ink, quiet, accent, alarm].map { ($0, on) } }
      + [(onAccent, accent), (onAlarm, alarm)]
  }

  /// Each colour of something drawn that has to be seen, and what it stands on.
  public var graphics: [(drawn: UInt32, on: UInt32)] {
    [ground, card].flatMap { on in [edge, accent, alarm].map { ($0, on) } }
  }

  /// By day.
  public static let light = Palette(
    ground: 0xFFFFFF, ink: 0x1B1F24, quiet: 0x505760, edge: 0x767E88, rule: 0xD4D8DD, card: 0xF4F6F8, accent: 0x163E69,
    onAccent: 0xFFFFFF, chosen: 0xE3ECF6, alarm: 0xA3201A, onAlarm: 0xFFFFFF, notice: 0xFDF3DC)

  /// By night, and for eyes that light hurts.
  public static let dark = Palette(
    ground: 0x14171B, ink: 0xE8EAED, quiet: 0xB4BBC4, edge: 0x8A929C, rule: 0x444B55, card: 0x1C2026, accent: 0x9CC4EF,
    onAccent: 0x10161D, chosen: 0x263647, alarm: 0xFFB3A8, onAlarm: 0x2B0906, notice: 0x3A3016)
}
