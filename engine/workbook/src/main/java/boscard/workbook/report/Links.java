package boscard.workbook.report;

import boscard.source.CellRef;
import boscard.source.RuleRef;
import boscard.source.SourceRef;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * From an address to a link that works from where the report lies. A file is looked for where a rulebook and the facts
 * keep theirs; each file once. Not thread-safe.
 */
final class Links {

    /** Shorter names could be cells ({@code Q3}), and Excel wants those in quotes. */
    private static final Pattern PLAIN_SHEET = Pattern.compile("[A-Za-z_]{4,}");

    private final Path reportFolder;
    private final @Nullable String rulebookFolder;
    private final @Nullable String factsFolder;
    private final Map<String, String> ruleFiles = new HashMap<>();
    private final Map<String, String> factFiles = new HashMap<>();

    Links(Path reportFolder, ReportHeader header) {
        this.reportFolder = reportFolder;
        this.rulebookFolder = header.rulebookFolder();
        this.factsFolder = header.factsFolder();
    }

    /** To a table row, a cell or a DRL file of the rulebook. */
    Link toRule(SourceRef at) {
        String file = at.file().isEmpty() ? "" : ruleFiles.computeIfAbsent(at.file(), name -> first(inRulebook(at)));
        return new Link(at.toString(), file, placeOf(at));
    }

    /** To the file of a fact; Excel can open a text file, but not at a line. */
    Link toFact(SourceRef at) {
        String file = at.file().isEmpty() ? "" : factFiles.computeIfAbsent(at.file(), name -> first(inFacts(at)));
        return new Link(at.toString(), file, placeOf(at));
    }

    /** To a file of either, when it is there; a problem does not say where its file belongs. */
    Link toEither(SourceRef at) {
        if (at instanceof RuleRef) {
            return toRule(at);
        }
        var candidates = new ArrayList<>(inRulebook(at));
        candidates.addAll(inFacts(at));
        String file = candidates.stream().filter(this::exists).findFirst().orElse("");
        return new Link(at.toString(), encoded(file), placeOf(at));
    }

    private List<String> inRulebook(SourceRef at) {
        if (rulebookFolder == null || at.file().isEmpty()) {
            return List.of();
        }
        String file = at.file().replace('\\', '/');
        String home = at instanceof RuleRef ? "rules/" : "spreadsheets/";
        return file.startsWith(home)
                ? List.of(under(rulebookFolder, file))
                : List.of(under(rulebookFolder, home + file), under(rulebookFolder, file));
    }

    private List<String> inFacts(SourceRef at) {
        return factsFolder == null || at.file().isEmpty()
                ? List.of()
                : List.of(under(factsFolder, at.file().replace('\\', '/')));
    }

    private String first(List<String> candidates) {
        String found = candidates.stream()
                .filter(this::exists)
                .findFirst()
                .orElse(candidates.isEmpty() ? "" : candidates.get(0));
        return encoded(found);
    }

    private boolean exists(String file) {
        try {
            return Files.exists(reportFolder.resolve(file));
        } catch (InvalidPathException notAFileName) {
            return false;
        }
    }

    private static String under(String folder, String file) {
        boolean absolute = file.startsWith("/") || file.matches("[A-Za-z]:/.*");
        return absolute || folder.isEmpty() ? file : folder + "/" + file;
    }

    /** As the target of a link: never a scheme such as {@code javascript:}, whatever the file is called. */
    private static String encoded(String file) {
        boolean drive = file.matches("[A-Za-z]:/.*");
        var uri = new StringBuilder();
        if (drive) {
            uri.append("file:///").append(file, 0, 2);
        } else if (file.startsWith("/")) {
            uri.append("file://");
        }
        file.substring(drive ? 2 : 0).chars().forEach(c -> {
            boolean plain = c > 0xA0 || Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0;
            uri.append(plain ? Character.toString((char) c) : String.format("%%%02X", c));
        });
        return uri.toString();
    }

    private static String placeOf(SourceRef at) {
        if (!(at instanceof CellRef cell) || cell.sheet().isEmpty()) {
            return "";
        }
        String sheet = PLAIN_SHEET.matcher(cell.sheet()).matches()
                ? cell.sheet()
                : "'" + cell.sheet().replace("'", "''") + "'";
        if (cell.row() == 0) {
            return sheet + "!A1";
        }
        return sheet + "!" + (cell.column() == 0 ? "A" + cell.row() : cell.address());
    }
}
