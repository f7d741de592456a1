// Times of day as java.time has them, beside the minutes since midnight that the core keeps.
package org.vigie

import java.time.LocalTime
import java.time.temporal.ChronoField

/** When it is, where the person lives; null when not known. */
val Appointment.time: LocalTime?
    get() = minute?.asTime()

/** When it was due, or taken when it is as needed; null when not said. */
val Intake.time: LocalTime?
    get() = minute?.asTime()

/** When it is due. */
val Dose.time: LocalTime
    get() = minute.asTime()

/** Whole minutes since midnight, as [Appointment] and [Intake] take them. */
val LocalTime.minuteOfDay: UShort
    get() = get(ChronoField.MINUTE_OF_DAY).toUShort()

private fun UShort.asTime(): LocalTime = LocalTime.MIDNIGHT.plusMinutes(toLong())
