@org.jspecify.annotations.NullMarked
package app.attune.serve;
