package org.shiriki.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shiriki.api.Api;
import org.shiriki.api.Call;
import org.shiriki.api.Reply;

/// The house's jobs, as staff see them.
public final class JobApi implements Api {
  private final Runs runs;
  private final List<Job> jobs;
  private final Runnable wake;

  /// @param jobs all there are
  /// @param wake has this node look at once what is due
  public JobApi(Runs runs, List<Job> jobs, Runnable wake) {
    this.runs = runs;
    this.jobs = List.copyOf(jobs);
    this.wake = wake;
  }

  private record Row(
      String name,
      String what,
      String rhythm,
      boolean running,
      @Nullable Instant startedAt,
      @Nullable Instant succeededAt,
      @Nullable Instant failedAt,
      String cause,
      long tookMs,
      int failures,
      Instant nextAt) {
    static Row of(Job job, Run run) {
      return new Row(
          job.name(),
          job.what(),
          job.rhythm().toString(),
          run.running(),
          run.startedAt(),
          run.succeededAt(),
          run.failedAt(),
          run.cause(),
          run.tookMs(),
          run.failures(),
          run.nextAt());
    }
  }

  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public Map<String, Operation> operations() {
    return Map.of("listJobs", _ -> Reply.all(rows()), "runJob", this::hurry);
  }

  private List<Row> rows() {
    var found = runs.all();
    return jobs.stream()
        .flatMap(job ->
            found.stream().filter(run -> run.job().equals(job.name())).map(run -> Row.of(job, run)))
        .toList();
  }

  private Reply hurry(Call call) {
    var name = call.path("job");
    if (!call.scope().coversAll(List.of())
        || jobs.stream().noneMatch(job -> job.name().equals(name))) {
      return Reply.missing();
    }
    return switch (runs.hurry(name, call.at(), call.did("job.hurried", "job/" + name, ""))) {
      case DONE -> {
        wake.run();
        yield rows().stream()
            .filter(row -> row.name().equals(name))
            .findFirst()
            .map(Reply::item)
            .orElseGet(Reply::missing);
      }
      case RUNNING -> Reply.conflict("It is running now.");
      case MISSING -> Reply.missing();
    };
  }
}
