package app.attune.recommend.spark;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.RawRecord;
import app.attune.events.read.RecordReader;
import app.attune.events.read.RecordReaders;
import app.attune.events.read.SourceFile;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rows of factors by Spark's numbers.
///
/// @param ids     each once
/// @param factors row by row
@SuppressWarnings("ArrayRecordComponent") // Tables, never compared.
public record SparkFactors(int[] ids, float[] factors) {
    private static final int BETWEEN_CHECKPOINTS = 1024;

    static SparkFactors read(List<Path> files, int rank, String what, Progress progress) {
        Reading reading = new Reading(rank, what, progress);
        for (Path file : files) {
            reading.read(file);
        }
        return reading.done();
    }

    public int size() {
        return ids.length;
    }

    /// The tables while they are filled.
    private static final class Reading {
        private static final int LARGEST = Integer.MAX_VALUE - 8;

        private final int rank;
        private final String what;
        private final Progress progress;
        private final Set<Integer> known = new HashSet<>();
        private int[] ids = new int[64];
        private float[] factors;
        private int size;

        Reading(int rank, String what, Progress progress) {
            this.rank = rank;
            this.what = what;
            this.progress = progress;
            this.factors = new float[64 * rank];
        }

        void read(Path path) {
            SourceFile file = new SourceFile(path);
            FileFormat format = FileFormat.csv().withKind(FileKind.PARQUET);
            try (RecordReader reader = RecordReaders.open(file, file.open(), format)) {
                for (Optional<RawRecord> record = reader.next(); record.isPresent(); record = reader.next()) {
                    if (size % BETWEEN_CHECKPOINTS == 0) {
                        progress.report("Reading factors of " + what, size, 0);
                        progress.checkpoint();
                    }
                    add(path, record.get());
                }
            }
        }

        private void add(Path path, RawRecord record) {
            if (!(record instanceof RawRecord.Tree tree)) {
                throw damaged(path, record.line(), "it cannot be read");
            }
            JsonNode id = tree.root().path("id");
            JsonNode features = tree.root().path("features");
            if (!id.isIntegralNumber() || !id.canConvertToInt() || !features.isArray()) {
                throw damaged(path, record.line(), "it has no whole number id, or no array features");
            }
            if (features.size() != rank) {
                throw damaged(path, record.line(), "it has " + features.size() + " factors and the model " + rank);
            }
            if (!known.add(id.asInt())) {
                throw damaged(path, record.line(), "the number " + id.asInt() + " is there twice");
            }
            grow();
            ids[size] = id.asInt();
            for (int f = 0; f < rank; f++) {
                float factor =
                        features.get(f).isNumber() ? (float) features.get(f).asDouble() : Float.NaN;
                if (!Float.isFinite(factor)) {
                    throw damaged(path, record.line(), "its factor " + (f + 1) + " is no finite number");
                }
                factors[size * rank + f] = factor;
            }
            size++;
        }

        private void grow() {
            if (size < ids.length) {
                return;
            }
            long rows = Math.min(2L * size, LARGEST / rank);
            if (rows <= size) {
                throw ProblemException.of(
                        "spark.too-large",
                        "There are more than " + size + " " + what + " with " + rank + " factors each.",
                        "Save a model of fewer " + what + " or with a smaller rank.");
            }
            ids = Arrays.copyOf(ids, (int) rows);
            factors = Arrays.copyOf(factors, (int) rows * rank);
        }

        SparkFactors done() {
            return new SparkFactors(Arrays.copyOf(ids, size), Arrays.copyOf(factors, size * rank));
        }

        private static ProblemException damaged(Path path, long line, String why) {
            return ProblemException.of(
                    "spark.damaged",
                    "Row " + line + " of " + path.getFileName() + " is no row of factors: " + why + ".",
                    "Have Spark save the model again, and copy the whole folder.");
        }
    }
}
