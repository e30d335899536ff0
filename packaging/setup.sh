# Shared by ./run and ./check: install what is missing, configure, build. Sourced, not run.
set -eu
cd "$(dirname "$0")"

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
# took WHAT: so long since the last time, for the list that ./check ends with.
since=$(date +%s)
took() {
  now=$(date +%s)
  printf '%7d s  %s\n' $((now - since)) "$1" >>"$times"
  since=$now
}
die() { printf '\nerror: %s\n' "$*" >&2; exit 3; }

# The packages of the named blocks of packaging/packages.txt, one a line.
packages_of() {
  for block in "$@"; do
    sed -n "/^\[$block\]/,/^\[/p" packaging/packages.txt | grep -v -e '^\[' -e '^#' -e '^[[:space:]]*$'
  done
}

missing_of() {
  for package in $(packages_of "$@"); do
    dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null 2>&1; then sudo "$@"
  else die "packages are missing and there is neither root nor sudo. Ask an administrator to run:
  apt-get install --no-install-recommends $missing"
  fi
}

install_missing() {
  command -v dpkg-query >/dev/null 2>&1 || die "this script installs its libraries as Debian 12 packages, and there is no dpkg here. README.md lists what is needed."
  missing=$(missing_of "$@" | tr '\n' ' ')
  [ -n "$missing" ] || return 0
  say "Installing $(echo "$missing" | wc -w) Debian packages (once): $missing"
  # shellcheck disable=SC2086
  as_root apt-get update -q >&2 || die "the package lists could not be refreshed; check the network and run this again."
  # shellcheck disable=SC2086
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >&2 ||
    die "a package could not be installed; the lines above say which and why."
}

# configure PRESET [cmake arguments]: skipped when the tree is configured already (ninja notices changes).
configure() {
  preset=$1; shift
  if [ ! -f "build/$preset/build.ninja" ]; then
    say "Configuring build/$preset"
    cmake --preset "$preset" "$@" >&2 || die "the build could not be configured; the lines above say what is missing."
  fi
}

build() {
  preset=$1; shift
  if [ -n "$(ninja -C "build/$preset" -n "$@" 2>/dev/null | grep '^\[' | head -1)" ]; then
    say "Building build/$preset (the first time takes some minutes)"
  fi
  ninja -C "build/$preset" "$@" >&2 || die "the build failed; the first error above is the one to mend."
}
