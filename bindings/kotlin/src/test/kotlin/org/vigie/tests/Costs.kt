// What calls from Kotlin take: the program that `cargo xtask bench bindings` asks, a line `WORK TIMES` for each measurement.
package org.vigie.tests

import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.Format
import org.vigie.Journal
import org.vigie.JournalClock
import org.vigie.Lang
import org.vigie.Unlock
import org.vigie.asSink
import java.io.ByteArrayOutputStream
import java.time.OffsetDateTime

private const val DAYS: UShort = 3650u

private val ITEMS =
    listOf("fatigue", "pain", "nausea", "appetite", "sleep", "cough", "worry", "dizziness", "rash", "pain:lower-back")

private class Costs(private val dir: String, private val passphrase: String, private val now: OffsetDateTime) {
    private val clock = object : JournalClock {
        override fun now(): OffsetDateTime = now
    }
    private var journal = open()

    private fun open(): Journal = Journal.open(dir, Unlock.Passphrase(passphrase), clock = clock)

    private fun entry(): DailyEntry {
        val day = now.toLocalDate().minusDays(1)
        val answers = ITEMS.withIndex().associate { (n, item) ->
            item to Answer.Rated(((day.toEpochDay() + n) % 4).toInt())
        }
        return DailyEntry(day, answers = answers)
    }

    private fun once(work: String) {
        when (work) {
            "call" -> journal.isAnchored()

            "record" -> journal.record(entry())

            "open" -> {
                journal.lock()
                journal.close()
                journal = open()
            }

            "series" -> journal.series("fatigue", DAYS)

            "report" -> journal.export(journal.usualChoice(Lang.FR), Format.PDF, ByteArrayOutputStream().asSink())

            else -> error("no work '$work'")
        }
    }

    fun seconds(work: String, times: Int): Double {
        val start = System.nanoTime()
        repeat(times) { once(work) }
        return (System.nanoTime() - start) / 1e9 / times
    }
}

fun main(args: Array<String>) {
    val costs = Costs(args[0], args[1], OffsetDateTime.parse(args[2]))
    generateSequence(::readLine).forEach { line ->
        val (work, times) = line.split(' ')
        println(costs.seconds(work, times.toInt()))
    }
}
