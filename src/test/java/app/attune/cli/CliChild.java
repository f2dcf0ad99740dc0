package app.attune.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/// A process that runs one command and then tells, in a last line on standard error, what its heap took at most.
public final class CliChild {
    private CliChild() {}

    public static void main(String[] words) {
        int code = Cli.run(List.of(words), new NoCharts());
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        System.err.println("heap peak " + (peak >> 20) + " MB");
        System.exit(code);
    }
}
