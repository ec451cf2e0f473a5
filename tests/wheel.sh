#!/bin/sh
# Build the wheel, install it alone into a clean virtual environment, and run `init` and `build` from it.
set -eu
venv=$1
here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$here/$venv/bin/python" -m build --wheel --outdir "$folder/dist" "$here" >/dev/null
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
  --constraint "$here/toolkit/constraints.txt" "$folder"/dist/*.whl
cd "$folder"
venv/bin/salerno init clinic
printf '# Fever\n\nDo not take more than 4 tablets of 500 mg in 24 hours.\n' >clinic/source/fever.md
venv/bin/salerno -C clinic build
test -s clinic/output/site/en/fever/index.html
test -s clinic/output/preview/es/fever/index.html
grep -q 'lang="es"' clinic/output/preview/es/fever/index.html
echo "the wheel works"
