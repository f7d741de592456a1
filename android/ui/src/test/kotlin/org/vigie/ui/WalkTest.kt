// The first evening with the app, by someone who taps through it.
package org.vigie.ui

import org.junit.Assert.assertEquals
import org.junit.Test
import org.vigie.Lang
import org.vigie.ui.lock.CODE_UNREAD
import org.vigie.ui.reminders.REMINDER_MINUTE
import org.vigie.ui.settings.SettingsText

class WalkTest {
    @Test
    fun the_first_evening_from_the_first_screen_to_somebody_who_answered() = onScreen {
        picture("walk-first")
        taps(Text.FIRST_BEGIN)
        types(Text.PASSPHRASE, PASSPHRASE)
        types(Text.PASSPHRASE_AGAIN, "quatre mots bien")
        taps(Text.FIRST_LOCK_PASSPHRASE)
        sees(Text.PASSPHRASES_DIFFER)
        picture("walk-lock")
        types(Text.PASSPHRASE_AGAIN, PASSPHRASE)
        taps(Text.FIRST_LOCK_PASSPHRASE)
        sees(Text.FIRST_CODE_WHY)
        val code = (app().screen as Screen.First).model.state.code
        picture("walk-code")
        taps(Text.FIRST_CODE_WRITTEN)
        types(Text.RECOVERY_CODE, code.dropLast(1) + "?")
        taps(Text.CHECK)
        sees(Text.FIRST_READ_BACK_WRONG)
        types(Text.RECOVERY_CODE, code.lowercase().replace("-", " "))
        taps(Text.CHECK)
        sees(Text.FIRST_TREATMENT_WHY)
        picture("walk-treatment")
        taps("chimiothérapie")
        sees(Text.FIRST_LIST_WHY)
        picture("walk-list")
        taps(Text.NEXT)
        types(Text.TEAM_NAME, "Mme Martin")
        types(Text.TEAM_PHONE, "01 99 00 12 34")
        picture("walk-team")
        taps(Text.NEXT)
        sees(Text.FIRST_REMINDER_WHY)
        types(SettingsText.SETTINGS_REMINDER_TIME, "le soir")
        taps(Text.FIRST_DONE)
        soonTold()
        types(SettingsText.SETTINGS_REMINDER_TIME, "20h30")
        picture("walk-reminder")
        taps(Text.FIRST_DONE)
        sees(Text.TODAY_CHECK_IN)
        assertEquals("1230", phone.home.settings[REMINDER_MINUTE])
        assertEquals(null, phone.home.settings[CODE_UNREAD])
        picture("walk-today")

        taps(Text.TODAY_CHECK_IN)
        sees(Text.CHECK_IN_ONE_PAGE)
        picture("walk-check-in")
        rates("Fatigue", 6)
        picture("walk-check-in-rated")
        taps(Text.CHECK_IN_ONE_PAGE)
        types(Text.CHECK_IN_TEMPERATURE, "384")
        taps(Text.CHECK_IN_NOTE)
        sees("38,4")
        picture("walk-doubt")
        taps("Mettre 38,4")
        taps(Text.CHECK_IN_NOTE)
        sees(Text.PROMPT_WHAT_TO_SAY)
        picture("walk-prompt")
        taps("Mme Martin\n01 99 00 12 34")
        assertEquals(listOf("01 99 00 12 34"), phone.dialled)
        taps(Text.PROMPT_REACHED)
        types(Text.PROMPT_ADVICE, "Prise de sang demain.")
        picture("walk-reached")
        taps(Text.PROMPT_KEEP)
        sees(Text.TODAY_NOTED)
        picture("walk-noted")
        taps(Text.LOCK_NOW)
        sees(Text.LOCK_TITLE)
        picture("walk-locked")
        types(Text.PASSPHRASE, PASSPHRASE)
        taps(Text.LOCK_OPEN)
        sees(Text.TODAY_NOTED)
    }

    @Test
    fun the_first_evening_can_be_interrupted_and_what_was_left_out_is_told_until_it_is_done() {
        val phone = TestPhone().apply { reminds = false }
        var code = ""
        onScreen(phone) {
            taps(Text.FIRST_BEGIN)
            types(Text.PASSPHRASE, PASSPHRASE)
            types(Text.PASSPHRASE_AGAIN, PASSPHRASE)
            taps(Text.FIRST_LOCK_PASSPHRASE)
            sees(Text.FIRST_CODE_WHY)
            code = (app().screen as Screen.First).model.state.code
            app().lock()
            sees(Text.LOCK_OPEN)
        }
        onScreen(phone) {
            types(Text.PASSPHRASE, PASSPHRASE)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_CODE_UNREAD)
            picture("walk-code-unread")
            taps(Text.TODAY_CODE_SEE)
            taps(SettingsText.SETTINGS_KEY_CODE_CHECK)
            // One letter of the paper is another.
            types(Text.RECOVERY_CODE, code.drop(1) + code.take(1))
            taps(Text.CHECK)
            soonTold()
            isSound()
            types(Text.RECOVERY_CODE, code.lowercase())
            taps(Text.CHECK)
            sees(SettingsText.SETTINGS_KEY_CODE_CHECKED)
            taps(Text.BACK)
            taps(Text.BACK)
            sees(Text.TODAY_BESIDE)
            soonIdle()
            soonGone(Text.TODAY_CODE_UNREAD)
            taps(Text.LOCK_NOW)
            taps(Text.LOCK_USE_RECOVERY_CODE)
            types(Text.RECOVERY_CODE, code)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_BESIDE)
        }
    }

    @Test
    fun a_machine_that_cannot_remind_does_not_ask_when() = onScreen(TestPhone().apply { reminds = false }) {
        makesTheLock(PASSPHRASE)
        taps(Text.LATER)
        sees(Text.FIRST_TEAM_WHY)
        taps(Text.FIRST_DONE)
        sees(Text.TODAY_BESIDE)
    }

    @Test
    fun the_language_is_changed_on_the_first_screen() = onScreen(TestPhone(lang = Lang.EN), dark = true, scale = 2f) {
        picture("walk-english")
        taps(Text.OTHER_LANGUAGE)
        sees("Bienvenue dans Vigie")
    }
}
