// The one activity: the screens, hidden from whoever looks at the list of apps.
package org.vigie.app

import android.content.Intent
import android.os.Build
import android.os.Bundle
import android.view.WindowManager.LayoutParams.FLAG_SECURE
import androidx.activity.ComponentActivity
import androidx.activity.addCallback
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.compose.ui.text.font.FontFamily
import org.vigie.ui.Screens
import org.vigie.ui.look.Theme

/** Holds nothing: what is shown is in the [VigieApplication], which outlives a turn of the phone. */
class VigieActivity : ComponentActivity() {
    private val vigie: VigieApplication
        get() = application as VigieApplication

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        window.addFlags(FLAG_SECURE)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) setRecentsScreenshotEnabled(false)
        enableEdgeToEdge()
        val app = vigie.app
        app.start()
        // At the beginning it leaves the app, which comes back where it was.
        onBackPressedDispatcher.addCallback(this) { if (!app.stepBack()) moveTaskToBack(true) }
        // The phone's own letters, in the size the person chose there.
        setContent { Theme(app.texts, FontFamily.Default) { Screens(app) } }
    }

    override fun onResume() {
        super.onResume()
        vigie.phone.seen()
    }

    @Deprecated("Android's own way, that needs no library; the library's wants it registered before there is anything to ask.")
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        @Suppress("DEPRECATION")
        super.onActivityResult(requestCode, resultCode, data)
        vigie.phone.picked(requestCode, resultCode, data)
    }
}
