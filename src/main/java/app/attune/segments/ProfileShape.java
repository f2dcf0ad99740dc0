package app.attune.segments;

import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.ConsentBasis;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// What some conditions need to know of users, and the conditions asked of exactly that.
///
/// One of two ways to ask a condition; the other is [SegmentEvaluator], which reads the events themselves.
public final class ProfileShape {
    private final Map<String, Optional<FieldKind>> attributes = new TreeMap<>();
    private final FeatureSet features;
    private final ConsentBasis basis;

    private ProfileShape(FeatureSet features, ConsentBasis basis) {
        this.features = features;
        this.basis = basis;
    }

    /// @param further  attributes that are needed besides those of the conditions
    /// @param triggers rows that bind an item, which is needed too, see [TriggerItem]
    /// @throws app.attune.core.ProblemException `segments.not-carried` if a row measures a text that is no item
    public static ProfileShape of(
            Collection<Condition> conditions,
            Collection<String> further,
            Collection<EventCondition> triggers,
            Population population) {
        List<Condition> measured = new ArrayList<>(conditions);
        measured.addAll(triggers);
        ProfileShape shape =
                new ProfileShape(FeatureSet.of(measured), population.consents().basis());
        Set<String> names = new TreeSet<>(further);
        conditions.forEach(condition -> collect(condition, names));
        names.forEach(
                name -> shape.attributes.put(name, population.attribute(name).map(FieldKind::of)));
        return shape;
    }

    private static void collect(Condition condition, Set<String> names) {
        if (condition instanceof AttributeCondition row) {
            names.add(row.attribute());
        }
        if (condition instanceof EventCondition row && !CarriedRows.isCarried(row)) {
            throw CarriedRows.refusal(row);
        }
        if (condition instanceof ConsentCondition row) {
            names.add(Population.CONSENT_PREFIX + row.purpose());
        }
        Conditions.parts(condition).forEach(part -> collect(part, names));
    }

    /// Without items.
    public static ProfileShape of(Collection<Condition> conditions, Collection<String> further, Population population) {
        return of(conditions, further, List.of(), population);
    }

    /// What each attribute holds, by name; empty when the data has no such attribute.
    public Map<String, Optional<FieldKind>> attributes() {
        return attributes;
    }

    public FeatureSet features() {
        return features;
    }

    /// Reads profiles of the population at a point in time, by user position.
    public Function<Integer, Profile> reader(Population population, Instant asOf) {
        Population then = population.asOf(asOf);
        List<Column> columns = attributes.keySet().stream()
                .flatMap(name -> then.attribute(name).stream())
                .toList();
        Map<String, ToDoubleFunction<Integer>> meters = new TreeMap<>();
        Map<String, ToDoubleFunction<Integer>> items = new TreeMap<>();
        features.features()
                .forEach(feature -> (feature.isItem() ? items : meters)
                        .put(feature.name(), new EventMeter(population.events(), feature.condition(), asOf)::of));
        return userIdx -> {
            Map<String, String> texts = new TreeMap<>();
            columns.stream()
                    .filter(column -> !column.isMissing(userIdx))
                    .forEach(column -> texts.put(column.name(), column.display(userIdx)));
            Map<String, String> bound = new TreeMap<>();
            known(items, userIdx)
                    .forEach((name, code) ->
                            bound.put(name, population.events().items().text(code.intValue())));
            return new Profile(texts, known(meters, userIdx), bound);
        };
    }

    /// What is not missing.
    private static Map<String, Double> known(Map<String, ToDoubleFunction<Integer>> meters, int userIdx) {
        Map<String, Double> values = new TreeMap<>();
        meters.forEach((name, meter) -> {
            double value = meter.applyAsDouble(userIdx);
            if (!Double.isNaN(value)) {
                values.put(name, value);
            }
        });
        return values;
    }

    /// Whether the condition, one of those of the shape, holds for a profile.
    public boolean holds(Condition condition, Profile profile) {
        return switch (condition) {
            case AllOf(List < Condition > parts) -> parts.stream().allMatch(part -> holds(part, profile));
            case AnyOf(List < Condition > parts) -> parts.stream().anyMatch(part -> holds(part, profile));
            case NoneOf(List < Condition > parts) -> parts.stream().noneMatch(part -> holds(part, profile));
            case UserCondition row -> holds(plain(row), profile);
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row ->
                holds(row, Optional.ofNullable(profile.attributes().get(row.attribute())));
            case EventCondition row -> holds(row, features.of(row), profile);
        };
    }

    private static boolean holds(EventCondition row, Feature feature, Profile profile) {
        if (feature.isItem()) {
            Optional<String> item = Optional.ofNullable(profile.items().get(feature.name()));
            return item.map(ColumnTest.text(row.comparison(), row.values())::test)
                    .orElseGet(row.asked()::matchesMissing);
        }
        Double value = profile.features().get(feature.name());
        return ColumnTest.number(row.asked()).test(value == null ? Double.NaN : value);
    }

    /// The same as attributes and features say it.
    ///
    /// @throws app.attune.core.ProblemException `segments.not-carried` if they cannot
    public Condition plain(UserCondition row) {
        return switch (row) {
            case ConsentCondition consent -> consent.asAttribute(basis);
            case UserListCondition list -> throw CarriedRows.refusal(list);
            case BucketCondition bucket -> throw CarriedRows.refusal(bucket);
            case RankCondition rank -> throw CarriedRows.refusal(rank);
            case SegmentCondition segment -> throw CarriedRows.refusal(segment);
        };
    }

    private boolean holds(AttributeCondition row, Optional<String> value) {
        Optional<FieldKind> kind = attributes.getOrDefault(row.attribute(), Optional.empty());
        return kind.isEmpty()
                ? row.asked().matchesMissing()
                : ColumnTest.of(column(kind.get(), row.attribute(), value), row.asked())
                        .test(0);
    }

    private static Column column(FieldKind kind, String name, Optional<String> value) {
        return switch (kind) {
            case TEXT ->
                value.map(text -> new TextColumn(name, Dictionary.of(List.of(text)), new int[] {0}))
                        .orElse(new TextColumn(name, Dictionary.of(List.of()), new int[] {Dictionary.MISSING}));
            case NUMBER ->
                new NumberColumn(
                        name, new double[] {value.map(Double::parseDouble).orElse(Double.NaN)});
            case DATE ->
                new DateColumn(name, new long[] {
                    value.map(Instant::parse).map(Instant::toEpochMilli).orElse(DateColumn.MISSING)
                });
        };
    }

    /// The values of a row as a server reads them: texts, doubles, or ISO-8601 instants.
    public List<Object> values(AttributeCondition row) {
        Optional<FieldKind> kind = attributes.getOrDefault(row.attribute(), Optional.empty());
        return row.values().stream()
                .map(text -> kind.map(known -> value(known, text)).orElse(text))
                .toList();
    }

    private static Object value(FieldKind kind, String text) {
        return switch (kind) {
            case TEXT -> text;
            case NUMBER -> Literals.requireNumber(text);
            case DATE -> Instant.ofEpochMilli(Literals.requireDate(text)).toString();
        };
    }

    /// The values of a row as a server reads them: numbers, or texts where an item is asked for.
    public static List<Object> values(EventCondition row) {
        return row.measure() instanceof Measure.ItemWithMost ? List.copyOf(row.values()) : List.copyOf(numbers(row));
    }

    private static List<Double> numbers(EventCondition row) {
        return row.values().stream().map(Literals::requireNumber).toList();
    }

    /// Profiles like this one but at, just beside and without each value that a condition compares with.
    public List<Profile> boundaries(Condition condition, Profile profile) {
        List<Profile> found = new ArrayList<>();
        switch (condition) {
            case MarkedCondition marked -> throw marked.unexpected();
            case AttributeCondition row -> attributeBoundaries(row, profile, found);
            case EventCondition row -> featureBoundaries(row, profile, found);
            case UserCondition row -> found.addAll(boundaries(plain(row), profile));
            case AllOf(List < Condition > parts) -> parts.forEach(part -> found.addAll(boundaries(part, profile)));
            case AnyOf(List < Condition > parts) -> parts.forEach(part -> found.addAll(boundaries(part, profile)));
            case NoneOf(List < Condition > parts) -> parts.forEach(part -> found.addAll(boundaries(part, profile)));
        }
        return found;
    }

    private void featureBoundaries(EventCondition row, Profile profile, List<Profile> found) {
        String name = features.of(row).name();
        if (features.of(row).isItem()) {
            row.values().stream()
                    .flatMap(item -> near(FieldKind.TEXT, item).stream())
                    .forEach(item -> found.add(profile.withItem(name, Optional.of(item))));
            found.add(profile.withItem(name, Optional.empty()));
            return;
        }
        boolean fine = row.measure() instanceof Measure.Sum || row.measure() instanceof Measure.OfField;
        double step = fine ? 0.01 : 1;
        for (double value : numbers(row)) {
            for (double near : new double[] {value, value - step, value + step}) {
                found.add(profile.withFeature(name, Optional.of(near)));
            }
        }
        found.add(profile.withFeature(name, Optional.empty()));
    }

    private void attributeBoundaries(AttributeCondition row, Profile profile, List<Profile> found) {
        Optional<FieldKind> kind = attributes.getOrDefault(row.attribute(), Optional.empty());
        if (kind.isPresent()) {
            row.values().stream()
                    .flatMap(text -> near(kind.get(), text).stream())
                    .forEach(value -> found.add(profile.withAttribute(row.attribute(), Optional.of(value))));
        }
        found.add(profile.withAttribute(row.attribute(), Optional.empty()));
    }

    private static List<String> near(FieldKind kind, String text) {
        return switch (kind) {
            case TEXT -> List.of(text, text + "x", "x" + text, text.toUpperCase(java.util.Locale.ROOT) + " ");
            case NUMBER -> {
                double value = Literals.requireNumber(text);
                yield List.of(Double.toString(value), Double.toString(value - 1), Double.toString(value + 1));
            }
            case DATE -> {
                Instant value = Instant.ofEpochMilli(Literals.requireDate(text));
                yield List.of(
                        value.toString(),
                        value.minusMillis(1).toString(),
                        value.plusMillis(1).toString());
            }
        };
    }
}
