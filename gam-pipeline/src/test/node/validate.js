// Usage: node validate.js SCHEMA_DIR FILE...   Exit code 0 if every file is a valid STAC object.
// All schemas come from SCHEMA_DIR; an attempt to reach the network fails the run.
const path = require('path');
const axios = require('axios');

axios.get = url => Promise.reject(new Error(`no local schema for ${url}`));

const [schemaDir, ...files] = process.argv.slice(2);
const core = 'https://schemas.stacspec.org/v1.1.0/';
const extension = (name, version) => [
  `https://stac-extensions.github.io/${name}/v${version}/schema.json`,
  `${name}-v${version}.json`
];
const map = new Map([
  extension('file', '2.1.0'),
  extension('processing', '1.2.0'),
  extension('projection', '2.0.0'),
  extension('raster', '2.0.0'),
  extension('version', '1.2.0'),
  ['https://geojson.org/schema/Feature.json', 'geojson/Feature.json'],
  ['https://geojson.org/schema/Geometry.json', 'geojson/Geometry.json'],
  ['https://proj.org/schemas/v0.7/projjson.schema.json', 'projjson-not-used.json']
]);
for (const name of ['catalog', 'collection', 'item']) {
  map.set(`${core}${name}-spec/json-schema/${name}.json`, `stac/${name}-spec/json-schema/${name}.json`);
}
for (const name of ['bands', 'basics', 'common', 'data-values', 'datetime', 'instrument', 'licensing', 'provider']) {
  map.set(`${core}item-spec/json-schema/${name}.json`, `stac/item-spec/json-schema/${name}.json`);
}
const schemaMap = [...map].map(([url, file]) => `${url}=${path.join(schemaDir, file)}`);

require('stac-node-validator')({files, schemaMap, verbose: true});
