package org.shiriki.poll;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiriki.dialogue.Proof;
import org.shiriki.dialogue.Text;

/// What whoever publishes a result has to say of how it came about, besides what the poll itself
/// says: sponsor, conductor, period, population and wording (Publication of Electoral Opinion Polls
/// Act 2012, Cap. 7B, s. 3). Without it no result is published, whatever the poll is about.
///
/// @param contacted how many people were asked to take part
/// @param marginOfError in per cent, of a random sample; null for any other, for which there is
///   none
/// @param how by which means people were asked
/// @param weighting how answers were weighted, or that they were not
public record MethodBox(
    Sampling sampling, int contacted, @Nullable Double marginOfError, Text how, Text weighting) {
  /// How those who answered came to be asked.
  public enum Sampling {
    /// Whoever wanted to answered.
    SELF_SELECTED,
    /// People were drawn by lot.
    RANDOM_SAMPLE
  }

  /// The method of a poll that stood open to all phones.
  static final MethodBox USUAL =
      new MethodBox(
          Sampling.SELF_SELECTED,
          0,
          null,
          Text.of("Kwa simu: USSD na SMS", "By phone: USSD and SMS"),
          Text.of("Hakuna", "None"));

  /// What is wrong with it, in words for whoever wrote it.
  List<String> faults() {
    return new Proof()
        .text("how", how, Proof.PAGE)
        .text("weighting", weighting, Proof.PAGE)
        .note(
            sampling == Sampling.RANDOM_SAMPLE && marginOfError == null,
            "the margin of error of a random sample is missing")
        .note(
            sampling == Sampling.SELF_SELECTED && marginOfError != null,
            "whoever answers of their own accord is no random sample; no margin of error can be"
                + " given")
        .faults();
  }
}
