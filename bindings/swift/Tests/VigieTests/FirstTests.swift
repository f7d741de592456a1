import Foundation
import Testing
@testable import VigieCore
import Vigie
@Test func one() throws {
  #expect(CalendarDay("2026-02-30") == nil)
  #expect(catalogue().count > 10)
}
