// The app in a window on a computer: `--demo` opens the journal that `vigie demo` made.
package org.vigie.desktop

import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import org.vigie.ui.App
import org.vigie.ui.Screens
import org.vigie.ui.look.Theme
import kotlin.io.path.Path

fun main(args: Array<String>) {
    val home = args.getOrNull(0)?.let(::Path) ?: Path(System.getProperty("user.home"), ".local", "share", "vigie")
    application {
        val scope = rememberCoroutineScope()
        val app = remember { App(Computer(home), scope) }
        LaunchedEffect(Unit) { app.start() }
        Window(onCloseRequest = ::exitApplication, title = "Vigie", state = rememberWindowState(size = DpSize(420.dp, 800.dp))) {
            Theme(app.texts, inter) { Screens(app) }
        }
    }
}

/** The letters, the same on every computer. */
private val inter = FontFamily(Font("Inter-Regular.ttf"), Font("Inter-SemiBold.ttf", FontWeight.SemiBold))
