// A person at a computer: a number they read, a key they keep in a file.
package org.vigie.desktop

import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.text.font.FontFamily
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.vigie.GuessCost
import org.vigie.Journal
import org.vigie.NewKey
import org.vigie.shut
import org.vigie.ui.App
import org.vigie.ui.DeskText
import org.vigie.ui.Go
import org.vigie.ui.Home
import org.vigie.ui.Place
import org.vigie.ui.Plain
import org.vigie.ui.Screen
import org.vigie.ui.Screens
import org.vigie.ui.Text
import org.vigie.ui.look.Theme
import org.vigie.ui.settings.SettingsText
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.deleteExisting
import kotlin.io.path.moveTo
import kotlin.io.path.readBytes

private const val PASSPHRASE = "quatre mots bien secrets"
private const val OF_THE_FILE = "la phrase du fichier"
private const val NUMBER = "01 99 00 12 34"

// Not a measure of anything: something that hangs is to end.
private const val WAIT = 300_000L

@OptIn(ExperimentalTestApi::class)
private class Window(test: ComposeUiTest, val computer: Computer, val app: App) : ComposeUiTest by test {
    fun text(text: Plain) = checkNotNull(app.texts)[text]

    fun soon(what: String, holds: () -> Boolean) = waitUntil(what, WAIT, holds)

    private fun soon(matcher: SemanticsMatcher) = soon(matcher.description) { onAllNodes(matcher).fetchSemanticsNodes().isNotEmpty() }

    fun sees(text: Plain) = soon(hasText(text(text)))

    fun taps(text: Plain) {
        val there = hasText(text(text)) and SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick) and isEnabled()
        soon(there)
        onAllNodes(there).onFirst().let {
            runCatching { it.performScrollTo() }
            it.performClick()
        }
    }

    fun types(name: Plain, typed: String) {
        val field = hasContentDescription(text(name)) and hasSetTextAction()
        soon(field)
        onNode(field).performTextReplacement(typed)
    }
}

@OptIn(ExperimentalTestApi::class)
class WindowTest {
    private val home: Path = Files.createTempDirectory("vigie")
    private val file: Path = Files.createTempDirectory("stick").resolve("vigie.p12")

    /** Where the person puts a file, or finds it. */
    private var chosen: Path? = file

    private fun atTheWindow(story: Window.() -> Unit) = runDesktopComposeUiTest(width = 420, height = 840) {
        val computer = Computer(home) { chosen }
        lateinit var app: App
        setContent {
            val scope = rememberCoroutineScope()
            app = remember { App(computer, scope) }
            LaunchedEffect(Unit) { app.start() }
            Theme(app.texts, FontFamily.Default) {
                Screens(app)
                Over(computer)
            }
        }
        waitUntil("the app starts", WAIT) { app.screen != Screen.Starting }
        Window(this, computer, app).story()
    }

    /** A journal that a key file opens. */
    private fun withKeyFile(story: Window.() -> Unit) {
        Home(Computer(home), 1).let {
            Journal.create(it.folder.toString(), NewKey.Passphrase(PASSPHRASE, GuessCost.WEAK_FOR_TESTS), it.anchor, null).shut()
        }
        atTheWindow {
            types(Text.PASSPHRASE, PASSPHRASE)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_BESIDE)
            app.go(Go.To(Place.SETTINGS))
            taps(SettingsText.SETTINGS_KEYS)
            taps(DeskText.DESK_KEY_NEW)
            sees(DeskText.DESK_KEY_HOW)
            types(SettingsText.SETTINGS_KEY_NOW_PASSPHRASE, PASSPHRASE)
            taps(DeskText.DESK_KEY_NEW)
            sees(DeskText.DESK_KEY_CHOOSE)
            types(DeskText.DESK_KEY_PASSPHRASE, OF_THE_FILE)
            types(Text.PASSPHRASE_AGAIN, OF_THE_FILE.drop(1))
            taps(Text.NEXT)
            sees(Text.PASSPHRASES_DIFFER)
            types(Text.PASSPHRASE_AGAIN, OF_THE_FILE)
            taps(Text.NEXT)
            sees(DeskText.DESK_KEY_DONE)
            app.lock()
            story()
        }
    }

    @Test
    fun a_number_is_shown_to_be_read_from_across_the_table_and_escape_closes_it() = atTheWindow {
        computer.dial(NUMBER)
        sees(DeskText.DESK_NUMBER)
        val letters = onNode(hasText(NUMBER)).fetchSemanticsNode().laidOut()
        val height = letters.getLineBottom(0) - letters.getLineTop(0)
        // Half as high again as the largest letters elsewhere.
        assertTrue("lines of $height", height >= 72)
        assertFalse(letters.hasVisualOverflow)
        onNode(hasText(text(DeskText.DESK_CLOSE))).performKeyInput { pressKey(Key.Escape) }
        soon("it is closed") { computer.number == null }
        waitForIdle()
        assertTrue(onAllNodes(hasText(NUMBER)).fetchSemanticsNodes().isEmpty())
    }

    @Test
    fun a_key_file_opens_the_journal_with_a_passphrase_of_its_own_wherever_it_lies() {
        withKeyFile { sees(DeskText.DESK_KEY_LOCK) }
        // The system's window would be another place: where the file lies is asked once.
        chosen = null
        atTheWindow {
            sees(DeskText.DESK_KEY_LOCK)
            taps(Text.LOCK_OPEN)
            types(DeskText.DESK_KEY_PASSPHRASE, "une autre phrase")
            taps(Text.LOCK_OPEN)
            sees(DeskText.DESK_KEY_WRONG)
            taps(Text.LOCK_OPEN)
            types(DeskText.DESK_KEY_PASSPHRASE, OF_THE_FILE)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_BESIDE)
            app.lock()
            sees(DeskText.DESK_KEY_LOCK)
        }
        chosen = file.moveTo(file.resolveSibling("moved.p12"))
        atTheWindow {
            taps(Text.LOCK_OPEN)
            types(DeskText.DESK_KEY_PASSPHRASE, OF_THE_FILE)
            taps(Text.LOCK_OPEN)
            sees(Text.TODAY_BESIDE)
        }
    }

    @Test
    fun whoever_says_no_to_the_question_finds_the_journal_locked() = withKeyFile {
        taps(Text.LOCK_OPEN)
        sees(DeskText.DESK_KEY_PASSPHRASE)
        taps(DeskText.DESK_CANCEL)
        soon("nobody waits any more") { computer.question == null && (app.screen as? Screen.Locked)?.model?.problem != null }
        sees(DeskText.DESK_KEY_LOCK)
        file.deleteExisting()
        taps(Text.LOCK_OPEN)
        sees(DeskText.DESK_KEY_MISSING)
        types(Text.PASSPHRASE, PASSPHRASE)
        taps(Text.LOCK_OPEN)
        sees(Text.TODAY_BESIDE)
    }

    @Test
    fun whoever_guesses_at_the_file_pays_for_each_guess() {
        val asked = object : Asked {
            override fun whereToKeep(name: String) = file

            override fun whereItIs() = null

            override fun passphrase(new: Boolean) = OF_THE_FILE.toCharArray()
        }
        KeyFile(Computer(home).settings, asked).wrapSecret(ByteArray(32))
        // As DER writes the number: for the mark that tells a wrong passphrase, and for the key.
        val rounds = listOf<Byte>(2, 3) + listOf(16, 8, 0).map { (KeyFile.ROUNDS shr it).toByte() }
        assertEquals(2, file.readBytes().toList().windowed(rounds.size).count { it == rounds })
    }
}

private fun SemanticsNode.laidOut(): TextLayoutResult =
    mutableListOf<TextLayoutResult>().also { config[SemanticsActions.GetTextLayoutResult].action?.invoke(it) }.single()
