# Shared by installers/linux/build.sh and installers/macos/build.sh; source it, do not run it.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/.." && pwd)

say() { printf '%s\n' "$*"; }
die() {
  printf 'installers: %s\n' "$*" >&2
  exit 1
}

# The application's version, from the one place that has it.
app_version() {
  sed -n '/<artifactId>attune<\/artifactId>/{n;s/.*<version>\(.*\)<\/version>.*/\1/p;q;}' "$root/pom.xml"
}

major_of() {
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

# A JDK 25 or newer with jpackage: JAVA_HOME if it is one, else the first in the usual places.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$candidate/bin/jpackage" ] && [ "$(major_of "$candidate")" -ge 25 ] 2>/dev/null; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  die "no JDK 25 or newer with jpackage found; install one (Temurin 25) or set JAVA_HOME to it"
}

# Builds target/attune.jar, target/lib and target/fx unless they are newer than every source.
build_jar() {
  local jar=$root/target/attune.jar
  if [ ! -f "$jar" ] || [ -n "$(find "$root/pom.xml" "$root/src/main" "$root"/fxml/* -newer "$jar" 2>/dev/null | head -n 1)" ]; then
    (cd "$root" && ${ATTUNE_MVN:-mvn -q -B} -DskipTests package)
  fi
}

# The JavaFX jars that hold modules for this system (the others are empty).
fx_modules() {
  local jar
  for jar in "$root"/target/fx/javafx-*-*-*.jar; do
    printf '%s\n' "$jar"
  done
}

fx_path() { fx_modules | paste -sd: -; }

# What the application needs of Java. Never jdk.compiler nor java.compiler: a foreign database file could bring source.
modules=java.base,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.scripting,java.sql
modules=$modules,jdk.charsets,jdk.httpserver,jdk.net,jdk.unsupported,jdk.zipfs,javafx.controls,javafx.fxml,javafx.swing

# The vector kernels need an incubator module; it prints a warning on every start, so only when they are there.
uses_vector() {
  "$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --list-deps "$root/target/attune.jar" 2>/dev/null |
    grep -q jdk.incubator.vector
}

add_vector() {
  ! uses_vector || modules=$modules,jdk.incubator.vector
}

# Fails if the code has come to need a module that the list above lacks. H2 asks for java.compiler only to compile
# what a database brings, which is what must fail.
check_modules() {
  local needed module
  needed=$("$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
    --module-path "$(fx_path)" --class-path "$(printf '%s:' "$root"/target/lib/*.jar)" \
    "$root/target/attune.jar" 2>/dev/null | tail -n 1)
  for module in ${needed//,/ }; do
    case ",$modules,java.compiler," in
      *",$module,"*) ;;
      *) die "the code needs module $module; add it to installers/common.sh" ;;
    esac
  done
}

# make_runtime DIR: a Java runtime of only those modules, with the one command `java`.
make_runtime() {
  "$jdk/bin/jlink" --module-path "$(fx_path)" --add-modules "$modules" --no-header-files --no-man-pages \
    --strip-java-debug-attributes --output "$1" 2>&1 | grep -v 'Using incubator modules' || true
  [ -x "$1/bin/java" ] || die "jlink made no runtime in $1"
  rm -f "$1/bin/keytool" "$1/bin/jrunscript"
  if "$1/bin/java" --list-modules | grep -E '^(jdk|java)\.compiler@'; then
    die "the runtime holds a compiler"
  fi
}

# make_input DIR: the application's own files, JavaFX left out (it is in the runtime), the sample beside the jar.
make_input() {
  mkdir -p "$1/lib"
  cp -p "$root/target/attune.jar" "$1/"
  local jar
  for jar in "$root"/target/lib/*.jar; do
    case $jar in */javafx-*) ;; *) cp -p "$jar" "$1/lib/" ;; esac
  done
  cp -Rp "$root/sample-datasets" "$1/"
  [ ! -f "$root/LICENSE" ] || cp -p "$root/LICENSE" "$1/"
}

# Every launcher's options for Java, one a line. What the machine itself has to say (a cache it cannot use) goes to
# standard error: standard output carries results only.
java_options() {
  local added=javafx.controls,javafx.fxml,javafx.swing
  ! uses_vector || added=$added,jdk.incubator.vector
  printf '%s\n' --enable-native-access=javafx.graphics,ALL-UNNAMED "--add-modules=$added" \
    -XX:+UseCompactObjectHeaders -Xlog:all=off:stdout -Xlog:all=warning:stderr
}

# In a home of its own, so that nothing of the builder's is read or written. Replaces the shell: call it in a subshell.
at_home() {
  mkdir -p "$work/home"
  exec env HOME="$work/home" XDG_CONFIG_HOME="$work/home/.config" XDG_DATA_HOME="$work/home/.local/share" \
    XDG_CACHE_HOME="$work/home/.cache" "$@"
}

# train LAUNCHER OPTIONS: the run that the cache learns from. The window, opened on the sample without a display, until
# it is asked to end; or the command that ATTUNE_TRAINING names.
train() {
  local launcher=$1
  export JAVA_TOOL_OPTIONS="$2 -Duser.home=$work/home -Dglass.platform=Headless -Dprism.order=sw"
  if [ -n "${ATTUNE_TRAINING:-}" ]; then
    (at_home "$launcher" $ATTUNE_TRAINING)
  else
    (DISPLAY=:0 at_home "$launcher" --sample-or-demo) &
    local app=$!
    sleep "${ATTUNE_TRAINING_SECONDS:-60}"
    kill -TERM $app
    wait $app
  fi
}

# train_cache LAUNCHER CFG CACHE: lets the image's own runtime write an AOT cache, turns it on in the launcher's
# settings, and checks that it is used.
train_cache() {
  local launcher=$1 cfg=$2 cache=$3 log=$work/train.log
  say "Training the AOT cache"
  (train "$launcher" "-XX:AOTCacheOutput=$cache") >"$log" 2>&1 || true
  [ -s "$cache" ] || { tail -n 20 "$log" >&2; die "training wrote no AOT cache"; }
  awk -v option="java-options=-XX:AOTCache=\$APPDIR/$(basename "$cache")" \
    '{ print } $0 == "[JavaOptions]" { print option }' "$cfg" >"$cfg.new"
  mv "$cfg.new" "$cfg"
  check_cache "$launcher"
}

# check_cache LAUNCHER: classes of the application come out of the cache.
check_cache() {
  local log=$work/aot.log
  JAVA_TOOL_OPTIONS="-Xlog:aot:file=$log -Xlog:class+load:file=$log.classes" "$1" --version >/dev/null 2>&1 || true
  grep -q 'Opened AOT cache' "$log" || die "the AOT cache was not opened; see $log"
  grep -q 'app\.attune.*shared objects file' "$log.classes" || die "the AOT cache was not used; see $log"
  say "  used: $(grep -c 'shared objects file' "$log.classes") of $(grep -c 'source:' "$log.classes") classes come from it"
}

# Median of five starts, in milliseconds, of the command given.
median_start() {
  local i from
  for i in 1 2 3 4 5; do
    from=$(date +%s%N)
    "$@" >/dev/null 2>&1 || true
    say $((($(date +%s%N) - from) / 1000000))
  done | sort -n | sed -n 3p
}

checksum() {
  (cd "$(dirname "$1")" && if command -v sha256sum >/dev/null; then sha256sum "$(basename "$1")"; else
    shasum -a 256 "$(basename "$1")"
  fi | tee "$(basename "$1").sha256")
}
