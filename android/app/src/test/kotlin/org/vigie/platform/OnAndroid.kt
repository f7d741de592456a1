// How these tests run: on Robolectric's Android, with the native library outside of it.
package org.vigie.platform

import org.junit.runners.model.FrameworkMethod
import org.robolectric.RobolectricTestRunner
import org.robolectric.internal.bytecode.InstrumentationConfiguration

/** Robolectric loads every class anew for its Android; a native library can be loaded once, and by one loader. */
class OnAndroid(test: Class<*>) : RobolectricTestRunner(test) {
    override fun createClassLoaderConfig(method: FrameworkMethod): InstrumentationConfiguration =
        InstrumentationConfiguration.Builder(super.createClassLoaderConfig(method)).doNotAcquirePackage("com.sun.jna").build()
}
