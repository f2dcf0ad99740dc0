package app.attune.workbench;

/// The program's entry point.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {}
}
