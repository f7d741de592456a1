// What the timeline says.
package org.vigie.ui.timeline

import org.vigie.ui.Filled
import org.vigie.ui.Plain
import org.vigie.ui.message

/** The texts. */
enum class TimelineText : Plain {
    TIMELINE_TITLE,
    TIMELINE_WORDS,
    TIMELINE_FIND,
    TIMELINE_EVERYTHING,
    TIMELINE_KINDS,
    TIMELINE_KINDS_HOW,
    TIMELINE_KINDS_DONE,
    TIMELINE_NOTHING,
    TIMELINE_EMPTY,
    ;

    override val id: String = message(name)
}

/** Those with values. */
enum class TimelinePhrase : Filled {
    TIMELINE_ONLY,
    TIMELINE_FOUND,
    ;

    override val id: String = message(name)
}
