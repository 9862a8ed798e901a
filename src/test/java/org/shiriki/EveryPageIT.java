package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// What is true of all pages of the console: each line of the menu leads somewhere, and whatever
/// was stored stays words.
class EveryPageIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String EVIL = "<script>document.title=1</script><img src=x>";

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window director;
  private static Window guardian;
  private static String incident = "";
  private static String webhook = "";

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    browser = ConsoleBrowser.launch();
    store();
    director =
        browser.colleague(
            gateway,
            "halima",
            Grant.everywhere(Role.DIRECTOR),
            Grant.everywhere(Role.CASE_OFFICER));
    guardian = browser.colleague(gateway, "dina", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
  }

  @AfterAll
  static void stop() {
    try {
      browser.close();
    } finally {
      gateway.close();
    }
  }

  /// Stores what pages show, with a script wherever people give a name to something.
  private static void store() {
    var desk = Desk.director(gateway);
    made(desk.post("/organisations", "{'id':'evil','name':'%s','member':true}".formatted(EVIL)));
    made(
        desk.post(
            "/offices",
            "{'id':'evil','name':{'sw':'%1$s','en':'%1$s'},'county':'003','contact':'%1$s'}"
                .formatted(EVIL)));
    made(
        desk.post(
            "/topics",
            """
            {'id':'evil','position':1,'words':{'keyword':{'sw':'OVU','en':'EVIL'},
            'title':{'sw':'<script>a</script>','en':'<script>a</script>'},'confidence':'HIGH',
            'sensitive':false,'neverSms':false,'reviewBy':'2036-06-30','verify':'','sources':[],
            'pages':{'sw':['<img src=x>'],'en':['<img src=x>']}}}
            """));
    made(
        desk.post(
            "/polls",
            """
            {'id':'evil','words':{'title':{'sw':'<b>Siri</b>','en':'<b>Evil</b>'},
            'audience':'counties 003','languages':['sw','en'],'opens':'2036-12-01T05:00:00Z',
            'closes':'2036-12-15T18:00:00Z','sponsor':'KECOSCE','conductor':'KECOSCE',
            'electionRelated':false,'questions':[{'text':{'sw':'Ndiyo?','en':'Yes?'},
            'options':[{'sw':'Ndiyo','en':'Yes'},{'sw':'Hapana','en':'No'}],'skippable':false,
            'kind':'OPINION'}]}}
            """));
    made(
        desk.post("/phrases", "{'title':'%1$s','text':{'sw':'%1$s','en':'%1$s'}}".formatted(EVIL)));
    webhook =
        made(desk.post(
                "/webhooks",
                "{'url':'http://127.0.0.1:9/x','note':'%s','events':['CONCERN_FILED'],'active':false}"
                    .formatted(EVIL)))
            .at("/id");
    var protector =
        Desk.stranger(gateway)
            .colleague(
                TOWN.database(), "protector", Grant.everywhere(Role.DATA_PROTECTION_OFFICER));
    incident =
        made(protector.post(
                "/incidents",
                """
                {'kind':'LOSS','role':'CONTROLLER','discoveredAt':'%s','data':['%s'],
                'people':40,'description':'%s','measures':''}
                """
                    .formatted(Instant.now().minusSeconds(60), EVIL, EVIL)))
            .at("/number");
  }

  private static Desk.Said made(Desk.Said said) {
    assertThat(said.status()).as(said.text()).isEqualTo(201);
    return said;
  }

  @Test
  void each_line_of_the_menu_leads_to_a_page_on_which_words_stay_words() {
    for (var window : List.of(director, guardian)) {
      window.go("/console");
      var lines =
          window.page.locator("nav.side a").all().stream()
              .map(line -> line.getAttribute("href"))
              .toList();
      assertThat(lines).hasSizeGreaterThan(4);
      for (var line : lines) {
        window.go(line);
        assertThat(window.page.locator("nav.side a[aria-current]").count()).as(line).isEqualTo(1);
        assertThat(window.page.locator("main .notice.bad").count()).as(line).isZero();
        staysWords(window);
      }
    }
  }

  private static void staysWords(Window window) {
    assertThat(window.page.locator("main script, main img")).hasCount(0);
    assertThat(window.page.title()).endsWith("· Shiriki");
  }

  @Test
  void what_has_a_script_for_a_name_is_a_page_like_any_other() {
    var paths = new String[] {"/console/topics/evil", "/console/polls/evil"};
    for (var path : paths) {
      director.go(path);
      assertThat(director.page.locator("main")).not().containsText("Haipo");
      staysWords(director);
    }
    assertThat(director.page.locator("h1")).containsText("<b>");
  }

  @Test
  void who_works_in_one_county_has_a_home_page_with_what_is_theirs() {
    var officer =
        browser.colleague(
            gateway, "rehema", new Grant(Role.CASE_OFFICER, List.of("003"), List.of()));
    officer.go("/console");

    assertThat(officer.page.locator("h1")).hasText("Mwanzo");
    assertThat(officer.page.locator(".tile").first()).isVisible();
  }

  @Test
  void everybody_can_use_the_pages_behind_the_lists() {
    var behind =
        new String[] {
          "/console/topics/evil/versions/1",
          "/console/help-lines/~new",
          "/console/places",
          "/console/polls/evil/edit",
          "/console/webhooks/" + webhook
        };
    director.isAccessible(behind);
    director.fits(behind);
    guardian.isAccessible("/console/incidents/" + incident);
    guardian.fits("/console/incidents/" + incident);
  }
}
