package org.shiriki.information;

final class InMemoryFoldersTest implements FoldersContract {
  private final InMemoryFolders folders = new InMemoryFolders();

  @Override
  public Folders folders() {
    return folders;
  }

  @Override
  public int audited() {
    return folders.audit().size();
  }
}
