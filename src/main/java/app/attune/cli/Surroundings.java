package app.attune.cli;

import app.attune.core.Progress;
import app.attune.core.chart.ChartWriter;
import java.io.PrintStream;
import java.time.Clock;

/// What a command takes from outside: where results and remarks go, who draws charts, what time it is.
///
/// @param out      results only
/// @param err      problems and progress
/// @param progress of long work
record Surroundings(PrintStream out, PrintStream err, ChartWriter charts, Clock clock, Progress progress) {}
