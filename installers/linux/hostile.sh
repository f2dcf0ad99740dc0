#!/usr/bin/env bash
# Opens workspaces that nobody should open with an image's own attune: installers/linux/hostile.sh [IMAGE]
# IMAGE (default target/installer/attune). Each must be refused in words with exit code 1, run nothing it brings, and
# stay as it is. Needs a JDK 25 or newer to make them.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

image=${1:-$root/target/installer/attune}
attune=$image/bin/attune
[ -x "$attune" ] || die "no image at $image; run installers/linux/build.sh first"
jdk=$(find_jdk)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
marker=$work/ran

"$attune" new "$work/good" --name Good >"$work/new.log" 2>&1 || { cat "$work/new.log" >&2; die "no workspace could be made"; }
"$jdk/bin/java" -cp "$(ls "$image"/lib/app/lib/h2-*.jar)" "$here/linux/HostileStores.java" "$work/good" "$work/sent" "$marker"

# Leaves FOLDER/why if it was not refused as it should be.
try() {
  local sent=$1 code=0 before
  before=$(cksum "$sent/store.mv.db" "$sent/workspace.attune")
  timeout 60 "$attune" segment "$sent" list >"$sent/out.log" 2>&1 || code=$?
  {
    [ "$code" = 1 ] || echo "ended with $code, not 1"
    [ ! -e "$marker" ] || echo "ran what it brought"
    ! grep -qE '^[[:space:]]+at |Exception' "$sent/out.log" || echo "was refused with a stack trace"
    [ "$before" = "$(cksum "$sent/store.mv.db" "$sent/workspace.attune")" ] || echo "was written to"
  } >"$sent/why"
}

tried=0
for sent in "$work"/sent/*/; do
  try "$sent" &
  tried=$((tried + 1))
  [ $((tried % 2)) = 1 ] || wait
done
wait
for sent in "$work"/sent/*/; do
  [ ! -s "$sent/why" ] || { cat "$sent/out.log" >&2; die "$(basename "$sent") $(cat "$sent/why")"; }
done
[ "$tried" -ge 9 ] || die "only $tried workspaces were tried"
say "Hostile workspaces: $tried tried, $tried refused, 0 executed, 0 written to"
