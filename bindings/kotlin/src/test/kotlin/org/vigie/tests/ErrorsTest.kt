// Each failure is a type of its own, holds what an app needs, and says a sentence in French and in English.
package org.vigie.tests

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.vigie.Answer
import org.vigie.AppointmentKind
import org.vigie.BackupFault
import org.vigie.ByteSource
import org.vigie.DailyEntry
import org.vigie.DeviceKeyFault
import org.vigie.Journal
import org.vigie.JournalException
import org.vigie.KeyVaultException
import org.vigie.Lang
import org.vigie.NewKey
import org.vigie.OutcomeKind
import org.vigie.ReplayOptions
import org.vigie.StreamException
import org.vigie.TrialShortlist
import org.vigie.Unlock
import org.vigie.asSink
import org.vigie.asSource
import org.vigie.checkBackup
import org.vigie.makeRecoveryCode
import org.vigie.readTemperature
import org.vigie.readWeight
import org.vigie.replay
import org.vigie.tests.story.FakeVault
import org.vigie.tests.story.Refusing
import org.vigie.use
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.lang.reflect.Modifier
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import java.time.OffsetDateTime
import java.time.ZoneOffset
import kotlin.io.path.readBytes
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

class ErrorsTest {
    @TempDir
    lateinit var root: Path
    private val hand = Hand()
    private val nothing = ByteArray(0).asSource()

    private fun ByteArray.asSource() = ByteArrayInputStream(this).asSource()

    private fun table(vararg rows: String) = ("patient,date,item,value\n" + rows.joinToString("\n")).toByteArray().asSource()

    private fun Journal.backedUp() = ByteArrayOutputStream().also { backup(it.asSink(), PASSPHRASE) }.toByteArray()

    private fun options(sorted: Boolean = false, rules: String? = null) = ReplayOptions(sorted = sorted, rules = rules)

    /** How each case is brought about. */
    private val ways: Map<Class<out JournalException>, (Path) -> Unit> = mapOf(
        case<JournalException.WrongKey> { dir ->
            create(dir).use {}
            Journal.open(dir.toString(), Unlock.Passphrase("une autre phrase"))
        },
        case<JournalException.Passphrase> { Journal.create(it.toString(), newPassphrase("court")) },
        case<JournalException.NotFound> { open(it) },
        case<JournalException.AlreadyThere> { dir ->
            create(dir).use {}
            create(dir)
        },
        case<JournalException.InUse> { dir -> create(dir).use { open(dir) } },
        case<JournalException.Locked> { dir ->
            create(dir).use { journal ->
                journal.lock()
                journal.today()
            }
        },
        case<JournalException.Damaged> { dir ->
            create(dir).use {}
            dir.resolve(FILE).writeText("no journal at all")
            open(dir)
        },
        case<JournalException.Tampered> { dir ->
            val anchor = MemoryAnchor()
            create(dir, hand, anchor).use {}
            val file = dir.resolve(FILE)
            val before = file.readBytes()
            open(dir, hand).use { it.record(DailyEntry(hand.day, mapOf("fatigue" to Answer.Rated(9)))) }
            val other = file.readBytes()
            file.writeBytes(before)
            open(dir, hand, anchor).use { it.record(DailyEntry(hand.day, mapOf("fatigue" to Answer.Rated(1)))) }
            file.writeBytes(other)
            open(dir, hand, anchor)
        },
        case<JournalException.OlderCopy> { dir ->
            val anchor = MemoryAnchor()
            create(dir, hand, anchor).use {}
            val before = dir.resolve(FILE).readBytes()
            open(dir, hand, anchor).use { it.record(feverish(hand.day)) }
            dir.resolve(FILE).writeBytes(before)
            open(dir, hand, anchor)
        },
        case<JournalException.DeviceKey> { dir ->
            create(dir).use { it.addKey(byPassphrase, NewKey.Device(FakeVault())) }
            Journal.open(dir.toString(), Unlock.Device(FakeVault(key = 1)))
        },
        case<JournalException.LastKey> { dir ->
            create(dir).use { journal -> journal.keys().forEach { journal.removeKey(it.id) } }
        },
        case<JournalException.TooManyKeys> { dir ->
            create(dir).use { journal -> repeat(20) { journal.addKey(byPassphrase, NewKey.RecoveryCode(makeRecoveryCode())) } }
        },
        case<JournalException.OtherJournal> { dir ->
            val other = create(dir.resolve("a")).use { it.backedUp() }
            create(dir.resolve("b")).use { it.merge(other.asSource(), PASSPHRASE) }
        },
        case<JournalException.Backup> { checkBackup(nothing, PASSPHRASE) },
        case<JournalException.AttachmentTooLarge> { dir ->
            val endless = object : ByteSource {
                override fun read(atMost: UInt) = ByteArray(atMost.toInt())
            }
            create(dir, hand).use { it.attach(hand.day, "long.mp4", endless) }
        },
        case<JournalException.NewerVersion> { dir ->
            create(dir).use {}
            // What stands behind the name of the format is its version.
            val bytes = dir.resolve(FILE).readBytes()
            var at = -1
            val name = "VIGIEJNL".toByteArray()
            for (start in 0..bytes.size - name.size) {
                if (name.indices.all { bytes[start + it] == name[it] }) {
                    at = start + name.size
                    bytes[at + 1] = 0x7f
                }
            }
            assertTrue(at > 0)
            dir.resolve(FILE).writeBytes(bytes)
            open(dir)
        },
        case<JournalException.DiskFull> { dir ->
            create(dir).use { it.backup(Refusing(StreamException.DiskFull()), PASSPHRASE) }
        },
        case<JournalException.Invalid> { readTemperature("chaud") },
        case<JournalException.Table> { dir -> create(dir).use { it.importTable(table("ada,2026-11-19,fatigue,12")) } },
        case<JournalException.Calendar> { dir ->
            create(dir).use { it.importCalendar(nothing, AppointmentKind.CONSULTATION, Lang.FR) }
        },
        case<JournalException.SeveralPeople> { dir ->
            create(dir).use { it.importTable(table("ada,2026-11-19,fatigue,2", "bob,2026-11-19,fatigue,2")) }
        },
        case<JournalException.OtherPerson> { dir ->
            create(dir).use { journal ->
                journal.importTable(table("ada,2026-11-19,fatigue,2"))
                journal.importTable(table("bob,2026-11-19,fatigue,2"))
            }
        },
        case<JournalException.NobodyOfThatName> { dir ->
            create(dir).use { it.importTable(table("ada,2026-11-19,fatigue,2"), patient = "eve") }
        },
        case<JournalException.NotSorted> {
            val rows = table("bob,2026-11-19,fatigue,2", "ada,2026-11-19,fatigue,2")
            replay(rows, options(sorted = true), ByteArrayOutputStream().asSink())
        },
        case<JournalException.NoSuch> { dir -> create(dir).use { it.withdraw("0".repeat(32)) } },
        case<JournalException.Rules> {
            replay(table(), options(rules = "no rules"), ByteArrayOutputStream().asSink())
        },
        case<JournalException.Io> { dir ->
            create(dir).use { it.backup(Refusing(StreamException.Failed()), PASSPHRASE) }
        },
        case<JournalException.Bug> { dir ->
            create(dir).use { journal ->
                var inside: Throwable? = null
                val vault = FakeVault().apply { before = { inside = runCatching { journal.today() }.exceptionOrNull() } }
                journal.addKey(byPassphrase, NewKey.Device(vault))
                inside?.let { throw it }
            }
        },
        case<JournalException.Directory> { dir -> create(dir).use { it.keepDirectory("no directory".toByteArray()) } },
        case<JournalException.TrialProfile> { dir -> create(dir).use { it.keepTrialProfile("{}") } },
        case<JournalException.Registry> {
            TrialShortlist.read(PROFILE, listOf("no registry".toByteArray().asSource()))
        },
    )

    private inline fun <reified E : JournalException> case(noinline way: (Path) -> Unit) = E::class.java to way

    @TestFactory
    fun `brought about, each failure is its own type and says what to do in French and in English`(): List<DynamicTest> =
        ways.map { (type, way) ->
            dynamicTest(type.simpleName) {
                val dir = Files.createDirectory(root.resolve(type.simpleName))
                val thrown = assertThrows<JournalException> { way(dir) }
                assertEquals(type, thrown.javaClass, thrown.toString())
                assertSaysSomething(thrown)
            }
        }

    @Test
    fun `no failure is left out of these tests`() {
        val every = JournalException::class.java.declaredClasses
            .filter { JournalException::class.java.isAssignableFrom(it) && Modifier.isPublic(it.modifiers) }
        assertTrue(every.size > 25)
        assertEquals(every.map { it.simpleName }.toSet(), ways.keys.map { it.simpleName }.toSet())
    }

    @Test
    fun `a passphrase that is too short tells how long it has to be`() {
        assertEquals(8u, fails<JournalException.Passphrase> { Journal.create(root.toString(), newPassphrase("court")) }.fewest)
        assertNull(fails<JournalException.Passphrase> { Journal.create(root.toString(), newPassphrase("            ")) }.fewest)
    }

    @Test
    fun `what is refused names its field`() {
        create(root, hand).use { journal ->
            fun fieldOf(entry: DailyEntry) = fails<JournalException.Invalid> { journal.record(entry) }.field
            assertEquals("temperature", fieldOf(DailyEntry(hand.day, temperature = 101.0)))
            assertEquals("date", fieldOf(DailyEntry(hand.day.plusDays(1), tooUnwell = true)))
            assertEquals("entry", fieldOf(DailyEntry(hand.day)))
            assertEquals("weight", fails<JournalException.Invalid> { readWeight("-3") }.field)
            fails<JournalException.Invalid> { journal.record(DailyEntry(hand.day, mapOf("fatigue" to Answer.Rated(11)))) }
            fails<JournalException.Invalid> { journal.record(DailyEntry(hand.day, mapOf("no such item" to Answer.Skipped))) }
            assertEquals(emptyList<Any>(), journal.entries())
        }
    }

    @Test
    fun `what Java can hold and the core cannot is refused, and is no crash`() {
        create(root, hand).use { journal ->
            fails<JournalException.Invalid> { journal.record(DailyEntry(LocalDate.MAX, tooUnwell = true)) }
            fails<JournalException.Invalid> { journal.record(DailyEntry(hand.day, temperature = Double.NaN)) }
            fails<JournalException.Invalid> { journal.record(DailyEntry(hand.day, weight = Double.NEGATIVE_INFINITY)) }
            fails<JournalException.Invalid> { journal.record(DailyEntry(hand.day, note = " ")) }
            fails<JournalException.Invalid> { journal.record(DailyEntry(hand.day, note = "a".repeat(20_001))) }
            fails<JournalException.Invalid> { journal.whoAnswers(OffsetDateTime.MAX) }
            val toTheSecond = ZoneOffset.ofHoursMinutesSeconds(1, 2, 3)
            fails<JournalException.Invalid> { journal.whoAnswers(hand.time.withOffsetSameInstant(toTheSecond)) }
            assertEquals(emptyList<Any>(), journal.entries())
        }
    }

    @Test
    fun `a table tells its line, and whose rows it holds`() {
        create(root, hand).use { journal ->
            val bad = fails<JournalException.Table> { journal.importTable(table("ada,2026-11-19,fatigue,2", "ada,2026-11-19,pain,x")) }
            assertEquals(3uL, bad.line)
            val both = table("bob,2026-11-19,fatigue,2", "ada,2026-11-19,fatigue,2")
            assertEquals(listOf("ada", "bob"), fails<JournalException.SeveralPeople> { journal.importTable(both) }.ids)
        }
    }

    @Test
    fun `a backup that does not read tells why`() {
        val backup = create(root, hand).use { journal ->
            journal.attach(hand.day, "rash.jpg", ByteArray(200_000).asSource())
            journal.backedUp()
        }
        fun faultOf(bytes: ByteArray, passphrase: String = PASSPHRASE) =
            fails<JournalException.Backup> { checkBackup(bytes.asSource(), passphrase) }.fault
        assertEquals(BackupFault.NOT_A_BACKUP, faultOf("hello".toByteArray()))
        assertEquals(BackupFault.WRONG_PASSPHRASE, faultOf(backup, "une autre phrase"))
        assertEquals(BackupFault.CUT_SHORT, faultOf(backup.copyOf(backup.size - 1)))
        assertEquals(BackupFault.DAMAGED, faultOf(backup.copyOf().also { it[it.size / 2]++ }))
    }

    @Test
    fun `each way in which a key store gives no key arrives as itself`() {
        val vault = FakeVault()
        create(root, hand).use { it.addKey(byPassphrase, NewKey.Device(vault)) }
        val faults = mapOf(
            KeyVaultException.NotFound() to DeviceKeyFault.NOT_FOUND,
            KeyVaultException.Invalidated() to DeviceKeyFault.INVALIDATED,
            KeyVaultException.Locked() to DeviceKeyFault.LOCKED,
            KeyVaultException.Cancelled() to DeviceKeyFault.CANCELLED,
            KeyVaultException.Failed() to DeviceKeyFault.FAILED,
        )
        for ((thrown, fault) in faults) {
            vault.before = { throw thrown }
            val error = fails<JournalException.DeviceKey> { Journal.open(root.toString(), Unlock.Device(vault)) }
            assertEquals(fault, error.fault)
        }
    }

    @Test
    fun `a prompt that is answered already is no such prompt`() {
        create(root, hand).use { journal ->
            val id = journal.record(feverish(hand.day)).prompt!!.id
            journal.resolve(id, OutcomeKind.ALREADY_KNOWN)
            fails<JournalException.NoSuch> { journal.say("f".repeat(32), Lang.FR) }
        }
    }

    @Test
    fun `a key that is printed tells no secret`() {
        val keys = listOf(
            Unlock.Passphrase(PASSPHRASE),
            Unlock.RecoveryCode(PASSPHRASE),
            NewKey.Passphrase(PASSPHRASE, null),
            NewKey.RecoveryCode(PASSPHRASE),
        )
        keys.forEach { assertFalse(PASSPHRASE in "$it", it::class.toString()) }
    }
}

/** The file of a journal in its folder. */
private const val FILE = "journal.vigie"

/** The least a profile for trials holds. */
private const val PROFILE = """{"conditions": ["sein"]}"""
