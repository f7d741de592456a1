// What of the stories no person does in the app, and why.
package org.vigie.ui.stories

import org.vigie.tests.story.stories

/** Why a step is done through the journal. */
enum class Untapped(val why: String) {
    OVER_ANOTHER("another journal is made beside the one that is there, never over it"),
    OTHER_DAY("today and the last three days that were missed can be answered, no day to come and none before the first"),
    GONE("what was withdrawn or answered is not shown any more, and cannot be touched again"),
    SECOND_KEY("another passphrase or another key of a phone comes in place of the one before, not beside it"),
    NO_YESTERDAY("what is as yesterday can be said where there is a yesterday"),
    FORGOTTEN("noting a check-in forgets what was kept of it"),
}

/** Every step that is done so: the name of its story, and the number of the step. What is done on the screens one day leaves this list. */
val UNTAPPED: Map<String, Map<Int, Untapped>> = mapOf(
    "First run: a journal is made, described, opened again with the passphrase and with the recovery code" to
        mapOf(11 to Untapped.OVER_ANOTHER),
    "A quiet day: everything is answered, nothing is asked for, and yesterday's answers are the starting point" to
        mapOf(11 to Untapped.OTHER_DAY, 13 to Untapped.GONE),
    "A fever is told at any hour: the line for the night, again after four hours, until somebody answers" to
        mapOf(12 to Untapped.GONE),
    "A day is filled in later: it is offered, it counts, and what it says is told when it is recent" to
        mapOf(8 to Untapped.OTHER_DAY, 9 to Untapped.OTHER_DAY),
    "The device's key is locked, then invalidated: the passphrase still opens, and the device is enrolled again" to
        mapOf(22 to Untapped.SECOND_KEY, 25 to Untapped.SECOND_KEY),
    "A medicine on a schedule: its doses are due, one is noted, and the reminders go on" to
        mapOf(11 to Untapped.GONE),
    "A check-in that is interrupted is there again after a lock, and forgotten when it is noted" to
        mapOf(6 to Untapped.NO_YESTERDAY, 14 to Untapped.FORGOTTEN),
)
