package org.shiriki.safety;

import java.util.List;

class InMemoryCasesTest implements CasesContract {
  @Override
  public Cases cases(CaseNumber.Numbers numbers, OrdinaryDesk ordinary) {
    return new InMemoryCases(numbers, ordinary);
  }

  @Override
  public List<String> views(Cases cases, CaseNumber number) {
    return ((InMemoryCases) cases)
        .views().stream()
            .filter(view -> view.number().equals(number))
            .map(view ->
                view.worker().name()
                    + (view.granted() ? " granted: " : " refused: ")
                    + view.reason())
            .toList();
  }
}
