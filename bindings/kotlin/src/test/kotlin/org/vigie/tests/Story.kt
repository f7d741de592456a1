// One story on its way: each step is a call, and what the table says has to come of it.
package org.vigie.tests

import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import org.vigie.ByteSink
import org.vigie.Choice
import org.vigie.Format
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.NewKey
import org.vigie.OutcomeKind
import org.vigie.Unlock
import org.vigie.asSink
import org.vigie.asSource
import org.vigie.shut
import org.vigie.tests.story.Breaking
import org.vigie.tests.story.FakeVault
import org.vigie.tests.story.Fields
import org.vigie.tests.story.Prompts
import org.vigie.tests.story.Refusing
import org.vigie.tests.story.answers
import org.vigie.tests.story.anyBytes
import org.vigie.tests.story.cell
import org.vigie.tests.story.code
import org.vigie.tests.story.copyFolder
import org.vigie.tests.story.count
import org.vigie.tests.story.day
import org.vigie.tests.story.entry
import org.vigie.tests.story.erase
import org.vigie.tests.story.event
import org.vigie.tests.story.failedAsTold
import org.vigie.tests.story.fileIsTold
import org.vigie.tests.story.files
import org.vigie.tests.story.fill
import org.vigie.tests.story.flag
import org.vigie.tests.story.holds
import org.vigie.tests.story.int
import org.vigie.tests.story.lang
import org.vigie.tests.story.list
import org.vigie.tests.story.member
import org.vigie.tests.story.moment
import org.vigie.tests.story.profile
import org.vigie.tests.story.said
import org.vigie.tests.story.same
import org.vigie.tests.story.streamFailure
import org.vigie.tests.story.text
import org.vigie.tests.story.texts
import org.vigie.tests.story.whole
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.name

@OptIn(ExperimentalPathApi::class)
class Story(private val folder: Path) : AutoCloseable {
    private val hand = Hand()
    private val anchor = MemoryAnchor()
    private var open: Journal? = null
    private var code: String? = null
    private val backups = mutableMapOf<String, ByteArray>()
    private val vaults = mutableMapOf<String, FakeVault>()
    private val entries = mutableMapOf<String, String>()
    private val care = mutableMapOf<String, String>()
    private val prompts = Prompts()

    private val journal get() = checkNotNull(open) { "no journal yet" }

    override fun close() {
        open?.shut()
    }

    fun step(step: Fields) {
        step.maybe("at", ::moment)?.let { hand.time = it }
        val name = step.text("do")
        if (!step.has("fails")) return call(name, step).also { step.done() }
        val thrown = runCatching { call(name, step) }.exceptionOrNull()
        val failure = thrown as? JournalException ?: throw thrown ?: IllegalStateException("it did not fail")
        assertSaysSomething(failure)
        failedAsTold(failure, step)
    }

    private fun call(name: String, step: Fields) {
        when (name) {
            "create" -> create(step)
            "open" -> open(step)
            "lock" -> journal.lock()
            "restore" -> restore(step)
            "backup" -> backup(step)
            "merge" -> merge(step)
            "add_key" -> journal.addKey(unlock(step), step.get("new") { whole(it) { newKey(this) } })
            "keys" -> same("kinds", step.get("kinds", ::texts), journal.keys().map { it.kind.code() })
            "vault" -> vaultOf(step.text("name")).before = step.get("answers", ::answers)
            "profile" -> journal.setProfile(step.profile())
            "record" -> record(step)
            "amend" -> prompts.areTold(journal.amend(entries.known(step.text("of")), step.get("entry", ::entry)).prompt, step, "prompt")
            "withdraw" -> journal.withdraw(entries.known(step.text("of")))
            "keep_draft" -> journal.keepDraft(step.maybe("entry", ::entry))
            "draft" -> journal.draft().let { same("entry", step.maybe("entry", ::entry), it) }
            "today" -> prompts.todayIsTold(journal.today(), step)
            "resolve" -> resolve(step)
            "silence" -> prompts.areTold(journal.noticeSilence(), step, "prompt")
            "say" -> say(step)
            "series" -> series(step)
            "care" -> journal.addCare(step.get("event", ::event), step.maybeText("by")).let { id ->
                step.maybeText("as")?.let { care[it] = id }
            }
            "amend_care" -> journal.amendCare(care.known(step.text("of")), step.get("event", ::event), step.maybeText("by"))
            "withdraw_care" -> journal.withdrawCare(care.known(step.text("of")))
            "questions" -> questions(step)
            "doses" -> doses(step)
            "reminders" -> same(
                "moments",
                step.get("moments") {
                    list(it, ::moment)
                },
                journal.reminders(step.get("days", ::int).toUByte()).map { it.at },
            )
            "attach" -> attach(step)
            "attachments" -> attachments(step)
            "preview" -> preview(step)
            "export" -> export(step)
            "verify" -> verify(step)
            "copy" -> copyFolder(path(step, "from"), path(step, "to"))
            "erase" -> erase(path(step, "dir"))
            "fill" -> fill(path(step, "file"))
            else -> error("no such step: '$name'")
        }
    }

    private fun Map<String, String>.known(name: String) = checkNotNull(this[name]) { "nothing is called '$name'" }

    private fun path(step: Fields, name: String): Path = folder.resolve(step.text(name))

    private fun vaultOf(name: String) = vaults.getOrPut(name, ::FakeVault)

    private fun keptCode() = checkNotNull(code) { "no recovery code yet" }

    private fun unlock(step: Fields): Unlock = step.maybeText("passphrase")?.let(Unlock::Passphrase)
        ?: step.maybeText("device")?.let { Unlock.Device(vaultOf(it)) }
        ?: Unlock.RecoveryCode(keptCode()).also { check(step.flag("recovery_code")) { "no key in $step" } }

    private fun newKey(fields: Fields): NewKey =
        fields.maybeText("passphrase")?.let(::newPassphrase) ?: NewKey.Device(vaultOf(fields.text("device")))

    /** The passphrase of a backup, or the recovery code used as one. */
    private fun backupKey(step: Fields): String =
        step.maybeText("passphrase") ?: keptCode().also { check(step.flag("recovery_code")) { "no key in $step" } }

    private fun opened(made: Journal) {
        open?.close()
        open = made
    }

    private fun takeCode() {
        code = checkNotNull(journal.takeRecoveryCode())
        check(journal.takeRecoveryCode() == null) { "the recovery code is told twice" }
    }

    private fun create(step: Fields) {
        open?.lock()
        opened(Journal.create(path(step, "dir").toString(), newPassphrase(step.text("passphrase")), anchor, hand))
        takeCode()
    }

    private fun open(step: Fields) {
        open?.lock()
        val dir = path(step, "dir")
        val before = files(dir)
        val result = runCatching { Journal.open(dir.toString(), unlock(step), anchor, hand, step.flag("accept_older")) }
        if (result.isFailure) check(before == files(dir)) { "the files of $dir are others" }
        opened(result.getOrThrow())
    }

    private fun restore(step: Fields) {
        open?.lock()
        val key = newPassphrase(step.text("new_passphrase"))
        opened(Journal.restore(backupOf(step), backupKey(step), path(step, "dir").toString(), key, anchor, hand))
        takeCode()
    }

    private fun backupOf(step: Fields) = ByteArrayInputStream(checkNotNull(backups[step.text("from")])).asSource()

    private fun backup(step: Fields) {
        val bytes = ByteArrayOutputStream()
        val report = journal.backup(sink(step, bytes), backupKey(step))
        step.told("records", ::count, report.records)
        backups[step.text("to")] = bytes.toByteArray()
    }

    private fun merge(step: Fields) {
        val report = journal.merge(backupOf(step), backupKey(step))
        step.told("records", ::count, report.records)
        step.told("entries", { list(it, ::count) }, listOf(report.entriesBefore, report.entriesAfter))
        step.told("conflicts", ::int, report.conflicts.size)
    }

    private fun record(step: Fields) {
        val recorded = journal.record(step.get("entry", ::entry))
        step.maybeText("as")?.let { entries[it] = recorded.id }
        prompts.areTold(recorded.prompt, step, "prompt")
    }

    private fun resolve(step: Fields) {
        val kind = step.get("outcome") { member<OutcomeKind>(it) }
        val open = journal.resolve(prompts[step.text("prompt")], kind, step.maybeText("contact"), step.maybeText("advice"))
        prompts.areTold(open, step, "open")
    }

    private fun say(step: Fields) {
        val said = journal.say(prompts[step.text("prompt")], step.get("lang", ::lang))
        step.told("headline", ::text, said.headline)
        step.maybe("reasons_have", ::texts)?.let { told ->
            same("how many reasons", told.size, said.reasons.size)
            said.reasons.zip(told).forEach { (reason, part) -> check(part in reason) { "no '$part' in '$reason'" } }
        }
        step.maybe("what_to_say_has", ::texts).orEmpty().forEach { check(it in said.whatToSay) { "no '$it' in '${said.whatToSay}'" } }
    }

    private fun series(step: Fields) {
        val series = journal.series(step.text("item"), step.get("days", ::int).toUShort())
        same("cells", step.get("cells") { list(it, ::cell) }, series.map { it.cell })
    }

    private fun questions(step: Fields) {
        val (answered, waiting) = journal.questions().map { it.question }.partition { it.answer != null }
        same("waiting", step.get("waiting", ::texts), waiting.map { it.text })
        same("answered", step.get("answered", ::texts), answered.map { it.text })
    }

    private fun doses(step: Fields) {
        val told = step.get("doses") { all ->
            list(all) { one -> list(one) { (it as JsonPrimitive).takeUnless { it is JsonNull }?.content } }
        }
        val found = journal.dosesOn(step.day("day")).map { listOf("${it.minute}", it.medicine, it.intake?.status?.code()) }
        same("doses", told, found)
    }

    private fun attach(step: Fields) {
        val bytes = ByteArrayInputStream(anyBytes(step.get("bytes", ::int))).asSource()
        journal.attach(step.day("day"), step.text("name"), streamFailure(step)?.let { Breaking(bytes, it) } ?: bytes)
    }

    private fun attachments(step: Fields) {
        val told = step.get("files") { list(it) { one -> list(one) { (it as JsonPrimitive).content } } }
        same("files", told, journal.attachments().map { listOf(it.name, "${it.bytes}") })
        for (file in journal.attachments()) {
            val back = ByteArrayOutputStream().also { journal.attachment(file.id, it.asSink()) }.toByteArray()
            check(back.contentEquals(anyBytes(file.bytes.toInt()))) { "${file.name} is not whole" }
        }
    }

    private fun choice(step: Fields): Choice {
        val usual = journal.usualChoice(step.get("lang", ::lang))
        return usual.copy(
            since = step.maybe("from", ::day) ?: usual.since,
            to = step.maybe("to", ::day) ?: usual.to,
            withName = step.maybe("with_name", ::flag) ?: usual.withName,
            withNotes = step.maybe("with_notes", ::flag) ?: usual.withNotes,
            without = usual.without + step.maybe("without", ::texts).orEmpty(),
        )
    }

    private fun preview(step: Fields) {
        val preview = journal.preview(choice(step))
        step.told("parts", ::texts, preview.sections.map { it.part })
        holds(step, said(preview))
    }

    private fun export(step: Fields) {
        val bytes = ByteArrayOutputStream()
        val (choice, sink) = choice(step) to sink(step, bytes)
        val format = step.text("format")
        if (format == "page") {
            check(journal.exportPage(choice, sink).isNotBlank())
        } else {
            journal.export(choice, member<Format>(JsonPrimitive(format)), sink)
        }
        fileIsTold(step, bytes.toByteArray())
    }

    private fun verify(step: Fields) {
        val found = journal.verify()
        step.told("entries", ::count, found.entries)
        step.told("prompts", ::count, found.prompts)
        step.told("attachments", ::count, found.attachments)
        step.told("anchored", ::flag, found.anchored)
    }

    private fun sink(step: Fields, bytes: ByteArrayOutputStream): ByteSink = streamFailure(step)?.let(::Refusing) ?: bytes.asSink()
}
