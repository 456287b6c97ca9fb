# make alone shows what there is to make.

GO      ?= go
NPM     ?= npm
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
SYSTEMS := windows/amd64 windows/arm64 darwin/arm64 darwin/amd64 linux/amd64 linux/arm64
FUZZTIME ?= 30s
# for one package; make test takes a few minutes where nothing else runs
TIMEOUT  ?= 15m

export CGO_ENABLED = 0

ECHARTS := report/echarts
BUNDLE  := $(ECHARTS)/echarts.min.js
# testdata is not part of ./..., and the demo has tests of its own.
PACKAGES := ./... ./testdata/demo/...

.PHONY: help report build web echarts test test-browser test-windows lint bench fuzz update licences dist clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

report: build ## build, and make the report of the demo in jaarverslag-2021
	bin/herstel report --demo --year 2021

build: $(BUNDLE) ## build bin/herstel
	$(GO) build -trimpath -o bin/ ./cmd/herstel

WEB ?= dist/herstel.html

web: $(BUNDLE) ## make dist/herstel.html: the whole program in one page, for a browser
	$(GO) run ./cmd/web -version '$(VERSION)' -out $(WEB)

echarts: $(BUNDLE) ## fetch ECharts from npm and bundle it

$(BUNDLE): $(ECHARTS)/package.json $(ECHARTS)/package-lock.json $(ECHARTS)/echarts.entry.js
	cd $(ECHARTS) && $(NPM) ci --ignore-scripts --no-audit --no-fund && $(NPM) run --silent build
	@touch $@

test: $(BUNDLE) ## vet, and run all tests (HERSTEL_REQUIRE_BROWSER=1: none may skip for want of a browser)
	$(GO) vet $(PACKAGES)
	$(GO) test -timeout $(TIMEOUT) $(PACKAGES)

test-browser: $(BUNDLE) ## run the tests that open the page in a browser
	HERSTEL_REQUIRE_BROWSER=1 $(GO) test -run 'Browser|Page|Hostile' -count=1 ./report/...

# Needs wine, wine64 and binutils-mingw-w64-x86-64 of Debian; run it before a release.
WINE := bin/wine

test-windows: $(BUNDLE) ## run the Windows program under Wine: the scenarios, the locks, and the bytes against those here
	mkdir -p $(WINE)
	.ci/wine-overlay $(WINE) >$(WINE)/overlay.json
	HERSTEL_WINE="$(CURDIR)/$(WINE)/prefix" GOOS=windows GOARCH=amd64 $(GO) test -timeout $(TIMEOUT) -short -overlay "$(CURDIR)/$(WINE)/overlay.json" \
	  -exec "$(CURDIR)/.ci/wine" -count=1 ./cmd/herstel
	HERSTEL_WINE="$(CURDIR)/$(WINE)/prefix" $(GO) test -timeout $(TIMEOUT) -run TestWindows -count=1 ./cmd/herstel

lint: ## check the form, vet, staticcheck, known vulnerabilities and the modules
	@unformatted=$$(gofmt -l cmd stats report internal testdata); \
	if [ -n "$$unformatted" ]; then echo "not formatted: $$unformatted"; exit 1; fi
	$(GO) vet $(PACKAGES)
	$(GO) tool staticcheck $(PACKAGES)
	$(GO) mod verify
	@sh .ci/govulncheck ./...

bench: build ## measure, and print the ratios
	$(GO) run ./stats/casefile/testdata/bench -herstel bin/herstel
	$(GO) test -run '^$$' -bench . -benchmem $(PACKAGES)

fuzz: $(BUNDLE) ## fuzz every target for FUZZTIME
	@for package in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
	    echo "$$package $$target"; \
	    $(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package || exit 1; \
	  done; \
	done

update: $(BUNDLE) ## write the golden files anew; look at the difference before you commit
	HERSTEL_UPDATE=1 $(GO) test -count=1 $(PACKAGES)

licences: $(BUNDLE) ## collect the licences of what is linked
	$(GO) run ./cmd/licences >licences.new && mv licences.new cmd/herstel/licences.txt

# The packages carry the time of the commit, and the version resource of Windows wants four numbers.
EPOCH   ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 0)
NUMBERS  = $(shell echo '$(VERSION)' | sed -nE 's/^v?([0-9]+)\.([0-9]+)\.([0-9]+).*/\1.\2.\3.0/p' | grep . || echo 0.0.0.0)
WINRES  := github.com/tc-hib/go-winres@v0.3.3
SBOM    := github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0
BUILT   := dist/built

dist: $(BUNDLE) ## build for every system and pack zip, tar.gz, deb, herstel.html, SBOM and SHA256SUMS in dist
	@if [ '$(VERSION)' = dev ]; then echo 'no version: tag the commit, or give VERSION=v1.2.0'; exit 1; fi
	rm -rf dist && mkdir -p $(BUILT)
	cd cmd/herstel/windows && $(GO) run $(WINRES) make --in winres.json --out ../rsrc --arch amd64,arm64 \
	  --product-version $(NUMBERS) --file-version $(NUMBERS)
	@set -e; trap 'rm -f cmd/herstel/rsrc_windows_*.syso' EXIT; for system in $(SYSTEMS); do \
	  os=$${system%/*}; arch=$${system#*/}; end=; \
	  if [ $$os = windows ]; then end=.exe; fi; \
	  echo "$(BUILT)/$$os-$$arch/herstel$$end"; \
	  GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -buildvcs=false \
	    -ldflags "-s -w -buildid= -X main.version=$(VERSION)" -o $(BUILT)/$$os-$$arch/herstel$$end ./cmd/herstel; \
	done
	cp cmd/herstel/licences.txt $(BUILT)/LICENTIES.txt
	cp cmd/herstel/windows/LEESMIJ.txt $(BUILT)/LEESMIJ.txt
	$(GO) run ./cmd/herstel handleiding --html >$(BUILT)/handleiding.html
	$(MAKE) --no-print-directory web WEB=$(BUILT)/herstel.html VERSION='$(VERSION)'
	$(GO) run $(SBOM) bin -json -noserial -version $(VERSION) -output $(BUILT)/go.cdx.json $(BUILT)/windows-amd64/herstel.exe
	cd $(ECHARTS) && $(NPM) sbom --package-lock-only --omit dev --sbom-format cyclonedx >"$(CURDIR)/$(BUILT)/npm.cdx.json"
	node .ci/sbom.mjs $(BUILT)/go.cdx.json $(BUILT)/npm.cdx.json $(EPOCH) >$(BUILT)/herstel.cdx.json
	$(GO) run ./cmd/dist -version $(VERSION) -epoch $(EPOCH) -built $(BUILT) -out dist
	rm -rf $(BUILT)

clean: ## remove what was made
	rm -rf bin dist jaarverslag-* $(ECHARTS)/node_modules $(BUNDLE)
