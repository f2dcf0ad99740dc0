package app.attune.export;

import java.util.Locale;

/// How the gates stood and who signed, in words.
final class RulebookGates {
    private RulebookGates() {}

    static void append(StringBuilder text, ExportRequest request) {
        text.append("\n## Gates\n\n");
        for (Gate gate : request.gates()) {
            if (gate.state() != Gate.State.LATER) {
                text.append("- `").append(gate.id()).append("`: ").append(words(gate));
                gate.waiver()
                        .ifPresent(waiver -> text.append(" by ")
                                .append(RulebookFile.plain(waiver.author()))
                                .append(" at ")
                                .append(waiver.at())
                                .append(": ")
                                .append(RulebookFile.plain(waiver.reason())));
                text.append('\n');
            }
        }
        text.append("\n## Signature\n\nEd25519, SHA-256 of the public key `")
                .append(request.key().fingerprint())
                .append("`. Ask those who exported it whether it is theirs.\n");
    }

    private static String words(Gate gate) {
        String state = gate.state().name().toLowerCase(Locale.ROOT);
        int findings = gate.findings().size();
        return findings == 0 ? state : state + ", " + findings + (findings == 1 ? " finding" : " findings");
    }
}
