// What is asked of a consent, and of a wish that is written down.
import Vigie

extension TreatmentModel {
  /// A consent or a leaflet is told, or this one corrected.
  public func tellConsent(_ one: Listed<Consent>? = nil) {
    let today = state.today
    open(one?.id, { $0.consentForm(today, one?.told) }) { reader in
      let consent = Consent(
        day: try reader.neededDay(TreatmentText.papersReceived), kind: reader.one(TreatmentText.papersKind) ?? .care,
        about: try reader.neededLabel(TreatmentText.papersAbout), signed: try reader.day(TreatmentText.papersSigned),
        withdrawn: try reader.day(TreatmentText.papersWithdrawn), place: try reader.note(TreatmentText.papersPlace))
      return .consent(consent: consent)
    }
  }

  /// Where a wish is written down is told, or this one corrected. Its day is the day on which that is noted.
  public func tellWish(_ one: Listed<Wish>? = nil) {
    let today = state.today
    open(one?.id, { $0.wishForm(today, one?.told) }) { reader in
      let wish = Wish(
        day: one?.told.day ?? today, kind: reader.one(TreatmentText.papersKind) ?? .trustedPerson,
        who: try reader.label(TreatmentText.papersWho), place: try reader.note(TreatmentText.papersPlace))
      return .wish(wish: wish)
    }
  }
}

extension Opened {
  /// What was given to read or to sign.
  fileprivate func consentForm(_ today: CalendarDay, _ told: Consent?) -> FormState {
    let asks = [
      Ask(TreatmentText.papersKind, .one, "\(told?.kind ?? .care)", options: ConsentKind.options { words.consent(one: $0) }),
      Ask(TreatmentText.papersAbout, .line, told?.about, hint: TreatmentText.papersAboutHint),
      Ask(TreatmentText.papersReceived, .day, (told?.day ?? today).written),
      Ask(
        TreatmentText.papersSigned, .day, told?.signed?.written,
        onlyIf: { $0[TreatmentText.papersKind] != "\(ConsentKind.leaflet)" }),
      Ask(
        TreatmentText.papersWithdrawn, .day, told?.withdrawn?.written, hint: TreatmentText.papersWithdrawnHint,
        onlyIf: { !$0[TreatmentText.papersSigned].trimmed.isEmpty }),
      Ask(TreatmentText.papersPlace, .text, told?.place),
    ]
    return FormState(told == nil ? TreatmentText.papersNewConsent : TreatmentText.papersConsent, today, asks)
  }

  fileprivate func wishForm(_ today: CalendarDay, _ told: Wish?) -> FormState {
    let asks = [
      Ask(TreatmentText.papersKind, .one, "\(told?.kind ?? .trustedPerson)", options: WishKind.options { words.wish(one: $0) }),
      Ask(TreatmentText.papersWho, .line, told?.who, hint: TreatmentText.papersWhoHint),
      Ask(TreatmentText.papersPlace, .text, told?.place),
    ]
    return FormState(told == nil ? TreatmentText.papersNewWish : TreatmentText.papersWish, today, asks)
  }
}
