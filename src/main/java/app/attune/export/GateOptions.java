package app.attune.export;

import app.attune.core.ProblemException;
import java.util.List;
import java.util.Optional;

/// What gates go by.
///
/// @param minimumSegment users that the segment of an active rule must have
/// @param waivers        at most one for each gate
public record GateOptions(int minimumSegment, List<Waiver> waivers) {
    /// Users below whom a segment tells more of single people than of a group.
    public static final int MINIMUM_SEGMENT = 30;

    private static final int MOST = 1_000_000_000;

    /// @throws ProblemException `export.minimum-segment`
    public GateOptions {
        if (minimumSegment < 0 || minimumSegment > MOST) {
            throw ProblemException.of(
                    "export.minimum-segment",
                    "A segment can't be asked to have " + minimumSegment + " users.",
                    "Choose a whole number from 0 to " + MOST + ".");
        }
        waivers = List.copyOf(waivers);
    }

    /// As usual, with nothing waived.
    public static GateOptions usual() {
        return new GateOptions(MINIMUM_SEGMENT, List.of());
    }

    public GateOptions withMinimumSegment(int users) {
        return new GateOptions(users, waivers);
    }

    public GateOptions withWaivers(List<Waiver> newWaivers) {
        return new GateOptions(minimumSegment, newWaivers);
    }

    Optional<Waiver> waiver(String gate) {
        return waivers.stream().filter(waiver -> waiver.gate().equals(gate)).findFirst();
    }
}
