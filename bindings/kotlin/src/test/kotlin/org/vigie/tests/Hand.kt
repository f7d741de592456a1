// What the tests share: a clock set by hand, an anchor in memory, and journals that open fast.
package org.vigie.tests

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.assertThrows
import org.vigie.DailyEntry
import org.vigie.GuessCost
import org.vigie.Journal
import org.vigie.JournalAnchor
import org.vigie.JournalClock
import org.vigie.JournalException
import org.vigie.Lang
import org.vigie.NewKey
import org.vigie.Unlock
import org.vigie.sentence
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import java.util.concurrent.ConcurrentHashMap

/** A clock that is set by hand. */
class Hand(start: String = "2026-11-20T10:00:00+01:00") : JournalClock {
    @Volatile
    var time: OffsetDateTime = OffsetDateTime.parse(start)

    val day: LocalDate get() = time.toLocalDate()

    override fun now(): OffsetDateTime = time
}

/** An anchor in memory. */
class MemoryAnchor : JournalAnchor {
    private val marks = ConcurrentHashMap<String, ByteArray>()

    override fun load(copy: String): ByteArray? = marks[copy]

    override fun keep(copy: String, mark: ByteArray) {
        marks[copy] = mark
    }
}

const val PASSPHRASE = "quatre mots bien secrets"

val byPassphrase = Unlock.Passphrase(PASSPHRASE)

fun newPassphrase(passphrase: String = PASSPHRASE) = NewKey.Passphrase(passphrase, GuessCost.WEAK_FOR_TESTS)

fun create(dir: Path, clock: JournalClock? = null, anchor: JournalAnchor? = null): Journal =
    Journal.create(dir.toString(), newPassphrase(), anchor, clock)

fun open(dir: Path, clock: JournalClock? = null, anchor: JournalAnchor? = null): Journal =
    Journal.open(dir.toString(), byPassphrase, anchor, clock)

fun feverish(day: LocalDate) = DailyEntry(day, temperature = 38.4)

/** The call fails in this way, and both languages have a sentence for it. */
inline fun <reified E : JournalException> fails(noinline call: () -> Unit): E {
    val thrown = assertThrows<JournalException> { call() }
    assertTrue(thrown is E, "expected ${E::class.simpleName}, got $thrown")
    assertSaysSomething(thrown)
    return thrown as E
}

fun assertSaysSomething(thrown: JournalException) {
    val (fr, en) = listOf(Lang.FR, Lang.EN).map(thrown::sentence)
    assertTrue(fr.length > 10 && en.length > 10, "$thrown says '$fr' / '$en'")
    assertNotEquals(fr, en)
    assertEquals(emptyList<String>(), listOf("{", "}", "error-").filter { it in fr || it in en }, "$fr / $en")
}
