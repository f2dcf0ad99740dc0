/// Tests of the shared words.
@org.jspecify.annotations.NullMarked
package app.attune.core;
