package app.attune.rules.replay;

import app.attune.core.ItemId;
import app.attune.core.NearNames;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.rules.ContextCondition;
import app.attune.rules.ContextWords;
import app.attune.rules.RequestContext;
import app.attune.rules.RequestContext.Basket;
import app.attune.rules.Rule;
import app.attune.rules.replay.RequestColumns.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// As what request each occasion is decided: what the events of that moment tell of it, and what is given where they
/// tell nothing. Of events at one time that tell different things, the first text in order or the smallest total
/// counts, whatever came first. Thread-safe.
final class Requests {
    private static final Pattern BETWEEN_ITEMS = Pattern.compile("[,;|]");

    private final EventFrame frame;
    private final RequestColumns columns;
    private final RequestContext given;
    private final Map<Part, Column> read = new EnumMap<>(Part.class);

    /// @throws ProblemException `replay.unknown-column`
    Requests(EventFrame frame, ReplayOptions options) {
        this.frame = frame;
        this.columns = options.columns();
        this.given = options.context();
        for (Part part : columns.parts()) {
            String name = columns.of(part).orElseThrow();
            read.put(part, frame.property(name).orElseThrow(() -> unknown(name, frame)));
        }
    }

    private static ProblemException unknown(String name, EventFrame frame) {
        List<String> names =
                frame.properties().stream().map(Column::name).sorted().toList();
        return ProblemException.of(
                "replay.unknown-column",
                "The events have no property \u201c" + name + "\u201d.",
                NearNames.question(name, names)
                        .orElse(
                                names.isEmpty()
                                        ? "Import events with columns of their own."
                                        : "They have " + String.join(", ", names) + "."));
    }

    /// Where events tell something of requests: what came with an occasion.
    ///
    /// @param told counts the parts that the events told
    Optional<RequestContext> at(int userIdx, long at, Map<Part, Long> told) {
        if (read.isEmpty()) {
            return Optional.empty();
        }
        int from = frame.to(userIdx, at);
        int to = frame.to(userIdx, at + 1);
        Optional<String> placement = counted(Part.PLACEMENT, text(Part.PLACEMENT, from, to), told);
        Optional<String> device = counted(Part.DEVICE, text(Part.DEVICE, from, to), told);
        Optional<String> items = counted(Part.ITEMS, text(Part.ITEMS, from, to), told);
        Optional<Double> total = counted(Part.TOTAL, total(from, to), told);
        return Optional.of(
                new RequestContext(placement.or(given::placement), device.or(given::device), basket(items, total)));
    }

    private static <T> Optional<T> counted(Part part, Optional<T> found, Map<Part, Long> told) {
        if (found.isPresent()) {
            told.merge(part, 1L, Long::sum);
        }
        return found;
    }

    private Optional<Basket> basket(Optional<String> items, Optional<Double> total) {
        if (items.isEmpty() && total.isEmpty()) {
            return given.basket();
        }
        List<ItemId> inIt = items.map(Requests::items)
                .orElseGet(() -> given.basket().map(Basket::items).orElse(List.of()));
        OptionalDouble sum = total.map(OptionalDouble::of)
                .orElseGet(() -> given.basket().map(Basket::total).orElse(OptionalDouble.empty()));
        return Optional.of(new Basket(inIt, sum));
    }

    private static List<ItemId> items(String text) {
        return Arrays.stream(BETWEEN_ITEMS.split(text, -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .map(ItemId::new)
                .toList();
    }

    private Optional<String> text(Part part, int from, int to) {
        Column column = read.get(part);
        Optional<String> first = Optional.empty();
        for (int row = from; column != null && row < to; row++) {
            String text = column.display(row).strip();
            if (!text.isEmpty()
                    && first.filter(known -> known.compareTo(text) <= 0).isEmpty()) {
                first = Optional.of(text);
            }
        }
        return first;
    }

    private Optional<Double> total(int from, int to) {
        Column column = read.get(Part.TOTAL);
        double least = Double.POSITIVE_INFINITY;
        for (int row = from; column != null && row < to; row++) {
            double number = number(column, row);
            least = number < least ? number : least;
        }
        return Double.isFinite(least) ? Optional.of(least) : Optional.empty();
    }

    private static double number(Column column, int row) {
        if (column instanceof NumberColumn numbers) {
            return numbers.values()[row];
        }
        try {
            return Double.parseDouble(column.display(row).strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /// Of how many decisions something was not told, and of which rules the requests are not known.
    List<Problem> notes(List<Rule> rules, long decisions, Map<Part, Long> told) {
        List<Problem> notes = new ArrayList<>();
        read.keySet().stream()
                .filter(part -> told.getOrDefault(part, 0L) < decisions)
                .map(part -> untold(part, decisions, told.getOrDefault(part, 0L)))
                .forEach(notes::add);
        rules.stream()
                .filter(rule ->
                        rule.isActive() && asked(rule.limits().context()).anyMatch(part -> !read.containsKey(part)))
                .map(this::unknown)
                .forEach(notes::add);
        return notes;
    }

    private Problem untold(Part part, long decisions, long told) {
        return new Problem(
                "replay.told",
                String.format(
                        Locale.ENGLISH,
                        "The property \u201c%s\u201d of the events tells %s at %,d of %,d decisions.",
                        columns.of(part).orElseThrow(),
                        part.words(),
                        told,
                        decisions),
                "The others are made with what is given for every request.");
    }

    private Problem unknown(Rule rule) {
        return new Problem(
                "replay.context",
                "\u201c" + rule.name() + "\u201d asks for the placement, device or basket of a request, of which"
                        + " events say nothing: decided as if every request came with " + ContextWords.of(given)
                        + (read.isEmpty() ? "." : ", but for what properties of the events tell."),
                "Say with what requests come: their placement, device and basket, or which properties of the events"
                        + " tell it.");
    }

    private static Stream<Part> asked(ContextCondition condition) {
        List<Part> parts = new ArrayList<>();
        if (!condition.placements().isEmpty()) {
            parts.add(Part.PLACEMENT);
        }
        if (!condition.devices().isEmpty()) {
            parts.add(Part.DEVICE);
        }
        if (condition.contains().isPresent()) {
            parts.add(Part.ITEMS);
        }
        if (condition.total().isPresent()) {
            parts.add(Part.TOTAL);
        }
        return parts.stream();
    }
}
