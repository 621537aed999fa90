#!/usr/bin/env bash
# Pamphlet · SPDX-License-Identifier: GPL-2.0-or-later
# Checks what an administrator installs: the systemd units, their settings and the man pages.
set -euo pipefail
cd "$(dirname "$0")/../.."

if [[ "${1:-}" == "--help" ]]; then
  echo "usage: Tests/Systemd/check.sh    verifies units and man pages"
  echo "       PAMPHLET_BIN=DIR is a folder with the programs (default: the debug build)"
  exit 0
fi

bin="${PAMPHLET_BIN:-$(swift build --show-bin-path)}"
# The largest exposure in tenths, as systemd-analyze counts it.
most=25
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
failed=0
fail() { echo "systemd: $*" >&2; failed=1; }

# As installed, with another prefix, then with the programs that were built.
DESTDIR="$work" Scripts/install --built "$bin" --no-documentation --systemd /opt/pamphlet >/dev/null
units=()
for unit in "$work"/etc/systemd/system/*.service; do
  grep -q '^ExecStart=/opt/pamphlet/bin/pamphlet' "$unit" || fail "$(basename "$unit") does not start the installed program"
  sed -i "s|/opt/pamphlet/bin/|$bin/|" "$unit"
  units+=("$unit")
done
[[ ${#units[@]} -eq 2 ]] || fail "expected 2 units, found ${#units[@]}"

# Every option that a unit or its settings name exists.
options() { grep -ohE -- '(^|[ =])--[a-z][a-z-]+' "$@" | tr -d ' =' | sort -u; }
help="$("$bin/pamphlet" index --help; "$bin/pamphletd" --help)"
for option in $(options Index/systemd/pamphlet.env <(grep -h ^ExecStart= "${units[@]}")); do
  grep -qE -- "(^|[^a-z-])$option([^a-z-]|$)" <<<"$help" || fail "no program has the option $option"
done

# Every variable of the settings is read by a program or used by a unit.
known="$("$bin/pamphlet" environment --help 2>&1; "$bin/pamphlet" environment; grep -h ^ExecStart= "${units[@]}")"
for variable in $(sed -nE 's/^#?([A-Z_]+)=.*/\1/p' Index/systemd/pamphlet.env); do
  grep -qw "$variable" <<<"$known" || fail "nothing reads the variable $variable"
done

analyzed=" (skipped: systemd-analyze 250 or later is missing)"
version="$(systemd-analyze --version 2>/dev/null | sed -nE '1s/^systemd ([0-9]+).*/\1/p' || true)"
if [[ "${version:-0}" -ge 250 ]]; then
  analyzed=""
  for unit in "${units[@]}"; do
    # Pages of the manual are not installed here.
    said="$(systemd-analyze verify --man=no "$unit" 2>&1)" || fail "$(basename "$unit") is not valid"
    [[ -z "$said" ]] || fail "$said"
    systemd-analyze security --offline=true --no-pager --threshold="$most" "$unit" >"$work/security" 2>&1 ||
      fail "$(grep Overall "$work/security" || cat "$work/security")"
    sed -nE 's/.*Overall exposure level for ([^:]*): ([0-9.]+).*/systemd: \1 has exposure \2/p' "$work/security"
  done
elif [[ -n "${CI:-}" ]]; then
  fail "systemd-analyze 250 or later is needed; install the package systemd"
fi

linted=" (skipped: mandoc is missing)"
Scripts/man "$work/man" "$bin/pamphlet" "$bin/pamphletd"
if command -v mandoc >/dev/null; then
  linted=""
  mandoc -T lint "$work"/man/*.1 >"$work/lint" || true
  [[ ! -s "$work/lint" ]] || fail "$(cat "$work/lint")"
elif [[ -n "${CI:-}" ]]; then
  fail "mandoc is needed; install the package mandoc"
fi

[[ $failed -eq 0 ]] || exit 1
echo "systemd: ${#units[@]} units$analyzed and $(find "$work/man" -name '*.1' | wc -l) man pages$linted are sound"
