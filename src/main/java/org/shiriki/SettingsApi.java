package org.shiriki;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shiriki.Setting.Origin;
import org.shiriki.api.Api;
import org.shiriki.api.Reply;

/// How the gateway is set up, for those who watch over the house; secrets are never shown.
final class SettingsApi implements Api {
  private final List<View> settings;

  SettingsApi(List<Setting> settings) {
    this.settings = settings.stream().map(View::of).toList();
  }

  /// @param value null for a secret
  /// @param given whether it has any value
  private record View(
      String key,
      String variable,
      @Nullable String value,
      boolean given,
      boolean secret,
      Origin origin) {
    static View of(Setting setting) {
      return new View(
          setting.key(),
          setting.variable(),
          setting.secret() ? null : setting.value(),
          !setting.value().isEmpty(),
          setting.secret(),
          setting.origin());
    }
  }

  @Override
  public String name() {
    return "settings";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("listSettings", Api.everywhere(_ -> Reply.all(settings)));
  }
}
