/**
 * The 85 cases of DOMAIN.md section 13, in its order and under its headings, each with a tiny file: a value, a named
 * skip, or an error with its place.
 */
@org.jspecify.annotations.NullMarked
package boscard.intake.cases;
