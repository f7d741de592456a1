// What lives as long as the process: the phone and the app.
package org.vigie.app

import android.app.Application
import kotlinx.coroutines.MainScope
import org.vigie.platform.AndroidPhone
import org.vigie.ui.App

/** One app on one phone. */
class VigieApplication : Application() {
    /** The phone. */
    lateinit var phone: AndroidPhone
        private set

    /** The app. */
    lateinit var app: App
        private set

    override fun onCreate() {
        super.onCreate()
        phone = AndroidPhone(this, { app.texts }, { app.lock() })
        app = App(phone, MainScope())
    }
}
