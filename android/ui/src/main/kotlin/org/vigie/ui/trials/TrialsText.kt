// What is said around the trials.
package org.vigie.ui.trials

import org.vigie.ui.Filled
import org.vigie.ui.Plain
import org.vigie.ui.message

/** Texts without a value. */
enum class TrialsText : Plain {
    TRIALS_TITLE,
    TRIALS_ABOUT,
    TRIALS_SEARCH,
    TRIALS_SEARCH_HOW,
    TRIALS_PROFILE,
    TRIALS_PROFILE_HOW,
    TRIALS_PROFILE_KEPT,
    TRIALS_PROFILE_NONE,
    TRIALS_PROFILE_FORGET,
    TRIALS_PROFILE_FORGOTTEN,
    TRIALS_KNOW,
    TRIALS_LIST,
    TRIALS_LIST_HOW,
    TRIALS_LIST_EMPTY,
    TRIALS_NOT_UNDERSTOOD,
    TRIALS_SEE,
    TRIALS_MORE,
    TRIALS_MATCHED,
    TRIALS_UNKNOWN,
    TRIALS_JUDGE,
    TRIALS_SITES,
    TRIALS_INCLUSION,
    TRIALS_EXCLUSION,
    TRIALS_PAGE,
    TRIALS_PAGE_DONE,
    ;

    override val id: String = message(name)
}

/** Texts with values. */
enum class TrialsPhrase : Filled {
    TRIALS_FOUND,
    TRIALS_UPDATED,
    ;

    override val id: String = message(name)
}
