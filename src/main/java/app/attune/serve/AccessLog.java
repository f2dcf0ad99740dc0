package app.attune.serve;

/// Where a line for every request goes: how it ended, and nothing of what it said.
@FunctionalInterface
public interface AccessLog {
    void line(String method, String path, int status, long nanos);

    static AccessLog off() {
        return (method, path, status, nanos) -> {};
    }
}
