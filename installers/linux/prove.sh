#!/usr/bin/env bash
# Proves the Debian package on a bare Debian: installers/linux/prove.sh [DEB] [OUT]
# Installs it with its declared dependencies only (no desktop, no Java), runs `attune demo` with the image's own
# runtime as an ordinary user, starts the window from the menu entry's own command under Xvfb, takes a screenshot
# (OUT/window.png, OUT/workspace.png; default target/prove), and removes the package again. Needs root, debootstrap and a Debian mirror.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

deb=${1:-$(ls "$root"/target/installer/attune_*.deb 2>/dev/null | head -n 1)}
[ -f "$deb" ] || die "no package; run installers/linux/build.sh first"
out=${2:-$root/target/prove}
mkdir -p "$out"
[ "$(id -u)" = 0 ] || die "run this as root: it makes a root file system"
command -v debootstrap >/dev/null || die "debootstrap is missing; install the package debootstrap"

# In a mount namespace of its own, so that nothing stays mounted whatever happens.
if [ -z "${ATTUNE_PROVE_INSIDE:-}" ]; then
  ATTUNE_PROVE_INSIDE=1 exec unshare --mount --pid --fork --kill-child "$0" "$deb" "$out"
fi

bare=$out/debian
if [ ! -f "$out/debian.tar" ]; then
  say "Making a bare Debian from the mirror this machine uses"
  mirror=${ATTUNE_MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' "Created-By: Packages" | grep -v security | head -n 1)}
  rm -rf "$bare"
  debootstrap --variant=minbase bookworm "$bare" "$mirror" >"$out/debootstrap.log"
  tar -C "$bare" -cf "$out/debian.tar" .
fi
rm -rf "$bare"
mkdir -p "$bare"
tar -C "$bare" -xf "$out/debian.tar"
mount -t proc proc "$bare/proc"
mkdir -p "$bare/dev/shm"
cp /etc/resolv.conf "$bare/etc/resolv.conf" 2>/dev/null || true
cp "$deb" "$bare/tmp/attune.deb"
inside() { chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
analyst() { inside su analyst -s /bin/bash -c "$*"; }

[ ! -e "$bare/usr/share/desktop-directories" ] || die "this Debian is not bare"
inside apt-get -q update >"$out/apt.log"
inside apt-get -q install -y --no-install-recommends /tmp/attune.deb >>"$out/apt.log" 2>&1 ||
  { tail -n 20 "$out/apt.log" >&2; die "the package did not install"; }
say "Installed $(inside dpkg-query -W -f '${Package} ${Version} ${Status}' attune)"
inside useradd --create-home analyst
! inside sh -c 'command -v java' || die "there is another Java on this machine"
if inside /opt/attune/lib/runtime/bin/java --list-modules | grep -E '^(jdk|java)\.compiler@'; then
  die "the runtime holds a compiler"
fi
grep -q ':\*\.attune$' "$bare/usr/share/mime/globs2" || die "the file type .attune is not known"

say "attune --version: $(analyst attune --version 2>&1 | head -n 1)"
analyst 'JAVA_TOOL_OPTIONS="-Xlog:aot:file=/tmp/aot.log -Xlog:class+load:file=/tmp/classes.log" attune --version' >/dev/null 2>&1 || true
grep -q 'Opened AOT cache' "$bare/tmp/aot.log" || die "the installed AOT cache is not used: $(tail -n 3 "$bare/tmp/aot.log")"
say "AOT cache used: $(grep -c 'shared objects file' "$bare/tmp/classes.log") of $(grep -c 'source:' "$bare/tmp/classes.log") classes"

# A foreign database that brings Java source must find no compiler.
h2=$(cd "$bare" && ls opt/attune/lib/app/lib/h2-*.jar)
analyst "/opt/attune/lib/runtime/bin/java -cp /$h2 org.h2.tools.Shell -url jdbc:h2:mem:x -user sa -password '' -sql \"CREATE ALIAS PWN AS 'void f() throws Exception { new java.io.File(\\\"/tmp/pwned\\\").createNewFile(); }'; CALL PWN()\"" >"$out/hostile.log" 2>&1 || true
[ ! -e "$bare/tmp/pwned" ] || die "Java source from a database ran"
say "Source in a database: refused ($(grep -m 1 -o -E 'Syntax error|[A-Za-z.]*(Exception|Error)[^;]*' "$out/hostile.log" | head -c 90))"

say "Running attune demo"
from=$(date +%s%N)
analyst 'cd && attune demo' >"$out/demo.log" 2>&1 || { tail -n 20 "$out/demo.log" >&2; die "attune demo failed"; }
say "  done in $((($(date +%s%N) - from) / 1000000)) ms:"
tail -n 15 "$out/demo.log" | sed 's/^/  /'

say "Opening the window from the menu entry"
inside apt-get -q install -y --no-install-recommends xvfb xauth xdotool imagemagick desktop-file-utils >>"$out/apt.log" 2>&1
inside desktop-file-validate /usr/share/applications/attune.desktop || die "the menu entry is not valid"
command=$(sed -n 's/^Exec=//p' "$bare/usr/share/applications/attune.desktop" | sed 's/ *%[fFuU]//')
cat >"$bare/tmp/open.sh" <<SCRIPT
# open.sh SECONDS PICTURE FILE [ENVIRONMENT]: how long until the window shows; after so many seconds, a picture.
export DISPLAY=:77 \$4
from=\$(date +%s%N)
$command \$3 >/tmp/window.log 2>&1 &
app=\$!
for i in \$(seq 1 1200); do
  window=\$(xdotool search --onlyvisible --name Attune 2>/dev/null | head -n 1)
  [ -z "\$window" ] || break
  kill -0 \$app 2>/dev/null || break
  sleep .05
done
[ -z "\$window" ] || echo "\$(((\$(date +%s%N) - from) / 1000000)) ms to the window '\$(xdotool getwindowname \$window)'"
sleep \$1
import -window root \$2
kill \$app
wait \$app 2>/dev/null
[ -n "\$window" ]
SCRIPT
chmod 755 "$bare/tmp/open.sh"
inside Xvfb :77 -screen 0 1600x1000x24 -nolisten tcp -ac >"$out/xvfb.log" 2>&1 &
xvfb=$!
sleep 3
open_window() {
  analyst bash /tmp/open.sh "$2" "/tmp/$3.png" "'${4:-}'" "${5:-}" >"$out/window.log" 2>&1 || {
    cat "$out/window.log" "$bare/tmp/window.log" >&2
    die "no window appeared"
  }
  say "  $1: $(tail -n 1 "$out/window.log")"
}
open_window "first start" 1 first
open_window "with the AOT cache" 1 cached
open_window "without it" 1 plain "" JAVA_TOOL_OPTIONS=-XX:AOTMode=off
open_window "settled" "${ATTUNE_SETTLE_SECONDS:-15}" window
open_window "on the demo's workspace file" "${ATTUNE_SETTLE_SECONDS:-15}" workspace \
  /home/analyst/target/demo/workspace/workspace.attune
kill $xvfb
cp "$bare/tmp/window.png" "$bare/tmp/workspace.png" "$out/"
colours=$(inside identify -format %k /tmp/window.png)
[ "$colours" -gt 30 ] || die "the window is blank ($colours colours); see $out/window.png"
say "  screenshot $out/window.png, $colours colours"
if grep -E 'Exception|CssStyleHelper' "$bare/tmp/window.log"; then die "the window logged a problem"; fi

inside apt-get -q remove -y attune >>"$out/apt.log" 2>&1
[ ! -e "$bare/opt/attune" ] && [ ! -e "$bare/usr/bin/attune" ] || die "removal left files behind"
say "Removed without a trace. Proved: $(basename "$deb")"
umount "$bare/proc"
rm -rf --one-file-system "$bare"
