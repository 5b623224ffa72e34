package boscard.app;

import boscard.fact.Kpi;
import boscard.fact.KpiCatalogue;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The KPI catalogue, as the rulebook has it. */
@Command(
        name = "kpis",
        description = "Lists the KPIs of the catalogue, or all about one.",
        mixinStandardHelpOptions = true)
final class KpisCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "KPI", description = "Id of one KPI; without it, all.")
    private @Nullable String id;

    @Mixin
    private RulebookOption rulebookOption = new RulebookOption();

    @Option(names = "--all", description = "Base measures too, which are tracked and never scored.")
    private boolean all;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        KpiCatalogue catalogue = rulebookOption.load().rulebook().catalogue();
        if (id == null) {
            list(catalogue, out);
            return ExitCode.FINE;
        }
        Kpi kpi = catalogue.find(id);
        if (kpi == null) {
            String hint = boscard.problem.Suggestion.nearest(id, catalogue.ids())
                    .map(near -> "; maybe " + near + " is meant")
                    .orElse("");
            spec.commandLine().getErr().println("There is no KPI \"" + id + "\" in the catalogue" + hint);
            return ExitCode.PROBLEMS;
        }
        describe(kpi, out);
        return ExitCode.FINE;
    }

    private void list(KpiCatalogue catalogue, PrintWriter out) {
        List<Kpi> shown =
                catalogue.kpis().stream().filter(kpi -> all || kpi.isScored()).toList();
        int width = shown.stream().mapToInt(kpi -> kpi.id().length()).max().orElse(0);
        for (Kpi kpi : shown) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %-17s %-9s %-9s %s",
                    kpi.id(),
                    kpi.perspective(),
                    kpi.unit(),
                    kpi.direction(),
                    kpi.name()));
        }
        out.println(shown.size() + (all ? " KPIs and base measures" : " scored KPIs; --all adds the base measures"));
    }

    private static void describe(Kpi kpi, PrintWriter out) {
        out.println(kpi.name() + " (" + kpi.id() + ")");
        line(out, "Definition", kpi.definition());
        line(out, "In plain words", kpi.glossary());
        line(out, "Formula", kpi.formula() == null ? "none: it is imported" : kpi.formula());
        line(out, "Unit", kpi.unit());
        line(
                out,
                "Better",
                switch (kpi.direction()) {
                    case HIGHER -> "higher";
                    case LOWER -> "lower";
                    case IN_RANGE -> "from " + kpi.low() + " to " + kpi.high();
                    case BINARY -> "yes";
                });
        line(out, "Perspective", kpi.perspective());
        line(out, "Horizon", kpi.horizon() + ", " + kpi.timing());
        line(out, "Reported", kpi.frequency());
        line(out, "Adds up", "over time " + kpi.timeAggregation() + ", over units " + kpi.unitAggregation());
        line(out, "Weight", kpi.isScored() ? kpi.weight() : "0: a base measure, never scored");
        line(out, "Status by", kpi.scheme());
        line(out, "Seasonal", kpi.seasonal() ? "yes" : null);
        line(out, "Counter-measure", kpi.pair());
        line(out, "Owner", kpi.owner());
        line(out, "Source", kpi.source());
        line(out, "Stands in", kpi.at());
    }

    private static void line(PrintWriter out, String what, @Nullable Object value) {
        if (value != null) {
            out.println(String.format(Locale.ROOT, "  %-16s %s", what, value));
        }
    }
}
