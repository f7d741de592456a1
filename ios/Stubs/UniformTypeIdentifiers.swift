// A stub of UniformTypeIdentifiers: as much as the app uses, without behaviour (README.md).

public struct UTType: Sendable { public static let item = UTType() }
