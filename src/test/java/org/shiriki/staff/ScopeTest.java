package org.shiriki.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    var kilifi = new Scope(List.of(new Scope.Patch("003", Scope.ANY, Scope.ANY)));

    assertThat(kilifi.covers("", "water")).isFalse();
    assertThat(Scope.everything().covers("", "")).isTrue();
  }

  @Test
  void one_grant_does_not_widen_the_right_of_another() {
    var colleague = with(Set.of(Right.values()), KILIFI_WATER, Grant.everywhere(Role.BOARD));

    assertThat(colleague.scope(Right.CONCERN_SEE).covers("001", "water")).isFalse();
    assertThat(colleague.scope(Right.AUDIT_SEE).covers("001", "")).isTrue();
  }

  @Test
  void a_partner_is_kept_to_what_is_with_their_organisation_but_only_for_concerns() {
    var colleague =
        with(Set.of(Right.values()), new Grant(Role.PARTNER, List.of("003"), List.of()));

    assertThat(colleague.scope(Right.CONCERN_SEE).patches())
        .containsExactly(new Scope.Patch("003", Scope.ANY, "secretariat"));
    assertThat(colleague.scope(Right.CONCERN_SEE).isOnlyReferred()).isTrue();
    assertThat(colleague.scope(Right.OFFICE_SEE).isOnlyReferred()).isFalse();
  }

  @Test
  void another_role_sees_more_beside_it_and_does_not_widen_it() {
    var colleague = with(Set.of(Right.values()), Grant.everywhere(Role.PARTNER), LAMU);

    assertThat(colleague.scope(Right.CONCERN_SEE).patches())
        .containsExactly(
            new Scope.Patch(Scope.ANY, Scope.ANY, "secretariat"),
            new Scope.Patch("005", Scope.ANY, Scope.ANY));
    assertThat(colleague.scope(Right.CONCERN_SEE).isOnlyReferred()).isFalse();
  }

  @Test
  void who_is_of_no_organisation_has_nothing_referred_to_them() {
    var nobody = new Grant(Role.PARTNER, List.of(), List.of());
    var stray = new Colleague("amina", "", List.of(nobody), Set.of(Right.values()), "test");

    assertThatThrownBy(() -> stray.scope(Right.CONCERN_SEE))
        .isInstanceOf(IllegalArgumentException.class);
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
