package boscard.intake;

import boscard.intake.format.RawRow;
import boscard.intake.format.RowSource;
import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stands for the measurements that were computed of the rows of one or several tables. */
final class AggregatedTable implements RowSource {

    private final String file;

    AggregatedTable(List<RowSource> sources) {
        String first = sources.get(0).file();
        long files = sources.stream().map(RowSource::file).distinct().count();
        this.file = files == 1 ? first : first + " and " + (files - 1) + " more";
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public String table() {
        return "computed";
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public @Nullable RawRow next() {
        return null;
    }

    @Override
    public SourceRef at(int row, int position, String heading) {
        return LineRef.ofFile(file);
    }

    @Override
    public Origin origin(int row, Map<String, Origin.Column> columns) {
        return new Origin.Computed("of the rows of " + file);
    }

    @Override
    public void close() {}
}
