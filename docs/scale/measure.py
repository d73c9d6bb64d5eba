#!/usr/bin/python3
"""What a finished globe cost, from its log and its files: measure.py OUTPUT_DIR WORKERS > measured.json

Milliseconds of a tile are the log's `duration_ms`, means over all tiles; seconds of phases are differences of the log's times.
"""
import json
import os
import sys
from datetime import datetime

out, workers = sys.argv[1], int(sys.argv[2])
rows = [json.loads(line) for line in open(f'{out}/logs/global_open_fusion_mvp.log')]
starts = [i for i, r in enumerate(rows) if ' tiles x ' in r['message']]
rows = rows[starts[-1]:]


def at(row):
    return datetime.fromisoformat(row['timestamp'].replace('Z', '+00:00')).timestamp()


def last(test):
    return max(at(r) for r in rows if test(r))


tile = {}
for r in rows:
    if r.get('tile_id') and r.get('duration_ms') is not None:
        tile.setdefault(r['stage'], []).append(float(r['duration_ms']))
begin = at(rows[0])
prepared = last(lambda r: r['stage'] == 'resample')
tiled = last(lambda r: bool(r.get('tile_id')))
fused_web = min(at(r) for r in rows if r['stage'] == 'pmtiles_export' and 'absent' in r['message'])
web = last(lambda r: r['stage'] == 'pmtiles_export')
seams = last(lambda r: ' edges  mean jump' in r['message'])
end = at(rows[-1])


def size(*parts):
    folder = os.path.join(out, *parts)
    sizes = [os.path.getsize(os.path.join(d, f)) for d, _, files in os.walk(folder) for f in files]
    return {'files': len(sizes), 'bytes': sum(sizes)}


web_message = next(r['message'] for r in rows if r['stage'] == 'pmtiles_export' and 'absent' in r['message'])
json.dump({
    'workers': workers,
    'tiles': len(tile['fuse']),
    'tile_ms': {stage: round(sum(v) / len(v), 2) for stage, v in tile.items()},
    'phases_s': {
        'prepare': round(prepared - begin, 2),
        'tiles': round(tiled - prepared, 2),
        'web_archive': round(fused_web - tiled, 2),
        'value_archives': round(web - fused_web, 2),
        'mosaics_pictures_catalogue_seams': round(seams - web, 2),
        'site_manifest_checks': round(end - seams, 2),
    },
    'web_tiles': int(web_message.split('  ')[1].split(' ')[0].replace(',', '')),
    'sizes': {k: size(k) for k in ('cog', 'metadata', 'quicklook', 'pmtiles', 'manifest', 'mosaic', 'stac', 'site', 'maps')},
}, sys.stdout, indent=1)
print()
