#!/usr/bin/env bash
# Makes the Linux application image and the Debian package: installers/linux/build.sh [OUT]
# OUT (default target/installer) gets attune/ (the image), attune_VERSION-1_ARCH.deb and its SHA-256.
# ATTUNE_DEB_LEVEL (1 to 9, default 6) says how hard to compress: 1 is soon done and a fifth larger.
# Needs a JDK 25 or newer, Maven, dpkg-deb, fakeroot and binutils.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

out=${1:-$root/target/installer}
case $out in /*) ;; *) out=$PWD/$out ;; esac
jdk=$(find_jdk)
version=$(app_version)
[ -n "$version" ] || die "no version in pom.xml"
for tool in dpkg-deb fakeroot objcopy; do
  command -v "$tool" >/dev/null || die "$tool is missing; install the packages dpkg, fakeroot and binutils"
done
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
"$jdk/bin/jpackage" --type app-image --name attune --app-version "$version" --vendor Attune \
  --description "A workbench for the analysts behind a personalisation engine" \
  --copyright "GPL-3.0-or-later" --icon "$work/icons/attune-256.png" \
  --runtime-image "$work/runtime" --input "$work/input" \
  --main-jar attune.jar --main-class app.attune.workbench.Launcher \
  "${options[@]}" --dest "$out"
image=$out/attune
[ -x "$image/lib/runtime/bin/java" ] || die "jpackage left the runtime's java out"

# A package keeps whole seconds; the cache remembers each jar's time, so they are whole before training.
stamp=$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' "$root/pom.xml")
find "$image" -exec touch -h -d "$stamp" {} +
plain=$(median_start "$image/bin/attune" --version)
train_cache "$image/bin/attune" "$image/lib/app/attune.cfg" "$image/lib/app/attune.aot"
find "$image" -exec touch -h -d "$stamp" {} +
check_cache "$image/bin/attune"
cached=$(median_start "$image/bin/attune" --version)

# The package: jpackage's, plus the files a desktop reads. They are shipped as files instead of being registered by
# xdg-desktop-menu at installation, which fails where no desktop ever made /usr/share/desktop-directories.
DPKG_DEB_COMPRESSOR_TYPE=none "$jdk/bin/jpackage" --type deb --name attune --app-version "$version" --app-image "$image" --dest "$work" \
  --install-dir /opt --linux-package-name attune --linux-deb-maintainer maintainers@attune.invalid \
  --linux-app-category science --linux-app-release 1 \
  --linux-package-deps "libgtk-3-0, libgl1, libxtst6, libxxf86vm1, fontconfig, xdg-utils" \
  --description "A workbench for the analysts behind a personalisation engine" --vendor Attune
tree=$work/tree
dpkg-deb --raw-extract "$work"/attune_*.deb "$tree"
install -D -m 644 "$here/linux/attune.desktop" "$tree/usr/share/applications/attune.desktop"
install -D -m 644 "$here/linux/attune.xml" "$tree/usr/share/mime/packages/attune.xml"
install -D -m 644 "$here/icon/attune.svg" "$tree/usr/share/icons/hicolor/scalable/apps/attune.svg"
for size in 48 128 256 512; do
  install -D -m 644 "$work/icons/attune-$size.png" "$tree/usr/share/icons/hicolor/${size}x$size/apps/attune.png"
  install -D -m 644 "$work/icons/attune-$size.png" \
    "$tree/usr/share/icons/hicolor/${size}x$size/mimetypes/application-vnd.attune.workspace+json.png"
done
mkdir -p "$tree/usr/bin"
ln -s /opt/attune/bin/attune "$tree/usr/bin/attune"
if grep -ls xdg-desktop-menu "$tree"/DEBIAN/*; then die "the package still calls xdg-desktop-menu"; fi
kilobytes=$(du -sk --exclude=DEBIAN "$tree" | cut -f1)
sed -i "s/^Installed-Size:.*/Installed-Size: $kilobytes/" "$tree/DEBIAN/control"
deb=$out/$(cd "$work" && ls attune_*.deb)
dpkg-deb --root-owner-group -Zxz -z"${ATTUNE_DEB_LEVEL:-6}" --build "$tree" "$deb" >/dev/null
dpkg-deb --field "$deb" Package Version Architecture Depends Installed-Size

say "Image    $(du -sm "$image" | cut -f1) MB, of it runtime $(du -sm "$image/lib/runtime" | cut -f1) MB," \
  "AOT cache $(du -sm "$image/lib/app/attune.aot" | cut -f1) MB"
say "Package  $(du -m "$deb" | cut -f1) MB  $deb"
say "Start    attune --version, median of 5: $plain ms without the AOT cache, $cached ms with it"
checksum "$deb"
