package app.attune.serve;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Counts the requests being answered, and closes the door behind the last.
final class InFlight {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private int count;
    private boolean closed;

    /// @return whether the door is still open
    boolean enter() {
        lock.lock();
        try {
            count++;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            count--;
            if (count == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    int count() {
        lock.lock();
        try {
            return count;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /// Lets nobody in any more and waits for those who are.
    ///
    /// @return how many were still there when the time was up
    int drain(Duration limit) {
        lock.lock();
        try {
            closed = true;
            long left = limit.toNanos();
            while (count > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return count;
        } finally {
            lock.unlock();
        }
    }
}
