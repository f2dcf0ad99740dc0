package app.attune.cli;

import app.attune.rules.replay.RequestColumns;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say which properties of events tell of the requests they came with.
final class RequestColumnOptions {
    @Option(
            names = "--placement-column",
            paramLabel = "PROPERTY",
            description = "Of events, that says where a list would be shown; --placement where it says nothing.")
    @Nullable
    private String placement;

    @Option(names = "--device-column", paramLabel = "PROPERTY", description = "Of events, that says on what.")
    @Nullable
    private String device;

    @Option(
            names = "--basket-column",
            paramLabel = "PROPERTY",
            description = "Of events, that has the ids of the items in the basket, with commas, semicolons or bars.")
    @Nullable
    private String items;

    @Option(
            names = "--basket-total-column",
            paramLabel = "PROPERTY",
            description = "Of events, that says what the basket costs.")
    @Nullable
    private String total;

    RequestColumns columns() {
        return new RequestColumns(
                Optional.ofNullable(placement),
                Optional.ofNullable(device),
                Optional.ofNullable(items),
                Optional.ofNullable(total));
    }
}
