// That every text of the screens is there, in both languages, and that days and numbers are written as each of them writes them.
import Foundation
import Testing
import Vigie

@testable import VigieKit

@Suite("Texts") struct TextsTests {
  private let root = (1...4).reduce(URL(fileURLWithPath: #filePath)) { path, _ in path.deletingLastPathComponent() }

  private func messages(_ lang: Lang) throws -> [String] {
    let folder = root.appendingPathComponent("core/words/locales/\(lang)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("app") }
    return try names.flatMap { name in
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8).split(separator: "\n")
        .compactMap { $0.prefixMatch(of: /(app-[a-z0-9-]+) =/).map { String($0.1) } }
    }
  }

  @Test("The screens and the files name the same, but for what only the window on a computer says", arguments: Lang.allCases)
  func complete(lang: Lang) throws {
    let named = allTexts.map(\.id) + allPhrases.map(\.id)
    #expect(Set(named).count == named.count)
    // Others say what the command and the report say as well.
    let ours = Set(named.filter { $0.hasPrefix("app-") })
    let theirs = Set(try messages(lang))
    #expect(ours.subtracting(theirs) == [])
    #expect(theirs.subtracting(ours).filter { !$0.hasPrefix("app-desk-") } == [])
  }

  @Test("Each is said, and holds no value that nobody gives", arguments: Lang.allCases)
  func said(lang: Lang) {
    let texts = Texts(lang)
    for text in allTexts {
      #expect(!texts[text].isEmpty && !texts[text].contains("{") && texts[text] != text.id, "\(text.id)")
    }
  }

  @Test("What the system itself says of the app is there in both languages, and explains what it asks for")
  func catalog() throws {
    struct Catalog: Decodable {
      struct Entry: Decodable { let localizations: [String: [String: Unit]] }
      struct Unit: Decodable { let state: String, value: String }
      let strings: [String: Entry]
    }
    let app = root.appendingPathComponent("ios/App")
    let catalog = try JSONDecoder().decode(Catalog.self, from: Data(contentsOf: app.appendingPathComponent("InfoPlist.xcstrings")))
    #expect(Set(catalog.strings.keys) == ["CFBundleDisplayName", "NSFaceIDUsageDescription"])
    for (key, entry) in catalog.strings {
      #expect(Set(entry.localizations.keys) == Set(Lang.allCases.map { "\($0)" }), "\(key)")
      for units in entry.localizations.values { #expect(units["stringUnit"]?.value.isEmpty == false) }
    }
    let project = try String(contentsOf: app.appendingPathComponent("project.yml"), encoding: .utf8)
    let french = try #require(catalog.strings["NSFaceIDUsageDescription"]?.localizations["fr"]?["stringUnit"]?.value)
    #expect(project.contains("NSFaceIDUsageDescription: \(french)\n"))
  }

  @Test("Numbers are written as the language writes them")
  func numbers() {
    let (french, english) = (Texts(.fr), Texts(.en))
    #expect([38, 38.5, 38.25, 37.999].map(french.measured) == ["38", "38,5", "38,25", "38"])
    #expect([38, 38.5, 38.25].map(english.measured) == ["38", "38.5", "38.25"])
    #expect(french.printed("<0.5") == "<0,5")
    #expect(english.printed("12.30") == "12.30")
    let days = [1, 2].map { french.say(MainPhrase.todayTreatmentDay, counts: ["day": $0]) }
    #expect(days[0] != days[1])
  }

  @Test("A day is read in whatever way it is typed, and stands in its field day first")
  func days() async {
    let today = CalendarDay("2026-11-23")!
    #expect(today.written == "23/11/2026")
    #expect(CalendarDay("2026-02-03")!.written == "03/02/2026")
    for typed in ["23/11/2026", "23.11.26", "2026-11-23", "23/11"] {
      #expect(await CalendarDay.typed(typed, today: today) == today)
    }
    #expect(await CalendarDay.typed("32/11", today: today) == nil)
    #expect(await CalendarDay.typed("", today: today) == nil)
    let names = (0..<7).map { today.adding(days: $0).dayOfWeek }
    #expect(names == [.dayMonday, .dayTuesday, .dayWednesday, .dayThursday, .dayFriday, .daySaturday, .daySunday])
    #expect(CalendarDay("1900-01-01")!.dayOfWeek == .dayMonday)
    #expect([UInt16(0), 65, 725, 1439].map(typedTime) == ["00:00", "01:05", "12:05", "23:59"])
  }
}

/// Contrast as WCAG 2.2 computes it (success criteria 1.4.3 and 1.4.11).
@Suite("Palette") struct PaletteTests {
  private func luminance(_ colour: UInt32) -> Double {
    func part(_ shift: UInt32) -> Double {
      let share = Double((colour >> shift) & 0xFF) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
  }

  private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let shares = [luminance(one) + 0.05, luminance(other) + 0.05].sorted()
    return shares[1] / shares[0]
  }

  @Test("Everything can be read and seen, by day and by night", arguments: [Palette.light, .dark])
  func read(palette: Palette) {
    for (text, on) in palette.texts { #expect(contrast(text, on) >= 4.5, "\(text) on \(on)") }
    for (drawn, on) in palette.graphics { #expect(contrast(drawn, on) >= 3, "\(drawn) on \(on)") }
  }

  @Test("Black on white is the most there is")
  func most() {
    #expect((20.9...21.1).contains(contrast(0, 0xFFFFFF)))
    #expect((0.99...1.01).contains(contrast(0xFFFFFF, 0xFFFFFF)))
  }
}

@Suite("Touches") struct TouchTests {
  @Test("A place on the line is the nearest rating, and none beyond its ends")
  func ratings() {
    #expect([-5, 0, 29, 31, 165, 300, 330, 400].map { rating(at: $0, of: 330) } == [0, 0, 0, 1, 5, 10, 10, 10])
    #expect(rating(at: 5, of: 0) == 0)
  }

  @Test("A touch on a chart is the nearest day, at its edges the first and the last")
  func days() {
    #expect([-9, 0, 4, 6, 135, 268, 400].map { day(at: $0, of: 270, days: 28) } == [0, 0, 0, 1, 14, 27, 27])
    #expect(day(at: 3, of: 270, days: 1) == 0)
    #expect(day(at: 3, of: 270, days: 0) == nil)
  }

  @Test("The nearest place within reach is meant, and none beyond it")
  func places() {
    let places = [CGPoint(x: 10, y: 10), CGPoint(x: 50, y: 10)]
    #expect(places.nearest(to: CGPoint(x: 29, y: 10), reach: 40) == 0)
    #expect(places.nearest(to: CGPoint(x: 31, y: 10), reach: 40) == 1)
    #expect(places.nearest(to: CGPoint(x: 200, y: 10), reach: 40) == nil)
    #expect([CGPoint]().nearest(to: .zero, reach: 40) == nil)
  }

  @Test("Each place of the body has a spot of its own on the figure, and a name", arguments: Lang.allCases)
  func zones(lang: Lang) throws {
    let zones = try Zone.all(Words(lang: lang))
    #expect(zones.count > 40)
    #expect(Set(zones.map(\.site)).count == zones.count)
    #expect(zones.allSatisfy { !$0.name.isEmpty })
    for view in BodyView.allCases {
      let spots = zones.filter { $0.view == view }.map(\.at)
      for spot in spots { #expect(CGRect(origin: .zero, size: view.size).contains(spot)) }
      for (place, one) in spots.enumerated() {
        for other in spots.dropFirst(place + 1) { #expect(hypot(one.x - other.x, one.y - other.y) > 8, "\(one) and \(other)") }
      }
    }
    #expect(Set(zones.map(\.group)) == Set(BodyGroup.allCases))
  }
}
