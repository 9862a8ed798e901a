package org.shiriki;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.shiriki.ConsoleBrowser.Window;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// The house in the console: offices and routes, people, the audit, settings, webhooks, jobs.
class HousePagesIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final String DONE = "Imefanyika.";

  private static TestGateway gateway;
  private static ConsoleBrowser browser;
  private static Window director;

  @BeforeAll
  static void start() {
    gateway = TestGateway.on(TOWN.url());
    browser = ConsoleBrowser.launch();
    director = browser.colleague(gateway, "amina", Grant.everywhere(Role.DIRECTOR));
  }

  @AfterAll
  static void stop() {
    browser.close();
    gateway.close();
  }

  private static void isDone() {
    assertThat(director.page.locator("main")).containsText(DONE);
  }

  @Test
  void a_route_is_changed_where_it_stands_in_the_table() {
    director.go("/console/routes?county=003");
    var form = director.page.locator("form[id^='form-changeRoute'][id*='health']").first();
    var id = form.getAttribute("id");
    director.page.locator("input[form='" + id + "'][name=answerDays]").fill("9");

    form.locator("button").click();

    isDone();
    assertThat(director.page.locator("input[form='" + id + "'][name=answerDays]")).hasValue("9");
  }

  @Test
  void an_office_is_added_changed_and_removed() {
    director.go("/console/offices?county=003");
    director.unfold("Ongeza ofisi");
    var add = director.page.locator("form[action$=addOffice]");
    add.locator("input[name=id]").fill("aa-amani");
    add.locator("input[name='name.sw']").fill("Kamati ya Amani");
    add.locator("input[name='name.en']").fill("Peace Committee");
    add.locator("button").click();
    isDone();

    var contact = director.page.locator("input[form='form-changeOffice-aa-amani'][name=contact]");
    contact.fill("ghorofa ya pili");
    director.page.locator("form[id='form-changeOffice-aa-amani'] button").click();
    isDone();
    assertThat(contact).hasValue("ghorofa ya pili");
    director.page.locator("tr:has-text('aa-amani') button.danger").click();

    isDone();
    assertThat(director.page.locator("tr:has-text('aa-amani')")).hasCount(0);
  }

  @Test
  void a_fault_in_a_row_stands_in_that_row_with_what_was_typed() {
    director.go("/console/offices?county=003");
    var above = director.page.locator("input[form='form-changeOffice-kilifi-health'][name=above]");
    above.fill("no-such-office");

    director.page.locator("form[id='form-changeOffice-kilifi-health'] button").click();

    assertThat(above).hasValue("no-such-office");
    assertThat(director.page.locator("tr:has-text('kilifi-health') .notice.bad")).isVisible();
  }

  @Test
  void somebody_is_hired_sets_a_password_by_the_link_and_is_shut_out_again() {
    director.go("/console/accounts");
    director.unfold("Ongeza mtu");
    var add = director.page.locator("form[action$=createAccount]");
    add.locator("input[name=name]").fill("baraka");
    add.locator("input[name=email]").fill("baraka@example.org");
    add.locator("select[name=organisation]").selectOption("secretariat");
    add.locator("select[name='grants.0.role']").selectOption("COUNTY_DESK");
    add.locator("summary:has-text('Kaunti')").click();
    add.locator("input[name='grants.0.counties'][value='003']").check();
    add.locator("button").click();
    assertThat(director.page).hasURL(Pattern.compile(".*/console/accounts/baraka"));
    director.press("Tengeneza kiungo");
    var link = director.page.locator("code.secret").textContent();
    assertThat(link).contains(":" + gateway.port() + "/console/password?word=");

    var newcomer = browser.stranger(gateway);
    newcomer.page.navigate(link);
    newcomer.page.locator("input[name=password]").fill(ConsoleBrowser.PASSWORD);
    newcomer.press("Weka");
    newcomer.signIn("baraka");
    newcomer.go("/console/me");
    assertThat(newcomer.page.locator("main")).containsText("Kilifi");
    director.go("/console/accounts/baraka");
    director.page.locator("input[name=active][type=checkbox]").uncheck();
    director.press("Hifadhi");

    isDone();
    newcomer.go("/console/concerns");
    assertThat(newcomer.page).hasURL(Pattern.compile(".*/console/sign-in.*"));
    newcomer.page.close();
  }

  @Test
  void a_second_role_is_given_and_the_first_taken_away() {
    ConsoleBrowser.hire(gateway, "kadzo", Grant.everywhere(Role.VOLUNTEER));
    director.go("/console/accounts/kadzo");
    director.page.locator("select[name='grants.0.role']").selectOption("");
    director.page.locator("select[name='grants.1.role']").selectOption("EDITOR");
    director.press("Hifadhi");

    isDone();
    assertThat(director.page.locator("select[name='grants.0.role']")).hasValue("EDITOR");
    assertThat(director.page.locator("select[name='grants.1.role']")).hasValue("");
  }

  @Test
  void the_audit_is_searched_verified_and_downloaded() {
    ConsoleBrowser.hire(gateway, "neema", Grant.everywhere(Role.VOLUNTEER));
    director.go("/console/audit");
    director.page.locator("input[name=subject]").fill("account/neema");
    director.press("Tafuta");
    assertThat(director.page.locator("tbody")).containsText("account.added");
    assertThat(director.page.locator("tbody")).not().containsText("account/amina");

    var sheet =
        director.page.waitForDownload(() -> director.page.locator("a:has-text('CSV')").click());
    director.page.locator("a:has-text('Hakiki')").click();

    assertThat(sheet.suggestedFilename()).isEqualTo("listAudit.csv");
    assertThat(director.page.locator(".notice.good")).containsText("Mnyororo ni mzima.");
  }

  @Test
  void settings_tell_where_they_come_from_and_no_secret() {
    director.go("/console/settings");

    assertThat(director.page.locator("tr:has-text('SHIRIKI_ADMIN_TOKEN')"))
        .containsText("siri: imewekwa");
    assertThat(director.page.locator("tr:has-text('SHIRIKI_HTTP_PORT')")).containsText("mazingira");
    assertThat(director.page.content()).doesNotContain(Desk.DIRECTOR);
  }

  @Test
  void a_webhook_is_added_gets_its_secret_once_and_goes() {
    director.go("/console/webhooks");
    director.unfold("Ongeza muunganisho");
    var add = director.page.locator("form[action$=createWebhook]");
    add.locator("input[name=note]").fill("Vijana <b>Kilifi</b>");
    add.locator("input[name=url]").fill("https://kilifi.example.org/shiriki");
    add.locator("input[name=events][value=POLL_CLOSED]").check();
    add.locator("button").click();
    assertThat(director.page.locator("h1")).hasText("Vijana <b>Kilifi</b>");
    director.press("Tengeneza siri");
    assertThat(director.page.locator("code.secret")).containsText("whsec_");
    director.page.reload();

    director.press("Futa");

    assertThat(director.page).hasURL(Pattern.compile(".*/console/webhooks"));
    assertThat(director.page.locator("main")).containsText("Hakuna programu inayoambiwa.");
  }

  @Test
  void a_job_is_run_at_once() {
    director.go("/console/jobs");

    director.page.locator("tr:has-text('costs') button").click();

    isDone();
    director.go("/console/audit?action=job.hurried");
    assertThat(director.page.locator("tbody")).containsText("job/costs");
  }

  @Test
  void who_does_not_manage_staff_has_no_page_of_people() {
    var editor = browser.colleague(gateway, "mwana", Grant.everywhere(Role.EDITOR));

    editor.go("/console/accounts");

    assertThat(editor.page.locator("h1")).hasText("Huna ruhusa ya hili.");
    editor.page.close();
  }

  @Test
  void everybody_can_use_the_pages() {
    var halima = browser.colleague(gateway, "halima", Grant.everywhere(Role.DIRECTOR));
    String[] pages = {
      "/console/offices?county=003",
      "/console/routes?county=003",
      "/console/accounts",
      "/console/accounts/amina",
      "/console/organisations",
      "/console/audit",
      "/console/settings",
      "/console/webhooks",
      "/console/jobs",
      "/console/statistics"
    };

    halima.isAccessible(pages);
    halima.fits(pages);
  }
}
