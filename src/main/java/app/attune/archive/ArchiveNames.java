package app.attune.archive;

import java.util.regex.Pattern;

/// The only names that entries of an archive have. None of them leaves the folder it is unpacked into.
final class ArchiveNames {
    private static final Pattern TABLE = Pattern.compile("tables/[a-z][a-z0-9_]{0,60}\\.jsonl");
    private static final Pattern MODEL = Pattern.compile("models/[a-z][a-z0-9-]{0,60}/[a-z][a-z0-9-]*(\\.[a-z0-9-]+)*");

    private ArchiveNames() {}

    static boolean isModelFile(String path) {
        return MODEL.matcher(path).matches();
    }

    static boolean isKnown(String path) {
        return path.equals(ArchiveManifest.NAME)
                || path.equals(ArchiveManifest.README)
                || TABLE.matcher(path).matches()
                || isModelFile(path);
    }
}
