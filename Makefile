# What people and CI run. Nothing here needs anything outside of this folder but Swift and the network.

FORMATTED := Package.swift Sources Tests

.PHONY: demo test setup format check-format

demo: setup ## Builds for release and shows an import and some reads.
	@Scripts/demo.sh

test: setup ## Builds with warnings as errors and runs every test.
	BLAZZ_STRICT=1 swift test

setup: ## Installs the system libraries where they are missing.
	@Scripts/setup.sh

format: ## Formats the Swift sources in place.
	swift format --in-place --recursive --parallel --configuration .swift-format $(FORMATTED)

check-format: ## Fails where formatting would change something or a rule is broken.
	swift format lint --strict --recursive --parallel --configuration .swift-format $(FORMATTED)
