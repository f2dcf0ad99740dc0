package app.attune.prove;

import app.attune.core.Seeds;
import app.attune.decider.BundleFolder;
import app.attune.decider.GoldenVector;
import app.attune.decider.ServerProfile;
import app.attune.prove.BundleFields.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// The cases of a proof, the same for the same bundle, profiles and seed.
final class ProofCases {
    private static final int BASES = 3;
    private static final int LEFT_OUT_OF = 40;
    private static final int ONE_IN = 100;
    private static final int MISSING = 10;
    private static final int ODD = 14;
    private static final int ILL_TYPED = 17;
    private static final int NEAR_LIMITS = 65;

    private final BundleFields fields;
    private final List<ServerProfile> population;
    private final SplittableRandom random;
    private final List<ProofCase> cases = new ArrayList<>();

    private ProofCases(BundleFields fields, List<ServerProfile> population, long seed) {
        this.fields = fields;
        this.population = population;
        this.random = Seeds.stream(seed, "proof cases");
    }

    static List<ProofCase> of(BundleFolder folder, ProofRequest request) {
        List<ServerProfile> population = new ArrayList<>(request.population());
        GoldenVector.readAll(folder)
                .forEach(vector -> population.add(vector.request().profile()));
        ProofCases made = new ProofCases(BundleFields.of(folder), population, request.seed());
        population.forEach(profile -> made.add(CaseKind.POPULATION, profile));
        made.alterations();
        made.leftOut();
        for (int i = 0; i < request.generated(); i++) {
            made.add(CaseKind.GENERATED, made.drawn());
        }
        return made.cases;
    }

    /// History says nothing of flags, and lists are quicker without.
    private void add(CaseKind kind, ServerProfile profile) {
        cases.add(new ProofCase(
                kind, new ServerProfile(profile.attributes(), profile.features(), Map.of(), profile.items())));
    }

    private void alterations() {
        for (Field field : fields.fields()) {
            fields.limits().getOrDefault(field, java.util.Set.of()).forEach(limit -> {
                for (Object value : OddValues.around(field, limit)) {
                    altered(CaseKind.BOUNDARY, field, value);
                }
            });
            OddValues.illTyped(field).forEach(value -> altered(CaseKind.ILL_TYPED, field, value));
            OddValues.of(field).forEach(value -> altered(CaseKind.HOSTILE, field, value));
        }
    }

    /// On nothing but consent, and on some of the population.
    private void altered(CaseKind kind, Field field, Object value) {
        ServerProfile agreed = new ServerProfile(Map.of(fields.consent(), fields.granted()), Map.of(), Map.of());
        add(kind, with(agreed, field, value));
        for (int i = 1; i < BASES && !population.isEmpty(); i++) {
            add(kind, with(population.get(random.nextInt(population.size())), field, value));
        }
    }

    private static ServerProfile with(ServerProfile base, Field field, Object value) {
        Given given = new Given(base);
        given.put(field, value);
        return given.profile();
    }

    /// A profile being made.
    private static final class Given {
        private final Map<String, Object> attributes;
        private final Map<String, Double> features;
        private final Map<String, String> items;

        Given(ServerProfile base) {
            attributes = new HashMap<>(base.attributes());
            features = new HashMap<>(base.features());
            items = new HashMap<>(base.items());
        }

        /// What a feature cannot be is not given.
        void put(Field field, Object value) {
            if (field.attribute()) {
                attributes.put(field.name(), value);
            } else if (value instanceof Double number && Double.isFinite(number)) {
                features.put(field.name(), number);
            } else if (value instanceof String item && field.kind().equals("text")) {
                items.put(field.name(), item);
            }
        }

        void leaveOut(Field field) {
            if (field.attribute()) {
                attributes.remove(field.name());
            } else {
                features.remove(field.name());
                items.remove(field.name());
            }
        }

        ServerProfile profile() {
            return new ServerProfile(attributes, features, Map.of(), items);
        }
    }

    private static Optional<Object> known(ServerProfile profile, Field field) {
        Map<String, ?> features = field.kind().equals("text") ? profile.items() : profile.features();
        return Optional.ofNullable((field.attribute() ? profile.attributes() : features).get(field.name()));
    }

    private void leftOut() {
        add(CaseKind.MISSING, new ServerProfile(Map.of(), Map.of(), Map.of()));
        for (int i = 0; i < LEFT_OUT_OF && !population.isEmpty(); i++) {
            ServerProfile base = population.get(random.nextInt(population.size()));
            for (Field field : fields.fields()) {
                Given given = new Given(base);
                given.leaveOut(field);
                add(CaseKind.MISSING, given.profile());
            }
        }
    }

    private ServerProfile drawn() {
        Given given = new Given(new ServerProfile(Map.of(), Map.of(), Map.of()));
        for (Field field : fields.fields()) {
            int way = random.nextInt(ONE_IN);
            if (way >= MISSING) {
                given.put(field, value(field, way));
            }
        }
        return given.profile();
    }

    private Object value(Field field, int way) {
        List<Object> limits = List.copyOf(fields.limits().getOrDefault(field, java.util.Set.of()));
        List<Object> illTyped = OddValues.illTyped(field);
        if (way < ODD || (limits.isEmpty() && population.isEmpty())) {
            return one(OddValues.of(field));
        }
        if (way < ILL_TYPED && !illTyped.isEmpty()) {
            return one(illTyped);
        }
        if (!limits.isEmpty() && (way < NEAR_LIMITS || population.isEmpty())) {
            return one(OddValues.around(field, one(limits)));
        }
        ServerProfile somebody = population.get(random.nextInt(population.size()));
        return known(somebody, field).orElseGet(() -> one(OddValues.of(field)));
    }

    private Object one(List<Object> values) {
        return values.get(random.nextInt(values.size()));
    }
}
