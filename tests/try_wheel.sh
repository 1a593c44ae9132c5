#!/bin/sh
# Builds the wheel, installs it alone into an empty environment, and makes a quiz outside the checkout: `make wheel`.
set -eu
python=${1:-python3}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$work/dist" "$root"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$work"/dist/*.whl

cd "$work"
for seed in "$root"/seeds/openinfra.fr.txt "$root"/seeds/openinfra.en.txt; do
    venv/bin/quizgen make "$seed" -o out --to anki,html,json
done
# The review page is an extra: without it the command says how to install it, and its files lie in the wheel all the same.
venv/bin/quizgen review "$(ls out/*.quiz.toml | head -n 1)" 2>&1 | grep "pip install 'quizgen\[review\]'"
venv/bin/python -m zipfile -l "$(ls dist/*.whl)" | grep -c -e web/htmx.min.js -e templates/web/review.css | grep -qx 2
venv/bin/quizgen templates check
venv/bin/quizgen pipelines
ls -l dist out
mkdir -p "$root/dist"
cp dist/*.whl "$root/dist/"
echo "The wheel works alone; it is in dist/."
