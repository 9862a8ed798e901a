import client.ApiClient;
import client.ApiException;
import client.api.AccountsApi;
import client.api.AuditApi;
import client.api.BroadcastsApi;
import client.api.ComingInApi;
import client.api.ConcernsApi;
import client.model.Audience;
import client.model.BroadcastBody;
import client.model.ChangeOrganisationRequest;
import client.model.CreateOrganisationRequest;
import client.model.Language;
import client.model.Text;
import java.net.http.HttpClient;
import java.util.List;

/// What a partner's program does with a client that was generated from the contract; each line that
/// it prints is held against what is expected.
public final class Calls {
  private final ApiClient client;

  private Calls(String base, String token) {
    client = new ApiClient(HttpClient.newBuilder(), ApiClient.createDefaultObjectMapper(), base);
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
  }

  public static void main(String[] arguments) throws ApiException {
    var director = new Calls(arguments[0], arguments[1]);
    var editor = new Calls(arguments[0], arguments[2]);
    director.introduceThemselves();
    director.addAnOrganisation();
    var broadcast = editor.write();
    System.out.println("own approval " + editor.approve(broadcast));
    System.out.println("other's approval " + director.approve(broadcast));
    director.look(broadcast);
  }

  private void introduceThemselves() throws ApiException {
    System.out.println("me " + new ComingInApi(client).readMe().getAccount());
  }

  private void addAnOrganisation() throws ApiException {
    var accounts = new AccountsApi(client);
    var forum = new CreateOrganisationRequest().id("forum").name("Youth Forum").member(true);
    var first = accounts.createOrganisation(forum, "once");
    var again = accounts.createOrganisation(forum, "once");
    System.out.println("the same key " + first.equals(again));
    var elders = new ChangeOrganisationRequest().name("Elders").member(true);
    accounts.changeOrganisation("forum", elders, "\"1\"");
    try {
      accounts.changeOrganisation("forum", elders, "\"1\"");
    } catch (ApiException refused) {
      System.out.println("a lost update " + refused.getCode());
    }
  }

  private int write() throws ApiException {
    var broadcasts = new BroadcastsApi(client);
    var languages = List.of(Language.SW, Language.EN);
    var audience =
        new Audience().kind(Audience.KindEnum.CONSENTED).places(List.of()).languages(languages);
    var body =
        new BroadcastBody()
            .purpose(BroadcastBody.PurposeEnum.EMERGENCY)
            .reason("the river rises")
            .text(new Text().sw("Mafuriko: panda juu.").en("Flood: go to high ground."))
            .audience(audience);
    var made = broadcasts.createBroadcast(body, "flood");
    var estimate = broadcasts.estimateBroadcast(made.getId());
    System.out.println("recipients " + estimate.getRecipients());
    System.out.println("state " + broadcasts.submitBroadcast(made.getId()).getState());
    return made.getId();
  }

  private String approve(int broadcast) {
    try {
      return new BroadcastsApi(client).approveBroadcast(broadcast).getState().getValue();
    } catch (ApiException refused) {
      return String.valueOf(refused.getCode());
    }
  }

  private void look(int broadcast) throws ApiException {
    var ledger = new BroadcastsApi(client).readLedger(broadcast);
    System.out.println("adds up " + ledger.getAddsUp());
    System.out.println("sound " + new AuditApi(client).verifyAudit().getSound());
    var concerns =
        new ConcernsApi(client)
            .listConcerns(
                10, null, null, null, null, null, null, null, null, null, null, null, null);
    System.out.println("concerns " + concerns.getItems().size());
  }
}
