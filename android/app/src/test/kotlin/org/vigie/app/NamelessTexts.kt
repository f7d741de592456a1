// The texts of Android's own libraries, which lie in resources that only Android's build can make: here each is empty. Ours are in the core.
package org.vigie.app

import android.content.res.Resources
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.annotation.RealObject
import org.robolectric.shadow.api.Shadow.directlyOn
import org.robolectric.shadows.ShadowResources
import org.robolectric.util.ReflectionHelpers.ClassParameter.from

/** Answers for the numbers that Unpack.java gave; the system's own are asked of the system. */
@Implements(Resources::class)
class NamelessTexts : ShadowResources() {
    @RealObject
    private lateinit var real: Resources

    /** A text by its number. */
    @Implementation
    fun getText(number: Int): CharSequence = if (number ushr PACKAGE ==
        OURS
    ) {
        ""
    } else {
        directlyOn(real, Resources::class.java, "getText", from(Int::class.javaPrimitiveType, number))
    }

    private companion object {
        const val PACKAGE = 24

        /** The first byte of every number of an app's own resources. */
        const val OURS = 0x7f
    }
}
