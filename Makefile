# What people and CI run. Nothing here needs anything outside of this folder but Swift and the network.

FORMATTED := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks

.PHONY: demo test docs setup format check-format bench bench-redraw bench-regression bench-search \
  bench-hot bench-allocations torture-kill torture-power torture-faults torture-race torture-freelist sanitize \
  torture-damage

demo: setup ## Builds for release and shows an import and some reads.
	@Scripts/demo.sh

test: setup ## Builds with warnings as errors and runs every test.
	BLAZZ_STRICT=1 swift test

docs: setup ## Builds the documentation of BlazzDB and TableStore into .build/docs; a warning fails.
	@Scripts/docs.sh

# The folder of the main package's build is shared, so that what both need is compiled once.
BENCHMARKS := --package-path Benchmarks --scratch-path .build
COMPARE := swift run --configuration release $(BENCHMARKS) Compare

bench: setup ## The comparison with every peer, into docs/benchmarks.md; SIZE=100K, 1M, 10M or production.
	@Benchmarks/setup.sh peers
	$(COMPARE) --size $(or $(SIZE),1M) --output docs $(if $(ONLY),--only "$(ONLY)") $(if $(NOTE),--note "$(NOTE)")

bench-redraw: setup ## Renders docs/benchmarks.md and its plots again from the results that were kept.
	@Benchmarks/setup.sh
	$(COMPARE) redraw --output docs

bench-regression: setup ## A small store: fails where SQLite answers otherwise, or a ratio to bare LMDB is worse than stored.
	@Benchmarks/setup.sh
	$(COMPARE) regression --bounds Benchmarks/regression.json

bench-search: setup ## Searches by Blazz, SQLite's FTS5 and MariaDB, in one run; SIZE=100000 for fewer contacts.
	@Benchmarks/setup.sh
	swift run --configuration release $(BENCHMARKS) SearchCheck $(SIZE)

bench-allocations: setup ## How often hot paths ask for memory; more than is stored fails.
	@mkdir -p .build
	BLAZZ_COUNTS=1 swift package $(BENCHMARKS) benchmark --no-progress >.build/allocations.txt 2>&1 || \
	  (cat .build/allocations.txt; exit 1)
	@cat .build/allocations.txt
	@! grep 'each allowed' .build/allocations.txt

bench-hot: setup ## Times of hot paths, percentiles, and how often they ask for memory.
	swift package $(BENCHMARKS) benchmark --no-progress

torture-kill: setup ## Kills writing processes; CYCLES=500 for fewer than 10,000. SEED repeats a run's choices.
	BLAZZ_TEST_SEED=$(SEED) swift run --configuration release Torture kill $(CYCLES)

torture-power: setup ## Opens what a disk may hold after a power failure; IMAGES=1000 for fewer than 20,000.
	BLAZZ_TEST_SEED=$(SEED) swift run --configuration release Torture power $(IMAGES)

torture-faults: setup ## Fails every write, flush and allocation of LMDB's in turn; fills a small disk to every level.
	swift run --configuration release Torture faults

torture-race: setup ## 64 writers and 16 readers for a minute, or SECONDS=10.
	swift run --configuration release Torture race $(SECONDS)

torture-freelist: setup ## An hour's steady load (100 writes a second) beside short reads; TRANSACTIONS=30000 for fewer.
	BLAZZ_TEST_SEED=$(SEED) swift run --configuration release Torture freelist $(TRANSACTIONS)

sanitize: setup ## Tests that use threads, under ThreadSanitizer, then under AddressSanitizer.
	Scripts/sanitize.sh thread
	Scripts/sanitize.sh address

torture-damage: setup ## Damaged files, opened, read and written; COUNT=1000 for fewer than 100,000.
	swift run --configuration release DamageHarness $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

setup: ## Installs the system libraries where they are missing.
	@Scripts/setup.sh

format: ## Formats the Swift sources in place.
	swift format --in-place --recursive --parallel --configuration .swift-format $(FORMATTED)

check-format: ## Fails where formatting would change something or a rule is broken.
	swift format lint --strict --recursive --parallel --configuration .swift-format $(FORMATTED)
