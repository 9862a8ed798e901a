package org.shiriki.citizen;

class InMemoryGuessesTest implements GuessesContract {
  private final Guesses guesses = new InMemoryGuesses();

  @Override
  public Guesses guesses() {
    return guesses;
  }
}
