// What is said where a key lies in a file and a number is read instead of dialled: in a window on a computer.
package org.vigie.ui

import org.vigie.DeviceKeyFault

/** Texts without a value. */
enum class DeskText : Plain {
    DESK_NUMBER,
    DESK_CLOSE,
    DESK_CANCEL,
    DESK_KEY,
    DESK_KEY_LOCK,
    DESK_KEY_USE,
    DESK_KEY_NEW,
    DESK_KEY_AGAIN,
    DESK_KEY_HOW,
    DESK_KEY_DONE,
    DESK_KEY_PASSPHRASE,
    DESK_KEY_CHOOSE,
    DESK_KEY_WRONG,
    DESK_KEY_MISSING,
    DESK_KEY_OTHER,
    DESK_KEY_FAILED,
    ;

    override val id: String = message(name)
}

/** What to tell of a key file that gave no key. Null where the core's own sentence holds. */
internal fun ofKeyFile(fault: DeviceKeyFault): DeskText? = when (fault) {
    DeviceKeyFault.LOCKED -> DeskText.DESK_KEY_WRONG
    DeviceKeyFault.NOT_FOUND -> DeskText.DESK_KEY_MISSING
    DeviceKeyFault.INVALIDATED -> DeskText.DESK_KEY_OTHER
    DeviceKeyFault.FAILED -> DeskText.DESK_KEY_FAILED
    DeviceKeyFault.CANCELLED -> null
}
