/**
 * What a person can put right: one problem with its address, its values and an advice, and the collector that gathers
 * all problems of a phase. The catalogue of codes is {@link boscard.problem.ProblemCode}; docs/problems.md has a
 * section for each.
 */
@NullMarked
package boscard.problem;

import org.jspecify.annotations.NullMarked;
