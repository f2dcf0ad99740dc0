package app.attune.cli;

import app.attune.segments.discover.BasketLimits;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is asked of items bought together.
final class BasketOptions {
    @Option(names = "--baskets", description = "Look for items bought together.")
    private boolean baskets;

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "With --baskets: pairs in at least so many orders, 5 if not given.")
    @Nullable
    private Integer orders;

    @Option(
            names = "--items",
            paramLabel = "N",
            description = "With --baskets: among so many items, those in most orders; 300 if not given.")
    @Nullable
    private Integer items;

    @Option(
            names = "--lift",
            paramLabel = "TIMES",
            description = "With --baskets: at least so many times as many orders as by chance, 1.2 if not given.")
    @Nullable
    private Double lift;

    boolean isAsked() {
        return baskets;
    }

    /// Whether something is given that only items bought together have.
    boolean isLimited() {
        return Stream.of(orders, items, lift).anyMatch(Objects::nonNull);
    }

    /// @throws app.attune.core.ProblemException `discover.limits`
    BasketLimits limits() {
        BasketLimits usual = BasketLimits.DEFAULT;
        return new BasketLimits(
                Optional.ofNullable(orders).orElse(usual.orders()),
                Optional.ofNullable(items).orElse(usual.items()),
                Optional.ofNullable(lift).orElse(usual.lift()),
                usual.most());
    }
}
