// What the screens of appointments and questions say.

/// The texts of this part.
public enum AppointmentsText: String, CaseIterable, Plain {
  case appointmentsTitle
  case appointmentsNext
  case appointmentsNoneNext
  case appointmentsAdd
  case appointmentsPast
  case appointmentsNonePast
  case appointmentsNew
  case appointmentsOne
  case appointmentsKind
  case appointmentsDay
  case appointmentsTime
  case appointmentsTimeHint
  case appointmentsWith
  case appointmentsPlace
  case appointmentsDecision
  case appointmentsDecisionHint
  case appointmentsCalendar
  case appointmentsImport
  case appointmentsImportWhy
  case appointmentsImportKind
  case appointmentsImportChoose
  case appointmentsExport
  case appointmentsExportWhy
  case appointmentsDiscreet
  case appointmentsDiscreetWhy
  case appointmentsExportWrite
  case appointmentsFile
  case questionsWaiting
  case questionsNone
  case questionsAdd
  case questionsAnswered
  case questionsNoneAnswered
  case questionsNew
  case questionsOne
  case questionsText
  case questionsAnswer
  case questionsAnswerDay
}

/// Those with values.
public enum AppointmentsPhrase: String, CaseIterable, Filled {
  case appointmentsExported
  case questionsAsked
}
