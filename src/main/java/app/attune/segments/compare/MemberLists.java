package app.attune.segments.compare;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Sha256;
import app.attune.events.Column;
import app.attune.events.ColumnTable;
import app.attune.events.Dictionary;
import app.attune.events.TableFile;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.segments.Condition;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Writes the users of segments as CSV files: every one who agreed, by id, with a description and a checksum beside it.
/// Thread-safe.
public final class MemberLists {
    static final String ID = "user_id";

    private static final int ROWS_BETWEEN_CHECKPOINTS = 4_096;

    private final SegmentService segments;

    public MemberLists(SegmentService segments) {
        this.segments = segments;
    }

    /// Writes the newest version of a segment; a list or description that is there already is replaced.
    ///
    /// @throws ProblemException `segments.unknown`, `segments.unknown-purpose`, `segments.unknown-attribute`,
    ///                          `data.not-written`, or if a row cannot be evaluated
    public MemberFile write(MemberRequest request, Instant asOf, Progress progress) {
        SegmentDefinition segment = segments.require(request.segment());
        Population people = segments.population(progress);
        requirePurpose(request.purpose(), people.consents());
        List<Column> columns =
                columns(request.attributes(), people.asOf(asOf, progress).attributes());
        Condition asked = segments.resolved(segment.condition());
        RoaringBitmap members = segments.audience(asked, asOf, progress).members();
        List<String> header = new ArrayList<>(List.of(ID));
        header.addAll(request.attributes());
        Rows rows = Rows.of(members, people, columns, user -> people.consents().allows(request.purpose(), user, asOf));
        TableFile.write(request.file(), header, rows.stream(progress));
        int users = members.getCardinality();
        int withheld = users - rows.users().size();
        MemberFile file = new MemberFile(
                request, segment, said(segment, asked), asOf, users, withheld, rows.guarded(), sha256(request.file()));
        describe(file);
        return file;
    }

    private MemberFile.Said said(SegmentDefinition segment, Condition asked) {
        ConditionSentence words = segments.sentences();
        return new MemberFile.Said(words.of(segment.condition()), words.of(asked));
    }

    /// @param users positions of those who are written, by id
    private record Rows(List<Integer> users, Dictionary ids, List<Column> columns) {
        static Rows of(RoaringBitmap members, Population people, List<Column> columns, IntPredicate agreed) {
            Dictionary ids = people.events().users();
            List<Integer> users = Arrays.stream(members.toArray())
                    .filter(agreed)
                    .boxed()
                    .sorted(Comparator.comparing(ids::text))
                    .toList();
            return new Rows(users, ids, columns);
        }

        Stream<List<String>> stream(Progress progress) {
            return IntStream.range(0, users.size()).mapToObj(i -> {
                if (i % ROWS_BETWEEN_CHECKPOINTS == 0) {
                    progress.checkpoint();
                    progress.report("Writing users", i, users.size());
                }
                return row(users.get(i));
            });
        }

        private List<String> row(int userIdx) {
            List<String> cells = new ArrayList<>(List.of(ids.text(userIdx)));
            columns.forEach(column -> cells.add(column.display(userIdx)));
            return cells;
        }

        int guarded() {
            return (int) users.stream()
                    .filter(user -> TableFile.isGuarded(ids.text(user)))
                    .count();
        }
    }

    /// A purpose nobody ever heard of would let everybody pass where all are declared to agree.
    private static void requirePurpose(String purpose, Consents consents) {
        if (!purpose.equals(Consents.PERSONALISATION) && !consents.purposes().contains(purpose)) {
            Set<String> known = new TreeSet<>(consents.purposes());
            known.add(Consents.PERSONALISATION);
            throw ProblemException.of(
                    "segments.unknown-purpose",
                    "The data says nothing of consent to " + purpose + ".",
                    "Purposes are: " + String.join(", ", known) + ".");
        }
    }

    private static List<Column> columns(List<String> names, ColumnTable attributes) {
        return names.stream()
                .map(name -> attributes
                        .column(name)
                        .orElseThrow(() -> ProblemException.of(
                                "segments.unknown-attribute",
                                "Users have no attribute " + name + ".",
                                "Attributes are: "
                                        + attributes.columns().stream()
                                                .map(Column::name)
                                                .collect(Collectors.joining(", "))
                                        + ".")))
                .toList();
    }

    private static void describe(MemberFile file) {
        Path target = file.description();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.writeString(part, file.json().toPrettyString() + "\n");
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw notWritten(target, e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw notWritten(file, e);
        }
    }

    private static ProblemException notWritten(Path target, IOException cause) {
        return new ProblemException(
                new Problem(
                        "data.not-written",
                        "Can't write " + target + ": " + cause.getMessage() + ".",
                        "Choose a folder you may write to, with space on its disk."),
                cause);
    }
}
