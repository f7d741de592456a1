// What is said about where it hurts.
package org.vigie.ui.body

import org.vigie.ui.Plain
import org.vigie.ui.message

/** The texts of the body map and of what is said about a pain. */
enum class BodyText : Plain {
    BODY_TITLE,
    BODY_HOW,
    BODY_NONE,
    BODY_FRONT,
    BODY_BACK,
    BODY_HEAD,
    BODY_LIST,
    BODY_RIGHT,
    BODY_LEFT,
    BODY_ENLARGE_HEAD,
    BODY_GROUP_HEAD,
    BODY_GROUP_TRUNK,
    BODY_GROUP_ARMS,
    BODY_GROUP_LEGS,
    BODY_GROUP_BACK,
    BODY_QUALITY,
    BODY_WAKES,
    BODY_REMOVE,
    BODY_PAINKILLERS,
    BODY_PAINKILLER,
    BODY_HELPED,
    BODY_NOT_HELPED,
    BODY_ADD_PAINKILLER,
    BODY_REMOVE_PAINKILLER,
    ;

    override val id: String = message(name)
}
