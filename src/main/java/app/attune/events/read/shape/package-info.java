/// How rows are made of records: which records, one row per what, and where each column's value stands in the tree.
@NullMarked
package app.attune.events.read.shape;

import org.jspecify.annotations.NullMarked;
