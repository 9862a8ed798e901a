package org.shiriki;

import java.util.List;

/// Settings that the gateway cannot start with: one line a fault, with its fix.
public final class SettingsFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SettingsFault(List<String> faults) {
    super(String.join("\n", faults));
  }
}
