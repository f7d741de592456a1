// What went wrong, in the person's language: the core's own sentences.
import Foundation

extension Lang {
  /// The language of the person's device. An app that lets the person choose uses their choice instead.
  public static var ofTheDevice: Lang { langOfLocale(locale: Locale.preferredLanguages.first ?? "") }
}

extension Said {
  /// In this language.
  public func callAsFunction(_ lang: Lang) -> String {
    switch lang {
    case .fr: fr
    case .en: en
    }
  }
}

extension JournalError {
  /// What to tell the person, in both languages.
  public var said: Said {
    // Without a default: a case that the core learns of is a case to look at here.
    switch self {
    case .WrongKey(let said), .NotFound(let said), .AlreadyThere(let said), .InUse(let said), .Locked(let said),
      .Damaged(let said), .Tampered(let said), .LastKey(let said), .TooManyKeys(let said), .OtherJournal(let said),
      .AttachmentTooLarge(let said), .NewerVersion(let said), .DiskFull(let said), .Calendar(let said), .Directory(let said),
      .TrialProfile(let said), .Registry(let said), .OtherPerson(let said), .NobodyOfThatName(let said), .NoSuch(let said),
      .Rules(let said), .Io(let said), .Passphrase(_, let said), .DeviceKey(_, let said), .Backup(_, let said),
      .Invalid(_, let said), .Table(_, let said), .SeveralPeople(_, let said), .NotSorted(_, let said), .Bug(_, let said),
      .OlderCopy(_, _, let said):
      said
    }
  }

  /// What to tell the person.
  public func sentence(_ lang: Lang) -> String { said(lang) }
}

extension JournalError: LocalizedError {
  /// What to tell the person, in the language of their device.
  public var errorDescription: String? { sentence(.ofTheDevice) }
}
