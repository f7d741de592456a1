// What breaks in the app while a test plays is remembered, for otherwise nothing would be seen but that nothing happens any more.
package org.vigie.ui

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineExceptionHandler
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.job
import kotlinx.coroutines.plus
import java.util.concurrent.CopyOnWriteArrayList

/** What broke, in its order. */
class Broken {
    private val causes = CopyOnWriteArrayList<Throwable>()

    /** A scope for the app, below that of what draws: what breaks in one thing that is done is remembered, and ends nothing else. */
    fun heard(drawing: CoroutineScope): CoroutineScope {
        val job = SupervisorJob(drawing.coroutineContext.job)
        // What breaks where it is drawn ends everything.
        job.invokeOnCompletion { end ->
            generateSequence(end) { it.cause }.lastOrNull()?.takeIf { it !is CancellationException }?.let { causes += it }
        }
        return drawing + job + CoroutineExceptionHandler { _, cause -> causes += cause }
    }

    /** Fails with the first of it. */
    fun isNone() {
        causes.firstOrNull()?.let { throw AssertionError("the app broke: $it", it) }
    }
}
