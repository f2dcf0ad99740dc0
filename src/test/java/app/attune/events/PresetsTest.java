package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {
    @TempDir
    Path folder;

    @Test
    void everyPresetIsAsTheSchemaSays() throws IOException {
        JsonSchema schema;
        try (InputStream in = Objects.requireNonNull(Preset.class.getResourceAsStream("/schema/preset.schema.json"))) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        }
        List<Preset> presets = Presets.bundled().list();
        assertTrue(presets.size() >= 30, "presets: " + presets.size());
        for (Preset preset : presets) {
            assertEquals(Preset.SCHEMA, preset.schema());
            assertEquals(List.of(), List.copyOf(schema.validate(Json.read(preset.toJson(), preset.id()))), preset.id());
            assertTrue(preset.words().length() > 40, preset.id());
        }
        assertTrue(!schema.validate(Json.read("{\"version\":2}", "The preset")).isEmpty());
    }

    @Test
    void presetsSurviveJson() {
        for (Preset preset : Presets.bundled().list()) {
            assertEquals(preset, Preset.fromJson(preset.toJson(), preset.id()));
        }
    }

    @Test
    void everyPresetOfEventsNamesUserAndTime() {
        for (Preset preset : Presets.bundled().list()) {
            List<ColumnRole> roles =
                    preset.mapping().columns().stream().map(PresetColumn::role).toList();
            boolean user = roles.contains(ColumnRole.USER) || roles.contains(ColumnRole.ANONYMOUS_ID);
            assertEquals(preset.mapping().rows() != RowKind.ITEMS, user, preset.id());
            boolean timed = roles.contains(ColumnRole.TIME);
            switch (preset.mapping().rows()) {
                case EVENTS -> assertTrue(timed, preset.id());
                case ITEMS -> assertFalse(timed, preset.id());
                case USERS -> {} // A row may say since when it holds.
            }
        }
    }

    @Test
    void anAnalystsOwnFileIsAPresetToo() throws IOException {
        Preset own = Presets.bundled().require("movielens");
        Path file =
                Files.writeString(folder.resolve("own.json"), own.toJson().replace("\"movielens\"", "\"my-films\""));
        assertEquals("my-films", Presets.bundled().require(file.toString()).id());
    }

    @Test
    void whatIsNoPresetIsSaidInWords() throws IOException {
        ProblemException unknown =
                assertThrows(ProblemException.class, () -> Presets.bundled().require("nothing"));
        assertEquals("preset.unknown", unknown.problem().code());
        assertTrue(
                unknown.problem().remedy().contains("ga4-bigquery"),
                unknown.problem().remedy());
        String good = Presets.bundled().require("movielens").toJson();
        for (String bad : List.of(
                "{",
                "[]",
                "{}",
                good.replace("\"version\" : 1", "\"version\" : 9"),
                good.replace("\"rows\" : \"EVENTS\"", "\"rows\" : \"THINGS\""),
                good.replace("\"fileName\" : \"", "\"fileName\" : \"("),
                good.replace("EPOCH_SECONDS", "EPOCH_WEEKS"))) {
            Path file = Files.writeString(folder.resolve("bad.json"), bad);
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> Presets.bundled().require(file.toString()), bad);
            assertEquals("preset.unreadable", refused.problem().code(), bad);
        }
    }
}
