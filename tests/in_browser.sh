# What tests in a browser need; sourced. in_browser TESTS WHAT PACKAGE...: sets and exports CHROMIUM, or ends with 77 and
# says why WHAT was not opened. TESTS is the folder that the npm packages are installed in, below the repository's.
in_browser() {
  tests=$1
  what=$2
  shift 2
  skip() { echo "SKIPPED: $1; $what was not opened in a browser"; exit 77; }
  command -v node >/dev/null || skip "node is not installed"
  CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome) || skip "chromium is not installed (./dev browser installs it)"
  for package in "$@"; do
    [ -d "$tests/node_modules/$package" ] || skip "the npm packages of $tests are not installed (./dev browser installs them)"
  done
  export CHROMIUM
}
