package org.shiriki.concern;

/// What a person says of a concern that an office has closed.
public enum Verdict {
  YES,
  NO,
  PARTLY
}
