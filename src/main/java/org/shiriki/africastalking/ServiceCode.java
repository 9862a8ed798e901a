package org.shiriki.africastalking;

/// Our USSD code, such as `*384*50#`.
public record ServiceCode(String code) {
  public ServiceCode {
    if (!code.matches("\\*\\d+(\\*\\d+)*#")) {
      throw new IllegalArgumentException("it is not a USSD code such as *384*50#");
    }
  }

  /// The code that a hop belongs to: ours, with or without keys behind it, or another.
  String channelOf(String dialled) {
    return dialledBehind(dialled).isEmpty() ? dialled : code;
  }

  /// The keys that were dialled behind our code, joined by stars: `*384*50*2*1#` gives `2*1`.
  String dialledBehind(String dialled) {
    var start = code.substring(0, code.length() - 1) + '*';
    return dialled.startsWith(start) && dialled.endsWith("#")
        ? dialled.substring(start.length(), dialled.length() - 1)
        : "";
  }
}
