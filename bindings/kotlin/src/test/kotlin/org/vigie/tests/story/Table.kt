// The table of stories (tests/stories) as values of the bindings: nothing in a step is passed over unread. The app's tests read it here too.
package org.vigie.tests.story

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.long
import org.vigie.Alarm
import org.vigie.Answer
import org.vigie.Appointment
import org.vigie.CareContact
import org.vigie.CareEvent
import org.vigie.Cell
import org.vigie.DailyEntry
import org.vigie.ImagingStudy
import org.vigie.Intake
import org.vigie.LabResult
import org.vigie.Lang
import org.vigie.Medicine
import org.vigie.Named
import org.vigie.PainDetail
import org.vigie.Painkiller
import org.vigie.Profile
import org.vigie.Question
import org.vigie.QuestionAnswer
import org.vigie.TreatmentLine
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import kotlin.io.path.readText

/** A story of the table, with what its folder has to be. */
class StoryTold(val name: String, private val needs: String?, val steps: List<JsonObject>) {
    /** The disk that its folder lies on, and null for any; [none] says that the one it needs is not there. */
    fun disk(none: (String) -> Nothing): Path? = when (needs) {
        null -> null
        "small-disk" -> Path.of(System.getenv("VIGIE_SMALL_DISK") ?: none("skipped: VIGIE_SMALL_DISK names no small disk"))
        else -> error("not known here: needs '$needs'")
    }

    override fun toString() = name
}

/** All of them, in the order of the table. */
fun stories(): List<StoryTold> {
    val table = Path.of(System.getProperty("vigie.root"), "tests/stories/stories.json")
    return list(Json.parseToJsonElement(table.readText())) { story ->
        whole(story) { StoryTold(text("name"), maybeText("needs"), get("steps") { list(it) { step -> step as JsonObject } }) }
    }
}

/** The fields of a step, or of a value in it. Each has to be read: a slip of the pen in the table is an error. */
class Fields(private val json: JsonObject) {
    private val read = mutableSetOf<String>()

    /** A field that may be left out. */
    fun <T : Any> maybe(name: String, read: (JsonElement) -> T): T? {
        this.read += name
        return json[name]?.takeUnless { it is JsonNull }?.let(read)
    }

    fun <T : Any> get(name: String, read: (JsonElement) -> T): T = checkNotNull(maybe(name, read)) { "'$name' is missing in $json" }

    fun has(name: String) = name in json

    fun text(name: String) = get(name, ::text)

    fun maybeText(name: String) = maybe(name, ::text)

    fun flag(name: String) = maybe(name, ::flag) ?: false

    fun day(name: String) = get(name, ::day)

    /** Runs the check when the table says what is expected. */
    fun <T : Any> told(name: String, read: (JsonElement) -> T, found: T?) {
        if (has(name)) same(name, maybe(name, read), found)
    }

    fun done() {
        val unread = json.keys - read
        check(unread.isEmpty()) { "not known here: $unread" }
    }

    override fun toString() = json.toString()
}

fun same(what: String, told: Any?, found: Any?) = check(told == found) { "$what: $found, and not $told" }

fun text(json: JsonElement): String = (json as JsonPrimitive).also { check(it.isString) { "no text: $it" } }.content

fun flag(json: JsonElement) = (json as JsonPrimitive).boolean

fun int(json: JsonElement) = (json as JsonPrimitive).int

fun number(json: JsonElement) = (json as JsonPrimitive).double

fun count(json: JsonElement) = (json as JsonPrimitive).long.toULong()

fun day(json: JsonElement): LocalDate = LocalDate.parse(text(json))

fun moment(json: JsonElement): OffsetDateTime = OffsetDateTime.parse(text(json))

fun minute(json: JsonElement) = int(json).toUShort()

fun <T> list(json: JsonElement, read: (JsonElement) -> T): List<T> = (json as JsonArray).map(read)

fun texts(json: JsonElement) = list(json, ::text)

fun <T> pairs(json: JsonElement, read: (JsonElement) -> T): Map<String, T> = (json as JsonObject).mapValues { read(it.value) }

/** An object, every field of which is read. */
fun <T> whole(json: JsonElement, read: Fields.() -> T): T = Fields(json as JsonObject).run { read().also { done() } }

/** `TOO_UNWELL` as `too-unwell`. */
fun Enum<*>.code() = name.lowercase().replace('_', '-')

inline fun <reified E : Enum<E>> member(json: JsonElement): E {
    val code = text(json)
    return checkNotNull(enumValues<E>().find { it.code() == code }) { "no such: '$code'" }
}

fun lang(json: JsonElement): Lang = member(json)

fun answer(json: JsonElement): Answer = when ((json as JsonPrimitive).content) {
    "skipped" -> Answer.Skipped
    "too-unwell" -> Answer.TooUnwell
    else -> Answer.Rated(int(json))
}

fun cell(json: JsonElement): Cell = when ((json as JsonPrimitive).content) {
    "skipped" -> Cell.Skipped
    "too-unwell" -> Cell.TooUnwell
    "not-asked" -> Cell.NotAsked
    "no-entry" -> Cell.NoEntry
    else -> Cell.Rated(int(json))
}

fun entry(json: JsonElement): DailyEntry = whole(json) {
    DailyEntry(
        day = day("day"),
        answers = maybe("answers") { pairs(it, ::answer) }.orEmpty(),
        state = maybe("state", ::int),
        tooUnwell = flag("too_unwell"),
        temperature = maybe("temperature", ::number),
        weight = maybe("weight", ::number),
        ticks = maybe("ticks") { list(it) { tick -> member<Alarm>(tick) } }.orEmpty().toSet(),
        pains = maybe("pains") { pairs(it, ::pain) }.orEmpty(),
        sameAsBefore = maybe("same_as_before", ::texts).orEmpty().toSet(),
        administration = maybe("administration") { whole(it) { Named(maybeText("name")) } },
        painkillers = maybe("painkillers") { list(it, ::painkiller) }.orEmpty(),
        note = maybeText("note"),
        question = maybeText("question"),
        caregiver = maybeText("caregiver"),
    )
}

private fun pain(json: JsonElement) = whole(json) { PainDetail(maybe("quality") { member(it) }, flag("wakes_at_night")) }

private fun painkiller(json: JsonElement) = whole(json) { Painkiller(text("name"), maybe("helped", ::flag)) }

fun Fields.profile() = Profile(
    name = maybeText("name"),
    list = get("list", ::texts),
    treatments = maybe("treatments") { list(it, ::treatment) }.orEmpty(),
    contacts = maybe("contacts") { list(it, ::contact) }.orEmpty(),
)

private fun treatment(json: JsonElement) = whole(json) {
    TreatmentLine(
        kind = get("kind") { member(it) },
        regimen = maybeText("regimen"),
        cycleDays = maybe("cycle_days", ::int)?.toUByte(),
        started = maybe("started", ::day),
    )
}

private fun contact(json: JsonElement) = whole(json) {
    CareContact(get("role") { member(it) }, text("name"), text("phone"), maybeText("hours"), maybeText("out_of_hours"))
}

fun event(json: JsonElement): CareEvent = whole(json) {
    maybe("question") { CareEvent.Question(question(it)) }
        ?: maybe("appointment") { CareEvent.Appointment(appointment(it)) }
        ?: maybe("lab") { CareEvent.Lab(lab(it)) }
        ?: maybe("imaging") { CareEvent.Imaging(imaging(it)) }
        ?: maybe("medicine") { CareEvent.Medicine(medicine(it)) }
        ?: get("intake") { CareEvent.Intake(intake(it)) }
}

private fun question(json: JsonElement) = whole(json) {
    Question(day("day"), text("text"), maybe("answer") { whole(it) { QuestionAnswer(day("day"), text("text")) } })
}

private fun appointment(json: JsonElement) = whole(json) {
    Appointment(
        day = day("day"),
        minute = maybe("minute", ::minute),
        kind = get("kind") { member(it) },
        withWhom = maybeText("with"),
        decision = maybeText("decision"),
    )
}

private fun lab(json: JsonElement) =
    whole(json) { LabResult(day("day"), text("name"), text("value"), maybeText("unit"), maybeText("range")) }

private fun imaging(json: JsonElement) = whole(json) {
    ImagingStudy(day("day"), get("kind") { member(it) }, conclusion = get("conclusion") { member(it) }, told = maybeText("told"))
}

private fun medicine(json: JsonElement) = whole(json) {
    Medicine(day("day"), text("name"), get("kind") { member(it) }, maybeText("dose"), text("schedule"), maybe("until", ::day))
}

private fun intake(json: JsonElement) = whole(json) {
    Intake(day("day"), text("medicine"), maybe("minute", ::minute), get("status") { member(it) }, maybeText("reason"))
}
