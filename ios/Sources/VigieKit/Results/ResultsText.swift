// What the screens of results say.

/// The texts of this part.
public enum ResultsText: String, CaseIterable, Plain {
  case resultsTitle
  case resultsLabs
  case resultsNoLabs
  case resultsAdd
  case resultsAddValue
  case resultsNew
  case resultsOne
  case resultsName
  case resultsNameHint
  case resultsValue
  case resultsValueHint
  case resultsUnit
  case resultsRange
  case resultsRangeHint
  case resultsDay
  case scansTitle
  case scansNone
  case scansAdd
  case scansNew
  case scansOne
  case scansKind
  case scansDay
  case scansPlace
  case scansConclusion
  case scansTold
  case scansToldHint
  case attachmentsTitle
  case attachmentsNone
  case attachmentsAdd
  case attachmentsNew
  case attachmentsWhy
  case attachmentsName
  case attachmentsNameHint
  case attachmentsDay
  case attachmentsChoose
  case attachmentsCopy
  case attachmentsCopyWhy
  case attachmentsCopied
  case attachmentsLook
  case attachmentsNoPicture
}

/// Those with values.
public enum ResultsPhrase: String, CaseIterable, Filled {
  case resultsValues
  case attachmentsSize
}
