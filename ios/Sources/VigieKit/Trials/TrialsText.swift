// What is said around the trials.

/// Texts without a value.
public enum TrialsText: String, CaseIterable, Plain {
  case trialsTitle
  case trialsAbout
  case trialsSearch
  case trialsSearchHow
  case trialsProfile
  case trialsProfileHow
  case trialsProfileKept
  case trialsProfileNone
  case trialsProfileForget
  case trialsProfileForgotten
  case trialsKnow
  case trialsList
  case trialsListHow
  case trialsListEmpty
  case trialsNotUnderstood
  case trialsSee
  case trialsMore
  case trialsMatched
  case trialsUnknown
  case trialsJudge
  case trialsSites
  case trialsInclusion
  case trialsExclusion
  case trialsPage
  case trialsPageDone
}

/// Texts with values.
public enum TrialsPhrase: String, CaseIterable, Filled {
  case trialsFound
  case trialsUpdated
}
