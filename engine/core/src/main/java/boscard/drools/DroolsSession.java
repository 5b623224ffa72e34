package boscard.drools;

import boscard.rulebook.RuleSession;
import boscard.rulebook.Stage;
import boscard.source.RuleRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.base.ClassObjectType;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** One long-lived Drools session; the rows of the tables stay, facts come and go. */
final class DroolsSession implements RuleSession {

    private static final String GLOBAL = "conclude";

    private final KieSession session;
    private final Map<String, RuleRef> rules;
    private final Set<Class<?>> usedClasses = new HashSet<>();
    private final Matches matches = new Matches();
    private final List<FactHandle> inserted = new ArrayList<>();
    private final boolean hasGlobal;
    private @Nullable RuleListener ruleListener;

    /** Only there while rules fire: with a listener, Drools makes an event for each row of a table that matches. */
    private final DefaultAgendaEventListener firings = new DefaultAgendaEventListener() {
        @Override
        public void beforeMatchFired(BeforeMatchFiredEvent event) {
            tell(event);
        }
    };

    DroolsSession(KieBase base, Map<String, RuleRef> rules) {
        this.session = base.newKieSession();
        this.rules = rules;
        this.hasGlobal = base.getKiePackages().stream()
                .flatMap(p -> p.getGlobalVariables().stream())
                .anyMatch(global -> global.getName().equals(GLOBAL));
        for (ObjectTypeNode node : ((InternalKnowledgeBase) base).getRete().getObjectTypeNodes()) {
            if (node.getObjectType() instanceof ClassObjectType type) {
                usedClasses.add(type.getClassType());
            }
        }
    }

    Matches matches() {
        return matches;
    }

    /** Inserts something that {@link #clear} leaves in. */
    void keep(Object fact) {
        session.insert(fact);
    }

    @Override
    public void insert(Object fact) {
        inserted.add(session.insert(fact));
    }

    @Override
    public boolean isUsed(Class<?> factClass) {
        return usedClasses.stream().anyMatch(used -> used.isAssignableFrom(factClass));
    }

    @Override
    public void matchTables(Stage stage, MatchListener listener) {
        fire(PreparedTables.agendaGroup(stage.agendaGroup()));
        matches.drain(listener);
    }

    @Override
    public void fireRules(Stage stage, Object conclude, RuleListener listener) {
        if (hasGlobal) {
            session.setGlobal(GLOBAL, conclude);
        }
        ruleListener = listener;
        session.addEventListener(firings);
        try {
            fire(stage.agendaGroup());
        } finally {
            session.removeEventListener(firings);
            ruleListener = null;
        }
    }

    private void fire(String agendaGroup) {
        session.getAgenda().getAgendaGroup(agendaGroup).setFocus();
        session.fireAllRules();
    }

    private void tell(BeforeMatchFiredEvent event) {
        RuleListener listener = ruleListener;
        if (listener != null) {
            var rule = event.getMatch().getRule();
            RuleRef ref = rules.getOrDefault(
                    RuleText.key(rule.getPackageName(), rule.getName()),
                    new RuleRef(rule.getPackageName(), 0, rule.getName()));
            listener.firing(ref, List.copyOf(event.getMatch().getObjects()));
        }
    }

    @Override
    public void clear() {
        inserted.forEach(session::delete);
        inserted.clear();
        matches.forget();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
