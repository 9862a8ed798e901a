package org.shiriki.dialogue;

import java.nio.charset.Charset;
import threegpp.charset.gsm.GSMCharset;

/// The GSM 7-bit alphabet, in which a basic phone shows its screens.
public final class Gsm7 {
  private static final String ALPHABET = GSMCharset.GSM_CHARACTERS;
  private static final Charset CHARSET = new GSMCharset();

  private Gsm7() {}

  /// The room that a text takes; the characters of the extension table take two septets.
  public static int septets(String text) {
    return text.codePoints().map(Gsm7::room).sum();
  }

  /// Every character of the text belongs to the alphabet or to its extension table.
  public static boolean allGsm7(String text) {
    return CHARSET.newEncoder().canEncode(text);
  }

  private static int room(int character) {
    var basic = ALPHABET.indexOf(character) >= 0;
    return basic || !allGsm7(Character.toString(character)) ? 1 : 2;
  }
}
