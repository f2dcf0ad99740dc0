import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// KIE's engine for DMN.
final class DmnEngine implements Contender {
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final List<Map<String, Object>> contexts = new ArrayList<>();

    DmnEngine(Cases cases) throws Exception {
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(
                                new StringReader(cases.text("targets/dmn/rules.dmn")))
                        .setSourcePath("rules.dmn")))
                .getOrElseThrow(IllegalStateException::new);
        model = runtime.getModels().get(0);
        cases.lines().forEach(line -> {
            Map<String, Object> parts = new LinkedHashMap<>();
            cases.context(line).forEach((part, values) -> parts.put(part, decimal((Map<?, ?>) values)));
            contexts.add(parts);
        });
    }

    private static Map<Object, Object> decimal(Map<?, ?> values) {
        Map<Object, Object> decimal = new LinkedHashMap<>();
        values.forEach((name, value) -> decimal.put(
                name, value instanceof Number number ? new BigDecimal(number.toString()) : value));
        return decimal;
    }

    @Override
    public String name() {
        return "KIE DMN 10.2.0";
    }

    @Override
    public Object decide(int at) {
        DMNContext context = runtime.newContext();
        contexts.get(at).forEach(context::set);
        return runtime.evaluateAll(model, context);
    }

    @Override
    public Map<String, String> flags(Object decision) {
        Map<String, String> flags = new HashMap<>();
        for (DMNDecisionResult result : ((DMNResult) decision).getDecisionResults()) {
            String key = result.getDecisionId();
            if (key.matches("recommend|offer") && result.getResult() instanceof String arm) {
                flags.put(key, arm);
            } else if (Boolean.TRUE.equals(result.getResult()) && key.matches("(segment|rule)-.*")) {
                flags.put(key, key.replaceFirst("^(segment|rule)-", ""));
            }
        }
        return flags;
    }
}
