package app.attune.serve;

import app.attune.core.Problem;
import java.util.Map;

/// A request that is not answered as asked: the status, and a problem for whoever asked.
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    Refusal(int status, Problem problem, Map<String, String> headers) {
        super(problem.message());
        this.status = status;
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    static Refusal of(int status, Problem problem) {
        return new Refusal(status, problem, Map.of());
    }

    /// The request says something that cannot be used.
    static Refusal badRequest(String message, String remedy) {
        return of(400, new Problem("serve.bad-request", message, remedy));
    }

    Answer answer() {
        return Answer.problem(status, problem, headers);
    }

    Problem problem() {
        return problem;
    }
}
