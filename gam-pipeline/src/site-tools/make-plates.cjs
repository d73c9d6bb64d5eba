// Makes the viewer's plate boundaries from PB2002 (P. Bird 2003) as digitised by H. Ahlenius, Nordpil, ODC-BY 1.0:
//   https://raw.githubusercontent.com/fraxen/tectonicplates/339b0c56563c118307b1f4542703047f5f698fae/GeoJSON/PB2002_boundaries.json
//   node make-plates.cjs PB2002_boundaries.json OUT_FOLDER
// Coordinates are rounded to 0.01°, by which no point moves more than 0.8 km; no point is left out. The source cuts lines at ±180°.
const fs = require('fs');
const path = require('path');

const round = (v) => Math.round(v * 100) / 100;

const [source, folder] = process.argv.slice(2);
const lines = JSON.parse(fs.readFileSync(source, 'utf8')).features.map(({ geometry }) => {
  const points = geometry.coordinates.map((p) => p.map(round));
  points.slice(1).forEach(([lon], i) => {
    if (Math.abs(lon - points[i][0]) > 180) throw new Error(`a line crosses the antimeridian at latitude ${points[i][1]}`);
  });
  return points.filter((p, i) => i === 0 || p[0] !== points[i - 1][0] || p[1] !== points[i - 1][1]);
});
const geometry = { type: 'MultiLineString', coordinates: lines.filter((line) => line.length > 1) };
const text = `(window.GAM_LINES ??= {})['plates'] = ${JSON.stringify({ type: 'Feature', properties: {}, geometry })};\n`;
fs.writeFileSync(path.join(folder, 'plates.js'), text);
