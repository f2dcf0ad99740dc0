package app.attune.recommend.onnx;

/// How NVIDIA Triton is to serve a graph of factors with its ONNX Runtime.
///
/// One row is one user: Triton gathers the users of several requests into one batch, as long as they tell the same
/// number of seen items. Source: Triton Inference Server, "Model Configuration".
final class TritonConfig {
    private static final int MOST_USERS = 256;
    private static final int WAIT_MICROSECONDS = 500;

    private TritonConfig() {}

    /// @param name of its folder in the repository
    static String ofUsers(String name, int k) {
        return of(name, k, """
                  {
                    name: "user"
                    data_type: TYPE_INT64
                    dims: [ 1 ]
                    reshape: { shape: [ ] }
                  },
                """);
    }

    /// @param d factors of a user
    static String ofFactors(String name, int k, int d) {
        return of(name, k, """
                  {
                    name: "factors"
                    data_type: TYPE_FP32
                    dims: [ %d ]
                  },
                """.formatted(d));
    }

    private static String of(String name, int k, String input) {
        return OnnxTexts.of("config.pbtxt")
                .replace("{name}", name)
                .replace("{k}", Integer.toString(k))
                .replace("{input}", input)
                .replace("{users}", Integer.toString(MOST_USERS))
                .replace("{wait}", Integer.toString(WAIT_MICROSECONDS));
    }
}
