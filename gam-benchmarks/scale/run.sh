#!/usr/bin/env bash
# A 43,200 x 21,600 input on each side becomes the 0.1 degree globe in a heap of 2 GiB: run.sh [WORKDIR]
#   Prints wall and CPU seconds, peak resident memory, and from the log of the collector what was alive after a full collection.
# Needs: time, python3-gdal, python3-numpy, python3-netcdf4 (Debian); 8 GB of disk. GAM_HEAP=640m is enough for the tiled one.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
gam=$here/../../gam
work=${1:-$(mktemp -d)}
export GAM_HEAP=${GAM_HEAP:-2g}
[ -f "$work/in/tiled.yaml" ] || /usr/bin/python3 "$here/make-inputs.py" "$work/in"
"$gam" --version > /dev/null
for config in tiled plain; do
    [ -f "$work/in/$config.yaml" ] || continue
    rm -rf "$work/out-$config"
    JAVA_TOOL_OPTIONS="-Xlog:gc:file=$work/gc-$config.log" /usr/bin/time \
        -f "$config  wall %e s  user %U s  sys %S s  cpu %P  peak %M kB" \
        "$gam" global "$work/in/$config.yaml" --output "$work/out-$config" --no-progress 2>&1 \
        | tee "$work/$config.log" | grep -E 'resample|^done|wall'
    grep -o 'Pause Full.*->[0-9]*M' "$work/gc-$config.log" | sed 's/.*->/alive after a full collection: /' | sort -u || true
    "$gam" validate "$work/out-$config" --no-progress -q
done
