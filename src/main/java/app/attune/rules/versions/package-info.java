/// Versions of the rules: tags, review, merging of branches, and text files for Git.
@NullMarked
package app.attune.rules.versions;

import org.jspecify.annotations.NullMarked;
