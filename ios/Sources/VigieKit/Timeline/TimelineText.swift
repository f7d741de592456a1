// What the timeline says.

/// The texts.
public enum TimelineText: String, CaseIterable, Plain {
  case timelineTitle
  case timelineWords
  case timelineFind
  case timelineEverything
  case timelineKinds
  case timelineKindsHow
  case timelineKindsDone
  case timelineNothing
  case timelineEmpty
}

/// Those with values.
public enum TimelinePhrase: String, CaseIterable, Filled {
  case timelineOnly
  case timelineFound
}
