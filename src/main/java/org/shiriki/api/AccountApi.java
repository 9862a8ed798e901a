package org.shiriki.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiriki.staff.Account;
import org.shiriki.staff.Accounts;
import org.shiriki.staff.Accounts.Change;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Organisation;
import org.shiriki.staff.SecondFactors;
import org.shiriki.staff.SignIn;

/// Organisations and accounts, for directors.
public final class AccountApi implements Api {
  private final Accounts accounts;
  private final SignIn signIn;
  private final SecondFactors factors;

  public AccountApi(Accounts accounts, SignIn signIn, SecondFactors factors) {
    this.accounts = accounts;
    this.signIn = signIn;
    this.factors = factors;
  }

  private record OrganisationBody(String id, String name, boolean member) {
    Organisation organisation(long version) {
      return new Organisation(id, name, member, version);
    }
  }

  private record AccountBody(
      String name, String organisation, String email, List<Grant> grants, boolean active) {
    Account account(long version) {
      return new Account(name, organisation, email, grants, active, false, version);
    }

    @Override
    public String toString() {
      return "AccountBody[" + name + ']';
    }
  }

  /// The word with which somebody sets their password.
  private record ResetWord(String word) {
    @Override
    public String toString() {
      return "ResetWord[…]";
    }
  }

  @Override
  public String name() {
    return "accounts";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listOrganisations", Api.everywhere(_ -> Reply.all(accounts.organisations())),
        "createOrganisation", Api.everywhere(this::createOrganisation),
        "changeOrganisation", Api.everywhere(this::changeOrganisation),
        "listAccounts", Api.everywhere(this::listAccounts),
        "createAccount", Api.everywhere(this::createAccount),
        "readAccount", Api.everywhere(this::readAccount),
        "changeAccount", Api.everywhere(this::changeAccount),
        "resetPassword", Api.everywhere(this::resetPassword),
        "withdrawSecondFactor", Api.everywhere(this::withdrawSecondFactor));
  }

  private Reply createOrganisation(Call call) {
    var made = call.body(OrganisationBody.class).organisation(1);
    var line = call.did("organisation.added", "organisation/" + made.id(), "");
    return switch (accounts.organise(made, 0, line)) {
      case DONE -> Reply.created("/organisations/" + made.id(), made, 1);
      case TAKEN -> Reply.conflict("There is an organisation of this id.");
      case MISSING, STALE, LAST_DIRECTOR -> Reply.missing();
    };
  }

  private Reply changeOrganisation(Call call) {
    var id = call.path("organisation");
    if (accounts.organisation(id).isEmpty()) {
      return Reply.missing();
    }
    var body = call.body(OrganisationBody.class);
    var changed = new Organisation(id, body.name(), body.member(), call.expected() + 1);
    var line = call.did("organisation.changed", "organisation/" + id, "");
    return accounts.organise(changed, call.expected(), line) == Change.DONE
        ? Reply.item(changed, changed.version())
        : Reply.stale();
  }

  private Reply listAccounts(Call call) {
    var after = call.after(1).map(List::getFirst).orElse("");
    var page = accounts.accounts(after, call.limit());
    var next = page.size() < call.limit() ? "" : Cursor.of(page.getLast().name());
    return new Reply.Rows(page, next);
  }

  private Reply createAccount(Call call) {
    var made = call.body(AccountBody.class).account(1);
    var unknown = unknownOrganisation(made);
    if (unknown != null) {
      return unknown;
    }
    var line = call.did("account.added", "account/" + made.name(), roles(made));
    return switch (accounts.add(made, line)) {
      case DONE -> Reply.created("/accounts/" + made.name(), made, 1);
      case TAKEN -> Reply.conflict("The name or the address is somebody else's.");
      case MISSING, STALE, LAST_DIRECTOR -> Reply.missing();
    };
  }

  private Reply readAccount(Call call) {
    return accounts
        .account(call.path("account"))
        .map(account -> Reply.item(account, account.version()))
        .orElseGet(Reply::missing);
  }

  private Reply changeAccount(Call call) {
    var name = call.path("account");
    var before = accounts.account(name);
    if (before.isEmpty()) {
      return Reply.missing();
    }
    var body = call.body(AccountBody.class);
    var changed =
        new Account(
            name,
            body.organisation(),
            body.email(),
            body.grants(),
            body.active(),
            before.get().secondFactor(),
            call.expected() + 1);
    var unknown = unknownOrganisation(changed);
    if (unknown != null) {
      return unknown;
    }
    var detail = roles(before.get()) + " > " + roles(changed);
    var line = call.did("account.changed", "account/" + name, detail);
    return switch (accounts.change(changed, call.expected(), line)) {
      case DONE -> Reply.item(changed, changed.version());
      case MISSING -> Reply.missing();
      case STALE -> Reply.stale();
      case TAKEN -> Reply.conflict("The address is somebody else's.");
      case LAST_DIRECTOR ->
          Reply.unacceptable(
              "Nobody would be left who can make accounts.",
              new Problem.Fault("/grants", "Make another director first."));
    };
  }

  private Reply resetPassword(Call call) {
    var account = call.path("account");
    return accounts.account(account).filter(Account::active).isEmpty()
        ? Reply.missing()
        : Reply.item(new ResetWord(signIn.reset(account, call.colleague())));
  }

  private Reply withdrawSecondFactor(Call call) {
    var account = call.path("account");
    if (accounts.account(account).isEmpty()) {
      return Reply.missing();
    }
    if (account.equals(call.colleague().account())) {
      return Reply.forbidden("Ask another director: nobody takes their own second factor away.");
    }
    factors.withdraw(account, call.colleague());
    return Reply.done();
  }

  private @Nullable Reply unknownOrganisation(Account account) {
    return accounts.organisation(account.organisation()).isPresent()
        ? null
        : Reply.unacceptable(
            "The organisation is not known.",
            new Problem.Fault("/organisation", "There is none of this id."));
  }

  private static String roles(Account account) {
    return account.grants().stream().map(AccountApi::role).sorted().collect(Collectors.joining(" "))
        + (account.active() ? "" : " inactive");
  }

  private static String role(Grant grant) {
    return Set.copyOf(grant.counties()).isEmpty() && grant.themes().isEmpty()
        ? grant.role().name()
        : grant.role()
            + "("
            + String.join(",", grant.counties())
            + ";"
            + String.join(",", grant.themes())
            + ")";
  }
}
