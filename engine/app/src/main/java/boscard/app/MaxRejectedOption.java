package boscard.app;

import boscard.intake.ImportSettings;
import boscard.intake.RejectionLimit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option that says how many bad rows cost a file. */
final class MaxRejectedOption {

    @Option(
            names = "--max-rejected",
            paramLabel = "N|P%%",
            converter = Limit.class,
            description = "A file with more rejected rows than this, a number or a share, is refused as a whole"
                    + " (default: 20%% of files with at least 10 rows).")
    private @Nullable RejectionLimit limit;

    ImportSettings in(ImportSettings settings) {
        return limit == null ? settings : settings.withLimits(settings.limits().withRejection(limit));
    }

    private static final class Limit implements ITypeConverter<RejectionLimit> {

        @Override
        public RejectionLimit convert(String text) {
            return RejectionLimit.parse(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + text + "\" is neither a number of rows such as 25 nor a share such as 20%"));
        }
    }
}
