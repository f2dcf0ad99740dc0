package app.attune.events.ui;

import app.attune.events.read.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The files of a folder or archive, and which of them are read.
///
/// @param place  the folder, archive or pattern
/// @param names  of all files there
/// @param read   names of those that are read
/// @param wanted names and patterns by which the analyst chose them; empty if nobody chose
record FileChoice(String place, List<String> names, Set<String> read, List<String> wanted) {
    FileChoice {
        names = List.copyOf(names);
        read = new TreeSet<>(read);
        wanted = List.copyOf(wanted);
    }

    /// Empty where there is one file only.
    static Optional<FileChoice> of(String place, List<Source> sources, List<String> wanted) {
        List<String> names = Source.names(place);
        Set<String> read = sources.stream()
                .flatMap(source -> source.files().stream())
                .map(file -> file.shortName())
                .collect(Collectors.toSet());
        return names.size() < 2 ? Optional.empty() : Optional.of(new FileChoice(place, names, read, wanted));
    }
}
