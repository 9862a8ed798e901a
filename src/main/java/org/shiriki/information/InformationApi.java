package org.shiriki.information;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Problem;
import org.shiriki.dialogue.Proof;
import org.shiriki.staff.Scope;

/// Topics and help lines for staff and their programs.
public final class InformationApi implements Api {
  private final Map<String, Operation> operations = new HashMap<>();

  public InformationApi(Folders folders, Topics topics, Postings postings) {
    operations.putAll(new TopicDesk(folders, topics).operations());
    operations.putAll(new HelpLineDesk(postings).operations());
  }

  @Override
  public String name() {
    return "information";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.copyOf(operations);
  }

  /// Whether the caller may see what all of Kenya reads: whoever may see anything.
  static boolean sees(Call call) {
    return call.scope().touches(List.of());
  }

  /// Whether the caller may change what all of Kenya reads: whoever is not kept to some counties or
  /// themes.
  static boolean mayChange(Call call) {
    return call.scope().covers(Scope.ANY, Scope.ANY);
  }

  /// Faults as the API tells them.
  static Problem.Fault[] told(List<String> faults) {
    return faults.stream()
        .map(fault -> new Problem.Fault(Proof.pointer(fault), fault))
        .toArray(Problem.Fault[]::new);
  }
}
