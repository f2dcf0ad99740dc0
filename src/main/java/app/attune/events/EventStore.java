package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.events.read.Rejection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Keeps imported chunks and their dictionaries; an import is there as a whole or not at all.
public interface EventStore {
    /// Starts an import, which nobody sees before it is finished.
    ///
    /// @throws app.attune.core.ProblemException `import.running` if another one is not finished
    ImportWriter begin(ImportStart start);

    /// Every text of every dictionary by the dictionary's name, in order of position.
    Map<String, List<String>> dictionaries();

    /// Hands every visible, undamaged chunk of `kind` to `reader`, in order of arrival.
    ///
    /// @param columns to be read; empty for all
    /// @return what was found damaged and therefore left out
    List<Problem> readChunks(RowKind kind, List<String> columns, Consumer<StoredChunk> reader, Progress progress);

    /// How many rows of `kind` each visible import holds, by its number; those without any are left out.
    Map<Long, Long> rows(RowKind kind);

    /// How kept columns of this kind of rows are to be understood: the type every import agreed on, else text.
    Map<String, FieldType> keptTypes(RowKind kind);

    /// All visible events with the catalogue, sorted. Users known by attributes only are in it, without events.
    EventFrame frame(Progress progress);

    /// Changes whenever an event, an attribute or the catalogue changes.
    String dataHash();

    /// Finished imports, newest first.
    List<ImportReport> imports();

    /// How the file of a finished import was read.
    ImportSource source(long importId);

    /// The rows an import kept aside, in order of the file.
    void readRejections(long importId, Consumer<Rejection> reader);

    /// The same log as it was after this import, for reading: nothing that came later is in it.
    EventStore upTo(long importId);

    /// The same log for reading as if this import had never been; as it is now, not as it will be.
    ///
    /// @throws app.attune.core.ProblemException `import.unknown`, `import.not-forgettable`
    EventStore without(long importId, Progress progress);

    /// Takes an import away as if it had never been, all of it or, when cancelled or failing, nothing. Its number is
    /// not given again.
    ///
    /// @throws app.attune.core.ProblemException `import.unknown`, `import.running`, `import.not-forgettable`
    void forget(long importId, Progress progress);

    /// Checks every visible chunk's count and checksum.
    List<Problem> verify(Progress progress);
}
