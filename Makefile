# What people run here. Each target does its own set-up on a fresh Debian 12 with a Swift toolchain.
.PHONY: run test test-tools lint bench fuzz docs setup

SWIFT ?= swift
OVERZET = .build/release/overzet
FUZZ_SECONDS ?= 60

# The main job on the sample articles: extract, take in what translators sent back, check, merge, report.
# Findings are part of the demonstration (exit code 1), so only 2 and above fails.
run: setup
	$(SWIFT) build -c release --product overzet
	@echo
	@$(OVERZET) run || [ $$? -eq 1 ]
	@echo
	@echo "Look at work/posts/nl/*.html in a browser; work/posts/nl/*.json is what goes to WordPress."

# Optimised, and in a folder of its own so that `swift build` need not be done over: a hundred thousand broken articles take
# part.
test: setup
	$(SWIFT) test --scratch-path .build/tests -Xswiftc -O

# OmegaT, Translate Toolkit, xmllint with the schemas of OASIS, and files as other CAT tools give them back: needs a network
# the first time. See Tests/Tools/README.md.
test-tools: setup
	$(SWIFT) build -c release --product overzet
	Tests/Tools/run

lint: setup
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
		Fuzzing/Package.swift Fuzzing/Sources/Fuzz*
	$(SWIFT) build --explicit-target-dependency-import-check error

# MB/s of each stage, peak memory, and ratios to reference programs of the same run.
bench: setup
	$(SWIFT) build -c release --product overzet
	$(SWIFT) run -c release --package-path Benchmarks bench --overzet $(OVERZET)

# libFuzzer on the tokenizer, the block parser, and extraction and merging, FUZZ_SECONDS for each. What it finds stands in
# Fuzzing/.findings.
fuzz: setup
	$(SWIFT) build -c release --package-path Fuzzing
	FUZZ_SECONDS=$(FUZZ_SECONDS) Fuzzing/run

# The command reference, from the commands' own help.
docs: setup
	$(SWIFT) build -c release --product overzet
	Documentation/make-reference $(OVERZET) > Documentation/commands.md

setup:
	@./Extras/setup
