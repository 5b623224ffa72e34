/**
 * The only package that knows Drools. Tables become prepared rules: their structure is built with Drools' model API,
 * their rows are facts, so no cell is ever part of a rule's text. Rule files are compiled once per content.
 */
@NullMarked
package boscard.drools;

import org.jspecify.annotations.NullMarked;
