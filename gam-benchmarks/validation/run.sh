#!/usr/bin/env bash
# Measures what docs/validation.md says and writes it anew: about three minutes on two cores, 12 GB of memory, Python 3 with numpy.
#   gam-benchmarks/validation/run.sh [--quick]     --quick leaves the two largest meshes out
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$root/gam" --version
python3 "$root/gam-benchmarks/validation/validate.py" "$root" "$work" "$@"
