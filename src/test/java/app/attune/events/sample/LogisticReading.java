package app.attune.events.sample;

import app.attune.events.sample.WrittenSample.Event;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fits the planted purchase outcome from the written files by Newton's method, without a penalty.
record LogisticReading(int users, int buyers, List<Double> estimate, List<Double> standardError) {
    private static final String AS_OF = "2026-10-04T00:00:00Z";
    private static final int K = 6;

    static LogisticReading of(WrittenSample sample) {
        Map<String, double[]> byUser = new HashMap<>();
        sample.users().forEach((id, user) -> {
            if (user.getOrDefault("signup_date", "").compareTo("2026-10-04") < 0) {
                double desktop = "desktop".equals(user.get("device")) ? 1 : 0;
                double marketing = "granted".equals(user.get("consent_marketing")) ? 1 : 0;
                byUser.put(id, new double[] {1, 0, 0, 0, desktop, marketing, 0});
            }
        });
        for (Event event : sample.events()) {
            double[] row = byUser.get(event.user());
            if (row != null) {
                note(event, row);
            }
        }
        double[][] rows = byUser.values().toArray(double[][]::new);
        int buyers = 0;
        for (double[] row : rows) {
            row[1] = Math.log(1 + row[1]);
            buyers += (int) row[K];
        }
        return fit(rows, buyers);
    }

    private static void note(Event event, double[] row) {
        boolean before = !event.since(AS_OF);
        boolean recent = before && event.since("2026-09-06T00:00:00Z");
        if (event.is("view") && recent) {
            row[1]++;
        } else if (event.is("cart") && recent) {
            row[2] = 1;
        } else if (event.is("purchase") && before && event.since("2026-07-06T00:00:00Z")) {
            row[3] = 1;
        } else if (event.is("purchase") && !before) {
            row[K] = 1;
        }
    }

    private static LogisticReading fit(double[][] rows, int buyers) {
        double[] beta = new double[K];
        double[] error = new double[K];
        for (int step = 0; step < 30; step++) {
            double[][] system = new double[K][2 * K + 1];
            for (double[] row : rows) {
                accumulate(row, beta, system);
            }
            for (int i = 0; i < K; i++) {
                system[i][K + 1 + i] = 1;
            }
            eliminate(system);
            for (int i = 0; i < K; i++) {
                beta[i] += system[i][K];
                error[i] = Math.sqrt(system[i][K + 1 + i]);
            }
        }
        return new LogisticReading(rows.length, buyers, boxed(beta), boxed(error));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    /// Adds one row to the Hessian (columns 0 to K) and the gradient (column K).
    private static void accumulate(double[] row, double[] beta, double[][] system) {
        double score = 0;
        for (int i = 0; i < K; i++) {
            score += beta[i] * row[i];
        }
        double p = 1 / (1 + Math.exp(-score));
        for (int i = 0; i < K; i++) {
            for (int j = 0; j < K; j++) {
                system[i][j] += p * (1 - p) * row[i] * row[j];
            }
            system[i][K] += (row[K] - p) * row[i];
        }
    }

    /// Gauss-Jordan; the matrix is positive definite, so no pivoting.
    private static void eliminate(double[][] system) {
        for (int i = 0; i < K; i++) {
            double pivot = system[i][i];
            for (int c = 0; c < system[i].length; c++) {
                system[i][c] /= pivot;
            }
            for (int r = 0; r < K; r++) {
                double factor = system[r][i];
                for (int c = 0; r != i && c < system[r].length; c++) {
                    system[r][c] -= factor * system[i][c];
                }
            }
        }
    }
}
