#!/usr/bin/env bash
# Times the global job on inputs of full size: run.sh [WORKDIR]
#   whole job, resume of the finished globe, validation; wall and CPU seconds, CPUs used, peak resident memory.
# Needs: time, python3-gdal, python3-numpy (Debian). The heap is limited to 2 GiB.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
gam=$here/../../gam
work=${1:-$(mktemp -d)}
export GAM_HEAP=${GAM_HEAP:-2g}
[ -f "$work/in/global.yaml" ] || /usr/bin/python3 "$here/make-inputs.py" "$work/in"
"$gam" --version > /dev/null
timed() {
    local name=$1
    shift
    /usr/bin/time -f "$name  wall %e s  user %U s  sys %S s  cpu %P  peak %M kB" "$@" 2>&1 > "$work/$name.out" | tail -n 1
}
rm -rf "$work/out"
timed whole "$gam" global "$work/in/global.yaml" --output "$work/out" --no-progress -q
timed resume "$gam" global "$work/in/global.yaml" --output "$work/out" --no-progress -q
timed validate "$gam" validate "$work/out" --no-progress -q
ls -l "$work/out/pmtiles"
