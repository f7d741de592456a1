// What is asked of an appointment and of a question.
import Vigie

extension AppointmentsModel {
  /// An appointment is told, or this one corrected.
  public func tell(_ one: Listed<Appointment>? = nil) {
    let today = state.today
    open(one?.id, { $0.appointmentForm(today, one?.told) }) { reader in
      let appointment = Appointment(
        day: try reader.neededDay(AppointmentsText.appointmentsDay), minute: try reader.minute(AppointmentsText.appointmentsTime),
        kind: reader.one(AppointmentsText.appointmentsKind) ?? .consultation,
        withWhom: try reader.label(AppointmentsText.appointmentsWith), place: try reader.label(AppointmentsText.appointmentsPlace),
        decision: try reader.note(AppointmentsText.appointmentsDecision))
      return .appointment(appointment: appointment)
    }
  }

  /// A question is told, or this one answered. One that was noted in a check-in keeps its words, and is answered beside it.
  public func tellQuestion(_ line: QuestionLine? = nil) {
    let (today, one) = (state.today, line?.asked)
    let (told, own) = (one?.question, one == nil || one?.id != nil)
    open(one?.id, { _ in questionForm(today, told, own: own) }) { reader in
      let text = try own ? reader.neededNote(AppointmentsText.questionsText) : told?.text ?? ""
      let answer = try own ? reader.note(AppointmentsText.questionsAnswer) : reader.neededNote(AppointmentsText.questionsAnswer)
      let answered = try answer.map { QuestionAnswer(day: try reader.neededDay(AppointmentsText.questionsAnswerDay), text: $0) }
      return .question(question: Question(day: told?.day ?? today, text: text, answer: answered))
    }
  }
}

extension Opened {
  fileprivate func appointmentForm(_ today: CalendarDay, _ told: Appointment?) -> FormState {
    let kinds = AppointmentKind.options { words.appointment(one: $0) }
    let asks = [
      Ask(AppointmentsText.appointmentsKind, .one, "\(told?.kind ?? .consultation)", options: kinds),
      Ask(AppointmentsText.appointmentsDay, .day, told?.day.written),
      Ask(AppointmentsText.appointmentsTime, .time, told?.minute.map(typedTime), hint: AppointmentsText.appointmentsTimeHint),
      Ask(AppointmentsText.appointmentsWith, .line, told?.withWhom),
      Ask(AppointmentsText.appointmentsPlace, .line, told?.place),
      Ask(AppointmentsText.appointmentsDecision, .text, told?.decision, hint: AppointmentsText.appointmentsDecisionHint),
    ]
    return FormState(told == nil ? AppointmentsText.appointmentsNew : AppointmentsText.appointmentsOne, today, asks)
  }
}

@Sendable
private func questionForm(_ today: CalendarDay, _ told: Question?, own: Bool) -> FormState {
  let answering = told != nil
  let asks = [
    Ask(AppointmentsText.questionsText, .text, own ? told?.text : nil, onlyIf: { _ in own }),
    Ask(AppointmentsText.questionsAnswer, .text, told?.answer?.text, onlyIf: { _ in answering }),
    Ask(
      AppointmentsText.questionsAnswerDay, .day, told.map { ($0.answer?.day ?? today).written }, onlyIf: { _ in answering }),
  ]
  return FormState(
    told == nil ? AppointmentsText.questionsNew : AppointmentsText.questionsOne, today, asks, about: own ? nil : told?.text)
}
