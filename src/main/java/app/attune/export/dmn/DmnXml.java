package app.attune.export.dmn;

import app.attune.export.flags.Field;
import app.attune.export.flags.Shown;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes the elements of a decision model.
final class DmnXml {
    static final String NAMESPACE = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    private static final String MODEL = "urn:attune:rules";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    DmnXml() {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            open("definitions");
            xml.writeDefaultNamespace(NAMESPACE);
            attribute("id", "rules");
            attribute("name", "Rules");
            attribute("namespace", MODEL);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void inputs() {
        for (Field.Source source : Field.Source.values()) {
            open("inputData");
            attribute("id", source.word());
            attribute("name", source.word());
            open("variable");
            attribute("name", source.word());
            attribute("typeRef", "context");
            close();
            close();
        }
    }

    /// The value of a field, or null if there is none of its kind.
    void field(Field field) {
        String type = switch (field.kind()) {
            case TEXT -> "string";
            case NUMBER, DATE -> "number";
            case ANY -> "Any";
        };
        String value = "get value(" + field.source().word() + ", " + Feel.text(field.name()) + ")";
        decision(Feel.name(field), Feel.name(field), field.path(), type);
        literal(
                field.kind() == Field.Kind.ANY
                        ? value
                        : "if " + value + " instance of " + type + " then " + value + " else null",
                Set.of(field.source().word()));
    }

    /// Begins a decision, which [#literal] or [#endTable] ends.
    ///
    /// @param label in the analyst's words
    void decision(String id, String name, String label, String type) {
        open("decision");
        attribute("id", id);
        attribute("name", name);
        attribute("label", Shown.of(label));
        open("variable");
        attribute("name", name);
        attribute("typeRef", type);
        close();
    }

    /// @param needs ids of what it asks
    void literal(String expression, Set<String> needs) {
        requirements(new TreeSet<>(needs));
        open("literalExpression");
        text(expression);
        close();
        close();
    }

    /// Begins a table that asks one decision in each column.
    void table(Collection<String> needs) {
        requirements(needs);
        open("decisionTable");
        attribute("hitPolicy", "FIRST");
        for (String need : needs) {
            open("input");
            open("inputExpression");
            attribute("typeRef", "boolean");
            text(Feel.name(need));
            close();
            close();
        }
        open("output");
        close();
        for (String name : List.of("Name", "Does")) {
            open("annotation");
            attribute("name", name);
            close();
        }
    }

    /// Asks that one column is true.
    void row(int column, int columns, String output, List<String> annotations) {
        open("rule");
        for (int at = 0; at < columns; at++) {
            open("inputEntry");
            text(at == column ? "true" : "-");
            close();
        }
        open("outputEntry");
        text(output);
        close();
        for (String annotation : annotations) {
            open("annotationEntry");
            text(Shown.of(annotation));
            close();
        }
        close();
    }

    void endTable() {
        close();
        close();
    }

    String end() {
        close();
        try {
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.append('\n').toString();
    }

    private void requirements(Collection<String> needs) {
        for (String need : needs) {
            open("informationRequirement");
            boolean isInput = need.equals(Field.Source.ATTRIBUTES.word()) || need.equals(Field.Source.FEATURES.word());
            open(isInput ? "requiredInput" : "requiredDecision");
            attribute("href", "#" + need);
            close();
            close();
        }
    }

    private boolean hasElements = true;

    private void open(String element) {
        try {
            line();
            xml.writeStartElement(element);
            depth++;
            hasElements = false;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private void close() {
        try {
            depth--;
            if (hasElements) {
                line();
            }
            xml.writeEndElement();
            hasElements = true;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attribute(String name, String value) {
        try {
            xml.writeAttribute(name, value);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void text(String words) {
        try {
            open("text");
            xml.writeCharacters(words);
            close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
