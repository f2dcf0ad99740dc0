package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.decide.ProfileDesk;
import app.attune.rules.HitPolicy;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleJson;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.Treatment;
import app.attune.segments.FeatureSet;
import app.attune.segments.SegmentId;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BundleSchemaTest {
    private static final Map<String, String> SCHEMAS = Map.of(
            "manifest.json", "bundle-manifest",
            "rules.json", "bundle-rules",
            "segments.json", "bundle-segments",
            "features.json", "bundle-features",
            "items.json", "bundle-items",
            "recommendations/popular.json", "bundle-popular",
            "recommendations/similar-items.json", "bundle-similar-items",
            "recommendations/ease.json", "bundle-similar-items",
            "recommendations/ials.json", "bundle-factors");

    private static final Map<String, String> MORE = Map.of(
            "recommendations/rp3beta.json", "bundle-similar-items",
            "recommendations/slim.json", "bundle-similar-items",
            "recommendations/graph-filter.json", "bundle-similar-items",
            "recommendations/content.json", "bundle-similar-items",
            "recommendations/hybrid.json", "bundle-similar-items",
            "recommendations/complements.json", "bundle-similar-items",
            "recommendations/markov.json", "bundle-similar-items",
            "recommendations/recent-popularity.json", "bundle-popular",
            "recommendations/bpr.json", "bundle-factors");

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mappings(
                    uri -> uri.startsWith("https://attune.app/schema/"),
                    uri -> "classpath:schema/"
                            + uri.replace("https://attune.app/schema/", "")
                                    .replaceFirst("-\\d\\.json", ".schema.json"))));

    private JsonSchema schema(String name) {
        return factory.getSchema(SchemaLocation.of("https://attune.app/schema/" + name + "-1.json"));
    }

    private Set<ValidationMessage> validate(String schema, String text) {
        return schema(schema).validate(text, InputFormat.JSON);
    }

    @Test
    void everyFileOfABundleFitsItsPublishedSchema() {
        WrittenBundle bundle = WrittenBundle.fresh();
        for (Map<String, String> schemas : List.of(SCHEMAS, MORE)) {
            schemas.forEach((file, schema) ->
                    assertEquals(Set.of(), validate(schema, bundle.files().getOrDefault(file, "")), file));
        }
    }

    @Test
    void everyKindOfConditionFitsThePublishedSchemas() {
        ProfileDesk desk = GeneratedShop.desk(4, 50, GeneratedShop.widerSegments());
        assertEquals(Set.of(), validate("bundle-segments", SegmentFiles.segments(desk)));
        assertEquals(Set.of(), validate("bundle-features", SegmentFiles.features(desk)));
    }

    @Test
    void aManifestWithValuesTheServerMustMakeFitsItsSchema() {
        MadeValue users = new MadeValue(MadeValue.USER, "linked", new TreeMap<>(), Optional.of("SELECT 1"));
        String derived = GeneratedShop.needs(List.of(users))
                .json(FeatureSet.of(List.of(GeneratedShop.segments().getFirst().condition())))
                .toString();
        String manifest = WrittenBundle.fresh().files().getOrDefault("manifest.json", "");
        assertEquals(
                Set.of(),
                validate("bundle-manifest", manifest.replaceFirst("\\{", "{\"derivedValues\":" + derived + ",")));
    }

    @Test
    void everyGoldenLineFitsItsPublishedSchema() {
        List<String> lines = WrittenBundle.fresh()
                .files()
                .getOrDefault("golden.jsonl", "")
                .lines()
                .toList();
        JsonSchema schema = schema("bundle-golden");
        lines.forEach(line -> assertEquals(Set.of(), schema.validate(line, InputFormat.JSON), line));
        assertFalse(lines.isEmpty());
    }

    @Test
    void bundlesOfEveryHitPolicyFitTheSchemas() {
        for (HitPolicy policy : HitPolicy.values()) {
            List<Rule> rules = new ArrayList<>(GeneratedRules.withoutLimits().rules());
            rules.add(new Rule(
                            new RuleId("chain"),
                            "Chain",
                            new SegmentId("everybody"),
                            new Treatment.Recommend("not-trained", List.of("item-knn", "popularity")),
                            Rule.Status.ACTIVE,
                            "why")
                    .withWeight(OptionalInt.of(Rule.HEAVIEST)));
            RuleProgram program = new RuleProgram(RulePolicy.usual().withHitPolicy(policy), rules);
            WrittenBundle bundle = WrittenBundle.of(program);
            assertEquals(
                    Set.of(),
                    validate("bundle-rules", bundle.files().getOrDefault("rules.json", "")),
                    policy.toString());
            assertEquals(Set.of(), validate("rules", RuleJson.write(program).toString()), policy.toString());
            String golden = bundle.files().getOrDefault("golden.jsonl", "");
            JsonSchema schema = schema("bundle-golden");
            golden.lines().forEach(line -> assertEquals(Set.of(), schema.validate(line, InputFormat.JSON), line));
            assertEquals(policy == HitPolicy.COLLECT, golden.contains("\"offers\""));
            assertTrue(policy != HitPolicy.PRIORITY || golden.contains("NOT_TRAINED"));
        }
    }

    @Test
    void schemasRefuseWhatTheyDoNotKnow() {
        String rules = WrittenBundle.fresh().files().getOrDefault("rules.json", "");
        assertFalse(validate("bundle-rules", rules.replace("\"boost\"", "\"double\""))
                .isEmpty());
        assertFalse(validate("bundle-manifest", "{\"format\":2}").isEmpty());
    }
}
