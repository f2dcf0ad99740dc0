package app.attune.rules.matrix;

import app.attune.core.ItemId;
import app.attune.rules.FrequencyCap;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.Shown;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A made-up request for a decision.
record MadeRequest(Instant at, RequestContext context) {
    /// With the chosen values; what was not chosen is not given. Empty where a basket would need items that are not
    /// there.
    ///
    /// @param near the time, where none was chosen
    static Optional<MadeRequest> of(Map<Subject, Cell> values, List<Row> rows, Instant near) {
        Instant at = values.get(asked(Subject.Part.TIME)) instanceof Cell.Moment moment ? moment.at() : near;
        List<ItemId> items = List.of();
        if (values.get(asked(Subject.Part.BASKET)) instanceof Cell.Basket basket) {
            if (basket.items().isEmpty()) {
                return Optional.empty();
            }
            items = basket.items().get();
        }
        OptionalDouble total = values.get(asked(Subject.Part.TOTAL)) instanceof Cell.Numbers number
                ? OptionalDouble.of(number.pick())
                : OptionalDouble.empty();
        boolean empty = items.isEmpty() && total.isEmpty();
        RequestContext context = new RequestContext(
                text(values, Subject.Part.PLACEMENT),
                text(values, Subject.Part.DEVICE),
                empty ? Optional.empty() : Optional.of(new RequestContext.Basket(items, total)),
                shown(values, rows, at));
        return Optional.of(new MadeRequest(at, context));
    }

    private static Subject asked(Subject.Part part) {
        return new Subject.Asked(part, "");
    }

    private static Optional<String> text(Map<Subject, Cell> values, Subject.Part part) {
        return values.get(asked(part)) instanceof Cell.Text text ? Optional.of(text.text()) : Optional.empty();
    }

    /// Just before, as often as it takes.
    private static Shown shown(Map<Subject, Cell> values, List<Row> rows, Instant at) {
        Instant before = at.minusMillis(1);
        Shown shown = Shown.nothing();
        for (Row row : rows) {
            if (row instanceof RequestRow.Capped capped
                    && values.get(new Subject.Asked(
                                    Subject.Part.CAP, capped.rule().id().value()))
                            instanceof Cell.Reached reached
                    && reached.reached()) {
                int times =
                        capped.rule().limits().cap().map(FrequencyCap::times).orElse(0);
                List<Instant> firings = new ArrayList<>(Collections.nCopies(times, before));
                shown = shown.with(capped.rule().id(), firings).inVisitSince(before);
            }
        }
        return shown;
    }

    /// Whether a rule was shown as often as its cap allows.
    boolean isCapped(Rule rule) {
        Shown shown = context.shown();
        return rule.limits()
                .cap()
                .filter(cap -> cap.isReached(shown.of(rule.id()), at, shown.visitStart()))
                .isPresent();
    }
}
