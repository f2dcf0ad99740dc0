package app.attune.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a decision model or rules of Drools would be like if their writer had one bug.
///
/// @param change of the file as it should be
record EngineBugs(String target, String name, UnaryOperator<String> change) {
    private static final String CONSENT = "attributes.consent_personalisation";

    static List<EngineBugs> all() {
        List<EngineBugs> all = new ArrayList<>(dmn());
        all.addAll(drl());
        return all;
    }

    private static List<EngineBugs> dmn() {
        return List.of(
                dmn("at least becomes more than", "&gt;= ", "&gt; "),
                dmn("at most becomes less than", "&lt;= ", "&lt; "),
                dmn("more than becomes at least", "&gt; ", "&gt;= "),
                dmn("less than becomes at most", "&lt; ", "&lt;= "),
                dmn("not is dropped", "not\\(", "("),
                dmn("or becomes and", "\\) or \\(", ") and ("),
                dmn("and becomes or", "\\) and \\(", ") or ("),
                dmn("missing is not asked", "[a-zA-Z0-9_]+ != null and ", ""),
                dmn("missing is zero", "(instance of number then .*) else null", "$1 else 0"),
                dmn("kinds are not asked", "if (get value\\(.*\\)) instance of .* then .* else null", "$1"),
                dmn("consent is dropped", "\\(segment_(.*)\\) and \\(.*\\)", "segment_$1"),
                dmn("everybody is nobody", ">true</text>\\s*</literal", ">false</text></literal"),
                dmn("nobody is everybody", ">false</text>\\s*</literal", ">true</text></literal"),
                new EngineBugs("dmn", "the last rule wins", EngineBugs::lastFirst),
                dmn("the first rule is left out", "(?s)(</annotation>\\s*)<rule>.*?</rule>", "$1"),
                dmn("begins becomes ends", "starts with\\(", "ends with("),
                dmn("has becomes begins", " \\(contains\\(", " (starts with("),
                dmn("a segment is taken for another", "(\"#segment-|\\(segment_)s5([\")])", "$1s7$2"),
                numbers(
                        "dmn",
                        "a date is a millisecond off",
                        "\\b1\\d{12}\\b",
                        date -> "" + (1 + Long.parseLong(date))),
                dmn("a number is rounded", "\\b30\\.5\\b", "31"),
                dmn(
                        "only the first of a list is kept",
                        "list contains\\(\\[([^,\\]]*), [^\\]]*\\]",
                        "list contains([$1]"),
                dmn("numbers of letters are letters", "\\\\u00e9", "\\\\\\\\u00e9"),
                dmn("features are attributes", "get value\\(features", "get value(attributes"));
    }

    private static List<EngineBugs> drl() {
        return List.of(
                drl("at least becomes more than", "value >= ", "value > "),
                drl("at most becomes less than", "value <= ", "value < "),
                drl("more than becomes at least", "value > ", "value >= "),
                drl("less than becomes at most", "value < ", "value <= "),
                drl("not is dropped", "not (\\w+Value)", "exists $1"),
                drl("or knows one way only", "(?s)\nrule \"[^\"]* way 2\".*?\nend\n", ""),
                drl("missing passes", "exists NumberValue\\((field == [^,\n]*), ", "not NumberValue($1, !("),
                drl("kinds are not asked", "(exists|not) \\w+Value\\((field == \"[^\"]*\")\\)", "$1 Value($2)"),
                drl("consent is dropped", " *exists \\w+\\(field == \"" + CONSENT + ".*\n", ""),
                drl("everybody is nobody", "when\nthen", "when\n    exists Holds(node == \"\")\nthen"),
                numbers("drl", "salience is inverted", "(?<=salience -)\\d+", n -> "" + (1000 - Integer.parseInt(n))),
                drl("two rules win", " *not Decision.*\n", ""),
                drl("begins becomes ends", "startsWith\\(", "endsWith("),
                drl("has becomes begins", "value\\.contains\\(", "value.startsWith("),
                drl("a segment is taken for another", "Holds\\(node == \"segment-s5\"", "Holds(node == \"segment-s7\""),
                numbers("drl", "a date is a millisecond off", "1\\d{12}(?=L)", date -> "" + (1 + Long.parseLong(date))),
                drl("a number is rounded", "\\b30\\.5\\b", "31.0"),
                drl("zero has one sign", "-0\\.0", "0.0"),
                drl("only the first of a list is kept", " \\|\\| value == .*\\)", ")"),
                drl("numbers of letters are letters", "\\\\u00e9", "\\\\\\\\u00e9"),
                drl("features are attributes", "\"features\\.", "\"attributes."));
    }

    private static EngineBugs dmn(String name, String from, String to) {
        return new EngineBugs("dmn", name, text -> text.replaceAll(from, to));
    }

    private static EngineBugs drl(String name, String from, String to) {
        return new EngineBugs(
                "drl",
                name,
                text -> to.endsWith("!(")
                        ? text.replaceAll(from + "(.*)\\)\n", to + "$2))\n")
                        : text.replaceAll(from, to));
    }

    private static EngineBugs numbers(String target, String name, String from, Function<String, String> to) {
        return new EngineBugs(
                target, name, text -> Pattern.compile(from).matcher(text).replaceAll(found -> to.apply(found.group())));
    }

    private static String lastFirst(String text) {
        Pattern rows = Pattern.compile("(?s)(?:\\s*<rule>.*?</rule>)+");
        return rows.matcher(text).replaceAll(EngineBugs::reversed);
    }

    private static String reversed(MatchResult table) {
        List<String> rows = Pattern.compile("(?s)\\s*<rule>.*?</rule>")
                .matcher(table.group())
                .results()
                .map(MatchResult::group)
                .toList();
        return Matcher.quoteReplacement(String.join("", rows.reversed()));
    }
}
