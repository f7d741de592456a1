// What the screens of support say.

/// The texts of the screens.
public enum SupportText: String, CaseIterable, Plain {
  case supportTitle
  case supportUrgent
  case supportFind
  case supportPlace
  case supportPlaceHint
  case supportWords
  case supportSearch
  case supportKinds
  case supportAllKinds
  case supportOwn
  case supportOld
  case supportUnderstand
  case supportYours
  case supportFollow
  case supportFollowed
  case supportUndo
  case supportUndone
}

/// The texts with values.
public enum SupportPhrase: String, CaseIterable, Filled {
  case supportFound
  case supportCall
}

/// Those that the core says wherever it shows the same.
public enum SharedText: String, CaseIterable, Plain {
  case directoryNote = "directory-note"
  case directoryNone = "directory-none"
  case comfortTitle = "explain-treatments-stop.title"
  case comfortList = "comfort-list"
  case comfortForward = "comfort-forward"
  case comfortQuestions = "comfort-questions"

  /// As it stands in the core.
  public var id: String { rawValue }
}

/// Those of them with values.
public enum SharedPhrase: String, CaseIterable, Filled {
  case directoryHours = "directory-hours"
  case directoryLanguages = "directory-languages"
  case directorySource = "directory-source"

  /// As it stands in the core.
  public var id: String { rawValue }
}
