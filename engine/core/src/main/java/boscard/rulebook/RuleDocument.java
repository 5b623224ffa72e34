package boscard.rulebook;

/**
 * One DRL file as it was read.
 *
 * @param path within the rulebook, with forward slashes: {@code rules/pitfalls.drl}
 * @param text whole content, line ends as {@code \n}
 */
public record RuleDocument(String path, String text) {}
