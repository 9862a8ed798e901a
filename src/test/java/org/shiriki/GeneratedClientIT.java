package org.shiriki;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.shiriki.pg.TestDatabase;
import org.shiriki.staff.Grant;
import org.shiriki.staff.Role;

/// A client that others generate from the contract, and what they call with it.
class GeneratedClientIT {
  @RegisterExtension static final TestDatabase TOWN = TestDatabase.migrated();

  private static final Path GENERATOR = Path.of("target", "generator", "openapi-generator-cli.jar");
  private static final Path CALLS = Path.of("src", "test", "resources", "client", "Calls.java");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    var said = folder.resolve("said.txt");
    var process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("It does not end: " + command.getFirst());
    }
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }

  private static void generate(Path folder, String contract)
      throws IOException, InterruptedException {
    assertThat(GENERATOR).as("Maven copies the generator before the tests").exists();
    var yaml = Files.writeString(folder.resolve("openapi.yaml"), contract);
    run(
        folder,
        List.of(
            JAVA,
            "-jar",
            GENERATOR.toString(),
            "generate",
            "--input-spec=" + yaml,
            "--generator-name=java",
            "--library=native",
            "--output=" + folder.resolve("client"),
            "--additional-properties=openApiNullable=false,useJakartaEe=true,"
                + "invokerPackage=client,apiPackage=client.api,modelPackage=client.model",
            "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,"
                + "apiDocs=false,modelDocs=false"));
  }

  private static void compile(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("client"))) {
      var sources =
          Stream.concat(Stream.of(CALLS), files.filter(file -> file.toString().endsWith(".java")))
              .map(Path::toString);
      var arguments =
          Stream.concat(
                  Stream.of(
                      "-nowarn",
                      "-proc:none",
                      "-d",
                      folder.resolve("classes").toString(),
                      "-cp",
                      System.getProperty("java.class.path")),
                  sources)
              .toArray(String[]::new);
      var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
      assertThat(compiler.run(null, null, null, arguments)).isZero();
    }
  }

  @Test
  void a_generated_client_does_what_the_contract_says(@TempDir Path folder) throws Exception {
    try (var gateway = TestGateway.on(TOWN.url())) {
      var editor =
          Desk.director(gateway).token(TOWN.database(), "eddy", Grant.everywhere(Role.EDITOR));
      var phone = gateway.phone("+254711680001");
      phone.dial();
      phone.say("2", "1", "3", "1", "1", "1");
      var contract = gateway.get("/api/v1/openapi.yaml").bodyAsString();
      generate(folder, Objects.requireNonNull(contract));
      compile(folder);

      var said =
          run(
              folder,
              List.of(
                  JAVA,
                  "-cp",
                  folder.resolve("classes") + ":" + System.getProperty("java.class.path"),
                  "Calls",
                  "http://127.0.0.1:" + gateway.port() + "/api/v1",
                  Desk.DIRECTOR,
                  editor));

      assertThat(said.lines().filter(line -> !line.startsWith("WARNING")))
          .containsExactly(
              "me director",
              "the same key true",
              "a lost update 412",
              "recipients 1",
              "state SUBMITTED",
              "own approval 403",
              "other's approval APPROVED",
              "adds up true",
              "sound true",
              "concerns 0");
    }
  }
}
