// What the screens of the consultation say.

/// The texts.
public enum ConsultationText: String, CaseIterable, Plain {
  case consultationTitle
  case consultationHow
  case consultationPeriod
  case consultationUsual
  case consultationWhole
  case consultationOther
  case consultationFirst
  case consultationLast
  case consultationBackwards
  case consultationTold
  case consultationName
  case consultationNotes
  case consultationNotesHow
  case consultationItems
  case consultationItemsHow
  case consultationItemsNone
  case consultationItemsDone
  case consultationLanguage
  case consultationFrench
  case consultationEnglish
  case consultationLook
  case consultationPages
  case consultationShare
  case consultationShareHow
  case consultationLegend
  case consultationPdf
  case consultationPdfHow
  case consultationProtected
  case consultationProtectedHow
  case consultationFhir
  case consultationFhirHow
  case consultationCsv
  case consultationCsvHow
  case consultationSpreadsheet
  case consultationSpreadsheetHow
  case consultationNotWritten
  case consultationSecret
  case consultationSecretHow
  case consultationSecretLetters
  case consultationSecretDone
}

/// Those with values.
public enum ConsultationPhrase: String, CaseIterable, Filled {
  case consultationDays
  case consultationLeftOut
  case consultationPage
  case consultationWritten
}
