package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Require;
import app.attune.core.json.Json;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.shape.RecordShape;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How files of one source are read: by what they are recognised, how they are written, how rows are made of them and
/// what the columns mean. Kept as JSON that `preset.schema.json` describes.
///
/// @param schema  where the description of the format is
/// @param version of this format, [#VERSION]
/// @param id      as programs call it, such as `ga4-bigquery`
/// @param name    as analysts call the source
/// @param words   what the files are, where they come from and what becomes of them, in a few sentences
/// @param shape   [RecordShape#none] if not given
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Preset(
        @JsonProperty("$schema") String schema,
        int version,
        String id,
        String name,
        String words,
        PresetSigns recognise,
        PresetFormat format,
        RecordShape shape,
        PresetMapping mapping) {
    /// The current version of the JSON form.
    public static final int VERSION = 1;
    /// What [#schema] says in the presets that come with the application.
    public static final String SCHEMA = "https://attune.app/schema/preset-1.json";

    public Preset {
        schema = PresetText.text(schema);
        shape = orNone(shape);
        Require.that(version == VERSION, "Unknown version of a preset: " + version);
        Require.that(
                id.matches("[a-z0-9][a-z0-9-]{0,59}"),
                "The id of a preset is small letters, digits and hyphens: " + id);
        Require.notBlank(name, "The name of a preset");
    }

    private static RecordShape orNone(@Nullable RecordShape shape) {
        return Objects.requireNonNullElse(shape, RecordShape.none());
    }

    /// @throws ProblemException `preset.unreadable` saying what is wrong in `source`
    static Preset fromJson(String text, String source) {
        try {
            return Json.read(text, Preset.class, "The preset " + source);
        } catch (ProblemException e) {
            throw new ProblemException(
                    new Problem(
                            "preset.unreadable",
                            e.problem().message(),
                            "Compare it with the preset's schema or with a preset that comes with Attune."),
                    e);
        } catch (IllegalArgumentException e) {
            throw bad(source + ": " + e.getMessage(), e);
        }
    }

    static ProblemException bad(String message, Exception cause) {
        return new ProblemException(
                new Problem(
                        "preset.unreadable",
                        "The preset can't be used: " + message + ".",
                        "Compare it with the preset's schema or with a preset that comes with Attune."),
                cause);
    }

    public String toJson() {
        return Json.writePretty(this);
    }

    /// What the columns of a file with these first rows mean.
    Mapping mapping(ImportPreview preview) {
        return mapping.mapping(preview);
    }
}
