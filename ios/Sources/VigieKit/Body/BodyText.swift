// What is said about where it hurts.

/// The texts of the body map and of what is said about a pain.
public enum BodyText: String, CaseIterable, Plain {
  case bodyTitle
  case bodyHow
  case bodyNone
  case bodyFront
  case bodyBack
  case bodyHead
  case bodyList
  case bodyRight
  case bodyLeft
  case bodyEnlargeHead
  case bodyGroupHead
  case bodyGroupTrunk
  case bodyGroupArms
  case bodyGroupLegs
  case bodyGroupBack
  case bodyQuality
  case bodyWakes
  case bodyRemove
  case bodyPainkillers
  case bodyPainkiller
  case bodyHelped
  case bodyNotHelped
  case bodyAddPainkiller
  case bodyRemovePainkiller
}
