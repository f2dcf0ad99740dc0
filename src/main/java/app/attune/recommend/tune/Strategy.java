package app.attune.recommend.tune;

import java.util.Arrays;
import java.util.Optional;

/// How the next settings to try are chosen.
public enum Strategy {
    /// Each trial on its own, drawn evenly over the places of the axes.
    ///
    /// Source: Bergstra and Bengio, "Random Search for Hyper-Parameter Optimization", JMLR 13, 2012.
    RANDOM("random"),

    /// Many settings on a few users, the best third of them on three times as many, and so on ([Ladder]).
    HALVING("halving"),

    /// Where good trials are dense and bad ones are not ([Tpe]).
    TPE("tpe");

    private final String code;

    Strategy(String code) {
        this.code = code;
    }

    /// Its stable name in files and on the command line.
    public String code() {
        return code;
    }

    public static Optional<Strategy> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
