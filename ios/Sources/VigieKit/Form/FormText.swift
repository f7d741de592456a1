// What every form says.

/// What every form says.
public enum FormText: String, CaseIterable, Plain {
  case formKeep
  case formKept
  case formRemove
  case formRemoveSure
  case formRemoveYes
  case formRemoveNo
  case formRemoved
  case formNotSaid
  case formBegunBefore
  case formBeginAnew
}
