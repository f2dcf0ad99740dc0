package app.attune.cli;

import app.attune.core.ProblemException;
import app.attune.segments.rfm.Cuts;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmService;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How buyers are cut into cells, and which cells are meant.
final class RfmOptions {
    @Option(
            names = "--recency",
            paramLabel = "DAYS",
            description = "For rfm: limits in days, such as 7,30,90; fifths if not given.")
    @Nullable
    private String recency;

    @Option(
            names = "--times",
            paramLabel = "NUMBERS",
            description = "For rfm: limits of the number of purchases, such as 1,2,5; fifths if not given.")
    @Nullable
    private String times;

    @Option(
            names = "--cells",
            split = ",",
            paramLabel = "CELL",
            description =
                    "For rfm with a name: cells to make a segment of, as R1F5 for the most recent and most frequent.")
    private List<String> cells = List.of();

    /// @throws ProblemException `cli.bad-option` if any was given
    void refuse() {
        if (recency != null || times != null || !cells.isEmpty()) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "--recency, --times and --cells cut the grid of rfm.",
                    "For example attune segment WORKSPACE rfm --recency 7,30,90 --times 1,2,5.");
        }
    }

    /// A name without cells, or cells without a name, would make no segment.
    ///
    /// @throws ProblemException `cli.missing-argument` or `cli.missing-option`
    void requireBoth(Optional<String> name) {
        if (name.isEmpty() && !cells.isEmpty()) {
            throw ProblemException.of(
                    "cli.missing-argument",
                    "--cells makes a segment of " + String.join(", ", cells) + ", and its name is missing.",
                    "Name it, as in attune segment WORKSPACE rfm \"Best buyers\" --cells " + String.join(",", cells)
                            + ", or leave --cells out to see the grid.");
        }
        if (name.isPresent() && cells.isEmpty()) {
            throw ProblemException.of(
                    "cli.missing-option",
                    "A segment \"" + name.get() + "\" needs cells to be made of.",
                    "Give them with --cells, as in --cells R1F3,R2F3, or leave the name out to see the grid.");
        }
    }

    /// @throws ProblemException `segments.bad-cuts`
    RfmService.Wish wish() {
        return new RfmService.Wish(
                Optional.ofNullable(recency).map(Cuts::read),
                Optional.ofNullable(times).map(Cuts::read));
    }

    /// @throws ProblemException `cli.bad-option`
    List<RfmGrid.Cell> chosen(RfmGrid grid) {
        return cells.stream().map(one -> chosen(grid, one)).toList();
    }

    private static RfmGrid.Cell chosen(RfmGrid grid, String name) {
        return grid.cells().stream()
                .filter(cell -> name(cell).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "cli.bad-option",
                        "There is no cell " + name + ".",
                        "Cells are called R1F1 to " + name(grid.cells().getLast()) + "."));
    }

    static String name(RfmGrid.Cell cell) {
        return "R" + (cell.recency() + 1) + "F" + (cell.times() + 1);
    }
}
