package app.attune.serve;

/// Where the server tells what happens, without anything that requests said.
public interface Journal {
    /// A request was answered.
    ///
    /// @param path one that is served, or `-`
    void request(String method, String path, int status, long nanos);

    /// Something that whoever runs the server should know.
    void remark(String words);

    /// Tells nobody.
    static Journal silent() {
        return new Journal() {
            @Override
            public void request(String method, String path, int status, long nanos) {
                // Nobody wants to know.
            }

            @Override
            public void remark(String words) {
                // Nobody wants to know.
            }
        };
    }
}
