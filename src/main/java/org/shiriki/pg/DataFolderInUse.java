package org.shiriki.pg;

/// The refusal to start on a data folder where another gateway is at work.
public final class DataFolderInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DataFolderInUse(String message) {
    super(message);
  }
}
