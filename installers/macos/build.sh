#!/usr/bin/env bash
# Makes the macOS disk image: installers/macos/build.sh [OUT] on a Mac with a JDK 25 or newer, Maven and Xcode's tools.
# OUT (default target/installer) gets Attune.app, Attune-VERSION-ARCH.dmg and its SHA-256.
#
# Signing and notarising happen when these are set; without them the image is signed ad hoc, which runs on this Mac
# and asks elsewhere:
#   ATTUNE_SIGNING_IDENTITY   team or user name in the Developer ID certificate, as in the keychain
#   ATTUNE_SIGNING_KEYCHAIN   keychain that holds it (optional)
#   ATTUNE_NOTARY_PROFILE     profile stored with `xcrun notarytool store-credentials`
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

[ "$(uname -s)" = Darwin ] || die "a disk image is made on a Mac"
out=${1:-$root/target/installer}
case $out in /*) ;; *) out=$PWD/$out ;; esac
jdk=$(find_jdk)
version=$(app_version)
[ -n "$version" ] || die "no version in pom.xml"
# macOS accepts no bundle version that begins with 0; the file's name and the application keep the real one.
case $version in 0.*) bundle_version=1.${version#0.} ;; *) bundle_version=$version ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say "Attune $version with $jdk"
build_jar
add_vector
check_modules
make_runtime "$work/runtime"
make_input "$work/input"
"$jdk/bin/java" "$here/icon/DrawIcon.java" "$work/icons"

options=()
while read -r option; do options+=(--java-options "$option"); done < <(java_options)
rm -rf "$out"
mkdir -p "$out"
"$jdk/bin/jpackage" --type app-image --name Attune --app-version "$bundle_version" --vendor Attune \
  --description "A workbench for the analysts behind a personalisation engine" \
  --copyright "GPL-3.0-or-later" --icon "$work/icons/attune.icns" \
  --runtime-image "$work/runtime" --input "$work/input" \
  --main-jar attune.jar --main-class app.attune.workbench.Launcher "${options[@]}" \
  --mac-package-identifier app.attune.workbench --mac-package-name Attune --mac-app-category business \
  --file-associations "$here/attune.properties" --dest "$out"
app=$out/Attune.app
jar_time=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$root/pom.xml")
find "$app/Contents/app" -name '*.jar' -exec touch -d "$jar_time" {} +

train_cache "$app/Contents/MacOS/Attune" "$app/Contents/app/Attune.cfg" "$app/Contents/app/attune.aot"

# The cache changed the bundle, so it is signed now, whole.
if [ -n "${ATTUNE_SIGNING_IDENTITY:-}" ]; then
  signing=(--mac-sign --mac-signing-key-user-name "$ATTUNE_SIGNING_IDENTITY" \
    --mac-package-signing-prefix app.attune.)
  [ -z "${ATTUNE_SIGNING_KEYCHAIN:-}" ] || signing+=(--mac-signing-keychain "$ATTUNE_SIGNING_KEYCHAIN")
  "$jdk/bin/jpackage" --type app-image --app-image "$app" "${signing[@]}"
else
  say "No ATTUNE_SIGNING_IDENTITY: signed ad hoc only"
  codesign --force --deep --sign - "$app"
fi
codesign --verify --deep --strict "$app"

"$jdk/bin/jpackage" --type dmg --name Attune --app-version "$bundle_version" --app-image "$app" --dest "$work"
dmg=$out/Attune-$version-$(uname -m).dmg
mv "$work"/Attune-*.dmg "$dmg"

if [ -n "${ATTUNE_SIGNING_IDENTITY:-}" ] && [ -n "${ATTUNE_NOTARY_PROFILE:-}" ]; then
  xcrun notarytool submit "$dmg" --keychain-profile "$ATTUNE_NOTARY_PROFILE" --wait
  xcrun stapler staple "$dmg"
else
  say "Not notarised: ATTUNE_SIGNING_IDENTITY and ATTUNE_NOTARY_PROFILE are needed for that"
fi
say "Image    $(du -sm "$app" | cut -f1) MB"
say "Package  $(du -m "$dmg" | cut -f1) MB  $dmg"
checksum "$dmg"
