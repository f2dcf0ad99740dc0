package app.attune.events.read.shape;

import app.attune.core.ProblemException;

/// What can be wrong with the description of a shape.
final class ShapeProblems {
    private ShapeProblems() {}

    static ProblemException bad(String message) {
        return ProblemException.of(
                "mapping.bad-shape", message + ".", "Correct the description of the rows, or choose another preset.");
    }
}
