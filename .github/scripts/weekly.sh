#!/usr/bin/env bash
# Tells what has grown old in the data and which sources no longer open, in files and in the run's summary.
# usage: weekly.sh FOLDER
set -euo pipefail
folder=$1
mkdir -p "$folder"

.venv/bin/maeul check --format json >"$folder/findings.json" || true
.venv/bin/maeul check --format markdown --link "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob/main" >"$folder/findings.md" || true
.venv/bin/python .github/scripts/dead_links.py >"$folder/links.md"
bash .github/scripts/summarise.sh "$folder/findings.md"
bash .github/scripts/summarise.sh "$folder/links.md"
