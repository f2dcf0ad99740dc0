package app.attune.core;

/// Work could not be done, for a reason the analyst can read and a remedy to try.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    /// Shorthand for a problem with these three parts.
    public static ProblemException of(String code, String message, String remedy) {
        return new ProblemException(new Problem(code, message, remedy));
    }

    public Problem problem() {
        return problem;
    }
}
