// `import Vigie` brings the journal and everything of it.
@_exported import VigieCore

/// `Anchor` where SwiftUI's has the name.
public typealias JournalAnchor = Anchor

/// `Clock` where Swift's has the name.
public typealias JournalClock = Clock

/// `Progress` where Foundation's has the name.
public typealias ProgressHearer = Progress
