package app.attune.events.store;

import app.attune.core.Progress;
import app.attune.core.workspace.Workspace;
import app.attune.events.EventsFixture;
import app.attune.events.FrameCache;
import app.attune.events.read.FileFormat;
import java.nio.file.Path;

/// A process that imports one file and says so now and then, to be killed.
final class ImportChild {
    private static final int TICKS_A_SIGN = 4;

    private ImportChild() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]), EventsFixture.CLOCK);
                EventsFixture events = new EventsFixture(workspace.database(), FrameCache.none())) {
            Path file = Path.of(arguments[1]);
            FileFormat format = events.service.detect(file);
            Progress signs = new Progress() {
                private int ticks;

                @Override
                public void report(String stage, long done, long total) {
                    if (++ticks % TICKS_A_SIGN == 0) {
                        System.out.println("progress " + stage);
                    }
                }

                @Override
                public boolean isCancelled() {
                    return false;
                }
            };
            events.service.importFile(file, format, events.service.guess(events.service.preview(file, format)), signs);
        }
    }
}
