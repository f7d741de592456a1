// What the screens of results, scans and papers say.
package org.vigie.ui.results

import org.vigie.ui.Filled
import org.vigie.ui.Plain
import org.vigie.ui.message

/** The texts of this part. */
enum class ResultsText : Plain {
    RESULTS_TITLE,
    RESULTS_LABS,
    RESULTS_NO_LABS,
    RESULTS_ADD,
    RESULTS_ADD_VALUE,
    RESULTS_NEW,
    RESULTS_ONE,
    RESULTS_NAME,
    RESULTS_NAME_HINT,
    RESULTS_VALUE,
    RESULTS_VALUE_HINT,
    RESULTS_UNIT,
    RESULTS_RANGE,
    RESULTS_RANGE_HINT,
    RESULTS_DAY,
    SCANS_TITLE,
    SCANS_NONE,
    SCANS_ADD,
    SCANS_NEW,
    SCANS_ONE,
    SCANS_KIND,
    SCANS_DAY,
    SCANS_PLACE,
    SCANS_CONCLUSION,
    SCANS_TOLD,
    SCANS_TOLD_HINT,
    ATTACHMENTS_TITLE,
    ATTACHMENTS_NONE,
    ATTACHMENTS_ADD,
    ATTACHMENTS_NEW,
    ATTACHMENTS_WHY,
    ATTACHMENTS_NAME,
    ATTACHMENTS_NAME_HINT,
    ATTACHMENTS_DAY,
    ATTACHMENTS_CHOOSE,
    ATTACHMENTS_COPY,
    ATTACHMENTS_COPY_WHY,
    ATTACHMENTS_COPIED,
    ATTACHMENTS_LOOK,
    ATTACHMENTS_NO_PICTURE,
    ;

    override val id: String = message(name)
}

/** Those with values. */
enum class ResultsPhrase : Filled {
    RESULTS_VALUES,
    ATTACHMENTS_SIZE,
    ;

    override val id: String = message(name)
}
