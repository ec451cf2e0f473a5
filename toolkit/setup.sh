#!/bin/sh
# Set up Salerno in a virtual environment: `sh toolkit/setup.sh .venv`; `... .venv tests` adds what tests look with.
# On Debian and Ubuntu, as root or with password-less sudo, it also installs gettext, Apertium, pango and fonts.
set -eu
venv=$1
here=$(dirname "$0")
programs="gettext apertium apertium-eng-spa apertium-eng-cat apertium-en-gl apertium-eo-en apertium-es-pt
  apertium-fra-cat apertium-cat-ita transfuse"
looker="chromium libatomic1 poppler-utils"
database="postgresql"
printer="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core fonts-noto-cjk"

say() { printf '%s\n' "$*" >&2; }

missing() {
  for package in $1; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || printf '%s ' "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

# Install Debian packages where that is allowed; else say which are left out.
install() {
  wanted=$(missing "$1")
  [ -n "$wanted" ] || return 0
  if may_install; then
    say "installing $wanted"
    as_root apt-get update -qq || say "apt-get update failed; trying with the lists that are here"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null && return 0
  fi
  say "left out: $wanted"
  say "  $2"
  say "  to add them: sudo apt-get install --no-install-recommends $wanted"
}

# Debian's package brings a server for the whole machine with it; the tests start their own, so none is made.
install_postgres() {
  told=/etc/postgresql-common/createcluster.d/none-for-tests.conf
  [ -n "$(missing "$database")" ] && may_install || told=
  [ -z "$told" ] || { as_root mkdir -p "${told%/*}" && echo "create_main_cluster = false" | as_root tee "$told" >/dev/null; }
  install "$database" "without it the review server is tested on SQLite alone"
  [ -z "$told" ] || as_root rm "$told"
}

if command -v dpkg-query >/dev/null; then
  python3 -c 'import ensurepip' 2>/dev/null || install python3-venv "without it there is no virtual environment"
  install "$programs" "without them everything works, but no machine drafts are made"
  install "$printer" "without them everything works, but no handouts are printed, or not in every script"
  if [ "${2:-}" = tests ]; then
    install "$looker" "without them the tests that look at pages as they are shown are left out"
    install_postgres
  fi
else
  say "left out: gettext and Apertium, which this script installs on Debian and Ubuntu only;"
  say "  without them everything works, but no machine drafts are made"
  say "left out: pango and Noto's fonts, for the same reason; without them no handouts are printed"
fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  say "Salerno needs Python 3.11 or later; python3 here is $(python3 --version 2>&1)"
  exit 2
}
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --constraint "$here/constraints.txt" --editable "$here/..[dev,pdf,collation,web,postgres]"
