package app.attune.segments.discover;

import app.attune.core.TimeWindow;
import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import app.attune.segments.Comparison;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.FieldTest;
import app.attune.segments.KnownValue;
import app.attune.segments.Measure;
import app.attune.segments.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The traits worth asking about on some data, the simplest first: attributes, then what users did of each type and how
/// long ago, then what they did with items of a kind.
final class TraitCatalogue {
    private static final int TYPES = 6;
    private static final int TEXTS = 12;
    private static final int KINDS = 15;
    private static final int KEYS = 3;
    private static final List<Integer> DAYS = List.of(7, 14, 28, 30, 60, 90, 180);
    private static final List<Integer> FEW_DAYS = List.of(28, 30, 90);

    private final Population population;
    private final FieldCatalogue fields;
    private final Duration span;
    private final List<Trait> traits = new ArrayList<>();

    private TraitCatalogue(Population population, Instant asOf) {
        this.population = population;
        this.fields = FieldCatalogue.of(population);
        this.span = population
                .events()
                .span()
                .map(TimeWindow::from)
                .map(first -> Duration.between(first, asOf))
                .orElse(Duration.ZERO);
    }

    static List<Trait> of(Population population, Instant asOf) {
        TraitCatalogue catalogue = new TraitCatalogue(population, asOf);
        population.attributes().columns().forEach(catalogue::addAttribute);
        catalogue.addEvents(List.of());
        catalogue.types(TYPES).forEach(type -> catalogue.addEvents(List.of(type)));
        catalogue.types(TYPES).forEach(catalogue::addKinds);
        return List.copyOf(catalogue.traits);
    }

    private List<String> types(int most) {
        return fields.types().stream().limit(most).map(KnownValue::text).toList();
    }

    private void addAttribute(Column column) {
        switch (column) {
            case NumberColumn number -> traits.add(new Trait.NumberAttribute(number.name()));
            case DateColumn date -> traits.add(new Trait.DateAttribute(date.name()));
            case TextColumn text ->
                fields.attributeValues(text.name()).stream()
                        .limit(TEXTS)
                        .forEach(value -> traits.add(new Trait.TextValue(text.name(), value.text())));
        }
    }

    /// What users did of these types, or at all: how often, how long ago, how much, and how many different things.
    private void addEvents(List<String> types) {
        add(types, List.of(), new Measure.DaysSinceLast(), new Window.AllTime());
        windows(DAYS).forEach(window -> add(types, List.of(), new Measure.Count(), window));
        within(DAYS)
                .forEach(
                        days -> add(types, List.of(), new Measure.Count(), new Window.Earlier(days, Window.Unit.DAYS)));
        if (!types.isEmpty()) {
            windows(FEW_DAYS).forEach(window -> add(types, List.of(), new Measure.Sum("value"), window));
            keys().forEach(field -> windows(FEW_DAYS)
                    .forEach(window -> add(types, List.of(), new Measure.CountDistinct(field), window)));
        }
    }

    /// How often users did something with items of each kind, where few kinds tell the items apart.
    private void addKinds(String type) {
        EventFrame frame = population.events();
        for (Column column : frame.catalogue().columns()) {
            String field = "item." + column.name();
            List<KnownValue> kinds = fields.eventFieldValues(field);
            if (column instanceof TextColumn && kinds.size() > 1 && kinds.size() <= KINDS) {
                kinds.forEach(kind -> windows(FEW_DAYS)
                        .forEach(window -> add(
                                List.of(type),
                                List.of(new FieldTest(field, Comparison.IS, List.of(kind.text()))),
                                new Measure.Count(),
                                window)));
            }
        }
    }

    /// The fields whose different values are worth counting: the item and properties that look like keys.
    private List<String> keys() {
        List<String> properties = population.events().properties().stream()
                .filter(TextColumn.class::isInstance)
                .map(Column::name)
                .filter(name -> fields.eventFieldValues(name).size() > KINDS)
                .limit(KEYS - 1L)
                .toList();
        return Stream.concat(Stream.of("item"), properties.stream()).toList();
    }

    private List<Integer> within(List<Integer> days) {
        return days.stream()
                .filter(count -> Duration.ofDays(count).compareTo(span) < 0)
                .toList();
    }

    private List<Window> windows(List<Integer> days) {
        return Stream.<Window>concat(
                        within(days).stream().map(count -> new Window.Last(count, Window.Unit.DAYS)),
                        Stream.of(new Window.AllTime()))
                .toList();
    }

    private void add(List<String> types, List<FieldTest> where, Measure measure, Window window) {
        traits.add(new Trait.Measured(
                new EventCondition(types, where, measure, window, Comparison.IS_PRESENT, List.of())));
    }
}
