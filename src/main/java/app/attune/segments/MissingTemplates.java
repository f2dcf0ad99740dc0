package app.attune.segments;

import app.attune.core.Progress;
import app.attune.events.Dictionary;
import app.attune.profiles.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in words why the data at hand is not offered some of [SegmentTemplates].
final class MissingTemplates {
    private static final int MOST_NAMED = 8;

    private MissingTemplates() {}

    /// Empty where all are offered or nothing was imported yet.
    static Optional<String> of(Population population, Progress progress) {
        Dictionary types = population.events().types();
        if (types.size() == 0) {
            return Optional.empty();
        }
        List<TypeMeaning> absent = List.of(TypeMeaning.PURCHASE, TypeMeaning.CART, TypeMeaning.VIEW).stream()
                .filter(meaning -> meaning.in(types).isEmpty())
                .toList();
        return absent.isEmpty() ? worthless(population, progress) : Optional.of(without(absent, types));
    }

    private static String without(List<TypeMeaning> absent, Dictionary types) {
        List<String> clauses = new ArrayList<>();
        for (TypeMeaning meaning : absent) {
            List<String> templates = templates(meaning);
            clauses.add(Wording.join(templates, " and ") + (templates.size() == 1 ? " looks" : " look")
                    + " for an event type called " + meaning.names());
        }
        String usual = Wording.join(absent.stream().map(TypeMeaning::usual).toList(), " or ");
        return "Not offered: " + String.join("; ", clauses) + ". This data has " + named(types)
                + ". If one of these means that, forget the import and import again with a rule that names it " + usual
                + " (Columns, Event types in the import wizard).";
    }

    private static List<String> templates(TypeMeaning meaning) {
        return switch (meaning) {
            case PURCHASE -> List.of("Frequent buyers", "Cart abandoners", "Lapsed", "Window shoppers", "VIP");
            case CART -> List.of("Cart abandoners");
            case VIEW -> List.of("Window shoppers", "Interested in one item");
            case RETURN -> List.of();
        };
    }

    /// VIPs are told by what they paid.
    private static Optional<String> worthless(Population population, Progress progress) {
        return SegmentTemplates.hasVip(population, population.defaultAsOf(), progress)
                ? Optional.empty()
                : Optional.of("Not offered: VIP looks for the value of purchases, and no "
                        + TypeMeaning.PURCHASE.in(population.events().types()).orElse("")
                        + " event has one above 0. Import again with the column that holds it as value.");
    }

    private static String named(Dictionary types) {
        String names = types.texts().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return types.size() > MOST_NAMED ? names + ", …" : names;
    }
}
