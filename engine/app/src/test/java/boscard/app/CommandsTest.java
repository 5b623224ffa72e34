package boscard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import picocli.CommandLine;

class CommandsTest {

    @SuppressWarnings("unused")
    private static final Iterable<String> NAMES = Commands.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyCommandIsCalledByItsOwnName(String name) {
        var command = new CommandLine(Objects.requireNonNull(Commands.named(name)));

        assertThat(command.getCommandName()).isEqualTo(name);
    }

    @Test
    void whatIsNoCommandIsToldTheNearest() {
        var err = new StringWriter();

        int code = Boscard.run(new PrintWriter(new StringWriter()), new PrintWriter(err), "evaluat", "facts.csv");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("Did you mean: boscard evaluate");
    }
}
