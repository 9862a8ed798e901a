package org.shiriki.poll;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.place.Places;

/// Polls for staff and their programs.
public final class PollApi implements Api {
  private final Map<String, Operation> operations = new HashMap<>();

  /// @param screens those that phones see
  public PollApi(
      Dossiers dossiers,
      Polls polls,
      Publication results,
      PollLint lint,
      PollScreens screens,
      Places places) {
    var reach = new Reached(dossiers, places);
    operations.putAll(
        new PollDesk(dossiers, reach, results, new PollProof(lint, screens)).operations());
    operations.putAll(new PollCounts(reach, polls, results, places).operations());
  }

  @Override
  public String name() {
    return "polls";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.copyOf(operations);
  }

  /// What lies in a caller's scope: a poll by the counties that it asks.
  record Reached(Dossiers dossiers, Places places) {
    /// The poll that a call names, if the caller may see it.
    Optional<Dossier> seen(Call call) {
      var id = call.path("id");
      return PollId.sound(id)
          ? dossiers.find(new PollId(id)).filter(dossier -> sees(call, dossier))
          : Optional.empty();
    }

    boolean sees(Call call, Dossier dossier) {
      return call.scope().touches(counties(dossier.poll()));
    }

    /// Whether all the counties that a poll asks are the caller's.
    boolean mayChange(Call call, Poll poll) {
      return call.scope().coversAll(counties(poll));
    }

    private List<String> counties(Poll poll) {
      return poll.audience().counties(places);
    }
  }
}
