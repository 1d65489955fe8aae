#!/usr/bin/env bash
# Tells what `maeul check` finds on the lines of a pull request, in the run's summary and in files for the comment.
# usage: check.sh FOLDER; ends as the check does. The pull request is merged here, so HEAD^1 is what it changes.
set -euo pipefail
folder=$1
mkdir -p "$folder"

check() { .venv/bin/maeul check --changed-since HEAD^1 "$@"; }

check --format json >"$folder/findings.json" || true
check --format markdown --link "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob/$GITHUB_SHA" >"$folder/findings.md" || true
bash .github/scripts/summarise.sh "$folder/findings.md"
check --format github
