#!/usr/bin/env bash
# Adds a Markdown file to the summary of the run. GitHub drops a summary of more than 1 MiB as a whole.
# usage: summarise.sh FILE
set -euo pipefail
if [ "$(wc -c <"$1")" -lt 500000 ]; then
    cat "$1" >>"$GITHUB_STEP_SUMMARY"
else
    echo "너무 길어 여기에 다 싣지 못했습니다. 아래 Artifacts의 review에서 $(basename "$1")을 여세요." >>"$GITHUB_STEP_SUMMARY"
fi
