// What is not finished is kept at each touch, the newest of it, and nothing after it was finished.
import Foundation
import Testing

@testable import VigieKit
@testable import VigieTesting

@Suite("What is not finished") struct LatestTests {
  /// Where values are written, as slowly as a full phone does it, or not at all.
  private final class Slow: Sendable {
    let written = Guarded([Int]())
    let broken = Guarded(false)

    func write(_ value: Int) throws {
      Thread.sleep(forTimeInterval: 0.05)
      if broken.value { throw CocoaError(.fileWriteOutOfSpace) }
      written.with { $0.append(value) }
    }
  }

  @Test("What is on its way is there when it was waited for, and of many only the newest")
  func newest() {
    let slow = Slow()
    let latest = Latest<Int>(nil, slow.write)
    for value in 1...100 { latest.keep(value) }
    latest.flush()
    #expect(slow.written.value.last == 100)
    #expect(slow.written.value.count < 10)
  }

  @Test("What is there already is not written again; what could not be is written with the next")
  func again() {
    let slow = Slow()
    let latest = Latest(7, slow.write)
    latest.keep(7)
    latest.flush()
    #expect(slow.written.value == [])
    slow.broken.value = true
    latest.keep(8)
    latest.flush()
    slow.broken.value = false
    latest.keep(8)
    latest.flush()
    #expect(slow.written.value == [8])
    latest.found(9)
    latest.keep(9)
    latest.flush()
    #expect(slow.written.value == [8])
  }

  @Test("Nothing is kept after it was finished, and all of it when finishing failed")
  func finished() throws {
    let slow = Slow()
    let latest = Latest<Int>(nil, slow.write)
    latest.keep(1)
    latest.flush()
    #expect(throws: CocoaError.self) { try latest.end { _ in throw CocoaError(.fileWriteOutOfSpace) } }
    latest.keep(2)
    latest.flush()
    #expect(latest.end { $0 } == 2)
    latest.keep(3)
    latest.flush()
    #expect(slow.written.value == [1, 2])
  }
}
