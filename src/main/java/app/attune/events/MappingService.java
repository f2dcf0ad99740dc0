package app.attune.events;

import app.attune.core.ProblemException;
import app.attune.events.MappingStore.StoredMapping;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FormatDetection;
import app.attune.events.read.Header;
import app.attune.events.read.Source;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Saved mappings: kept by name, found again for a file whose columns they were made for.
public final class MappingService {
    private final MappingStore store;
    private final Clock clock;

    public MappingService(MappingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The one saved last first.
    public List<StoredMapping> list() {
        return store.newest();
    }

    /// Which saved mappings name a column of files: "saved mapping Shop".
    public List<String> using(String column) {
        return list().stream()
                .filter(stored -> stored.mapping().columns().contains(column))
                .map(stored -> "saved mapping " + stored.mapping().name())
                .toList();
    }

    public Optional<SavedMapping> find(String name) {
        return stored(name).map(StoredMapping::mapping);
    }

    /// @throws ProblemException `mapping.unknown` listing the names there are
    public SavedMapping require(String name) {
        return stored(name).map(StoredMapping::mapping).orElseThrow(() -> unknown(name));
    }

    /// Saves it: as the next version of the mapping of that name, or as a new one.
    public void save(SavedMapping mapping) {
        stored(mapping.name())
                .ifPresentOrElse(
                        known -> store.addVersion(known.id(), mapping, clock.instant()),
                        () -> store.add(mapping, clock.instant()));
    }

    /// @throws ProblemException `mapping.unknown`, `mapping.name-taken`, `mapping.bad-name`
    public void rename(String name, String other) {
        StoredMapping known = stored(name).orElseThrow(() -> unknown(name));
        SavedMapping renamed = known.mapping().named(other);
        if (!renamed.name().equals(name) && stored(renamed.name()).isPresent()) {
            throw ProblemException.of(
                    "mapping.name-taken",
                    "There is a mapping '" + renamed.name() + "' already.",
                    "Choose another name, or delete that mapping first.");
        }
        store.addVersion(known.id(), renamed, clock.instant());
    }

    /// @throws ProblemException `mapping.unknown`
    public void delete(String name) {
        store.delete(stored(name).orElseThrow(() -> unknown(name)).id(), clock.instant());
    }

    /// Files that were chosen among those of a folder or archive when a mapping was saved.
    ///
    /// @param names names or patterns by which they were chosen
    public record ChosenFiles(Source source, List<String> names) {
        public ChosenFiles {
            names = List.copyOf(names);
        }
    }

    /// The files of a folder, archive or pattern that a saved mapping was made for; empty if none was.
    public Optional<ChosenFiles> chosen(String place) {
        List<SavedMapping> choosing = store.newest().stream()
                .map(StoredMapping::mapping)
                .filter(saved -> !saved.files().isEmpty())
                .toList();
        List<String> names = choosing.isEmpty() ? List.of() : Source.names(place);
        return choosing.stream()
                .filter(saved -> names.size() > 1 && isAmong(saved.files(), names))
                .map(saved -> new ChosenFiles(Source.choose(place, saved.files()), saved.files()))
                .filter(files -> match(
                                files.source(),
                                FormatDetection.detect(files.source().first().head(FormatDetection.HEAD_BYTES)))
                        .filter(found -> found.saved().files().equals(files.names()))
                        .isPresent())
                .findFirst();
    }

    private static boolean isAmong(List<String> wanted, List<String> names) {
        return names.stream().anyMatch(name -> wanted.stream().anyMatch(pattern -> Source.fits(name, pattern)));
    }

    /// The saved mapping made for files with these columns, the newest if there are several.
    ///
    /// @param detected how the source seems to be written: its encoding is taken where the saved one cannot decode or
    /// the bytes tell it
    public Optional<FittingMapping> match(Source source, FileFormat detected) {
        return store.newest().stream()
                .map(StoredMapping::mapping)
                .filter(saved -> isAlike(saved.format(), detected))
                .flatMap(saved -> fitting(saved, source, detected).stream())
                .findFirst();
    }

    private static Optional<FittingMapping> fitting(SavedMapping saved, Source source, FileFormat detected) {
        List<FittingMapping> fitting = FittingMapping.in(saved, source, detected)
                .filter(FittingMapping::fits)
                .toList();
        return fitting.stream()
                .filter(FittingMapping::isDecoded)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }

    private static boolean isAlike(FileFormat format, FileFormat detected) {
        boolean alike = format.kind() == detected.kind()
                || (detected.kind().isText()
                        && !format.layout().isEmpty()
                        && !format.kind().namesEachValue());
        return alike && (format.header() == Header.PRESENT || format.delimiter() == detected.delimiter());
    }

    private Optional<StoredMapping> stored(String name) {
        return store.newest().stream()
                .filter(known -> known.mapping().name().equals(name.strip()))
                .findFirst();
    }

    private ProblemException unknown(String name) {
        List<StoredMapping> all = store.newest();
        return ProblemException.of(
                "mapping.unknown",
                "There is no saved mapping '" + name + "'.",
                all.isEmpty()
                        ? "None is saved yet: save one in the Columns step of an import."
                        : "There are: "
                                + all.stream()
                                        .map(known -> known.mapping().name())
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".");
    }
}
