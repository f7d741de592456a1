// What the table of stories expects, compared with what the journal gave.
package org.vigie.tests.story

import kotlinx.serialization.json.JsonElement
import org.vigie.Block
import org.vigie.Call
import org.vigie.JournalException
import org.vigie.Line
import org.vigie.OpenPrompt
import org.vigie.Preview
import org.vigie.TodayView

/** That the failure is the case that is told, and holds what is told of it. What would have come of the call is not looked at. */
fun failedAsTold(failure: JournalException, step: Fields) {
    same("fails", step.text("fails"), failure.javaClass.simpleName)
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

/** The prompts of a story, by the names that it gives them. */
class Prompts {
    private val ids = mutableMapOf<String, String>()

    operator fun get(name: String): String = checkNotNull(ids[name]) { "nothing is called '$name'" }

    /** That a prompt is as a field tells; without any word of it there is none. */
    fun areTold(found: OpenPrompt?, step: Fields, field: String) {
        val told = step.maybe(field) { it }
        if (told == null) {
            check(found == null) { "a prompt that is not told: ${found?.prompt}" }
        } else {
            isTold(checkNotNull(found) { "no prompt, and not $told" }, told)
        }
    }

    /** That it is as told. */
    fun isTold(open: OpenPrompt, json: JsonElement) = whole(json) {
        maybeText("as")?.let { same(it, ids.getOrPut(it) { open.id }, open.id) }
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

    /** That today is as told. */
    fun todayIsTold(today: TodayView, step: Fields) {
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
        today.open.zip(told).forEach { (open, json) -> isTold(open, json) }
    }
}

private fun called(call: Call) = when (call) {
    is Call.Contact -> "contact:${call.contact.name}"
    is Call.OutOfHours -> "out-of-hours:${call.contact.name}"
    Call.Emergency -> "emergency"
    Call.Team -> "team"
}

/** Every text of the head of a preview. */
fun saidFirst(preview: Preview): List<String> =
    preview.run { listOfNotNull(title, person, period, treatment, complete, leftOut) + completeDetails }

/** Every text of the blocks of a section. */
fun said(blocks: List<Block>): List<String> {
    fun both(lines: List<Line>) = lines.flatMap { listOf(it.label, it.text) }
    return blocks.flatMap { block ->
        when (block) {
            is Block.Text -> listOf(block.text)
            is Block.Remark -> listOf(block.text)
            is Block.Groups -> block.groups.flatMap { listOf(it.title, it.none) + both(it.lines) }
            is Block.OwnWords -> listOf(block.quotes.title) + both(block.quotes.quotes)
            is Block.Lines -> both(block.lines)
            is Block.Table -> block.columns.map { it.title } + block.rows.flatten().map { it.text }
            is Block.Body -> emptyList()
        }
    }
}

/** Every text of a preview. */
fun said(preview: Preview): List<String> = saidFirst(preview) + preview.sections.flatMap { listOf(it.title) + said(it.blocks) }

/** That the texts have what is told and have not what is not to be there. */
fun holds(step: Fields, said: List<String>) {
    for (part in step.maybe("has", ::texts).orEmpty()) check(said.any { part in it }) { "'$part' is not in it" }
    for (part in step.maybe("has_not", ::texts).orEmpty()) check(said.none { part in it }) { "'$part' is in it" }
}

/** That a file is as told. */
fun fileIsTold(step: Fields, bytes: ByteArray) {
    val file = bytes.toString(Charsets.UTF_8)
    step.maybeText("starts_with")?.let { check(file.startsWith(it)) { "it starts with '${file.take(it.length)}'" } }
    step.told("lines", ::int, file.count { it == '\n' })
    holds(step, listOf(file))
}
