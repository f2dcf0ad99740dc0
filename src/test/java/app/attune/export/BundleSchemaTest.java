package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.attune.decide.ProfileDesk;
import app.attune.segments.FeatureSet;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            "recommendations/similar-items.json", "bundle-similar-items");

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
        SCHEMAS.forEach((file, schema) ->
                assertEquals(Set.of(), validate(schema, bundle.files().getOrDefault(file, "")), file));
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
    void schemasRefuseWhatTheyDoNotKnow() {
        String rules = WrittenBundle.fresh().files().getOrDefault("rules.json", "");
        assertFalse(validate("bundle-rules", rules.replace("\"boost\"", "\"double\""))
                .isEmpty());
        assertFalse(validate("bundle-manifest", "{\"format\":2}").isEmpty());
    }
}
