package app.attune.events.store;

import app.attune.core.Progress;
import app.attune.core.workspace.Workspace;
import app.attune.events.EventsFixture;
import app.attune.events.FrameCache;
import java.nio.file.Path;

/// A process that forgets one import and says so at every step, to be killed.
final class ForgetChild {
    private ForgetChild() {}

    public static void main(String[] arguments) {
        try (Workspace workspace = Workspace.open(Path.of(arguments[0]), EventsFixture.CLOCK);
                EventsFixture events = new EventsFixture(workspace.database(), FrameCache.none())) {
            Progress signs = new Progress() {
                @Override
                public void report(String stage, long done, long total) {}

                @Override
                public boolean isCancelled() {
                    System.out.println("progress");
                    return false;
                }
            };
            events.store.forget(Long.parseLong(arguments[1]), signs);
        }
    }
}
