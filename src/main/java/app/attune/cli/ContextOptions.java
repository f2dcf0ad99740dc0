package app.attune.cli;

import app.attune.core.ItemId;
import app.attune.core.Problem;
import app.attune.rules.ItemCatalogue;
import app.attune.rules.RequestCheck;
import app.attune.rules.RequestContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what a request for a list tells of itself.
final class ContextOptions {
    @Option(names = "--placement", description = "Where the list would be shown, such as cart; not given if left out.")
    @Nullable
    private String placement;

    @Option(names = "--device", description = "On what, such as phone; not given if left out.")
    @Nullable
    private String device;

    @Option(names = "--basket", paramLabel = "ITEM", split = ",", description = "Items in the basket, with commas.")
    private List<String> basket = List.of();

    @Option(names = "--basket-total", paramLabel = "AMOUNT", description = "What the basket costs.")
    @Nullable
    private Double total;

    /// As [#context], warning of what neither rules nor items know.
    RequestContext context(Services services, ItemCatalogue catalogue, Consumer<Problem> warn) {
        RequestContext given = context();
        RequestCheck.of(given, services.rules().rules(), catalogue).forEach(warn);
        return given;
    }

    /// @throws app.attune.core.ProblemException if a value is none
    private RequestContext context() {
        OptionalDouble sum = total == null ? OptionalDouble.empty() : OptionalDouble.of(total);
        return Words.checked(() -> {
            RequestContext.Basket items =
                    new RequestContext.Basket(basket.stream().map(ItemId::new).toList(), sum);
            boolean given = !basket.isEmpty() || sum.isPresent();
            return new RequestContext(
                    Optional.ofNullable(placement),
                    Optional.ofNullable(device),
                    given ? Optional.of(items) : Optional.empty());
        });
    }
}
