package org.shiriki.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private static final Grant KILIFI_WATER =
      new Grant(Role.COUNTY_DESK, List.of("003"), List.of("water"));
  private static final Grant LAMU = new Grant(Role.CASE_OFFICER, List.of("005"), List.of());

  private static Colleague with(Set<Right> within, Grant... grants) {
    return new Colleague("amina", "secretariat", List.of(grants), within, "test");
  }

  @Test
  void a_grant_covers_its_counties_and_themes_and_nothing_else() {
    var scope = with(Set.of(Right.values()), KILIFI_WATER, LAMU).scope(Right.CONCERN_SEE);

    assertThat(scope.covers("003", "water")).isTrue();
    assertThat(scope.covers("003", "health")).isFalse();
    assertThat(scope.covers("005", "health")).isTrue();
    assertThat(scope.covers("001", "water")).isFalse();
  }

  @Test
  void what_lies_nowhere_known_is_seen_only_by_those_who_see_everywhere() {
    assertThat(new Scope(List.of(new Scope.Patch("003", Scope.ANY))).covers("", "water")).isFalse();
    assertThat(Scope.everything().covers("", "")).isTrue();
  }

  @Test
  void one_grant_does_not_widen_the_right_of_another() {
    var colleague = with(Set.of(Right.values()), KILIFI_WATER, Grant.everywhere(Role.BOARD));

    assertThat(colleague.scope(Right.CONCERN_SEE).covers("001", "water")).isFalse();
    assertThat(colleague.scope(Right.AUDIT_SEE).covers("001", "")).isTrue();
  }

  @Test
  void a_token_for_less_takes_rights_away() {
    var colleague = with(Set.of(Right.CONCERN_SEE), LAMU);

    assertThat(colleague.may(Right.CONCERN_ANSWER)).isFalse();
    assertThat(colleague.scope(Right.CONCERN_ANSWER).patches()).isEmpty();
    assertThat(colleague.scope(Right.CONCERN_SEE).covers("005", "water")).isTrue();
  }

  @Test
  void the_whole_country_is_covered_only_without_limits() {
    var lamu = with(Set.of(Right.values()), LAMU).scope(Right.CONCERN_SEE);

    assertThat(lamu.coversAll(List.of("005"))).isTrue();
    assertThat(lamu.coversAll(List.of("005", "003"))).isFalse();
    assertThat(lamu.coversAll(List.of())).isFalse();
    assertThat(lamu.touches(List.of("005", "003"))).isTrue();
    assertThat(lamu.touches(List.of("003"))).isFalse();
    assertThat(Scope.everything().coversAll(List.of())).isTrue();
  }
}
