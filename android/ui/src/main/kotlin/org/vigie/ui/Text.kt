// What the screens say. The words are in core/words/locales, in both languages, for both apps.
package org.vigie.ui

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.vigie.Lang
import org.vigie.Words
import kotlin.math.roundToInt

/** A text of the screens, by its id in core/words/locales. */
interface Message {
    /** `app-check-in-done`. */
    val id: String
}

/** One that holds no value: it is read once. */
interface Plain : Message

/** One that holds values. */
interface Filled : Message

/** The texts of the frame and of what comes up every day: `CHECK_IN_DONE` is the message `app-check-in-done`. */
enum class Text : Plain {
    BACK,
    NEXT,
    LATER,
    CHECK,
    WORKING,
    LESS,
    MORE,
    NOT_ANSWERED,
    TOUCH_THE_LINE,
    OTHER_LANGUAGE,
    PASSPHRASE,
    PASSPHRASE_HINT,
    PASSPHRASE_AGAIN,
    PASSPHRASES_DIFFER,
    RECOVERY_CODE,
    RECOVERY_CODE_HINT,
    LOCK_TITLE,
    LOCK_OPEN,
    LOCK_WITH_DEVICE,
    LOCK_USE_PASSPHRASE,
    LOCK_USE_RECOVERY_CODE,
    LOCK_USE_DEVICE,
    LOCK_TRY_RECOVERY_CODE,
    LOCK_ACCEPT_OLDER,
    LOCK_OTHER_KEY,
    LOCK_RESTORE,
    LOCK_ABOUT,
    LOCK_NOW,
    FIRST_TITLE,
    FIRST_WHAT,
    FIRST_NOT,
    FIRST_OFFLINE,
    FIRST_BEGIN,
    FIRST_LOCK_TITLE,
    FIRST_LOCK_WHY,
    FIRST_LOCK_DEVICE,
    FIRST_LOCK_OR,
    FIRST_LOCK_PASSPHRASE,
    FIRST_CODE_TITLE,
    FIRST_CODE_WHY,
    FIRST_CODE_PAPER,
    FIRST_CODE_WRITTEN,
    FIRST_READ_BACK_TITLE,
    FIRST_READ_BACK_WHY,
    FIRST_READ_BACK_WRONG,
    FIRST_TREATMENT_TITLE,
    FIRST_TREATMENT_WHY,
    FIRST_LIST_TITLE,
    FIRST_LIST_WHY,
    FIRST_TEAM_TITLE,
    FIRST_TEAM_WHY,
    FIRST_TEAM_LATER,
    FIRST_REMINDER_TITLE,
    FIRST_REMINDER_WHY,
    FIRST_REMINDER_LATER,
    FIRST_DONE,
    TEAM_NAME,
    TEAM_NAME_HINT,
    TEAM_PHONE,
    TEAM_OUT_OF_HOURS,
    TEAM_OUT_OF_HOURS_HINT,
    TODAY_TITLE,
    TODAY_CHECK_IN,
    TODAY_GO_ON,
    TODAY_NOTED,
    TODAY_CHANGE,
    TODAY_MORE,
    TODAY_RELATIVE,
    TODAY_RELATIVE_OTHER,
    TODAY_RELATIVE_NAME,
    TODAY_RELATIVE_TAKE,
    TODAY_RELATIVE_LEAVE,
    TODAY_WHO,
    TODAY_MYSELF,
    TODAY_COPIES_SEE,
    TODAY_TOO_UNWELL,
    TODAY_TOO_UNWELL_DONE,
    TODAY_NOTHING_ASKED,
    TODAY_MISSED,
    TODAY_NEXT,
    TODAY_SEE_PROMPT,
    TODAY_OVERDUE,
    TODAY_CODE_UNREAD,
    TODAY_CODE_SEE,
    CHECK_IN_ALL_AS_YESTERDAY,
    CHECK_IN_ONE_PAGE,
    CHECK_IN_PAGE_BY_PAGE,
    CHECK_IN_SKIP,
    CHECK_IN_SKIPPED,
    CHECK_IN_GENERAL,
    CHECK_IN_MEASURES,
    CHECK_IN_ASK_TEMPERATURE,
    CHECK_IN_TEMPERATURE,
    CHECK_IN_WEIGHT,
    CHECK_IN_ALARMS,
    CHECK_IN_ALARMS_HOW,
    CHECK_IN_REST,
    CHECK_IN_TREATED,
    CHECK_IN_TREATMENT,
    CHECK_IN_WORDS,
    CHECK_IN_QUESTION,
    CHECK_IN_NOTE,
    CHECK_IN_NOTE_AS_IS,
    CHECK_IN_DONE,
    PROMPT_TITLE,
    PROMPT_WHAT_TO_SAY,
    PROMPT_AND_THEN,
    PROMPT_REACHED,
    PROMPT_NO_ANSWER,
    PROMPT_LATER,
    PROMPT_ALREADY_KNOWN,
    PROMPT_PREFER_NOT,
    PROMPT_WHO,
    PROMPT_ADVICE,
    PROMPT_KEEP,
    PROMPT_DONE,
    RESTORE_TITLE,
    RESTORE_HOW,
    RESTORE_PASSPHRASE,
    RESTORE_PASSPHRASE_HINT,
    RESTORE_NEW_PASSPHRASE,
    RESTORE_CHOOSE,
    RESTORE_DONE,
    RESTORE_NAME,
    RESTORE_COPIES,
    TODAY_BESIDE,
    PLACE_TRENDS,
    PLACE_TREATMENT,
    PLACE_RESULTS,
    PLACE_APPOINTMENTS,
    TRENDS_MONTH,
    TRENDS_QUARTER,
    TRENDS_YEAR,
    TRENDS_EMPTY,
    TRENDS_DAY_EMPTY,
    TRENDS_HOW,
    YOUR_JOURNAL,
    MY_JOURNAL,
    FOLD_OPEN,
    FOLD_CLOSED,
    REMINDER_CHECK_IN,
    REMINDER_MEDICINE,
    REMINDER_CALL,
    PHONE_PROVE,
    PHONE_PROVE_WHY,
    ;

    override val id: String = message(name)
}

/** Those with values. */
enum class Phrase : Filled {
    TODAY_TREATMENT_DAY,
    TODAY_COPIES_LATE,
    TODAY_RELATIVE_NOTES,
    CHECK_IN_PAGE,
    CHECK_IN_AS_YESTERDAY,
    CHECK_IN_TAKEN_OVER,
    CHECK_IN_MEANT,
    PROMPT_DUE,
    CHART_EMPTY,
    CHART_SPOKEN,
    CHART_VALUES,
    ;

    override val id: String = message(name)
}

/** The id of a member of such a list. */
internal fun message(name: String): String = "app-" + name.lowercase().replace('_', '-')

/** What the screens say in one language, read once: what is drawn asks nothing of the core. */
class Texts private constructor(val lang: Lang, private val read: Map<Plain, String>) {
    /** Names, dates and numbers in this language. For models: each call asks the core. */
    val words: Words = Words(lang)

    /** The text. */
    operator fun get(text: Plain): String = read.getValue(text)

    /** The text with its values: a number is a count, with its plural. For models: each call asks the core. */
    fun say(phrase: Filled, vararg values: Pair<String, Any>): String {
        val texts = values.mapNotNull { (name, value) -> (value as? String)?.let { name to it } }
        val counts = values.mapNotNull { (name, value) -> (value as? Long)?.let { name to it } }
        return words.filled(phrase.id, texts.toMap(), counts.toMap())
    }

    /** A temperature or a weight as it would be typed: with all of its decimals, which are two at most. For models. */
    fun measured(value: Double): String {
        val hundredths = (value * HUNDRED).roundToInt()
        return words.number(value, listOf(HUNDRED, TEN).count { hundredths % it != 0 }.toUByte())
    }

    /** A number of a laboratory's as it is printed in this language: the core keeps and reads both. */
    fun printed(number: String): String = if (lang == Lang.FR) number.replace('.', ',') else number

    companion object {
        private const val TEN = 10
        private const val HUNDRED = 100

        /** Reads all of them, off the thread that draws. */
        suspend fun of(lang: Lang): Texts = withContext(Dispatchers.IO) {
            val words = Words(lang)
            Texts(lang, ALL_TEXTS.associateWith { words.text(it.id) })
        }
    }
}
