@NullMarked
package app.attune.recommend.rerank;

import org.jspecify.annotations.NullMarked;
