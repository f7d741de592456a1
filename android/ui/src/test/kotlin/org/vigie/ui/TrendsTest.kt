// The charts, and the day that is touched.
package org.vigie.ui

import org.junit.Test
import org.vigie.Answer
import org.vigie.DailyEntry
import org.vigie.Named
import org.vigie.Profile
import java.time.LocalDate

class TrendsTest {
    @Test
    fun each_symptom_has_its_chart_and_a_touched_day_says_what_was_answered() = onOpen(with = {
        setProfile(Profile(list = listOf("fatigue", "nausea")))
        val last = LocalDate.of(2026, 11, 23)
        for (ago in 27L downTo 0) {
            if (ago % 9 == 4L) continue
            val answers = mapOf("fatigue" to Answer.Rated(((ago * 7) % 9).toInt()), "nausea" to Answer.Skipped)
            record(DailyEntry(last.minusDays(ago), answers, administration = Named("FOLFOX").takeIf { ago % 14 == 0L }))
        }
    }) {
        taps(Text.PLACE_TRENDS)
        sees("Fatigue")
        sees("25 réponses sur 28 jours")
        picture("trends")
        touches("Fatigue", 0.99f)
        sees("lundi 23 novembre 2026")
        sees("Fatigue")
        picture("trends-day")
    }
}
