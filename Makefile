# What people and CI run. Nothing here needs anything outside of this folder but Swift and the network.

FORMATTED := Package.swift Sources Tests Reliability

.PHONY: demo test docs setup format check-format bench-check bench-queries bench-search torture-damage

demo: setup ## Builds for release and shows an import and some reads.
	@Scripts/demo.sh

test: setup ## Builds with warnings as errors and runs every test.
	BLAZZ_STRICT=1 swift test

docs: setup ## Builds the documentation of BlazzDB and TableStore into .build/docs; a warning fails.
	@Scripts/docs.sh

bench-check: setup ## Reads of a million chats beside bare LMDB on the same bytes, in one run.
	swift run --configuration release --package-path Benchmarks FloorCheck $(CHATS)

bench-queries: setup ## Questions to Blazz, bare LMDB and SQLite, in one run; ROWS=100000 for fewer chats.
	@[ "$$(uname)" = Darwin ] || pkg-config --exists sqlite3 || \
	  $$([ "$$(id -u)" -eq 0 ] || echo sudo) apt-get install --yes --no-install-recommends libsqlite3-dev
	swift run --configuration release --package-path Benchmarks QueryCheck $(ROWS)

bench-search: setup ## Searches by Blazz, SQLite's FTS5 and MariaDB, in one run; SIZE=100000 for fewer contacts.
	@[ "$$(uname)" = Darwin ] || pkg-config --exists sqlite3 || \
	  $$([ "$$(id -u)" -eq 0 ] || echo sudo) apt-get install --yes --no-install-recommends libsqlite3-dev
	swift run --configuration release --package-path Benchmarks SearchCheck $(SIZE)

torture-damage: setup ## Damaged files, opened, read and written; COUNT=1000 for fewer than 100,000.
	swift run --configuration release --package-path Reliability DamageHarness $(if $(COUNT),--count $(COUNT)) \
	  $(if $(SEED),--seed $(SEED))

setup: ## Installs the system libraries where they are missing.
	@Scripts/setup.sh

format: ## Formats the Swift sources in place.
	swift format --in-place --recursive --parallel --configuration .swift-format $(FORMATTED)

check-format: ## Fails where formatting would change something or a rule is broken.
	swift format lint --strict --recursive --parallel --configuration .swift-format $(FORMATTED)
