package app.attune.rules.matrix;

import app.attune.profiles.Population;
import app.attune.segments.BucketCondition;
import app.attune.segments.SegmentEvaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes a user and a request that have the values that were found, and asks the evaluators of segments and of limits
/// whether the statement holds.
final class WitnessMaker {
    private static final int MOST_IDS = 20_000;

    private final Schema schema;
    private final RequestCells requests;
    private final EventMaker events;

    WitnessMaker(Schema schema, RequestCells requests) {
        this.schema = schema;
        this.requests = requests;
        this.events = new EventMaker(schema);
    }

    /// Empty when no such user could be made.
    Optional<Witness> make(Map<Subject, Cell> values, Question question) {
        return MadeRequest.of(values, rows(question), requests.near())
                .flatMap(request -> id(values)
                        .flatMap(id -> events.make(new MadeUser(id, attributes(values), List.of()), values))
                        .filter(user -> holds(new Made(user, request), values, question))
                        .map(user ->
                                new Witness(Witness.Source.CONSTRUCTED, WitnessWords.facts(values, user, schema))));
    }

    private record Made(MadeUser user, MadeRequest request) {}

    private static List<Row> rows(Question question) {
        return question.parts().stream().flatMap(part -> part.row().stream()).toList();
    }

    private static Map<String, Cell> attributes(Map<Subject, Cell> values) {
        Map<String, Cell> attributes = new LinkedHashMap<>();
        values.forEach((subject, cell) -> {
            if (subject instanceof Subject.Attribute attribute) {
                attributes.put(attribute.name(), cell);
            } else if (subject instanceof Subject.Consent consent && cell instanceof Cell.Agreed said) {
                attributes.put(
                        Schema.consentAttribute(consent.purpose()),
                        new Cell.Text(said.agreed() ? "GRANTED" : "DENIED"));
            }
        });
        return attributes;
    }

    /// One that falls where it must.
    private static Optional<String> id(Map<Subject, Cell> values) {
        if (values.get(new Subject.Person()) instanceof Cell.Named named) {
            return Optional.of(named.id());
        }
        return IntStream.rangeClosed(1, MOST_IDS)
                .mapToObj(n -> "made-up user " + n)
                .filter(id -> values.entrySet().stream().allMatch(entry -> falls(id, entry.getKey(), entry.getValue())))
                .findFirst();
    }

    private static boolean falls(String id, Subject subject, Cell cell) {
        if (!(subject instanceof Subject.Bucket bucket) || !(cell instanceof Cell.Numbers part)) {
            return true;
        }
        double place = BucketCondition.place(bucket.salt(), id);
        return place >= part.low() && place < part.high();
    }

    private boolean holds(Made made, Map<Subject, Cell> values, Question question) {
        Population population = made.user().population(schema);
        SegmentEvaluator evaluator = new SegmentEvaluator();
        Truth[] truths = new Truth[question.parts().size()];
        Arrays.fill(truths, Truth.OPEN);
        List<Integer> rows = new ArrayList<>();
        values.keySet().forEach(subject -> rows.addAll(question.rows().getOrDefault(subject, List.of())));
        for (int row : rows) {
            truths[row] = Truth.of(
                    switch (question.row(row)) {
                        case Row.OfUser user -> evaluator.matches(user.condition(), population, schema.asOf(), 0);
                        case RequestRow asked -> asked.holds(made.request(), requests.catalogue());
                    });
        }
        return question.settle(truths) == Truth.YES;
    }
}
