package org.shiriki.houserules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.shiriki.houserules.Rooms.DOORS;
import static org.shiriki.houserules.Rooms.FEATURES;
import static org.shiriki.houserules.Rooms.GROUND;
import static org.shiriki.houserules.Rooms.VENDOR;
import static org.shiriki.houserules.Rooms.in;
import static org.shiriki.houserules.Rooms.named;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;

/// All rules of the house, each beside the class that breaks it.
final class HouseRules {
  private static final String[] EDGES = {
    "Pg.*", ".*Api", ".*Pages", ".*Callbacks", ".*Client", ".*Verticle"
  };

  /// They run before any verticle, and only pass an interrupt on to their own thread.
  private static final String[] WAIT_FOR_PROGRAMS = {"EmbeddedServer", "Programs"};

  private static final String VENDOR_WORDS =
      "(?i).*(africas?_?talking|bulkSms|linkId|networkCode|retryDuration|ATUid|ATXid).*";

  private HouseRules() {}

  static List<HouseRule> all() {
    return Stream.of(waiting(), names(), knowledge(), rooms()).flatMap(List::stream).toList();
  }

  /// Style 2.2: what would stall or kill a verticle.
  private static List<HouseRule> waiting() {
    return List.of(
        rule(
            "nobody awaits with a time limit",
            noClasses().should().callMethodWhere(awaitsWithALimit()),
            "poll.Waits"),
        rule(
            "nobody interrupts a thread",
            noClasses()
                .that(not(named(WAIT_FOR_PROGRAMS)))
                .should()
                .callMethodWhere(callOf(Thread.class.getName(), "interrupt")),
            "poll.Interrupts"),
        rule(
            "nobody sleeps",
            noClasses().should().callMethodWhere(callOf(Thread.class.getName(), "sleep")),
            "poll.Sleeps"),
        rule(
            "nobody blocks on java.net.http",
            noClasses().should().dependOnClassesThat(resideInAnyPackage("java.net.http..")),
            "poll.Fetches"),
        rule(
            "only pg knows JDBC, to migrate and to schedule",
            noClasses()
                .that(not(in(Set.of("pg"))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..")),
            "poll.Queries"),
        rule(
            "nobody blocks on a queue",
            noClasses().should().dependOnClassesThat().areAssignableTo(BlockingQueue.class),
            "poll.Queues"),
        rule(
            "nobody hands a pool a transaction to run on its event loop",
            noClasses()
                .should()
                .callMethodWhere(callOf("io.vertx.sqlclient.Pool", "withTransaction")),
            "poll.Transacts"));
  }

  /// Style 2.1: names.
  private static List<HouseRule> names() {
    return List.of(
        rule(
            "no name ends in how it is built",
            noClasses()
                .should()
                .haveNameMatching(
                    ".*[.$a-z0-9]"
                        + "(Impl|Base|Manager|Helper|Utils?|Service|DTO|Dto|Entity|Handler)"),
            "poll.BallotManager"),
        rule(
            "no name begins with how it is built",
            noClasses().should().haveNameMatching(".*[.$](Abstract|Base|I)[A-Z][a-z0-9]\\w*"),
            "poll.AbstractBallot"),
        rule(
            "only the carrier's rooms speak the vendor's words",
            noClasses().that(not(in(VENDOR))).and(not(boot())).should(Words.contain(VENDOR_WORDS)),
            "ussd.Callback"));
  }

  /// Who knows which library.
  private static List<HouseRule> knowledge() {
    return List.of(
        rule(
            "what a phone shows and hears is plain Java",
            noClasses()
                .that(named(".*Screens?", ".*Keywords"))
                .should()
                .dependOnClassesThat(plumbing()),
            "poll.BallotScreens"),
        rule(
            "a feature's values, rules and keepers are plain Java",
            noClasses()
                .that(in(FEATURES))
                .and(not(named(EDGES)))
                .should()
                .dependOnClassesThat(plumbing()),
            "poll.Ballot"),
        rule(
            "dialogue, place and privacy are plain Java",
            noClasses()
                .that(in(Set.of("dialogue", "place", "privacy")))
                .should()
                .dependOnClassesThat(plumbing()),
            "dialogue.Buffers"),
        rule(
            "only pg and the Pg keepers know SQL",
            noClasses()
                .that(not(in(Set.of("pg"))))
                .and(not(named("Pg.*")))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..")),
            "poll.Transacts"),
        rule(
            "every package says that its types are not null",
            classes().should(Words.beNullMarked()),
            "bare.Bare"));
  }

  /// Who knows whom.
  private static List<HouseRule> rooms() {
    return List.of(
        rule(
            "a feature knows no other feature, only citizen and office",
            noClasses().that(in(FEATURES)).should(Words.knowAnother(FEATURES, "citizen", "office")),
            "poll.Peeks"),
        rule(
            "a feature knows no door but sms, api and console",
            noClasses()
                .that(in(FEATURES))
                .should(Words.knowAnother(DOORS, "sms", "api", "console")),
            "poll.Dials"),
        rule(
            "safety sends no SMS",
            noClasses().that(in(Set.of("safety"))).should().dependOnClassesThat(in(Set.of("sms"))),
            "safety.Tells"),
        rule(
            "a door knows no feature",
            noClasses().that(in(DOORS)).should().dependOnClassesThat(in(FEATURES)),
            "ussd.Sounds"),
        rule(
            "the ground knows no feature",
            noClasses().that(in(GROUND)).should().dependOnClassesThat(in(FEATURES)),
            "dialogue.Eavesdrops"),
        rule(
            "the ground knows no door",
            noClasses().that(in(GROUND)).should().dependOnClassesThat(in(DOORS)),
            "dialogue.Calls"),
        rule(
            "only the boot knows the carrier's rooms",
            noClasses().that(not(boot())).should(Words.knowAnother(VENDOR, "")),
            "ussd.Simulates"),
        rule(
            "nobody knows the boot",
            noClasses().that(not(boot())).should().dependOnClassesThat(boot()),
            "dialogue.Settles"),
        rule(
            "rooms form no ring",
            slices().assignedFrom(Rooms.each()).should().beFreeOfCycles(),
            "poll.Peeks"));
  }

  private static HouseRule rule(String name, ArchRule rule, String offender) {
    return new HouseRule(name, rule, Rooms.OFFENDERS + '.' + offender);
  }

  private static DescribedPredicate<JavaClass> plumbing() {
    return resideInAnyPackage("io.vertx..", "io.netty..", "java.sql..", "javax.sql..");
  }

  private static DescribedPredicate<JavaClass> boot() {
    return resideInAnyPackage(Rooms.HOUSE).as("the boot");
  }

  private static DescribedPredicate<JavaMethodCall> awaitsWithALimit() {
    return callOf("io.vertx.core.Future", "await")
        .and(
            DescribedPredicate.describe(
                "with a limit", call -> !call.getTarget().getRawParameterTypes().isEmpty()));
  }

  private static DescribedPredicate<JavaMethodCall> callOf(String owner, String method) {
    return DescribedPredicate.describe(
        "of " + owner + '.' + method,
        call ->
            call.getTarget().getName().equals(method)
                && call.getTargetOwner().isAssignableTo(owner));
  }
}
