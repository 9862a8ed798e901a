# shellcheck shell=bash
# What the scripts share: finding Java and Maven, and building what is stale. Sourced, not run.

JAVA_WANTED=25
MAVEN_VERSION=3.9.11
MAVEN_SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978
TARGET=target/run

# Ends the script with one line.
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The major version of the JDK in a folder; nothing when there is no whole JDK.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# The folder of the JDK on the PATH.
jdk_on_path() {
  local javac
  javac=$(command -v javac) || return 0
  javac=$(readlink -f "$javac" 2>/dev/null) || return 0
  dirname "$(dirname "$javac")"
}

# The folders where a JDK may be, one a line.
jdk_places() {
  printf '%s\n' "${JAVA_HOME:-}"
  jdk_on_path
  printf '%s\n' /usr/lib/jvm/* /opt/* /Library/Java/JavaVirtualMachines/*/Contents/Home
  printf '%s\n' "${HOME:-/nowhere}"/.sdkman/candidates/java/* "${HOME:-/nowhere}"/.jdks/*
}

# Sets JAVA_HOME to a JDK of the wanted version or, failing that, a later one.
find_jdk() {
  local place version later=''
  while IFS= read -r place; do
    version=$(jdk_version "$place")
    if [ "${version:-0}" -eq "$JAVA_WANTED" ]; then
      export JAVA_HOME="$place"
      return 0
    fi
    if [ "${version:-0}" -gt "$JAVA_WANTED" ] && [ -z "$later" ]; then
      later=$place
    fi
  done < <(jdk_places)
  [ -n "$later" ] && export JAVA_HOME="$later"
}

need_jdk() {
  find_jdk || fail "JDK $JAVA_WANTED is missing: install one, such as Temurin from https://adoptium.net (looked in JAVA_HOME, PATH, /usr/lib/jvm, /opt, /Library/Java/JavaVirtualMachines, ~/.sdkman and ~/.jdks)."
}

# Fetches an address into a file with whatever can.
fetch() {
  if command -v curl >/dev/null; then
    curl -fsSL --retry 3 -o "$2" "$1"
  elif command -v wget >/dev/null; then
    wget -q -O "$2" "$1"
  else
    local program
    program=$(mktemp -d)
    cat >"$program/Fetch.java" <<'JAVA'
void main(String[] it) throws Exception {
  try (var from = java.net.URI.create(it[0]).toURL().openStream()) {
    Files.copy(from, Path.of(it[1]), StandardCopyOption.REPLACE_EXISTING);
  }
}
JAVA
    "$JAVA_HOME/bin/java" "$program/Fetch.java" "$1" "$2"
  fi
}

sha512() {
  if command -v sha512sum >/dev/null; then
    sha512sum "$1"
  else
    shasum -a 512 "$1"
  fi
}

# Sets MVN: the Maven on the PATH or one kept in the user's own folder, fetched when it is missing.
need_maven() {
  local home="${HOME:-$PWD/target}/.m2/shiriki/apache-maven-$MAVEN_VERSION"
  if MVN=$(command -v mvn); then
    return
  fi
  MVN="$home/bin/mvn"
  [ -x "$MVN" ] || fetch_maven "$home"
}

fetch_maven() {
  local address="https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/$MAVEN_VERSION/apache-maven-$MAVEN_VERSION-bin.tar.gz"
  local hint="Maven is missing: install Maven 3.8.7 or later (Debian: apt-get install maven; macOS: brew install maven)"
  local parent work
  parent=$(dirname "$1")
  mkdir -p "$parent"
  work=$(mktemp -d "$parent/fetching.XXXXXX")
  fetch "$address" "$work/maven.tar.gz" 2>/dev/null ||
    fail "$hint; it could not be fetched from $address."
  [ "$(sha512 "$work/maven.tar.gz" | cut -d ' ' -f 1)" = "$MAVEN_SHA512" ] ||
    fail "$hint; what came from $address is not what it should be."
  tar -xzf "$work/maven.tar.gz" -C "$work"
  mv "$work/apache-maven-$MAVEN_VERSION" "$1" 2>/dev/null || [ -x "$1/bin/mvn" ]
  rm -rf "$work"
}

# Whether sources, resources or the pom are newer than the last build, or a library has gone.
is_stale() {
  [ -f "$TARGET/stamp" ] && [ -f target/classes/org/shiriki/Main.class ] || return 0
  [ -z "$(find pom.xml src/main -newer "$TARGET/stamp" -print -quit)" ] || return 0
  local library
  while IFS= read -r library; do
    [ -f "$library" ] || return 0
  done < <(tr ':' '\n' <"$TARGET/classpath")
  return 1
}

# Builds what is stale; says nothing unless it fails, but for the first build, which takes minutes.
build() {
  is_stale || return 0
  need_maven
  mkdir -p "$TARGET"
  touch "$TARGET/building"
  [ -f "$TARGET/stamp" ] || echo "Building; the first time this fetches libraries." >&2
  if ! "$MVN" -B -q -ntp -Dspotless.check.skip=true -Djacoco.skip=true \
    compile dependency:build-classpath -DincludeScope=runtime \
    -Dmdep.outputFile="$TARGET/classpath" >"$TARGET/build.log" 2>&1; then
    cat "$TARGET/build.log" >&2
    fail "The build failed; its log is in $PWD/$TARGET/build.log."
  fi
  mv "$TARGET/building" "$TARGET/stamp"
}

class_path() {
  printf 'target/classes:%s' "$(cat "$TARGET/classpath")"
}

# Goes to the project's folder; a relative SHIRIKI_DATA stays relative to where the caller was.
enter_project() {
  case "${SHIRIKI_DATA:-/}" in
    /*) ;;
    *) export SHIRIKI_DATA="$PWD/$SHIRIKI_DATA" ;;
  esac
  cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
}
