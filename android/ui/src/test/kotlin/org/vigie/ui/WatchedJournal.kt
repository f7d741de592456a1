// The journal under watch: each call of it is noted first.
package org.vigie.ui

import org.vigie.AppointmentKind
import org.vigie.AskedQuestion
import org.vigie.Attachment
import org.vigie.AttachmentId
import org.vigie.BackupReport
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.Call
import org.vigie.CareConflict
import org.vigie.CareEvent
import org.vigie.CareId
import org.vigie.CareRecord
import org.vigie.Choice
import org.vigie.DailyBackup
import org.vigie.DailyEntry
import org.vigie.Day
import org.vigie.DayAtAGlance
import org.vigie.DirectoryFound
import org.vigie.DirectorySearch
import org.vigie.Dose
import org.vigie.Doubt
import org.vigie.EntryConflict
import org.vigie.EntryId
import org.vigie.Felt
import org.vigie.Format
import org.vigie.Happening
import org.vigie.ImportReport
import org.vigie.Item
import org.vigie.Journal
import org.vigie.KeptEntry
import org.vigie.Key
import org.vigie.Label
import org.vigie.Lang
import org.vigie.Look
import org.vigie.MergeReport
import org.vigie.Moment
import org.vigie.NewKey
import org.vigie.Note
import org.vigie.Notice
import org.vigie.NoticeWish
import org.vigie.NumberToCall
import org.vigie.OpenPrompt
import org.vigie.OutcomeKind
import org.vigie.Preview
import org.vigie.Profile
import org.vigie.ProgressHearer
import org.vigie.PromptId
import org.vigie.PromptStory
import org.vigie.Recorded
import org.vigie.Reminder
import org.vigie.Revision
import org.vigie.Rules
import org.vigie.RulesChange
import org.vigie.SaidPrompt
import org.vigie.SeriesDay
import org.vigie.StepLine
import org.vigie.TodayView
import org.vigie.UnfinishedForm
import org.vigie.UniffiWithHandle
import org.vigie.Unlock
import org.vigie.Verified

/** The same journal as [real]. A test compares what is overridden with what there is. */
class WatchedJournal(real: Journal, private val watch: Watch) : Journal(UniffiWithHandle, real.uniffiCloneHandle()) {
    private fun <T> noted(call: String, block: () -> T): T {
        watch.note(call)
        return block()
    }

    override fun addCare(event: CareEvent, caregiver: Label?): CareId = noted("addCare") { super.addCare(event, caregiver) }

    override fun amendCare(id: CareId, event: CareEvent, caregiver: Label?) = noted("amendCare") { super.amendCare(id, event, caregiver) }

    override fun care(): List<CareRecord> = noted("care") { super.care() }

    override fun careConflicts(): List<CareConflict> = noted("careConflicts") { super.careConflicts() }

    override fun dosesOn(day: Day): List<Dose> = noted("dosesOn") { super.dosesOn(day) }

    override fun questions(): List<AskedQuestion> = noted("questions") { super.questions() }

    override fun reminders(days: UByte): List<Reminder> = noted("reminders") { super.reminders(days) }

    override fun timeline(look: Look): List<Happening> = noted("timeline") { super.timeline(look) }

    override fun withdrawCare(id: CareId) = noted("withdrawCare") { super.withdrawCare(id) }

    override fun year(year: Int): Map<Day, DayAtAGlance> = noted("year") { super.year(year) }

    override fun attach(day: Day, name: Label, source: ByteSource): AttachmentId = noted("attach") { super.attach(day, name, source) }

    override fun attachment(id: AttachmentId, sink: ByteSink) = noted("attachment") { super.attachment(id, sink) }

    override fun attachments(): List<Attachment> = noted("attachments") { super.attachments() }

    override fun backup(sink: ByteSink, passphrase: String): BackupReport = noted("backup") { super.backup(sink, passphrase) }

    override fun backupDaily(folder: String, keep: UInt, passphrase: String): DailyBackup =
        noted("backupDaily") { super.backupDaily(folder, keep, passphrase) }

    override fun automaticBackup(folder: String, keep: UInt): DailyBackup? =
        noted("automaticBackup") { super.automaticBackup(folder, keep) }

    override fun keepBackupPassphrase(passphrase: String?) = noted("keepBackupPassphrase") { super.keepBackupPassphrase(passphrase) }

    override fun notices(wish: NoticeWish): List<Notice> = noted("notices") { super.notices(wish) }

    override fun conflicts(): List<EntryConflict> = noted("conflicts") { super.conflicts() }

    override fun exportCalendar(lang: Lang, discreet: Boolean, since: Day, sink: ByteSink): UInt =
        noted("exportCalendar") { super.exportCalendar(lang, discreet, since, sink) }

    override fun importCalendar(source: ByteSource, kind: AppointmentKind, lang: Lang): List<String> =
        noted("importCalendar") { super.importCalendar(source, kind, lang) }

    override fun importTable(source: ByteSource, patient: String?, skipBad: Boolean, hearer: ProgressHearer?): ImportReport =
        noted("importTable") { super.importTable(source, patient, skipBad, hearer) }

    override fun merge(source: ByteSource, passphrase: String): MergeReport = noted("merge") { super.merge(source, passphrase) }

    override fun verify(): Verified = noted("verify") { super.verify() }

    override fun findSupport(search: DirectorySearch): DirectoryFound = noted("findSupport") { super.findSupport(search) }

    override fun keepDirectory(file: ByteArray?) = noted("keepDirectory") { super.keepDirectory(file) }

    override fun keepTrialProfile(json: String?) = noted("keepTrialProfile") { super.keepTrialProfile(json) }

    override fun addKey(unlock: Unlock, key: NewKey): String = noted("addKey") { super.addKey(unlock, key) }

    override fun amend(id: EntryId, entry: DailyEntry): Recorded = noted("amend") { super.amend(id, entry) }

    override fun doubts(entry: DailyEntry): List<Doubt> = noted("doubts") { super.doubts(entry) }

    override fun draft(): DailyEntry? = noted("draft") { super.draft() }

    override fun entries(): List<KeptEntry> = noted("entries") { super.entries() }

    override fun feels(id: PromptId, felt: Felt) = noted("feels") { super.feels(id, felt) }

    override fun historyOf(id: EntryId): List<Revision> = noted("historyOf") { super.historyOf(id) }

    override fun isAnchored(): Boolean = noted("isAnchored") { super.isAnchored() }

    override fun form(): UnfinishedForm? = noted("form") { super.form() }

    override fun keepForm(form: UnfinishedForm?) = noted("keepForm") { super.keepForm(form) }

    override fun keepDraft(entry: DailyEntry?) = noted("keepDraft") { super.keepDraft(entry) }

    override fun keys(): List<Key> = noted("keys") { super.keys() }

    override fun lock() = noted("lock") { super.lock() }

    override fun noticeSilence(): OpenPrompt? = noted("noticeSilence") { super.noticeSilence() }

    override fun now(): Moment = noted("now") { super.now() }

    override fun openPrompts(): List<OpenPrompt> = noted("openPrompts") { super.openPrompts() }

    override fun profile(): Profile = noted("profile") { super.profile() }

    override fun prompts(): List<PromptStory> = noted("prompts") { super.prompts() }

    override fun record(entry: DailyEntry): Recorded = noted("record") { super.record(entry) }

    override fun removeKey(id: String) = noted("removeKey") { super.removeKey(id) }

    override fun replaceKey(unlock: Unlock, key: NewKey): UInt = noted("replaceKey") { super.replaceKey(unlock, key) }

    override fun resolve(id: PromptId, kind: OutcomeKind, contact: Label?, advice: Note?): OpenPrompt? =
        noted("resolve") { super.resolve(id, kind, contact, advice) }

    override fun rotateKeys(keys: List<NewKey>) = noted("rotateKeys") { super.rotateKeys(keys) }

    override fun numbersToCall(id: PromptId, lang: Lang): List<NumberToCall> = noted("numbersToCall") { super.numbersToCall(id, lang) }

    override fun recordTooUnwell(begun: DailyEntry): Recorded = noted("recordTooUnwell") { super.recordTooUnwell(begun) }

    override fun say(id: PromptId, lang: Lang): SaidPrompt = noted("say") { super.say(id, lang) }

    override fun series(item: Item, days: UShort): List<SeriesDay> = noted("series") { super.series(item, days) }

    override fun setProfile(profile: Profile) = noted("setProfile") { super.setProfile(profile) }

    override fun takeRecoveryCode(): String? = noted("takeRecoveryCode") { super.takeRecoveryCode() }

    override fun today(): TodayView = noted("today") { super.today() }

    override fun whoAnswers(at: Moment): Call = noted("whoAnswers") { super.whoAnswers(at) }

    override fun withdraw(id: EntryId) = noted("withdraw") { super.withdraw(id) }

    override fun export(choice: Choice, format: Format, sink: ByteSink) = noted("export") { super.export(choice, format, sink) }

    override fun exportPage(choice: Choice, sink: ByteSink): String = noted("exportPage") { super.exportPage(choice, sink) }

    override fun preview(choice: Choice): Preview = noted("preview") { super.preview(choice) }

    override fun usualChoice(lang: Lang): Choice = noted("usualChoice") { super.usualChoice(lang) }

    override fun wholeChoice(lang: Lang): Choice = noted("wholeChoice") { super.wholeChoice(lang) }

    override fun checkRules(file: String, lang: Lang): RulesChange = noted("checkRules") { super.checkRules(file, lang) }

    override fun installRules(file: String): Rules = noted("installRules") { super.installRules(file) }

    override fun resetRules() = noted("resetRules") { super.resetRules() }

    override fun rules(): Rules = noted("rules") { super.rules() }

    override fun rulesHistory(): List<Rules> = noted("rulesHistory") { super.rulesHistory() }

    override fun rulesInWords(lang: Lang): List<StepLine> = noted("rulesInWords") { super.rulesInWords(lang) }
}
