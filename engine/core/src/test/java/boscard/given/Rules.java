package boscard.given;

import boscard.rulebook.RuleDocument;

/** Rule files in a few words. */
public final class Rules {

    /** The package, the imports and the global that stand above the lines of {@link #file}. */
    private static final String HEADER = """
            import boscard.evaluation.*;
            import boscard.fact.*;
            import boscard.rulebook.Parameter;
            global RuleConclusions conclude;
            """;

    /** The line of a file on which the first of its given lines stands. */
    public static final int FIRST_LINE = 6;

    private Rules() {}

    /** A rule file of a package named like the file. */
    public static RuleDocument file(String path, String... lines) {
        String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        return new RuleDocument(path, "package rules." + name + ";\n" + HEADER + String.join("\n", lines) + "\n");
    }
}
