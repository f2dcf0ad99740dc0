package app.attune.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private long millis;
    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis);
        }
    };
    private final History<String> history = new History<>("a", clock);

    @Test
    void undoBringsBackTheValueBeforeAndRedoTheValueAfter() {
        history.change("Add b", "ab");
        history.undo();
        assertEquals("a", history.value());
        assertEquals("Add b", history.redoNameProperty().get());
        history.redo();
        assertEquals("ab", history.value());
        assertEquals("Add b", history.undoNameProperty().get());
    }

    @Test
    void typingWithinHalfASecondIsOneStep() {
        history.typed("Name", "ab");
        millis += 400;
        history.typed("Name", "abc");
        millis += 400;
        history.typed("Name", "abcd");
        history.undo();
        assertEquals("a", history.value());
    }

    @Test
    void typingAfterAPauseIsAStepOfItsOwn() {
        history.typed("Name", "ab");
        millis += 600;
        history.typed("Name", "abc");
        history.undo();
        assertEquals("ab", history.value());
    }

    @Test
    void aChangeAfterAnUndoForgetsWhatWasUndone() {
        history.change("Add b", "ab");
        history.undo();
        history.change("Add c", "ac");
        history.redo();
        assertEquals("ac", history.value());
        assertEquals("", history.redoNameProperty().get());
    }

    @Test
    void theSameValueAgainIsNoStep() {
        history.change("Nothing", "a");
        assertEquals("", history.undoNameProperty().get());
    }
}
