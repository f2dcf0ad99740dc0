package app.attune.events;

/// What an import did with the rows of one of its files: `read = accepted + duplicatesDropped + alreadyPresent +
/// filtered + quarantined`.
///
/// @param name        such as `events.csv.gz`, or `export.zip/hour.csv` for an entry of an archive
/// @param linesBefore how many lines of earlier files are counted before this one's first
public record ImportedFile(
        String name,
        long linesBefore,
        long read,
        long accepted,
        long duplicatesDropped,
        long alreadyPresent,
        long filtered,
        long quarantined) {}
