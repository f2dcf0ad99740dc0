package app.attune.cli;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/// Every verb of `attune segment` in a line, with an example.
final class SegmentHelp {
    /// One line for what it does and one for an example, each indented.
    static final String VERBS = """

            Examples of every verb; shop is the folder of a workspace:
              list       every segment with its users
                  attune segment shop list
              templates  segments to start from, fitted to the data
                  attune segment shop templates
              save       a new segment, or its next version
                  attune segment shop save "Frequent buyers" --template frequent-buyers
              count      users of all segments, or of one
                  attune segment shop count vip --as-of 2026-11-01
              members    users of a segment, or all of them as a file
                  attune segment shop members vip --out vip.csv --attributes country
              explain    why a user is in or out, row by row
                  attune segment shop explain vip u00042
              overlap    users that segments share
                  attune segment shop overlap frequent-buyers cart-abandoners vip
              profile    what sets its users apart from everybody else
                  attune segment shop profile vip
              kpi        conversion, revenue and events a user, with intervals
                  attune segment shop kpi vip frequent-buyers
              flows      who entered, left and stayed, week by week
                  attune segment shop flows vip
              dropoff    how many users are left after each row
                  attune segment shop dropoff vip
              sql        the query that finds the same users
                  attune segment shop sql vip --dialect spark
              show       the condition in words, as JSON or as text
                  attune segment shop show vip --as text
              truth      what comparisons make of missing values
                  attune segment truth
              grammar    every form of a condition's text, with examples
                  attune segment grammar
              help       this list
                  attune segment help
              versions   every version, newest first
                  attune segment shop versions vip
              diff       what changed between two versions, and for whom
                  attune segment shop diff vip 1 2
              about      goal, key figure, target, owner and note
                  attune segment shop about vip --goal "Keep them" --owner Ada
              rfm        buyers in cells by recency, frequency and money
                  attune segment shop rfm "Best buyers" --axes FM --cells F5M4,F5M5
              health     what is wrong with segments: too small, alike, without a goal
                  attune segment shop health
              export     segments as files for Git
                  attune segment shop export segments-in-git
              import     segments from such files
                  attune segment shop import segments-in-git
              delete     hides a segment; its versions are kept
                  attune segment shop delete vip
            """;

    private SegmentHelp() {}

    static Report print() {
        List<String> lines = VERBS.strip().lines().toList();
        ArrayNode verbs = Json.mapper().createArrayNode();
        for (int i = 1; i + 1 < lines.size(); i += 2) {
            String[] words = lines.get(i).strip().split(" +", 2);
            verbs.addObject()
                    .put("verb", words[0])
                    .put("does", words[1])
                    .put("example", lines.get(i + 1).strip());
        }
        return Report.of(lines, verbs);
    }
}
