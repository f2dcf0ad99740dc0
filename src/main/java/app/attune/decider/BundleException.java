package app.attune.decider;

/// A bundle, or a request, that can't be used, for a reason that can be read and with a remedy to try.
public final class BundleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient BundleProblem problem;

    BundleException(String code, String message, String remedy) {
        super(message);
        this.problem = new BundleProblem(code, message, remedy);
    }

    BundleException(String code, String message, String remedy, Throwable cause) {
        super(message, cause);
        this.problem = new BundleProblem(code, message, remedy);
    }

    /// What is wrong; its message is that of the exception.
    public BundleProblem problem() {
        return problem;
    }
}
