package org.shiriki.citizen;

/// How a person told us something.
public enum Channel {
  USSD,
  SMS,
  CONSOLE,
  PAPER
}
