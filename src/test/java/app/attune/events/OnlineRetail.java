package app.attune.events;

import app.attune.profiles.Population;
import java.nio.file.Path;

/// The people of the public data set Online Retail, imported once in a process for all tests that only look at them.
public final class OnlineRetail {
    private OnlineRetail() {}

    /// As of the import, whose store is closed.
    public static Population people() {
        return Imported.PEOPLE;
    }

    /// Made when it is first asked for.
    private static final class Imported {
        static final Population PEOPLE = imported();

        private static Population imported() {
            Path data =
                    Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");
            try (EventsFixture events = new EventsFixture()) {
                events.importGuessed(data.resolve("online-retail/online-retail.csv.gz"));
                return events.people();
            }
        }
    }
}
