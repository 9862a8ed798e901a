package org.shiriki.rights;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Cursor;
import org.shiriki.api.Problem.Fault;
import org.shiriki.api.Reply;
import org.shiriki.citizen.Citizens;
import org.shiriki.citizen.Copies;
import org.shiriki.citizen.DataRequest.Kind;
import org.shiriki.citizen.FirstName;
import org.shiriki.citizen.Holding;
import org.shiriki.citizen.Ticket;
import org.shiriki.dialogue.Language;
import org.shiriki.dialogue.Text;
import org.shiriki.place.Places;
import org.shiriki.place.Residence;
import org.shiriki.privacy.Phone;
import org.shiriki.rights.FiledRequest.How;
import org.shiriki.rights.RequestDesk.Act;
import org.shiriki.rights.RequestDesk.Asker;
import org.shiriki.rights.RequestDesk.Deed;
import org.shiriki.rights.RequestDesk.Filter;
import org.shiriki.rights.RequestDesk.State;
import org.shiriki.staff.Right;

/// What citizens ask about their data, for who answers it.
public final class DataRequestApi implements Api {
  private static final Set<Kind> COPIED = Set.of(Kind.ACCESS, Kind.PORTABILITY);

  private final RequestDesk desk;
  private final Citizens citizens;
  private final Places places;
  private final List<Holding> holdings;
  private final List<Copies> copies;

  /// Makes the face.
  ///
  /// @param holdings what each feature tells a person that it holds
  /// @param copies and what it hands out
  public DataRequestApi(
      RequestDesk desk,
      Citizens citizens,
      Places places,
      List<Holding> holdings,
      List<Copies> copies) {
    this.desk = desk;
    this.citizens = citizens;
    this.places = places;
    this.holdings = List.copyOf(holdings);
    this.copies = List.copyOf(copies);
  }

  private record Why(String reason) {}

  private record Answered(How how, @Nullable String reason) {}

  private record Corrected(
      @Nullable Language language, @Nullable String ward, @Nullable String firstName) {
    @Override
    public String toString() {
      return "Corrected[…]";
    }
  }

  private record Words(String sw, String en) {
    static Words of(Text text) {
      return new Words(text.in(Language.KISWAHILI), text.in(Language.ENGLISH));
    }
  }

  /// A request, and what its person would be told is held of them.
  private record Opened(RequestView request, List<Words> held) {}

  private record Reached(String phone) {
    @Override
    public String toString() {
      return "Reached[…]";
    }
  }

  @Override
  public String name() {
    return "data-requests";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of(
        "listDataRequests", this::list,
        "readDataRequest", call -> on(call, request -> read(call, request)),
        "copyData", call -> on(call, request -> copy(call, request)),
        "revealAsker", call -> on(call, request -> reveal(call, request)),
        "correctData", call -> on(call, request -> correct(call, request)),
        "eraseData", call -> on(call, request -> erase(call, request)),
        "answerDataRequest", call -> on(call, request -> answer(call, request)));
  }

  private Reply list(Call call) {
    var after = call.after(2);
    var filter =
        new Filter(
            Area.of(call.scope(), places),
            call.query("state").map(State::valueOf).orElse(State.ALL),
            call.queries("kind").stream().map(Kind::valueOf).toList(),
            call.at(),
            after.map(parts -> Instant.parse(parts.get(0))).orElse(Instant.EPOCH),
            after.map(parts -> parts.get(1)).orElse(""));
    var page = desk.list(filter, call.limit());
    var next =
        page.size() < call.limit()
            ? ""
            : Cursor.of(page.getLast().due(), page.getLast().reference().digits());
    return new Reply.Rows(page.stream().map(request -> view(request, call)).toList(), next);
  }

  private RequestView view(FiledRequest request, Call call) {
    return RequestView.of(request, places, call.at());
  }

  private Reply read(Call call, FiledRequest request) {
    var held = new ArrayList<Words>();
    desk.open(request.reference(), call.did("request.viewed", subject(request), ""))
        .ifPresent(
            asker -> holdings.forEach(holding -> held.add(Words.of(holding.about(asker.key())))));
    return Reply.item(new Opened(view(request, call), held), request.version());
  }

  private Reply copy(Call call, FiledRequest request) {
    if (!COPIED.contains(request.kind())) {
      return Reply.conflict("The person did not ask for a copy.");
    }
    return seen(call, request, "request.copied", asker -> Reply.item(copied(call, request, asker)));
  }

  private DataCopy copied(Call call, FiledRequest request, Asker asker) {
    var citizen = citizens.find(asker.key()).orElseThrow();
    return new DataCopy(
        request.reference().written(),
        call.at(),
        DataCopy.person(asker, citizen, places),
        DataCopy.consents(citizen),
        DataCopy.held(copies, asker.key()));
  }

  private Reply reveal(Call call, FiledRequest request) {
    if (!Area.of(call.colleague().scope(Right.NUMBER_REVEAL), places).holds(request)) {
      return Reply.forbidden("This needs the right " + Right.NUMBER_REVEAL + ".");
    }
    return seen(
        call,
        request,
        "request.number_revealed",
        asker -> Reply.item(new Reached(asker.phone().e164())));
  }

  /// Opens whose request it is, for a reason that is kept before anything is shown.
  private Reply seen(Call call, FiledRequest request, String action, Function<Asker, Reply> shown) {
    var reason = call.body(Why.class).reason();
    if (Phone.isIn(reason)) {
      return careless();
    }
    return desk.open(request.reference(), call.did(action, subject(request), reason))
        .map(shown)
        .orElseGet(() -> Reply.conflict("Nothing is held of the person any more."));
  }

  private static Reply careless() {
    return Reply.unacceptable(
        "The reason holds a phone number.", new Fault("/reason", "Leave the number out."));
  }

  private Reply correct(Call call, FiledRequest request) {
    if (request.kind() != Kind.CORRECT) {
      return Reply.conflict("The person did not ask for a correction.");
    }
    var wish = call.body(Corrected.class);
    var ward = Optional.ofNullable(wish.ward());
    var name = Optional.ofNullable(wish.firstName());
    var faults =
        Stream.of(
                ward.filter(code -> places.ward(code).isEmpty())
                    .map(_ -> new Fault("/ward", "There is none of this code.")),
                name.filter(letters -> FirstName.read(letters).isEmpty())
                    .map(_ -> new Fault("/firstName", "A phone cannot show it, or it is long.")))
            .flatMap(Optional::stream)
            .toArray(Fault[]::new);
    if (faults.length > 0) {
      return Reply.unacceptable("This cannot be kept.", faults);
    }
    var correction =
        new Correction(
            wish.language(),
            ward.<Residence>map(Residence.In::new).orElse(null),
            name.flatMap(FirstName::read).orElse(null));
    return done(
        call,
        request,
        desk.correct(deed(call, request, "request.corrected", correction.fields()), correction));
  }

  private Reply erase(Call call, FiledRequest request) {
    return request.kind() == Kind.ERASE
        ? done(call, request, desk.erase(deed(call, request, "request.erased", "")))
        : Reply.conflict("The person did not ask to be erased.");
  }

  private Reply answer(Call call, FiledRequest request) {
    var body = call.body(Answered.class);
    var reason = body.reason() == null ? "" : body.reason().strip();
    if (body.how() == How.ERASED) {
      return Reply.unacceptable(
          "Nobody was erased by this.", new Fault("/how", "Erase the person instead."));
    }
    if (body.how() == How.REFUSED && reason.isEmpty()) {
      return Reply.unacceptable(
          "The person has to be told why.", new Fault("/reason", "Say why it is refused."));
    }
    if (Phone.isIn(reason)) {
      return careless();
    }
    var deed = deed(call, request, "request.answered", body.how().name());
    return done(call, request, desk.answer(deed, body.how(), reason));
  }

  private static Deed deed(Call call, FiledRequest request, String action, String detail) {
    return new Deed(
        request.reference(), call.expected(), call.did(action, subject(request), detail));
  }

  private Reply done(Call call, FiledRequest request, Act act) {
    return switch (act) {
      case DONE ->
          desk.find(request.reference())
              .map(found -> Reply.item(view(found, call), found.version()))
              .orElseGet(Reply::missing);
      case MISSING -> Reply.missing();
      case STALE -> Reply.stale();
      case ANSWERED -> Reply.conflict("It was answered before.");
      case HELD -> Reply.conflict("The person is under a legal hold; lift it first.");
    };
  }

  private static String subject(FiledRequest request) {
    return "request/" + request.reference().digits();
  }

  /// Does something with the request of the path, if the caller looks after its person's ward.
  private Reply on(Call call, Function<FiledRequest, Reply> use) {
    return Ticket.parse(call.path("request"))
        .flatMap(desk::find)
        .filter(Area.of(call.scope(), places)::holds)
        .map(use)
        .orElseGet(Reply::missing);
  }
}
