// Makes the viewer's coastlines and borders from npm world-atlas 2.0.2 (Natural Earth, public domain):
//   npm install world-atlas@2.0.2 topojson-client@3.1.0 && node make-lines.cjs OUT_FOLDER
// Coordinates are rounded to 0.01°, the artificial cuts along ±180° and the south pole are dropped, and no line crosses ±180°.
const fs = require('fs');
const path = require('path');
const topojson = require('topojson-client');

const round = (v) => Math.round(v * 100) / 100;
const onCut = (p) => Math.abs(p[0]) >= 179.99 || p[1] <= -89.9;

/** Splits a line where it runs along a cut or jumps over the antimeridian. */
function split(line) {
  const parts = [];
  let part = [];
  const finish = () => {
    if (part.length > 1) parts.push(part);
    part = [];
  };
  line.map((p) => p.map(round)).forEach((p, i, points) => {
    const last = points[i - 1];
    if (i > 0 && last[0] === p[0] && last[1] === p[1]) return;
    if (i > 0 && ((onCut(last) && onCut(p)) || Math.abs(last[0] - p[0]) > 180)) finish();
    part.push(p);
  });
  finish();
  return parts;
}

function write(folder, name, mesh) {
  const geometry = { type: 'MultiLineString', coordinates: mesh.coordinates.flatMap(split) };
  const text = `(window.GAM_LINES ??= {})['${name}'] = ${JSON.stringify({ type: 'Feature', properties: {}, geometry })};\n`;
  fs.writeFileSync(path.join(folder, `${name}.js`), text);
}

const folder = process.argv[2];
for (const scale of ['110m', '50m']) {
  const atlas = require(`world-atlas/countries-${scale}.json`);
  write(folder, `coast-${scale}`, topojson.mesh(atlas, atlas.objects.land));
  write(folder, `borders-${scale}`, topojson.mesh(atlas, atlas.objects.countries, (a, b) => a !== b));
}
