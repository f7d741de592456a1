// Somebody who touches, types, drags and turns without looking: nothing may break, and what was noted before is there afterwards.
package org.vigie.ui

import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.click
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.swipe
import androidx.compose.ui.text.AnnotatedString
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.AttachmentId
import org.vigie.ui.lock.With
import org.vigie.ui.settings.SettingsText
import java.util.Random

class MonkeyTest {
    @Test
    fun what_is_there_every_day() = among(Place.TRENDS, Place.TIMELINE)

    @Test
    fun what_is_around_the_treatment() = among(Place.TREATMENT, Place.RESULTS, Place.APPOINTMENTS)

    @Test
    fun what_is_looked_up_and_shared() = among(Place.SUPPORT, Place.TRIALS, Place.CONSULTATION)

    @Test
    fun the_settings() = among(Place.SETTINGS)

    /** It is put back among these whenever it has got back to the first screen. */
    private fun among(vararg places: Place) {
        val thrown = mutableListOf<Throwable>()
        val before = Thread.getDefaultUncaughtExceptionHandler()
        Thread.setDefaultUncaughtExceptionHandler { _, one -> synchronized(thrown) { thrown += one } }
        try {
            val phone = TestPhone()
            onOpen(phone, with = { lived() }, turnable = true) {
                val records = (app().journal ?: error("it is not open")).verify().records
                Monkey(this, places.toList(), Random(SEED)).plays(EVENTS)
                assertNull("something broke: ${thrown.firstOrNull()?.stackTraceToString()}", thrown.firstOrNull())
                if (app().screen !is Screen.Locked) whereItIsDrawn { app().lock() }
                until("it is locked") { app().screen is Screen.Locked }
                val now = phone.reading { verify() }
                assertEquals("nothing is damaged", emptyList<AttachmentId>(), now.incomplete)
                // An entry may have been taken back, which is one more: what was once recorded stays.
                assertTrue("of $records records ${now.records} are there", now.records >= records)
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before)
        }
    }

    private companion object {
        const val SEED = 20261123L

        /** As many as the screens have to stand, a set. */
        const val EVENTS = 2_000
    }
}

/** What somebody types who does not look. */
private val TYPED = listOf(
    "", " ", "38,4", "384", "-1", "0", "99:99", "31/02/2026", "2026-11-23", "🦀🙂‍↕️", "مرحبا", "\u202Eenvers", "e\u0301\u0323\u0308",
    "a".repeat(
        3_000,
    ),
    "\n\n", "'; DROP TABLE", "½ ou ⅓", "ﬀ", "\uFEFF",
)

/** One that cannot be stopped but by the number of its events. */
@OptIn(ExperimentalTestApi::class)
private class Monkey(private val person: Person, private val places: List<Place>, private val dice: Random) {
    private val test: ComposeUiTest = person.test

    /** What it must not touch, in the language of now: there would be no journal to look at afterwards, another one, or no way into it. */
    private val forbidden: List<String>
        get() = listOf(SettingsText.SETTINGS_ERASE_NOW, SettingsText.SETTINGS_KEY_REMOVE, SettingsText.SETTINGS_JOURNALS_BEGIN)
            .map { person.said(it) }

    private fun isForbidden(node: SemanticsNode) = forbidden.any { it in node.name() }

    private val done = ArrayDeque<String>()

    fun plays(events: Int) = repeat(events) { number ->
        try {
            done += once()
            if (done.size > REMEMBERED) done.removeFirst()
            test.waitForIdle()
        } catch (broken: Throwable) {
            throw AssertionError("event $number: $broken; the last were: ${done.joinToString(" · ")}; there is: ${person.shown()}", broken)
        }
    }

    private fun once(): String {
        val app = person.app()
        return when (app.screen) {
            is Screen.Today -> if (dice.nextInt(4) > 0) sent(app) else played()
            is Screen.Locked -> opened()
            is Screen.Restore, is Screen.First, Screen.Starting -> stepped("leaves")
            else -> played()
        }
    }

    /** Where the next things are tried. */
    private fun sent(app: App): String {
        val place = places[dice.nextInt(places.size)]
        person.whereItIsDrawn { app.go(Go.To(place)) }
        return "to $place"
    }

    /** What was begun before may still be on its way: it is tried until it opens. */
    private fun opened(): String {
        person.until("it opens") {
            val model = (person.app().screen as? Screen.Locked)?.model
            if (model != null && !model.busy) {
                person.whereItIsDrawn {
                    model.choose(With.PASSPHRASE)
                    model.type(PASSPHRASE)
                    model.open()
                }
            }
            model == null
        }
        return "opens"
    }

    private fun played(): String = when (dice.nextInt(40)) {
        in 0..22 -> touches()
        in 23..28 -> types()
        in 29..31 -> drags()
        in 32..34 -> pokes()
        in 35..36 -> stepped("back")
        37 -> "turns".also { person.turns() }
        38 -> "chooses no file".also {
            person.phone.picked =
                if (dice.nextBoolean()) null else ByteArray(dice.nextInt(2_000)) { dice.nextInt().toByte() }
        }
        else -> locked()
    }

    private fun locked(): String {
        if (dice.nextInt(8) > 0) return "does not lock"
        person.whereItIsDrawn { person.app().lock() }
        person.until("it is locked") { person.app().screen is Screen.Locked }
        return "locks"
    }

    private fun stepped(name: String): String {
        person.whereItIsDrawn { if (!person.app().stepBack()) person.app().back() }
        return name
    }

    private fun all(matcher: SemanticsMatcher): List<SemanticsNode> = test.onAllNodes(matcher).fetchSemanticsNodes()

    private fun SemanticsNode.name() = (
        config.getOrNull(SemanticsProperties.ContentDescription).orEmpty() +
            config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }
        ).joinToString()

    private fun touches(): String {
        val nodes = all(SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick)).filterNot(::isForbidden)
        val node = nodes.randomOrNull() ?: return "nothing to touch"
        person.whereItIsDrawn { node.config.getOrNull(SemanticsActions.OnClick)?.action?.invoke() }
        return "touches ${node.name()}"
    }

    private fun types(): String {
        val node = all(SemanticsMatcher.keyIsDefined(SemanticsActions.SetText)).randomOrNull() ?: return touches()
        val text = TYPED[dice.nextInt(TYPED.size)]
        person.whereItIsDrawn { node.config.getOrNull(SemanticsActions.SetText)?.action?.invoke(AnnotatedString(text)) }
        return "types ${text.take(12)} into ${node.name()}"
    }

    private fun <T> List<T>.randomOrNull(): T? = if (isEmpty()) null else this[dice.nextInt(size)]

    private fun anywhere(width: Int, height: Int) = Offset(dice.nextFloat() * (width - 1), dice.nextFloat() * (height - 1))

    private fun pokes(): String {
        if (all(SemanticsMatcher("forbidden", ::isForbidden)).isNotEmpty()) return "pokes nothing"
        test.onRoot().performTouchInput { click(anywhere(width, height)) }
        return "pokes"
    }

    private fun drags(): String {
        if (all(SemanticsMatcher("forbidden", ::isForbidden)).isNotEmpty()) return "drags nothing"
        test.onRoot().performTouchInput { swipe(anywhere(width, height), anywhere(width, height), DRAG) }
        return "drags"
    }

    private companion object {
        const val REMEMBERED = 12
        const val DRAG = 60L
    }
}
