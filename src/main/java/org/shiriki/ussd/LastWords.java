package org.shiriki.ussd;

/// What the door says when it cannot serve, in both languages since it may not know the caller's.
final class LastWords {
  static final Answer SLOW =
      last(
          "Samahani, huduma iko polepole sasa. Piga tena baada ya dakika moja.\n"
              + "Sorry, the service is slow now. Dial again in a minute.");
  static final Answer FAULT =
      last(
          "Samahani, kuna hitilafu upande wetu. Tafadhali piga tena.\n"
              + "Sorry, something failed on our side. Please dial again.");
  static final Answer TOO_MANY =
      last(
          "Umepiga mara nyingi mno. Subiri dakika moja, kisha piga tena.\n"
              + "Too many tries. Wait a minute, then dial again.");
  static final Answer OVER =
      last("Mazungumzo haya yamekwisha. Piga tena.\nThis session has ended. Please dial again.");

  private LastWords() {}

  private static Answer last(String text) {
    return new Answer(text, false);
  }
}
