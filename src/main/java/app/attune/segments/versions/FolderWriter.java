package app.attune.segments.versions;

import app.attune.core.Counted;
import app.attune.core.Listed;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes segments into a folder.
record FolderWriter(SegmentService segments, Path folder, Progress progress) {
    /// What becomes of files with edits that no version here says.
    enum Edited {
        REFUSED,
        REPLACED
    }

    /// What would be written.
    ///
    /// @param changed files that are new or would say something else
    /// @param edits   names of those that hold edits no version here says
    /// @param others  names of files that are of no segment here
    private record Changes(int segments, Map<Path, byte[]> changed, List<String> edits, List<String> others) {}

    /// @throws ProblemException `segments.files-edited`
    SegmentFolder.Written write(Edited edited) throws IOException {
        Changes changes = changes(edited);
        refuse(changes.edits());
        for (Map.Entry<Path, byte[]> one : changes.changed().entrySet()) {
            progress.checkpoint();
            Files.write(one.getKey(), one.getValue());
        }
        return new SegmentFolder.Written(changes.segments(), changes.changed().size(), List.copyOf(changes.others()));
    }

    /// Names of files with edits that no version here says and that writing would lose.
    List<String> edits() throws IOException {
        return List.copyOf(changes(Edited.REFUSED).edits());
    }

    private Changes changes(Edited edited) throws IOException {
        Files.createDirectories(folder);
        List<SegmentDefinition> all = segments.list();
        Map<Path, byte[]> changed = new LinkedHashMap<>();
        List<String> edits = new ArrayList<>();
        List<String> others = new ArrayList<>(SegmentFolder.files(folder).stream()
                .map(file -> file.getFileName().toString())
                .toList());
        for (SegmentDefinition one : all) {
            progress.checkpoint();
            Path file = folder.resolve(SegmentFile.name(one.id()));
            others.remove(SegmentFile.name(one.id()));
            byte[] text = SegmentFile.write(SegmentDraft.of(one)).getBytes(StandardCharsets.UTF_8);
            if (says(file, text)) {
                continue;
            }
            changed.put(file, text);
            if (edited == Edited.REFUSED && Files.exists(file) && !isOfAVersion(file, one)) {
                edits.add(file.getFileName().toString());
            }
        }
        return new Changes(all.size(), changed, edits, others);
    }

    private static boolean says(Path file, byte[] text) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == text.length
                && Arrays.equals(Files.readAllBytes(file), text);
    }

    /// Whether a version of the segment says all that the file does.
    private boolean isOfAVersion(Path file, SegmentDefinition segment) {
        try {
            SegmentDraft draft = SegmentFile.read(file.getFileName().toString(), SegmentFile.text(file))
                    .draft();
            return segments.versions(segment.id()).stream()
                    .anyMatch(version -> SegmentDraft.of(version).equals(draft));
        } catch (ProblemException e) {
            return false;
        }
    }

    private void refuse(List<String> edits) {
        if (edits.isEmpty()) {
            return;
        }
        throw ProblemException.of(
                "segments.files-edited",
                "Nothing was exported: in " + folder + ", " + Counted.of(edits.size(), "file")
                        + (edits.size() == 1 ? " has" : " have") + " edits that are not saved here: "
                        + Listed.first(edits)
                        + ".",
                "Import them first, or move them away; or commit them to Git and overwrite them with"
                        + " attune segment WORKSPACE export FOLDER --replace.");
    }
}
