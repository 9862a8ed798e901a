package org.shiriki.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shiriki.place.Constituency;
import org.shiriki.place.County;
import org.shiriki.place.Places;
import org.shiriki.place.Ward;

/// Counties, constituencies and wards. They are the same for everybody, whatever their scope.
public final class PlaceApi implements Api {
  private final Places places;

  public PlaceApi(Places places) {
    this.places = places;
  }

  private record CountyView(
      String code, String name, boolean coastal, int constituencies, int wards) {
    static CountyView of(County county) {
      var wards = county.constituencies().stream().mapToInt(one -> one.wards().size()).sum();
      return new CountyView(
          county.code(), county.name(), county.coastal(), county.constituencies().size(), wards);
    }
  }

  private record ConstituencyView(
      String code, String name, String county, String countyName, int wards) {
    static Stream<ConstituencyView> of(County county) {
      return county.constituencies().stream()
          .map(one ->
              new ConstituencyView(
                  one.code(), one.name(), county.code(), county.name(), one.wards().size()));
    }
  }

  private record WardView(
      String code,
      String name,
      String inFull,
      String constituency,
      String constituencyName,
      String county,
      String countyName) {}

  @Override
  public String name() {
    return "places";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listCounties",
        _ -> Reply.all(places.counties().stream().map(CountyView::of).toList()),
        "listConstituencies",
        this::constituencies,
        "listWards",
        this::wards,
        "readWard",
        call ->
            places
                .ward(call.path("ward"))
                .map(ward -> Reply.item(view(ward)))
                .orElseGet(Reply::missing));
  }

  private Reply constituencies(Call call) {
    var county = call.query("county").orElse("");
    return Reply.all(
        places.counties().stream()
            .filter(one -> county.isEmpty() || one.code().equals(county))
            .flatMap(ConstituencyView::of)
            .toList());
  }

  private Reply wards(Call call) {
    var county = call.query("county").orElse("");
    var constituency = call.query("constituency").orElse("");
    var found =
        found(call)
            .filter(ward -> county.isEmpty() || ward.county().equals(county))
            .filter(ward -> constituency.isEmpty() || ward.constituency().equals(constituency))
            .toList();
    var from =
        call.after(1).map(List::getFirst).map(found.stream().map(Ward::code).toList()::indexOf);
    var start = from.orElse(-1) + 1;
    var page = found.subList(start, Math.min(found.size(), start + call.limit()));
    var more = start + page.size() < found.size();
    return new Reply.Rows(
        page.stream().map(this::view).toList(), more ? Cursor.of(page.getLast().code()) : "");
  }

  /// What a search finds, the best first; without one all, by their codes.
  private Stream<Ward> found(Call call) {
    return call.query("search")
        .map(typed -> places.search(typed).stream())
        .orElseGet(() ->
            places.counties().stream()
                .flatMap(county -> county.constituencies().stream())
                .flatMap(constituency -> constituency.wards().stream()));
  }

  private WardView view(Ward ward) {
    return new WardView(
        ward.code(),
        ward.name(),
        places.inFull(ward),
        ward.constituency(),
        places.constituency(ward.constituency()).map(Constituency::name).orElse(""),
        ward.county(),
        places.county(ward.county()).map(County::name).orElse(""));
  }
}
