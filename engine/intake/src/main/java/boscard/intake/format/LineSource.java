package boscard.intake.format;

import boscard.source.LineRef;
import boscard.source.Origin;
import boscard.source.SourceRef;
import java.util.List;
import java.util.Map;

/** A text file that is one table: what stands in it is found by its line. */
interface LineSource extends RowSource {

    @Override
    default String table() {
        return "";
    }

    @Override
    default List<String> columns() {
        return List.of();
    }

    @Override
    default SourceRef at(int row, int position, String heading) {
        return new LineRef(file(), row, position, heading);
    }

    @Override
    default boolean hasOriginsByNumber() {
        return true;
    }

    @Override
    default Origin origin(int row, Map<String, Origin.Column> columns) {
        return new Origin.Line(file(), row, columns);
    }
}
