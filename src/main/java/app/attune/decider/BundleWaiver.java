package app.attune.decider;

import java.util.List;

/// A gate that the bundle was exported through although it was closed.
///
/// @param gate   such as `size`
/// @param reason in the words of whoever waived it
/// @param at     ISO-8601 instant
public record BundleWaiver(String gate, String reason, String author, String at) {
    private static final int LONGEST = 1000;

    /// Those the manifest tells; older bundles have none.
    static List<BundleWaiver> readAll(BundleFolder folder) {
        Fields manifest = Fields.parse(folder.text(BundleFormat.MANIFEST), BundleFormat.MANIFEST);
        return manifest.has("waivers")
                ? manifest.objects(
                        "waivers",
                        waiver -> new BundleWaiver(
                                plain(waiver, "gate"),
                                plain(waiver, "reason"),
                                plain(waiver, "author"),
                                plain(waiver, "at")))
                : List.of();
    }

    /// On one line, whatever somebody put there.
    private static String plain(Fields waiver, String name) {
        String text = waiver.text(name);
        if (text.length() > LONGEST) {
            throw waiver.malformed("\"" + name + "\" is longer than " + LONGEST + " characters");
        }
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }
}
