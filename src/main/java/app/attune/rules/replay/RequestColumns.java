package app.attune.rules.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which properties of events tell with what request their occasion came.
///
/// @param placement as text
/// @param device    as text
/// @param items     of the basket, with commas, semicolons or bars between their ids
/// @param total     of the basket, a number
public record RequestColumns(
        Optional<String> placement, Optional<String> device, Optional<String> items, Optional<String> total) {
    private static final RequestColumns NONE =
            new RequestColumns(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /// A part of a request, as it is called in sentences.
    public enum Part {
        PLACEMENT("placement"),
        DEVICE("device"),
        ITEMS("the items of the basket"),
        TOTAL("the basket's total");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// Events say nothing of requests.
    public static RequestColumns none() {
        return NONE;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /// The property that tells a part.
    public Optional<String> of(Part part) {
        return switch (part) {
            case PLACEMENT -> placement;
            case DEVICE -> device;
            case ITEMS -> items;
            case TOTAL -> total;
        };
    }

    /// The parts that events tell.
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(Part.values()));
        parts.removeIf(part -> of(part).isEmpty());
        return parts;
    }
}
