// What of the stories no person does in the app, and why.

/// Why a step is done through the journal.
enum Untapped: Sendable {
  /// Another journal is made beside the one that is there, never over it.
  case overAnother
  /// Today and the last three days that were missed can be answered, no day to come and none before the first.
  case otherDay
  /// What was withdrawn or answered is not shown any more, and cannot be touched again.
  case gone
  /// Another passphrase or another key of a phone comes in place of the one before, not beside it.
  case secondKey
  /// What is as yesterday can be said where there is a yesterday.
  case noYesterday
  /// Noting a check-in forgets what was kept of it.
  case forgotten
}

/// Every step that is done so: the name of its story, and the number of the step. What is done in the app one day leaves this list.
let untapped: [String: [Int: Untapped]] = [
  "First run: a journal is made, described, opened again with the passphrase and with the recovery code": [11: .overAnother],
  "A quiet day: everything is answered, nothing is asked for, and yesterday's answers are the starting point":
    [11: .otherDay, 13: .gone],
  "A fever is told at any hour: the line for the night, again after four hours, until somebody answers": [12: .gone],
  "A day is filled in later: it is offered, it counts, and what it says is told when it is recent": [8: .otherDay, 9: .otherDay],
  "The device's key is locked, then invalidated: the passphrase still opens, and the device is enrolled again":
    [22: .secondKey, 25: .secondKey],
  "A medicine on a schedule: its doses are due, one is noted, and the reminders go on": [11: .gone],
  "A check-in that is interrupted is there again after a lock, and forgotten when it is noted": [6: .noYesterday, 14: .forgotten],
]
