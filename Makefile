# 경기 행복마을관리소 찾기. `make help`가 명령을 알려 줍니다.
PYTHON ?= python3
BIN := .venv/bin
SITE := site

# Material prints a notice about MkDocs 2 at every start.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site test serve check data bench lock clean
.DELETE_ON_ERROR:

help: ## 이 도움말
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

site: .venv/.ready ## 누리집을 site/ 폴더에 만듭니다
	$(BIN)/mkdocs build --strict --quiet
	@echo "누리집을 $(SITE)/ 폴더에 만들었습니다."
	@echo "보려면 '$(BIN)/python -m http.server --directory $(SITE) 8000'을 켜 두고 브라우저에서 http://localhost:8000/ 을 엽니다."

test: check ## 모든 검사와 시험(브라우저 시험까지)
	@chromium=$$(bash tests/chromium.sh) && CHROMIUM="$$chromium" $(BIN)/pytest
	@if ! command -v node >/dev/null; then \
		echo "node가 없어 tests/js의 단위 시험은 건너뜁니다. 같은 스크립트를 브라우저 시험이 이미 돌렸습니다."; \
	else \
		files=$$(find tests/js -name '*.test.js' -o -name '*.test.mjs'); \
		if [ -z "$$files" ]; then echo "tests/js에 *.test.js나 *.test.mjs 파일이 없습니다." >&2; exit 1; fi; \
		node --test $$files; \
	fi

serve: .venv/.ready ## 고치면서 바로 보기(자료, 글, 틀)
	@echo "파이썬 코드(hooks/)를 고쳤으면 Ctrl+C로 끄고 다시 켜세요. MkDocs는 켤 때 읽은 코드를 계속 씁니다."
	$(BIN)/mkdocs serve

check: .venv/.ready ## 코드 모양·규칙·타입과 자료를 살핍니다
	$(BIN)/ruff format --check hooks tests .github
	$(BIN)/ruff check hooks tests .github
	$(BIN)/mypy
	$(BIN)/mypy .github/scripts
	$(BIN)/maeul check
	$(BIN)/maeul format --check

data: .venv/.ready ## 자료만 살핍니다
	$(BIN)/maeul check

bench: .venv/.ready ## 빠르기를 잽니다(SIZES="100 1000"처럼 크기를 고를 수 있음)
	$(BIN)/python tests/bench/run.py $(SIZES)

lock: .venv/.ready ## requirements.lock을 다시 만듭니다(모두 새 판으로: ARGS=--upgrade)
	UV_PYTHON_DOWNLOADS=never UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml \
		--extra test --group build --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock $(ARGS)

clean: ## 만들어진 파일을 지웁니다(.venv는 둡니다)
	rm -rf $(SITE) .site-* .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find hooks tests -name __pycache__ -prune -exec rm -rf {} +

# A changed lock makes a clean .venv, so that nothing unlisted stays in it.
.venv/.locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		found=$$($(PYTHON) --version 2>&1) || found="$(PYTHON) 없음(not found)"; \
		echo "파이썬 3.11 이상이 필요합니다. 지금: $$found" >&2; \
		echo "다른 파이썬이 있으면 'make PYTHON=python3.12 …'처럼 알려 주세요." >&2; \
		echo "Python 3.11 or newer is needed. Choose another one like this: make PYTHON=python3.12 …" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "파이썬 venv 모듈이 없어 apt로 설치합니다."; \
			apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends python3-venv; \
		fi; \
		$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null; } || { \
		echo "파이썬 venv 모듈이 없습니다. 'apt install python3-venv'로 설치한 뒤 다시 해 보세요." >&2; \
		echo "Python's venv module is missing. Install it (apt install python3-venv) and try again." >&2; \
		exit 1; }
	@echo "처음 준비: .venv를 만들고 requirements.lock에 적힌 것을 설치합니다. 1~2분 걸립니다."
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/.ready: .venv/.locked pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
