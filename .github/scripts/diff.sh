#!/usr/bin/env bash
# Tells in plain words what a pull request changes, in the run's summary and in a file for the comment.
# usage: diff.sh FOLDER. The pull request is merged here, so HEAD^1 is what it changes.
set -euo pipefail
folder=$1
mkdir -p "$folder"

if .venv/bin/maeul diff HEAD^1 . >"$folder/changes.txt"; then
    .venv/bin/maeul diff HEAD^1 . --format markdown >"$folder/changes.md"
else
    echo "자료에 고칠 곳이 있어 무엇이 바뀌는지 아직 적지 못했습니다." | tee "$folder/changes.txt" >"$folder/changes.md"
fi
bash .github/scripts/summarise.sh "$folder/changes.md"
