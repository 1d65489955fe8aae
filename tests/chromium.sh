#!/usr/bin/env bash
# Prints the path of a Chromium for the browser tests; the order of the attempts is the order below.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { echo "$*" >&2; }

# Ubuntu's chromium-browser may be a stub that only asks for snap, so a candidate has to start.
starts() { "$1" --version >/dev/null 2>&1; }

use() {
    say "브라우저 시험에 쓰는 크로미엄: $1 ($2)"
    echo "$1"
    exit 0
}

use_installed() {
    local name found
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        if found=$(command -v "$name") && starts "$found"; then use "$found" "$1"; fi
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_by_apt() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null || return 1
    as_root apt-get update -q &&
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium fonts-noto-cjk
}

install_by_playwright() {
    [ -x .venv/bin/playwright ] && .venv/bin/playwright install chromium
}

playwright_path() {
    .venv/bin/python -c '
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)'
}

if [ -n "${CHROMIUM:-}" ]; then
    if path=$(command -v "$CHROMIUM") && starts "$path"; then use "$path" "CHROMIUM 변수"; fi
    say "CHROMIUM에 적힌 것이 실행되지 않습니다: $CHROMIUM"
    exit 1
fi

use_installed "이미 설치됨"

if install_by_apt >&2; then use_installed "apt로 설치함"; fi

if install_by_playwright >&2 && path=$(playwright_path) && starts "$path"; then use "$path" "Playwright로 설치함"; fi

say "브라우저 시험에 쓸 크로미엄이 없고 설치하지도 못했습니다."
say "크로미엄이나 크롬을 설치하거나(데비안: apt install chromium fonts-noto-cjk), CHROMIUM=/경로/chromium make test 처럼 알려 주세요."
exit 1
