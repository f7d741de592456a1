// The figure: the outline of front and back as in the report, an enlarged head, and where on them each place lies.
package org.vigie.ui.body

import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import org.vigie.Region
import org.vigie.Side

/** What is looked at. */
enum class View {
    /** The person faces the one who looks: their right is at the left. */
    FRONT,

    /** From behind: their left is at the left. */
    BACK,

    /** The head from the front, enlarged: its places lie too close for a finger on the whole figure. */
    HEAD,
}

/** The parts of the list. */
enum class Group { HEAD, TRUNK, ARMS, LEGS, BACK }

/** The size of a drawing, in its own units. */
fun View.size(): Size = if (this == View.HEAD) Size(100f, 112f) else Size(100f, 220f)

/** Where the head lies on the whole figure: its middle, and half its width and height. */
internal val HEAD_AT = Offset(MIDDLE, 18f)
internal val HEAD_HALF = Size(10.5f, 14f)

/** The same of the enlarged head. */
internal val FACE_AT = Offset(MIDDLE, 54f)
internal val FACE_HALF = Size(34f, 46f)

private const val MIDDLE = 50f

/** One side of the trunk and limbs, from the neck down and back up to the crotch, as distances from the middle. */
private val HALF = listOf(
    4.5f to 30.5f, 5f to 36f, 12f to 39f, 19f to 41.5f, 24f to 45f, 27f to 52f, 29.5f to 66f, 32.5f to 84f, 36f to 98f, 39.5f to 115f,
    41.5f to 122f, 42.5f to 130f, 40.5f to 136f, 37f to 134f, 35.5f to 124f, 33f to 116f, 28f to 101f, 24.5f to 86f, 21.5f to 72f,
    19.5f to 61f, 18.5f to 72f, 17f to 88f, 16.5f to 96f, 18.5f to 108f, 20f to 120f, 19f to 138f, 16f to 156f, 14.5f to 168f,
    15f to 180f, 12.5f to 196f, 10.5f to 206f, 12.5f to 213f, 11f to 217f, 4f to 216f, 4f to 204f, 3f to 184f, 3.5f to 168f, 1f to 130f,
)

/** The outline from the neck down, as one closed line. */
internal val OUTLINE: List<Offset> =
    HALF.map { (x, y) -> Offset(MIDDLE + x, y) } + HALF.reversed().map { (x, y) -> Offset(MIDDLE - x, y) }

/** Where a place lies. On the whole figure each is a finger's width from the next. */
internal fun place(region: Region, side: Side?): Offset {
    val (x, y) = distance(region)
    val atTheLeft = if (region.view == View.BACK) side == Side.LEFT else side == Side.RIGHT
    return Offset(if (atTheLeft) MIDDLE - x else MIDDLE + x, y)
}

/** From where a place is seen. */
internal val Region.view: View
    get() = when (this) {
        Region.HEAD, Region.FOREHEAD, Region.FACE, Region.EYE, Region.EAR, Region.JAW, Region.MOUTH -> View.HEAD

        Region.BACK_OF_HEAD, Region.NECK, Region.SHOULDER_BLADE, Region.UPPER_BACK, Region.MID_BACK, Region.LOWER_BACK,
        Region.FLANK, Region.SACRUM, Region.BUTTOCK, Region.CALF, Region.HEEL,
        -> View.BACK

        else -> View.FRONT
    }

/** Under which part of the list a place stands. */
internal val Region.group: Group
    get() = when (this) {
        Region.HEAD, Region.FOREHEAD, Region.FACE, Region.EYE, Region.EAR, Region.JAW, Region.MOUTH, Region.THROAT,
        Region.BACK_OF_HEAD, Region.NECK,
        -> Group.HEAD

        Region.CHEST, Region.BREAST, Region.RIBS, Region.UPPER_ABDOMEN, Region.ABDOMEN, Region.GROIN, Region.PELVIS -> Group.TRUNK

        Region.SHOULDER, Region.UPPER_ARM, Region.ELBOW, Region.FOREARM, Region.WRIST, Region.HAND -> Group.ARMS

        Region.HIP, Region.THIGH, Region.KNEE, Region.SHIN, Region.ANKLE, Region.FOOT, Region.CALF, Region.HEEL -> Group.LEGS

        Region.SHOULDER_BLADE, Region.UPPER_BACK, Region.MID_BACK, Region.LOWER_BACK, Region.FLANK, Region.SACRUM,
        Region.BUTTOCK,
        -> Group.BACK
    }

/** The distance from the middle, and the height. */
private fun distance(region: Region): Pair<Float, Float> = when (region) {
    Region.HEAD -> 0f to 15f
    Region.FOREHEAD -> 0f to 31f
    Region.EYE -> 13f to 47f
    Region.EAR -> 37f to 51f
    Region.FACE -> 21f to 64f
    Region.MOUTH -> 0f to 76f
    Region.JAW -> 18f to 85f
    Region.THROAT -> 0f to 35f
    Region.SHOULDER -> 21f to 45.5f
    Region.CHEST -> 8f to 47f
    Region.BREAST -> 9f to 59f
    Region.RIBS -> 12f to 71f
    Region.UPPER_ARM -> 25f to 64f
    Region.ELBOW -> 28.5f to 83f
    Region.FOREARM -> 32f to 100f
    Region.WRIST -> 37f to 115f
    Region.HAND -> 39.5f to 128f
    Region.UPPER_ABDOMEN -> 6.5f to 83f
    Region.ABDOMEN -> 7f to 95f
    Region.PELVIS -> 0f to 108f
    Region.HIP -> 14f to 108f
    Region.GROIN -> 8f to 120f
    Region.THIGH -> 10f to 142f
    Region.KNEE -> 9f to 166f
    Region.SHIN -> 9f to 186f
    Region.ANKLE -> 7.5f to 202f
    Region.FOOT -> 8f to 213f
    Region.BACK_OF_HEAD -> 0f to 16f
    Region.NECK -> 0f to 34f
    Region.UPPER_BACK -> 0f to 47f
    Region.SHOULDER_BLADE -> 12f to 54f
    Region.MID_BACK -> 0f to 70f
    Region.FLANK -> 12f to 84f
    Region.LOWER_BACK -> 0f to 92f
    Region.SACRUM -> 0f to 107f
    Region.BUTTOCK -> 10f to 119f
    Region.CALF -> 9f to 182f
    Region.HEEL -> 7.5f to 212f
}
