/// One runner for each engine that exported flags are for.
///
/// A runner is given the folder of a target's files. It prints what it is as one line of JSON, then reads one context a
/// line and prints one line with every flag, or with an error, until its input ends.
package app.attune.engines;
