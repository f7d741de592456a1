// What the screens of support say.
package org.vigie.ui.support

import org.vigie.ui.Filled
import org.vigie.ui.Plain
import org.vigie.ui.message

/** The texts of the screens. */
enum class SupportText : Plain {
    SUPPORT_TITLE,
    SUPPORT_URGENT,
    SUPPORT_FIND,
    SUPPORT_PLACE,
    SUPPORT_PLACE_HINT,
    SUPPORT_WORDS,
    SUPPORT_SEARCH,
    SUPPORT_KINDS,
    SUPPORT_ALL_KINDS,
    SUPPORT_OWN,
    SUPPORT_OLD,
    SUPPORT_UNDERSTAND,
    SUPPORT_YOURS,
    SUPPORT_FOLLOW,
    SUPPORT_FOLLOWED,
    SUPPORT_UNDO,
    SUPPORT_UNDONE,
    ;

    override val id: String = message(name)
}

/** Those that the core says wherever it shows the same. */
enum class SharedText(override val id: String) : Plain {
    DIRECTORY_NOTE("directory-note"),
    DIRECTORY_NONE("directory-none"),
    COMFORT_TITLE("explain-treatments-stop.title"),
    COMFORT_LIST("comfort-list"),
    COMFORT_FORWARD("comfort-forward"),
    COMFORT_QUESTIONS("comfort-questions"),
}

/** The texts with values. */
enum class SupportPhrase : Filled {
    SUPPORT_FOUND,
    SUPPORT_CALL,
    ;

    override val id: String = message(name)
}

/** Those of the core. */
enum class SharedPhrase(override val id: String) : Filled {
    DIRECTORY_HOURS("directory-hours"),
    DIRECTORY_LANGUAGES("directory-languages"),
    DIRECTORY_SOURCE("directory-source"),
}
