// What the screens of treatment say.

/// The texts of this part.
public enum TreatmentText: String, CaseIterable, Plain {
  case treatmentTitle
  case treatmentDoses
  case treatmentDosesYesterday
  case treatmentSeeToday
  case treatmentSeeYesterday
  case treatmentNoDoses
  case treatmentTaken
  case treatmentOtherwise
  case treatmentAsNeeded
  case treatmentLines
  case treatmentNoLines
  case treatmentAdd
  case treatmentNew
  case treatmentOne
  case treatmentKind
  case treatmentRegimen
  case treatmentRegimenHint
  case treatmentCycle
  case treatmentCycleHint
  case treatmentStarted
  case treatmentStopped
  case treatmentStoppedHint
  case treatmentEndedFor
  case treatmentAlteration
  case treatmentAlterationHint
  case treatmentPhase
  case treatmentSponsor
  case treatmentTrialNumber
  case treatmentTrialNumberHint
  case medicinesTitle
  case medicinesNone
  case medicinesAdd
  case medicinesNew
  case medicinesOne
  case medicinesName
  case medicinesKind
  case medicinesDose
  case medicinesDoseHint
  case medicinesWhen
  case medicinesAsNeeded
  case medicinesAtTimes
  case medicinesWithPauses
  case medicinesTimes
  case medicinesTimesHint
  case medicinesDaysOn
  case medicinesDaysOff
  case medicinesFrom
  case medicinesUntil
  case medicinesUntilHint
  case intakesTitle
  case intakesStatus
  case intakesReason
  case intakesDay
  case intakesTime
  case intakesRelief
  case changesTitle
  case changesNone
  case changesAdd
  case changesNew
  case changesOne
  case changesKind
  case changesDay
  case changesTreatment
  case changesUntil
  case changesReason
  case changesNote
  case papersTitle
  case papersConsents
  case papersNoConsents
  case papersAddConsent
  case papersNewConsent
  case papersConsent
  case papersKind
  case papersAbout
  case papersAboutHint
  case papersReceived
  case papersSigned
  case papersWithdrawn
  case papersWithdrawnHint
  case papersPlace
  case papersWishes
  case papersNoWishes
  case papersAddWish
  case papersNewWish
  case papersWish
  case papersWho
  case papersWhoHint
}

/// Those with values.
public enum TreatmentPhrase: String, CaseIterable, Filled {
  case treatmentDose
  case medicinesSince
}
