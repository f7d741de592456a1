// Every screen by what stands behind it, and the texts of them all.
package org.vigie.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import org.vigie.ui.appointments.AppointmentsPhrase
import org.vigie.ui.appointments.AppointmentsScreen
import org.vigie.ui.appointments.AppointmentsText
import org.vigie.ui.body.BodyText
import org.vigie.ui.checkin.CheckInScreen
import org.vigie.ui.consultation.ConsultationPhrase
import org.vigie.ui.consultation.ConsultationScreen
import org.vigie.ui.consultation.ConsultationText
import org.vigie.ui.first.FirstScreen
import org.vigie.ui.form.FormText
import org.vigie.ui.lock.LockScreen
import org.vigie.ui.look.Chip
import org.vigie.ui.look.Chips
import org.vigie.ui.look.DayText
import org.vigie.ui.look.LocalWayBack
import org.vigie.ui.prompt.PromptScreen
import org.vigie.ui.restore.RestoreScreen
import org.vigie.ui.results.ResultsPhrase
import org.vigie.ui.results.ResultsScreen
import org.vigie.ui.results.ResultsText
import org.vigie.ui.settings.SettingsPhrase
import org.vigie.ui.settings.SettingsScreen
import org.vigie.ui.settings.SettingsText
import org.vigie.ui.support.SharedPhrase
import org.vigie.ui.support.SharedText
import org.vigie.ui.support.SupportPhrase
import org.vigie.ui.support.SupportScreen
import org.vigie.ui.support.SupportText
import org.vigie.ui.timeline.TimelinePhrase
import org.vigie.ui.timeline.TimelineScreen
import org.vigie.ui.timeline.TimelineText
import org.vigie.ui.today.TodayScreen
import org.vigie.ui.treatment.TreatmentPhrase
import org.vigie.ui.treatment.TreatmentScreen
import org.vigie.ui.treatment.TreatmentText
import org.vigie.ui.trends.TrendsScreen
import org.vigie.ui.trials.TrialsPhrase
import org.vigie.ui.trials.TrialsScreen
import org.vigie.ui.trials.TrialsText

/** Shows the screen of the app. It stands in a [org.vigie.ui.look.Theme]. */
@Composable
fun Screens(app: App) {
    if (app.texts == null) return
    CompositionLocalProvider(LocalWayBack provides app.wayBack) { Shown(app) }
}

@Composable
private fun Shown(app: App) {
    when (val screen = app.screen) {
        Screen.Starting -> Unit

        is Screen.First -> FirstScreen(screen.model, app::restore, app::otherLanguage) { Shelf(app) }

        is Screen.Locked -> LockScreen(screen.model, app::restore) { Shelf(app) }

        is Screen.Restore -> RestoreScreen(screen.model, app::back)

        is Screen.Today -> TodayScreen(screen.model, app::go)

        is Screen.CheckIn -> CheckInScreen(screen.model, app::back)

        is Screen.Prompt -> PromptScreen(screen.model, app::back)

        is Screen.Trends -> TrendsScreen(screen.model, app::back)

        is Screen.Timeline -> TimelineScreen(screen.model, { app.go(Go.CheckIn(it.day, it.id)) }, app::back)

        is Screen.Treatment -> TreatmentScreen(screen.model, app::back)

        is Screen.Results -> ResultsScreen(screen.model, app::back)

        is Screen.Appointments -> AppointmentsScreen(screen.model, app::back)

        is Screen.Support -> SupportScreen(screen.model, app::back)

        is Screen.Trials -> TrialsScreen(screen.model, app::back)

        is Screen.Consultation -> ConsultationScreen(screen.model, app::back)

        is Screen.Settings -> SettingsScreen(screen.model, app::back)
    }
}

/** Which of the journals on this machine it is, where there are several. */
@Composable
private fun Shelf(app: App) {
    if (app.shelf.isEmpty()) return
    Chips { app.shelf.forEach { one -> Chip(one.name, one.shown, { if (!one.shown) app.show(one.number) }) } }
}

/** Every list of texts that hold no value. Asked for when it is needed: the lists are not whole while they are being made. */
val ALL_TEXTS: List<Plain>
    get() = listOf(
        Text.entries,
        DayText.entries,
        DeskText.entries,
        FormText.entries,
        AppointmentsText.entries,
        TreatmentText.entries,
        ResultsText.entries,
        TimelineText.entries,
        SupportText.entries,
        SharedText.entries,
        BodyText.entries,
        TrialsText.entries,
        ConsultationText.entries,
        SettingsText.entries,
    ).flatten()

/** Every list of those that do. */
val ALL_PHRASES: List<Filled>
    get() = listOf(
        Phrase.entries,
        AppointmentsPhrase.entries,
        TreatmentPhrase.entries,
        ResultsPhrase.entries,
        TimelinePhrase.entries,
        SupportPhrase.entries,
        SharedPhrase.entries,
        TrialsPhrase.entries,
        ConsultationPhrase.entries,
        SettingsPhrase.entries,
    ).flatten()
