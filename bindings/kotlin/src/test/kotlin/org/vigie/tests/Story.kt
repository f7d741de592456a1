// One story on its way: each step is a call, and what the table says has to come of it.
package org.vigie.tests

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import org.vigie.Block
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.Call
import org.vigie.Choice
import org.vigie.Format
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.KeyVaultException
import org.vigie.Line
import org.vigie.NewKey
import org.vigie.OpenPrompt
import org.vigie.OutcomeKind
import org.vigie.Preview
import org.vigie.StreamException
import org.vigie.Unlock
import org.vigie.asSink
import org.vigie.asSource
import org.vigie.shut
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.copyTo
import kotlin.io.path.createDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.outputStream
import kotlin.io.path.readBytes

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
    private val prompts = mutableMapOf<String, String>()

    private val journal get() = checkNotNull(open) { "no journal yet" }

    override fun close() {
        open?.shut()
    }

    fun step(step: Fields) {
        step.maybe("at", ::moment)?.let { hand.time = it }
        val name = step.text("do")
        val case = step.maybeText("fails") ?: return call(name, step).also { step.done() }
        val thrown = runCatching { call(name, step) }.exceptionOrNull()
        val failure = thrown as? JournalException ?: throw thrown ?: IllegalStateException("it did not fail")
        same("fails", case, failure.javaClass.simpleName)
        assertSaysSomething(failure)
        failed(failure, step)
    }

    /** What the case holds. What would have come of the call is not looked at. */
    private fun failed(failure: JournalException, step: Fields) {
        step.told("field", ::text, (failure as? JournalException.Invalid)?.field)
        step.told("fewest", ::count, (failure as? JournalException.Passphrase)?.fewest?.toULong())
        step.told("found", ::count, (failure as? JournalException.OlderCopy)?.found)
        step.told("known", ::count, (failure as? JournalException.OlderCopy)?.known)
        val fault = when (failure) {
            is JournalException.Backup -> failure.fault.code()
            is JournalException.DeviceKey -> failure.fault.code()
            else -> null
        }
        step.told("fault", ::text, fault)
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
            "amend" -> prompt(journal.amend(entries.known(step.text("of")), step.get("entry", ::entry)).prompt, step, "prompt")
            "withdraw" -> journal.withdraw(entries.known(step.text("of")))
            "keep_draft" -> journal.keepDraft(step.maybe("entry", ::entry))
            "draft" -> journal.draft().let { same("entry", step.maybe("entry", ::entry), it) }
            "today" -> today(step)
            "resolve" -> resolve(step)
            "silence" -> prompt(journal.noticeSilence(), step, "prompt")
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
            "copy" -> copy(path(step, "from"), path(step, "to"))
            "erase" -> path(step, "dir").also { check(it.exists()) }.deleteRecursively()
            "fill" -> fill(path(step, "file"))
            else -> error("no such step: '$name'")
        }
    }

    private fun Map<String, String>.known(name: String) = checkNotNull(this[name]) { "nothing is called '$name'" }

    private fun path(step: Fields, name: String): Path = folder.resolve(step.text(name))

    private fun vaultOf(name: String) = vaults.getOrPut(name, ::FakeVault)

    private fun answers(json: JsonElement): () -> Unit = when (val told = text(json)) {
        "ok" -> ({})
        "locked" -> ({ throw KeyVaultException.Locked() })
        "cancelled" -> ({ throw KeyVaultException.Cancelled() })
        "invalidated" -> ({ throw KeyVaultException.Invalidated() })
        "not-found" -> ({ throw KeyVaultException.NotFound() })
        "failed" -> ({ throw KeyVaultException.Failed() })
        else -> error("no such answer: '$told'")
    }

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
        if (result.isFailure) check(before.asStrings() == files(dir).asStrings()) { "the files of $dir are others" }
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
        prompt(recorded.prompt, step, "prompt")
    }

    /** That a prompt is as told; without any word of it there is none. */
    private fun prompt(found: OpenPrompt?, step: Fields, field: String) {
        val told = step.maybe(field) { it }
        if (told == null) {
            check(found == null) { "a prompt that is not told: ${found?.prompt}" }
        } else {
            prompt(checkNotNull(found) { "no prompt, and not $told" }, told)
        }
    }

    private fun prompt(open: OpenPrompt, json: JsonElement) = whole(json) {
        maybeText("as")?.let { same(it, prompts.getOrPut(it) { open.id }, open.id) }
        val findings = open.prompt.findings
        told("level", ::text, open.prompt.level.code())
        told("at_once", ::flag, open.prompt.atOnce)
        told("items", ::texts, findings.flatMap { it.items }.distinct())
        told("rules", ::texts, findings.map { it.rule })
        told("call", ::text, called(open.call))
        told("due", ::moment, open.due)
        told("overdue", ::flag, open.overdue)
        told("outcomes", ::texts, open.outcomes.map { it.kind.code() })
    }

    private fun called(call: Call) = when (call) {
        is Call.Contact -> "contact:${call.contact.name}"
        is Call.OutOfHours -> "out-of-hours:${call.contact.name}"
        Call.Emergency -> "emergency"
        Call.Team -> "team"
    }

    private fun today(step: Fields) {
        val today = journal.today()
        val yesterday = today.asked.mapNotNull { one -> one.yesterday?.let { one.item to it } }.toMap()
        step.told("asked", ::texts, today.asked.map { it.item })
        step.told("yesterday", { pairs(it, ::answer) }, yesterday)
        step.told("ask_temperature", ::flag, today.askTemperature)
        step.told("missed", { list(it, ::day) }, today.missed)
        step.told("treatment_day", ::int, today.treatmentDay)
        step.told("days", ::count, today.days.toULong())
        step.told("days_answered", ::count, today.daysAnswered.toULong())
        step.told("entries", ::int, today.entries.size)
        val told = step.maybe("open") { list(it) { one -> one } } ?: return
        same("how many wait", told.size, today.open.size)
        today.open.zip(told).forEach { (open, json) -> prompt(open, json) }
    }

    private fun resolve(step: Fields) {
        val kind = step.get("outcome") { member<OutcomeKind>(it) }
        val open = journal.resolve(prompts.known(step.text("prompt")), kind, step.maybeText("contact"), step.maybeText("advice"))
        prompt(open, step, "open")
    }

    private fun say(step: Fields) {
        val said = journal.say(prompts.known(step.text("prompt")), step.get("lang", ::lang))
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
        val bytes = ByteArrayInputStream(anyBytes(step.get("bytes", ::int)))
        val (day, name) = step.day("day") to step.text("name")
        val failure = streamFailure(step)
        val source = object : ByteSource {
            override fun read(atMost: UInt): ByteArray {
                val next = bytes.readNBytes(atMost.toInt())
                if (next.isEmpty()) failure?.let { throw it }
                return next
            }
        }
        journal.attach(day, name, source)
    }

    private fun anyBytes(length: Int) = ByteArray(length) { (it % 251).toByte() }

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
        step.told("parts", ::texts, preview.sections.map { it.part.code() })
        holds(step, said(preview))
    }

    private fun said(preview: Preview): List<String> {
        fun both(lines: List<Line>) = lines.flatMap { listOf(it.label, it.text) }
        fun said(block: Block): List<String> = when (block) {
            is Block.Text -> listOf(block.text)
            is Block.Remark -> listOf(block.text)
            is Block.Groups -> block.groups.flatMap { listOf(it.title, it.none) + both(it.lines) }
            is Block.OwnWords -> listOf(block.quotes.title) + both(block.quotes.quotes)
            is Block.Lines -> both(block.lines)
            is Block.Table -> block.columns.map { it.title } + block.rows.flatten().map { it.text }
            is Block.Body -> emptyList()
        }
        val head = preview.run { listOfNotNull(title, person, period, treatment, complete, leftOut) + completeDetails }
        return head + preview.sections.flatMap { section -> listOf(section.title) + section.blocks.flatMap(::said) }
    }

    private fun holds(step: Fields, said: List<String>) {
        for (part in step.maybe("has", ::texts).orEmpty()) check(said.any { part in it }) { "'$part' is not in it" }
        for (part in step.maybe("has_not", ::texts).orEmpty()) check(said.none { part in it }) { "'$part' is in it" }
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
        val file = bytes.toString(Charsets.UTF_8)
        step.maybeText("starts_with")?.let { check(file.startsWith(it)) { "it starts with '${file.take(it.length)}'" } }
        step.told("lines", ::int, file.count { it == '\n' })
        holds(step, listOf(file))
    }

    private fun verify(step: Fields) {
        val found = journal.verify()
        step.told("entries", ::count, found.entries)
        step.told("prompts", ::count, found.prompts)
        step.told("attachments", ::count, found.attachments)
        step.told("anchored", ::flag, found.anchored)
    }

    private fun streamFailure(step: Fields): StreamException? = when (val stream = step.maybeText("stream")) {
        null -> null
        "full" -> StreamException.DiskFull()
        "broken" -> StreamException.Failed()
        else -> error("no such stream: '$stream'")
    }

    private fun sink(step: Fields, bytes: ByteArrayOutputStream): ByteSink = streamFailure(step)?.let(::Refusing) ?: bytes.asSink()

    private fun files(dir: Path): Map<String, ByteArray> =
        if (dir.exists()) dir.listDirectoryEntries().associate { it.name to it.readBytes() } else emptyMap()

    private fun Map<String, ByteArray>.asStrings() = mapValues { (_, bytes) -> String(bytes, Charsets.ISO_8859_1) }

    private fun copy(from: Path, to: Path) {
        to.deleteRecursively()
        to.createDirectories()
        from.listDirectoryEntries().forEach { it.copyTo(to.resolve(it.name)) }
    }

    /** Writes until there is no room for one byte more. */
    private fun fill(file: Path) {
        file.outputStream().use { out ->
            var zeros = ByteArray(64 * 1024)
            while (zeros.isNotEmpty()) {
                try {
                    out.write(zeros)
                } catch (_: IOException) {
                    zeros = ByteArray(zeros.size / 2)
                }
            }
        }
        check(Files.getFileStore(file).usableSpace == 0L) { "there is room left" }
    }
}
