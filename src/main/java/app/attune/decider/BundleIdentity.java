package app.attune.decider;

/// Which bundle a decider decides with.
///
/// @param title          the analyst's name for it
/// @param ruleSetVersion version of the rules in the workspace it was exported from
/// @param createdAt      when it was exported, an ISO-8601 instant
/// @param sha256         of its checksum file, which names every file of the bundle, in lower-case hexadecimal digits;
///                       the same as [Verification#bundleHash()] and as the workbench shows. Empty without that file
public record BundleIdentity(String title, int ruleSetVersion, String createdAt, String sha256) {
    static BundleIdentity read(BundleFolder folder) {
        Fields manifest = Fields.parse(folder.text(BundleFormat.MANIFEST), BundleFormat.MANIFEST);
        manifest.requireFormat();
        return new BundleIdentity(
                manifest.text("title"),
                manifest.object("ruleSet").whole("version"),
                manifest.text("createdAt"),
                folder.has(BundleFormat.CHECKSUMS) ? folder.sha256(BundleFormat.CHECKSUMS) : "");
    }
}
