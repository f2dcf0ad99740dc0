package app.attune.recommend.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/// A written graph in ONNX Runtime.
final class OnnxRunner implements AutoCloseable {
    /// ONNX Runtime 1.29 takes the command line of the process apart by recursion when it starts, and a long class path
    /// overflows a usual stack.
    private static final long STACK = 256L << 20;

    private static final OrtEnvironment ENVIRONMENT = started();

    private final OrtSession session;

    OnnxRunner(Path model) throws OrtException {
        session = ENVIRONMENT.createSession(model.toString());
    }

    private static OrtEnvironment started() {
        Thread starting = new Thread(null, OrtEnvironment::getEnvironment, "ONNX Runtime", STACK);
        starting.start();
        try {
            starting.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this", e);
        }
        return OrtEnvironment.getEnvironment();
    }

    /// A row per user.
    @SuppressWarnings("ArrayRecordComponent") // A carrier.
    record Answer(long[][] items, float[][] scores) {}

    Answer ofUsers(long[] users, long[][] seen) throws OrtException {
        try (OnnxTensor input =
                OnnxTensor.createTensor(ENVIRONMENT, LongBuffer.wrap(users), new long[] {users.length})) {
            return run(FactorGraph.USER, input, seen);
        }
    }

    Answer ofFactors(float[][] factors, long[][] seen) throws OrtException {
        FloatBuffer values = FloatBuffer.allocate(factors.length * factors[0].length);
        Arrays.stream(factors).forEach(values::put);
        long[] shape = {factors.length, factors[0].length};
        try (OnnxTensor input = OnnxTensor.createTensor(ENVIRONMENT, values.flip(), shape)) {
            return run(FactorGraph.FACTORS, input, seen);
        }
    }

    private Answer run(String name, OnnxTensor input, long[][] seen) throws OrtException {
        try (OnnxTensor hidden = OnnxTensor.createTensor(ENVIRONMENT, seen);
                OrtSession.Result result = session.run(Map.of(name, input, FactorGraph.SEEN, hidden))) {
            return new Answer(
                    (long[][]) result.get(FactorGraph.ITEMS).orElseThrow().getValue(),
                    (float[][]) result.get(FactorGraph.SCORES).orElseThrow().getValue());
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
