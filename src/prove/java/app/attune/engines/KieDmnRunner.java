package app.attune.engines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kie.api.io.Resource;
import org.kie.api.builder.Message;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNDecisionResult.DecisionEvaluationStatus;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.internal.io.ResourceFactory;

/// KIE DMN on `rules.dmn` of the target dmn, once KIE's validator has nothing against it.
public final class KieDmnRunner {
    /// Decisions for flags; the others are for them to ask.
    private static final Pattern FLAG = Pattern.compile("(?:segment-|rule-)(.*)|recommend|offer");

    private KieDmnRunner() {}

    public static void main(String[] args) throws IOException {
        Lines lines = Lines.take();
        String text = Files.readString(Path.of(args[0], "rules.dmn"));
        validate(text);
        Resource resource = ResourceFactory.newReaderResource(new StringReader(text)).setSourcePath("rules.dmn");
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages(DMNMessage.Severity.ERROR).toString());
        }
        lines.hello("kie-dmn", Lines.version(DMNRuntimeBuilder.class, "kie-dmn-core"));
        lines.answer((context, flags) -> decide(runtime, model, context, flags));
    }

    private static void validate(String text) {
        List<DMNMessage> messages = DMNValidatorFactory.newValidator()
                .validate(
                        new StringReader(text),
                        DMNValidator.Validation.VALIDATE_SCHEMA,
                        DMNValidator.Validation.VALIDATE_MODEL);
        messages.forEach(message -> System.err.println(message.getText()));
        if (messages.stream().anyMatch(message -> message.getLevel() == Message.Level.ERROR)) {
            throw new IllegalStateException("KIE's validator refuses the model");
        }
    }

    private static void decide(DMNRuntime runtime, DMNModel model, JsonNode context, ObjectNode flags) {
        DMNContext given = runtime.newContext();
        context.properties().forEach(part -> given.set(part.getKey(), value(part.getValue())));
        DMNResult result = runtime.evaluateAll(model, given);
        if (result.hasErrors()) {
            throw new IllegalStateException(
                    result.getMessages(DMNMessage.Severity.ERROR).get(0).getText());
        }
        for (DMNDecisionResult decision : result.getDecisionResults()) {
            var flag = FLAG.matcher(decision.getDecisionId());
            if (!flag.matches()) {
                continue;
            }
            if (decision.getEvaluationStatus() != DecisionEvaluationStatus.SUCCEEDED) {
                throw new IllegalStateException(decision.getDecisionId() + " " + decision.getEvaluationStatus());
            }
            flags.put(decision.getDecisionId(), arm(decision.getResult(), flag.group(1)));
        }
    }

    private static String arm(Object result, String own) {
        if (own == null) {
            return (String) result;
        }
        if (result instanceof Boolean isOn) {
            return isOn ? own : null;
        }
        throw new IllegalStateException(own + " is neither true nor false: " + result);
    }

    /// As FEEL has values: numbers are decimal.
    static Object value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> values = new LinkedHashMap<>();
            node.properties().forEach(entry -> values.put(entry.getKey(), value(entry.getValue())));
            return values;
        }
        if (node.isArray()) {
            List<Object> values = new ArrayList<>();
            node.forEach(part -> values.add(value(part)));
            return values;
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? new BigDecimal(node.bigIntegerValue()) : BigDecimal.valueOf(node.doubleValue());
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.isNull() ? null : node.textValue();
    }
}
