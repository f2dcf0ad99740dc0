package app.attune.cli;

/// How a command ends, for scripts.
final class ExitCode {
    /// It did what it was asked for.
    static final int OK = 0;
    /// It could not; standard error says why and what to do.
    static final int PROBLEM = 1;
    /// The words of the command were not understood.
    static final int USAGE = 2;
    /// A bundle does not decide what it says, or a workspace or the events of a server are not what they should be.
    static final int DIFFERENT = 3;
    /// A rule cannot do what it says, the events are not as expected, or no row of a file could be used.
    static final int BROKEN = 4;
    /// Somebody stopped it.
    static final int CANCELLED = 130;

    private ExitCode() {}
}
