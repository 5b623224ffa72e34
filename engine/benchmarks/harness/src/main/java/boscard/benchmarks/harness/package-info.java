/**
 * Makes decision tables and facts of any size from a seed, runs boscard and its peers on them, each as a process of its
 * own, refuses to print a time before their answers agree line by line, and prints the ratios.
 */
@NullMarked
package boscard.benchmarks.harness;

import org.jspecify.annotations.NullMarked;
