// The application itself, over the real library and Android's own libraries, touched on Robolectric's Android.
package org.vigie.app

import android.app.AlarmManager
import android.app.LocaleManager
import android.content.Intent
import android.os.Looper
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.vigie.CareContact
import org.vigie.CareRole
import org.vigie.DailyEntry
import org.vigie.GuessCost
import org.vigie.Journal
import org.vigie.JournalClock
import org.vigie.NewKey
import org.vigie.Profile
import org.vigie.platform.OnAndroid
import org.vigie.ui.Home
import org.vigie.ui.Plain
import org.vigie.ui.Screen
import org.vigie.ui.Text
import org.vigie.use
import java.time.Duration
import java.time.LocalDate

@RunWith(OnAndroid::class)
@Config(
    manifest = Config.NONE,
    sdk = [35],
    application = VigieApplication::class,
    qualifiers = "fr-w360dp-h640dp-mdpi",
    shadows = [NamelessTexts::class],
)
class VigieActivityTest {
    private val vigie: VigieApplication get() = RuntimeEnvironment.getApplication() as VigieApplication
    private val home get() = Home(vigie.phone, 1)
    private lateinit var shown: ActivityController<VigieActivity>
    private val finger = Finger { shown.get() }

    private operator fun get(text: Plain): String = checkNotNull(vigie.app.texts)[text]

    @Before
    fun opens() {
        shown = Robolectric.buildActivity(VigieActivity::class.java)
    }

    @After
    fun ends() {
        vigie.app.lock()
        finger.until("it is locked") { vigie.app.screen is Screen.Locked || vigie.app.screen is Screen.First }
        shown.pause().stop().destroy()
        // Compose keeps what draws for the next Android too; a frame that is asked for and never comes would be its last.
        finger.rests()
    }

    private fun started() {
        // In place of the app's own, which lies in its resources.
        shown.get().setTheme(android.R.style.Theme_Material_Light_NoActionBar)
        shown.setup()
        finger.until("it speaks") { vigie.app.texts != null && vigie.app.screen != Screen.Starting }
    }

    private fun unlocked() {
        started()
        finger.types(get(Text.PASSPHRASE), PASSPHRASE)
        finger.taps(get(Text.LOCK_OPEN))
        finger.sees(get(Text.TODAY_BESIDE))
    }

    /** A journal that is there already. */
    private fun journal(with: Journal.() -> Unit = {}) {
        val key = NewKey.Passphrase(PASSPHRASE, GuessCost.WEAK_FOR_TESTS)
        Journal.create(home.folder.toString(), key, home.anchor, null as JournalClock?).use { it.with() }
    }

    @Test
    fun `the first evening`() {
        started()
        finger.picture("activity-first")
        finger.taps(get(Text.FIRST_BEGIN))
        finger.types(get(Text.PASSPHRASE), PASSPHRASE)
        finger.types(get(Text.PASSPHRASE_AGAIN), PASSPHRASE)
        finger.taps(get(Text.FIRST_LOCK_PASSPHRASE))
        finger.sees(get(Text.FIRST_CODE_WHY))
        val code = (vigie.app.screen as Screen.First).model.state.code
        finger.taps(get(Text.FIRST_CODE_WRITTEN))
        finger.types(get(Text.RECOVERY_CODE), code)
        finger.taps(get(Text.CHECK))
        finger.taps("chimiothérapie")
        finger.sees(get(Text.FIRST_LIST_WHY))
        finger.picture("activity-list")
        assertTrue("it lies where no backup of the system goes", home.folder.startsWith(vigie.noBackupFilesDir.toPath()))
    }

    @Test
    fun `what is shown is hidden from the list of apps and from pictures of the screen`() {
        started()
        assertTrue(shown.get().window.attributes.flags and FLAG_SECURE != 0)
    }

    @Test
    fun `whoever leaves finds it locked, with what was begun`() {
        journal { setProfile(Profile(list = listOf("fatigue"))) }
        unlocked()
        finger.taps(get(Text.TODAY_CHECK_IN))
        finger.sees("Fatigue")
        finger.picture("activity-check-in")
        shown.pause().stop()
        finger.until("it is locked") { vigie.app.screen is Screen.Locked }
        shown.restart().start().resume().visible()
        finger.sees(get(Text.LOCK_TITLE))
    }

    @Test
    fun `a phone that is turned shows the same, open as it was`() {
        journal { setProfile(Profile(list = listOf("fatigue"))) }
        unlocked()
        finger.taps(get(Text.TODAY_CHECK_IN))
        finger.sees("Fatigue")
        val before = vigie.app.screen
        RuntimeEnvironment.setQualifiers("+land")
        shown.recreate()
        finger.sees("Fatigue")
        assertEquals("the very same, with what was touched", before, vigie.app.screen)
    }

    @Test
    fun `the system's way back goes one step, and at the beginning leaves the app`() {
        journal()
        unlocked()
        finger.taps(get(Text.PLACE_TRENDS))
        finger.until("the trends are shown") { vigie.app.screen is Screen.Trends }
        shown.get().onBackPressedDispatcher.onBackPressed()
        finger.sees(get(Text.TODAY_BESIDE))
        assertEquals(false, shadowOf(shown.get()).isTaskMovedToBack())
        shown.get().onBackPressedDispatcher.onBackPressed()
        assertTrue(shadowOf(shown.get()).isTaskMovedToBack())
    }

    @Test
    fun `a fever leads to the dialler, the journal waits meanwhile, and the phone will ask again`() {
        journal {
            setProfile(Profile(list = listOf("fatigue"), contacts = listOf(CareContact(CareRole.NURSE, "Mme Martin", "0199001234"))))
            record(DailyEntry(LocalDate.now(), temperature = 38.6))
        }
        unlocked()
        val alarm = shadowOf(vigie.getSystemService(AlarmManager::class.java)).scheduledAlarms.single()
        assertTrue("it asks again within a day", alarm.triggerAtMs - System.currentTimeMillis() in 1..Duration.ofDays(1).toMillis())
        finger.taps(get(Text.TODAY_SEE_PROMPT))
        finger.sees(get(Text.PROMPT_WHAT_TO_SAY))
        finger.picture("activity-prompt")
        finger.taps("Mme Martin\n0199001234")
        val dialled = shadowOf(shown.get()).nextStartedActivity
        assertEquals(Intent.ACTION_DIAL to "tel:0199001234", dialled.action to dialled.dataString)
        shown.pause().stop()
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMinutes(3))
        shown.restart().start().resume().visible()
        finger.taps(get(Text.PROMPT_REACHED))
        finger.taps(get(Text.PROMPT_KEEP))
        finger.sees(get(Text.TODAY_BESIDE))
        finger.until("nobody is asked again") { shadowOf(vigie.getSystemService(AlarmManager::class.java)).scheduledAlarms.isEmpty() }
    }

    @Test
    fun `the language of the app in the phone's settings is the one it speaks`() {
        started()
        finger.sees("Bienvenue dans Vigie")
        finger.taps(get(Text.OTHER_LANGUAGE))
        finger.sees("Welcome to Vigie")
        val locales = checkNotNull(vigie.getSystemService(LocaleManager::class.java))
        assertEquals("en", locales.applicationLocales.toLanguageTags())
        locales.applicationLocales = android.os.LocaleList.forLanguageTags("fr")
        shown.recreate()
        finger.sees("Bienvenue dans Vigie")
    }

    private companion object {
        const val PASSPHRASE = "quatre mots bien secrets"
    }
}
