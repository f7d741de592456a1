// Keys that do not open, copies that are older, phones that are lost.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Test
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.Journal
import org.vigie.KeyVault
import org.vigie.KeyVaultException
import org.vigie.Unlock
import org.vigie.asSink
import org.vigie.shut
import org.vigie.use
import java.io.ByteArrayOutputStream
import java.nio.file.Files
import java.util.concurrent.CountDownLatch

/** A phone's key that does as it is told. */
private class ObedientVault : KeyVault {
    var refuses: KeyVaultException? = null

    override fun wrapSecret(secret: ByteArray) = turned(secret)

    /** Holds up whoever opens, until it is counted down. */
    @Volatile
    var asking: CountDownLatch? = null

    override fun unwrapSecret(wrapped: ByteArray): ByteArray {
        asking?.await()
        return turned(wrapped)
    }

    private fun turned(bytes: ByteArray): ByteArray {
        refuses?.let { throw it }
        return ByteArray(bytes.size) { (bytes[it].toInt() xor 0x5A).toByte() }
    }
}

class LockTest {
    @Test
    fun after_three_wrong_ones_the_recovery_code_is_offered_and_opens() {
        val phone = TestPhone()
        val code = journalOn(phone).use { it.takeRecoveryCode().orEmpty() }
        onScreen(phone) {
            types(Text.PASSPHRASE, "pas la bonne")
            repeat(3) {
                taps(Text.LOCK_OPEN)
                soonTold()
            }
            sees(Text.LOCK_TRY_RECOVERY_CODE)
            taps(Text.LOCK_USE_RECOVERY_CODE)
            types(Text.RECOVERY_CODE, code.replace("-", " ").lowercase())
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_CHECK_IN)
        }
    }

    @Test
    fun an_older_copy_is_told_and_opened_on_purpose() {
        val phone = TestPhone()
        journalOn(phone).use { it.record(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(3)))) }
        val aside = Files.createTempDirectory("aside").toFile()
        phone.home.folder.toFile().copyRecursively(aside, overwrite = true)
        phone.reading { record(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(6)))) }
        phone.home.folder.toFile().deleteRecursively()
        aside.copyRecursively(phone.home.folder.toFile())
        onScreen(phone) {
            types(Text.PASSPHRASE, PASSPHRASE)
            taps(Text.LOCK_OPEN)
            taps(Text.LOCK_OTHER_KEY)
            types(Text.PASSPHRASE, PASSPHRASE)
            taps(Text.LOCK_OPEN)
            sees(Text.LOCK_ACCEPT_OLDER)
            taps(Text.LOCK_ACCEPT_OLDER)
            sees(Text.TODAY_NOTED)
        }
    }

    @Test
    fun the_key_of_the_phone_opens_and_the_code_on_paper_does_when_it_is_lost() {
        val vault = ObedientVault()
        val phone = TestPhone(vault = vault)
        var code = ""
        onScreen(phone) {
            taps(Text.FIRST_BEGIN)
            taps(Text.FIRST_LOCK_DEVICE)
            sees(Text.FIRST_CODE_WHY)
            code = (app().screen as Screen.First).model.state.code
            app().lock()
            sees(Text.LOCK_OPEN)
        }
        onScreen(phone) {
            vault.refuses = KeyVaultException.Cancelled()
            taps(Text.LOCK_OPEN)
            soonTold()
            sees(Text.LOCK_WITH_DEVICE)
            vault.refuses = null
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_CHECK_IN)
            taps(Text.LOCK_NOW)
            sees(Text.LOCK_WITH_DEVICE)
            vault.refuses = KeyVaultException.Invalidated()
            taps(Text.LOCK_OPEN)
            soonTold()
            // No passphrase was ever chosen, so none is asked for.
            check(said(Text.LOCK_USE_PASSPHRASE) !in shown()) { shown() }
            types(Text.RECOVERY_CODE, code)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_CHECK_IN)
        }
    }

    @Test
    fun whoever_leaves_while_the_phone_asks_for_their_finger_finds_the_journal_locked() {
        val vault = ObedientVault()
        val phone = TestPhone(vault = vault)
        onScreen(phone) {
            taps(Text.FIRST_BEGIN)
            taps(Text.FIRST_LOCK_DEVICE)
            sees(Text.FIRST_CODE_WHY)
            app().lock()
            sees(Text.LOCK_WITH_DEVICE)
            val asking = CountDownLatch(1)
            vault.asking = asking
            taps(Text.LOCK_OPEN)
            sees(Text.WORKING)
            app().lock()
            vault.asking = null
            asking.countDown()
            soonIdle()
            sees(Text.LOCK_WITH_DEVICE)
            // It was let go: another program could have it now, and so can the person.
            until("it opens again") {
                val opened =
                    runCatching { Journal.open(phone.home.folder.toString(), Unlock.Device(vault), phone.home.anchor, phone.clock) }
                opened.onSuccess { it.shut() }.isSuccess
            }
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_CHECK_IN)
        }
    }

    @Test
    fun a_lost_phone_is_made_good_from_the_backup() {
        val lost = TestPhone()
        val backup = journalOn(lost).use { journal ->
            journal.record(DailyEntry(TODAY, mapOf("fatigue" to Answer.Rated(3))))
            ByteArrayOutputStream().also { journal.backup(it.asSink(), "la phrase de la sauvegarde") }.toByteArray()
        }
        onScreen(TestPhone()) {
            taps(Text.LOCK_RESTORE)
            types(Text.RESTORE_PASSPHRASE, "une autre phrase")
            types(Text.RESTORE_NEW_PASSPHRASE, PASSPHRASE)
            phone.picked = backup
            taps(Text.RESTORE_CHOOSE)
            soonTold()
            types(Text.RESTORE_PASSPHRASE, "la phrase de la sauvegarde")
            taps(Text.RESTORE_CHOOSE)
            sees(Text.RESTORE_DONE)
            taps(Text.FIRST_CODE_WRITTEN)
            sees(Text.TODAY_NOTED)
            // Nothing showed that it was written down as it stands there.
            sees(Text.TODAY_CODE_UNREAD)
            taps(Text.LOCK_NOW)
            sees(Text.LOCK_OPEN)
            val entries = phone.reading { entries() }
            assertEquals(listOf(TODAY), entries.map { it.entry.day })
        }
    }
}
