package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// A window that freezes is found, however slow the machine; a slow machine is no freeze.
final class HeartbeatTest extends FxTest {
    private static final int WORKS = 3;

    @Test
    void aWindowThatComputesForTwiceTheLimitIsFrozen() {
        AssertionError found = assertThrows(AssertionError.class, () -> Heartbeat.mostly(() -> compute(400)));
        assertTrue(String.valueOf(found.getMessage()).startsWith("The window froze for "), found.toString());
    }

    @Test
    void aWindowThatComputesForAFewMillisIsNotFrozen() {
        assertDoesNotThrow(() -> Heartbeat.mostly(() -> compute(20)));
    }

    /// @param quietMillis what it takes in a quiet hour
    private static void compute(double quietMillis) {
        for (int work = 0; work < WORKS; work++) {
            double millis = quietMillis * Yardstick.slowness();
            runOnFx(() -> Yardstick.compute(millis));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Test
    void whatIsFrozenInMostRoundsIsFrozenAndTheRestIsNot() {
        assertThrows(AssertionError.class, () -> rounds(true, true, true));
        assertThrows(AssertionError.class, () -> rounds(true, false, true, false, true));
        assertDoesNotThrow(() -> rounds(false, false, false));
        assertDoesNotThrow(() -> rounds(true, false, true, false, false));
    }

    @Test
    void whatFailsInItselfFailsAtOnce() {
        AssertionError failed = assertThrows(
                AssertionError.class,
                () -> Heartbeat.mostly(() -> {
                    throw new AssertionError("another");
                }));
        assertEquals("another", failed.getMessage());
    }

    /// As many rounds as given, no more and no fewer.
    private static void rounds(Boolean... frozen) {
        Iterator<Boolean> each = List.of(frozen).iterator();
        Heartbeat.mostRounds(() -> each.next() ? Optional.of("frozen") : Optional.empty());
        assertEquals(false, each.hasNext());
    }
}
