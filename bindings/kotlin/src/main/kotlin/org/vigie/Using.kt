// Using a journal the way Kotlin does: a block that ends with the journal locked, calls off the main thread.
package org.vigie

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext

/**
 * Locks the journal and frees it. A call of another thread that has begun is waited for, and every later one is refused, so the
 * keys are gone when this returns. A second time it does nothing.
 *
 * @throws JournalException.Io when the last tidying of the file failed. It is locked and freed all the same.
 */
fun Journal.shut() {
    try {
        if (!uniffiIsDestroyed) lock()
    } finally {
        close()
    }
}

/** Runs the block with the journal, and [shut]s it however the block ends. */
inline fun <T> Journal.use(block: (Journal) -> T): T {
    var failure: Throwable? = null
    try {
        return block(this)
    } catch (thrown: Throwable) {
        failure = thrown
        throw thrown
    } finally {
        when (val first = failure) {
            null -> shut()
            else -> runCatching { shut() }.onFailure(first::addSuppressed)
        }
    }
}

/**
 * Makes calls off the thread of the caller: `journal.off { record(entry) }`.
 *
 * What has begun is done to its end and its result arrives, even when the coroutine is cancelled meanwhile: the prompt that an
 * entry gave is not lost on the way. A coroutine that is cancelled already begins nothing.
 */
suspend fun <T> Journal.off(dispatcher: CoroutineDispatcher = Dispatchers.IO, block: Journal.() -> T): T = toItsEnd(dispatcher) { block() }

/** As [off], to open or create a journal: `Journal.off { open(dir, unlock) }`. One that was opened always arrives, to be [shut]. */
suspend fun <T> Journal.Companion.off(dispatcher: CoroutineDispatcher = Dispatchers.IO, block: Journal.Companion.() -> T): T =
    toItsEnd(dispatcher) { block() }

private suspend fun <T> toItsEnd(dispatcher: CoroutineDispatcher, block: () -> T): T {
    currentCoroutineContext().ensureActive()
    // Twice: on the way back from another thread, the inner one would drop its result if the context around it were cancelled.
    return withContext(NonCancellable) { withContext(dispatcher) { block() } }
}
