// What Android gives to the screens.
package org.vigie.platform

import android.Manifest
import android.app.Application
import android.app.KeyguardManager
import android.app.LocaleManager
import android.content.Context
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.os.LocaleList
import androidx.annotation.RequiresApi
import androidx.compose.ui.graphics.ImageBitmap
import androidx.core.content.edit
import org.vigie.ByteSink
import org.vigie.ByteSource
import org.vigie.JournalClock
import org.vigie.KeyVault
import org.vigie.ui.Home
import org.vigie.ui.Keeps
import org.vigie.ui.Phone
import org.vigie.ui.Settings
import org.vigie.ui.Text
import org.vigie.ui.Texts
import org.vigie.ui.reminders.Plan
import java.nio.file.Path

/**
 * The phone. Everything of the journal lies where no backup of the system goes.
 *
 * @param texts what the screens say, when that is known.
 * @param left is called when the person left the app: the journal is to be locked.
 */
class AndroidPhone(private val application: Application, private val texts: () -> Texts?, left: () -> Unit) : Phone {
    private val front = Front(left).also(application::registerActivityLifecycleCallbacks)
    private val files = PickedFiles(front, application.contentResolver)
    private val reminders = Reminders(application)
    private var askedToSpeak = false

    override val root: Path = application.noBackupFilesDir.toPath()

    /** A computer at the end of a cable sees them there. They leave with the app. */
    override val copies: Path?
        get() = application.getExternalFilesDir("copies")?.toPath()
    override val clock: JournalClock? = null
    override val settings: Settings = KeptSettings(application)

    /** From Android 11 on, which lets one key be used by finger, face or code alike; and only on a phone that has a lock. */
    override fun vault(home: Home): KeyVault? {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.R || !application.system<KeyguardManager>().isDeviceSecure) return null
        return PhoneVault(key(home.number), ProvedByPhone(front, ::proveWords))
    }

    /** A key a journal: one that is erased takes its key with it, and no other. */
    private fun key(number: Int) = HardwareKey(if (number == 1) "vigie" else "vigie-$number")

    override val keeps = Keeps.BEHIND_ITS_LOCK

    private fun proveWords() = texts()?.let { ProveWords(it[Text.PHONE_PROVE], it[Text.PHONE_PROVE_WHY]) }

    override val locale: String
        get() = application.resources.configuration.locales[0].toLanguageTag()

    override var language: String?
        get() = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) systemsLanguage else super.language
        set(value) {
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) systemsLanguage = value else super.language = value
        }

    /** From Android 13 on the system keeps the language of each app, and lets the person choose it in its own settings too. */
    @get:RequiresApi(Build.VERSION_CODES.TIRAMISU)
    @set:RequiresApi(Build.VERSION_CODES.TIRAMISU)
    private var systemsLanguage: String?
        get() = application.system<LocaleManager>().applicationLocales.takeUnless { it.isEmpty }?.get(0)?.toLanguageTag()
        set(value) {
            application.system<LocaleManager>().applicationLocales = LocaleList.forLanguageTags(value.orEmpty())
        }

    override val reminds = true
    override val silenced: Boolean
        get() = reminders.silenced

    override fun plan(number: Int, plan: Plan) {
        reminders.plan(number, plan)
        if (plan.notices.isNotEmpty()) askToSpeak()
    }

    /** Asked when there is something to say, and once: the system takes a second no for good. */
    private fun askToSpeak() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU || askedToSpeak || !reminders.silenced) return
        val activity = front.activity ?: return
        askedToSpeak = true
        activity.runOnUiThread { activity.requestPermissions(arrayOf(Manifest.permission.POST_NOTIFICATIONS), ASKED) }
    }

    /** The person is looking at the app. */
    fun seen() = reminders.seen()

    /** What a picker of files said, handed on by the activity. */
    fun picked(request: Int, result: Int, answer: Intent?) = files.picked(request, result, answer)

    override fun forget(number: Int) {
        reminders.forget(number)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) runCatching { key(number).remove() }
    }

    override fun dial(number: String) {
        front.send(Intent(Intent.ACTION_DIAL, Uri.fromParts("tel", number, null)))
    }

    override fun picture(bytes: ByteArray, longest: Int): ImageBitmap? = pictured(bytes, longest)

    override suspend fun writeFile(name: String, kind: String, write: (ByteSink) -> Unit): Boolean = files.write(name, kind, write)

    override suspend fun <T> readFile(read: (ByteSource) -> T): T? = files.read(read)

    private companion object {
        const val ASKED = 2
    }
}

/** A service that every phone has. */
internal inline fun <reified T : Any> Context.system(): T = checkNotNull(getSystemService(T::class.java))

/** Settings where Android keeps them. They are not encrypted. */
private class KeptSettings(context: Context) : Settings {
    private val kept = context.getSharedPreferences("settings", Context.MODE_PRIVATE)

    override fun get(name: String): String? = kept.getString(name, null)

    override fun set(name: String, value: String?) = kept.edit(commit = true) { putString(name, value) }

    override val names: Set<String>
        get() = kept.all.keys
}
