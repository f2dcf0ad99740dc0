package app.attune.events;

/// What an import did with the rows of one of its files: `read = accepted + duplicatesDropped + alreadyPresent +
/// filtered + quarantined`.
///
/// @param name        such as `events.csv.gz`, or `export.zip/hour.csv` for an entry of an archive
/// @param linesBefore how many lines of earlier files are counted before this one's first
/// @param content     a hash of the texts of its rows in their order, whatever the mapping; empty where nobody knows it
public record ImportedFile(
        String name,
        long linesBefore,
        long read,
        long accepted,
        long duplicatesDropped,
        long alreadyPresent,
        long filtered,
        long quarantined,
        String content) {
    public ImportedFile {
        // Reports of older versions have none.
        content = content == null ? "" : content;
    }
}
