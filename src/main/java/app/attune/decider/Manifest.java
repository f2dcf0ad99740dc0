package app.attune.decider;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What `manifest.json` says of the bundle.
///
/// @param createdAt ISO-8601 instant
/// @param asOf      ISO-8601 instant
/// @param files     by name, without the manifest and the checksums
/// @param vectors   number of golden decisions
record Manifest(String tool, String createdAt, String asOf, Map<String, Entry> files, int vectors) {
    private static final Pattern SAFE =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*){0,2}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /// What a file must be.
    record Entry(long bytes, String sha256) {}

    static Manifest read(BundleFolder folder) {
        Fields file = Fields.parse(folder.text(BundleFormat.MANIFEST), BundleFormat.MANIFEST);
        file.requireFormat();
        Map<String, Entry> files = new LinkedHashMap<>();
        file.objects("files", entry -> {
            String name = entry.text("name");
            if (!SAFE.matcher(name).matches()) {
                throw entry.malformed("the file name \"" + name + "\" leads elsewhere or has other than plain letters");
            }
            if (!DIGEST.matcher(entry.text("sha256")).matches()) {
                throw entry.malformed("\"sha256\" is not 64 hexadecimal digits");
            }
            if (files.put(name, new Entry((long) entry.number("bytes"), entry.text("sha256"))) != null) {
                throw file.malformed("the file \"" + name + "\" is there twice");
            }
            return name;
        });
        Fields tool = file.object("tool");
        return new Manifest(
                tool.text("name") + " " + tool.text("version"),
                file.text("createdAt"),
                file.text("asOf"),
                files,
                file.object("counts").whole("goldenDecisions"));
    }
}
