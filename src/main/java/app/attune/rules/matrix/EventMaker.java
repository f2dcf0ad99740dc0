package app.attune.rules.matrix;

import app.attune.segments.EventCondition;
import app.attune.segments.Profile;
import app.attune.segments.ProfileShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes events whose measures have given values, by adding whatever brings the measures nearest to them.
///
/// It may fail although there are such events; what it gives is measured to be right.
final class EventMaker {
    private static final int MOST_ROUNDS = 40;
    private static final double APART = 1_000;

    private final Schema schema;

    EventMaker(Schema schema) {
        this.schema = schema;
    }

    /// The user with events; empty when none were found.
    Optional<MadeUser> make(MadeUser user, Map<Subject, Cell> values) {
        Map<EventCondition, Cell> wanted = new LinkedHashMap<>();
        values.forEach((subject, cell) -> {
            if (subject instanceof Subject.Measured measured && measured.isNumber()) {
                wanted.put(measured.row(), cell);
            }
        });
        MadeUser best = user;
        EventOffers offers = new EventOffers(schema, wanted);
        for (int round = 0; distance(best, wanted) > 0; round++) {
            Optional<MadeUser> next = nearer(best, wanted, offers);
            if (next.isEmpty() || round == MOST_ROUNDS) {
                return Optional.empty();
            }
            best = next.get();
        }
        return Optional.of(best);
    }

    /// The first with more events whose measures are nearer.
    private Optional<MadeUser> nearer(MadeUser user, Map<EventCondition, Cell> wanted, EventOffers offers) {
        double distance = distance(user, wanted);
        Map<EventCondition, Double> measured = measured(user, List.copyOf(wanted.keySet()));
        return offers.of(measured, user.events().size()).stream()
                .map(more -> with(user, more))
                .filter(next -> distance(next, wanted) < distance)
                .findFirst();
    }

    private static MadeUser with(MadeUser user, List<MadeEvent> more) {
        List<MadeEvent> events = new ArrayList<>(user.events());
        events.addAll(more);
        return user.with(events);
    }

    /// NaN for what is missing.
    Map<EventCondition, Double> measured(MadeUser user, List<EventCondition> rows) {
        var population = user.population(schema);
        ProfileShape shape = ProfileShape.of(List.copyOf(rows), List.of(), population);
        Profile profile = shape.reader(population, schema.asOf()).apply(0);
        Map<EventCondition, Double> measured = new LinkedHashMap<>();
        rows.forEach(row -> measured.put(
                row, profile.features().getOrDefault(shape.features().of(row).name(), Double.NaN)));
        return measured;
    }

    private double distance(MadeUser user, Map<EventCondition, Cell> wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        double distance = 0;
        for (Map.Entry<EventCondition, Double> entry :
                measured(user, List.copyOf(wanted.keySet())).entrySet()) {
            distance += distance(wanted.getOrDefault(entry.getKey(), new Cell.Missing()), entry.getValue());
        }
        return distance;
    }

    /// 0 for a value of the cell.
    static double distance(Cell wanted, double value) {
        if (!(wanted instanceof Cell.Numbers numbers)) {
            return Double.isNaN(value) ? 0 : APART;
        }
        if (Double.isNaN(value)) {
            return APART;
        }
        boolean inside = value == numbers.pick() || (value > numbers.low() && value < numbers.high());
        return inside ? 0 : 1 + Math.abs(value - numbers.pick()) / (1 + Math.abs(numbers.pick()));
    }
}
