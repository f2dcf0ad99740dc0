package app.attune.recommend.store;

import app.attune.recommend.Measure;
import app.attune.recommend.MoreMeasures;
import app.attune.stats.Interval;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/// Further measures of a row of a card: fields that cards of earlier versions lack, and that are then not measured.
final class MoreJson {
    private static final String MEANS = "measures";
    private static final String GINI = "gini10";
    private static final String KINDS = "kinds";

    private MoreJson() {}

    static void write(MoreMeasures more, ObjectNode row) {
        ObjectNode means = row.putObject(MEANS);
        more.means().forEach((measure, interval) -> means.set(measure.code(), CardJson.interval(interval)));
        more.gini10().ifPresent(gini -> row.put(GINI, gini));
        row.put(KINDS, more.kinds());
    }

    static MoreMeasures read(JsonNode row) {
        Map<Measure, Interval> means = new EnumMap<>(Measure.class);
        row.path(MEANS)
                .properties()
                .forEach(entry -> Measure.of(entry.getKey())
                        .ifPresent(measure -> means.put(measure, CardJson.interval(entry.getValue()))));
        OptionalDouble gini = row.has(GINI) ? OptionalDouble.of(row.get(GINI).asDouble()) : OptionalDouble.empty();
        return new MoreMeasures(means, gini, row.path(KINDS).asText());
    }
}
