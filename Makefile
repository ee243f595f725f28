# Two commands for everybody: `make quickstart` shows the thing at work, `make test` proves it.
# Each sets up what it needs inside this folder: .venv/, node_modules/ and target/.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export CARGO_TERM_COLOR ?= never

.DEFAULT_GOAL := help
.PHONY: help quickstart test parity repeat pythons soak fuzz audit bump lint generate format docs rustdoc bench clean prerequisites python node

help: ## List the commands.
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

quickstart: python node ## Run the same small program in Rust, Python and Node.
	@echo "== Rust: examples/rust/src/bin/quickstart.rs"
	cargo run --locked -q -p qoder-cloud-examples --bin quickstart
	@echo "== Python: examples/python/quickstart.py"
	$(BIN)/python examples/python/quickstart.py
	@echo "== Node: examples/node/quickstart.mjs"
	node examples/node/quickstart.mjs

test: python node lint ## Check and test everything.
	rm -rf target/transcripts
	cargo test --locked --workspace --all-features
	cargo build --locked -q -p qoder-cloud-emulator
	$(BIN)/python -m pytest tests/python
	$(BIN)/python -m pytest tests/interop
	npm test
	$(MAKE) --no-print-directory parity
	$(MAKE) --no-print-directory docs

parity: ## Compare what the languages did in the scenarios of the last `make test`.
	cargo run --locked -q -p qoder-cloud-tests --bin parity

lint: python node rustdoc ## Formatters, linters, type checkers, stale generated files.
	cargo fmt --all --check
	cargo run --locked -q -p codegen -- --check
	cargo clippy --locked --workspace --all-targets --all-features -- -D warnings
	$(BIN)/openapi-spec-validator spec/openapi.json
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(BIN)/ruff format --no-cache --check .
	$(BIN)/ruff check --no-cache .
	$(BIN)/mypy
	npm run --silent pyright
	npm run lint
	npm run typecheck

generate: ## Write what follows from spec/.
	cargo run --locked -q -p codegen

format: python node ## Format everything written by hand.
	cargo fmt --all
	$(BIN)/ruff format .
	npm run format

docs: python node rustdoc ## Build the site into target/site and check its links.
	@echo "== building the site"
	rm -rf target/api
	PYTHONWARNINGS=ignore $(BIN)/pdoc --no-show-source -t docs/site/pdoc -o target/api/python \
		qoder_cloud qoder_cloud.emulator qoder_cloud.resources qoder_cloud.types
	npm run --silent typedoc
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	$(BIN)/python docs/site/links.py target/site

rustdoc:
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --all-features -p qoder-cloud -p qoder-cloud-emulator

bench: ## Measure against peers; see bench/README.md.
	bench/run

repeat: python node ## The tests of processes, signals, forks and workers, TIMES (20) in a row.
	for round in $$(seq $(or $(TIMES),20)); do \
		$(BIN)/python -m pytest -q tests/python/test_process.py || exit 1; \
		node --test --test-reporter dot tests/node/process.test.mjs tests/node/abort.test.mjs || exit 1; \
	done

pythons: $(VENV)/installed ## The tests of the Python package on each of PYTHONS="python3.10 python3.13 ...".
	rm -rf target/pythons
	$(BIN)/maturin build --locked --quiet --out target/pythons
	set -e; for python in $(PYTHONS); do \
		echo "== $$($$python --version)"; \
		$$python -m venv target/pythons/$$python; \
		python=target/pythons/$$python/bin/python; \
		$$python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'; \
		$$python -m pip install --quiet --disable-pip-version-check --group test target/pythons/*.whl; \
		$$python -m pytest -q -m "not checkout" tests/python; \
	done

soak: python node ## Endurance in three languages: MINUTES (10) of streams that are cut, 100,000 calls.
	cargo build --locked -q -p qoder-cloud-emulator -p qoder-cloud-tests --bins
	target/debug/soak --minutes $(or $(MINUTES),10)
	$(BIN)/python tests/soak/soak.py --minutes $(or $(MINUTES),10)
	node --expose-gc tests/soak/soak.mjs --minutes $(or $(MINUTES),10)

fuzz: ## Look for input that breaks a parser, MINUTES (10) for each; see fuzz/README.md.
	@for target in $$(cargo fuzz list --fuzz-dir fuzz); do \
		mkdir -p fuzz/target/found/$$target; \
		RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none --fuzz-dir fuzz $$target fuzz/target/found/$$target fuzz/corpus/$$target \
			-- -max_total_time=$$(($(or $(MINUTES),10) * 60)) || exit 1; \
	done

audit: python node ## Known weaknesses and licences of what is built in; needs cargo-deny, pip-audit and a network.
	cargo deny check
	npm audit
	pip-audit --path "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')"

bump: node_modules/.package-lock.json ## Change the version everywhere: make bump VERSION=x.y.z
	@echo "$(VERSION)" | grep -qE '^[0-9]+\.[0-9]+\.[0-9]+(-[0-9a-z.]+)?$$' || { echo "usage: make bump VERSION=x.y.z"; exit 1; }
	sed -E -e 's/^version = ".*"/version = "$(VERSION)"/' \
		-e 's/^(qoder-cloud(-emulator)? = .*version = )"[^"]*"/\1"$(VERSION)"/' Cargo.toml > target/Cargo.toml
	mv target/Cargo.toml Cargo.toml
	cargo update --quiet --offline --workspace
	npm version --silent --no-git-tag-version --allow-same-version $(VERSION)
	npx napi version --npm-dir bindings-node/npm
	awk '/^## / && !told { told = 1; print "## $(VERSION) (unreleased)"; if (/unreleased/) next; print "" } 1' \
		CHANGELOG.md > target/CHANGELOG.md
	mv target/CHANGELOG.md CHANGELOG.md

clean: ## Remove everything that was built.
	rm -rf target $(VENV) node_modules bindings-node/dist bindings-node/native

# --- set-up ---------------------------------------------------------------------------------------

prerequisites:
	@command -v cargo >/dev/null || { echo "missing: Rust 1.88 or newer (cargo)"; exit 1; }
	@command -v cc >/dev/null || { echo "missing: a C compiler (cc), for example gcc"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null \
		|| { echo "missing: Python 3.10 or newer ($(PYTHON))"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "missing: the venv module of $(PYTHON), for example the package python3-venv"; exit 1; }
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' 2>/dev/null \
		|| { echo "missing: Node 20 or newer (node)"; exit 1; }
	@command -v npm >/dev/null || { echo "missing: npm"; exit 1; }

python: $(VENV)/installed ## Build the Python package into .venv.
	@echo "== building the Python package"
	VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/maturin develop --quiet > /dev/null

$(VENV)/installed: pyproject.toml | prerequisites
	@echo "== creating .venv"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/pip install --quiet --disable-pip-version-check --group dev
	@touch $@

node: node_modules/.package-lock.json ## Build the Node package.
	@echo "== building the Node package"
	npm run --silent build:debug

node_modules/.package-lock.json: package-lock.json | prerequisites
	@echo "== installing Node packages"
	npm ci --ignore-scripts --no-fund --no-audit --loglevel=error
