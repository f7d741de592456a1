// The app in a window on a computer: `FOLDER [PASSPHRASE-FILE]`, both of which may be left out.
package org.vigie.desktop

import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import org.vigie.ui.App
import org.vigie.ui.Screen
import org.vigie.ui.Screens
import org.vigie.ui.look.Theme
import kotlin.io.path.Path
import kotlin.io.path.readText

/** Without a folder the journal lies where programs of this person keep their data. */
fun main(args: Array<String>) {
    val home = args.getOrNull(0)?.let(::Path) ?: Path(System.getProperty("user.home"), ".local", "share", "vigie")
    // The demo's, which protects nothing.
    var passphrase = args.getOrNull(1)?.let { Path(it).readText().trim() }
    application {
        val scope = rememberCoroutineScope()
        val computer = remember { Computer(home) }
        val app = remember { App(computer, scope) }
        LaunchedEffect(Unit) { app.start() }
        LaunchedEffect(app.screen) {
            val locked = (app.screen as? Screen.Locked)?.model ?: return@LaunchedEffect
            passphrase?.let {
                passphrase = null
                locked.type(it)
                locked.open()
            }
        }
        val size = rememberWindowState(size = DpSize(420.dp, 840.dp))
        val escape = { event: KeyEvent -> isEscape(event) && (computer.closeOver() || app.stepBack()) }
        Window(::exitApplication, size, title = "Vigie", onKeyEvent = escape) {
            Theme(app.texts, inter) {
                Screens(app)
                Over(computer)
            }
        }
    }
}

/** The letters, the same on every computer. */
private val inter = FontFamily(Font("Inter-Regular.ttf"), Font("Inter-SemiBold.ttf", FontWeight.SemiBold))
