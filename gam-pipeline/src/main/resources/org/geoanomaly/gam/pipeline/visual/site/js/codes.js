/*
 * Tiles as codes. An archive holds PNGs: grey levels of 8 bits with alpha 0 where there is no data, or red and green as the two bytes of a
 * code of 16 bits with blue 255 where there is none. The map and the read-out share one small cache of decoded tiles.
 *
 * MapLibre sees codes as an elevation model through the protocol `gam://`:
 *   gam://index/LAYER/z/x/y   red and green = code, blue = 255 where there is no data: far above every value, where the ramp is transparent
 *   gam://shade/LAYER/z/x/y   codes smoothed for the hill-shading (shade.js), without the flag
 * A missing tile is answered with an empty one; left unanswered, MapLibre asks for ever.
 */
'use strict';

Gam.codes = (() => {
  const SIZE = 256;
  const CACHE_TILES = 192;
  const NO_DATA = -1;
  const cache = new Map();
  const archives = new Map();

  async function pixels(png) {
    const blob = new Blob([png], { type: 'image/png' });
    const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
    const context = new OffscreenCanvas(SIZE, SIZE).getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    return context.getImageData(0, 0, SIZE, SIZE).data;
  }

  /** Codes of 16 bits, row by row from the north-west; −1 for no data. */
  function decode(rgba, narrow) {
    const codes = new Int32Array(SIZE * SIZE);
    for (let i = 0, at = 0; i < codes.length; i++, at += 4) {
      if (narrow) codes[i] = rgba[at + 3] < 128 ? NO_DATA : rgba[at] << 8;
      else codes[i] = rgba[at + 2] >= 128 ? NO_DATA : (rgba[at] << 8) | rgba[at + 1];
    }
    return codes;
  }

  async function load(layer, z, x, y) {
    const found = await archives.get(layer.id).getZxy(z, x, y);
    return found ? decode(await pixels(found.data), layer.narrow) : null;
  }

  /** The codes of a tile, or null if the archive does not have it. */
  function tile(layer, z, x, y) {
    const key = `${layer.id}/${z}/${x}/${y}`;
    let codes = cache.get(key);
    if (codes) {
      cache.delete(key);
    } else {
      codes = load(layer, z, x, y);
      codes.catch(() => cache.delete(key));
    }
    cache.set(key, codes);
    if (cache.size > CACHE_TILES) cache.delete(cache.keys().next().value);
    return codes;
  }

  /** MapLibre stretches the outermost rows over the poles: they are told as no data, so that nothing is invented there. */
  function paint(out, codes, z, y) {
    const first = y === 0;
    const last = y === 2 ** z - 1;
    for (let i = 0, at = 0; at < out.length; i++, at += 4) {
      const row = i >> 8;
      const polar = (first && row === 0) || (last && row === SIZE - 1);
      const code = polar || !codes ? NO_DATA : codes[i];
      out[at] = code < 0 ? 0 : code >> 8;
      out[at + 1] = code < 0 ? 0 : code & 255;
      out[at + 2] = code < 0 ? 255 : 0;
      out[at + 3] = 255;
    }
  }

  async function answer(request) {
    const [, kind, id, ...numbers] = request.url.match(/^gam:\/\/(\w+)\/([^/]+)\/(\d+)\/(\d+)\/(\d+)$/);
    const [z, x, y] = numbers.map(Number);
    const layer = Gam.layers.find(decodeURIComponent(id));
    const picture = new ImageData(SIZE, SIZE);
    if (kind === 'shade') await Gam.shade.paint(picture.data, (...at) => tile(layer, ...at), z, x, y);
    else paint(picture.data, await tile(layer, z, x, y), z, y);
    return { data: await createImageBitmap(picture) };
  }

  /** Where a place lies in the tiles of a zoom, or null beyond the edge of the Mercator square. */
  function locate(lon, lat, z) {
    const tiles = 2 ** z;
    const phi = (lat * Math.PI) / 180;
    const x = ((((lon + 180) / 360) % 1) + 1) % 1 * tiles;
    const y = ((1 - Math.asinh(Math.tan(phi)) / Math.PI) / 2) * tiles;
    return y >= 0 && y < tiles ? { x, y } : null;
  }

  /** The value of a layer at a place from its deepest zoom, or null where there is no data. */
  async function valueAt(layer, lon, lat) {
    const zoom = layer.archive.max_zoom;
    const at = locate(lon, lat, zoom);
    if (!at) return null;
    const codes = await tile(layer, zoom, Math.floor(at.x), Math.floor(at.y));
    if (!codes) return null;
    const code = codes[Math.floor((at.y % 1) * SIZE) * SIZE + Math.floor((at.x % 1) * SIZE)];
    return code < 0 ? null : code * layer.step + layer.lowest;
  }

  return {
    valueAt,

    /** Opens the archive of a layer: an address, or a File that the visitor chose. */
    open(layer, source) {
      archives.set(layer.id, new pmtiles.PMTiles(source instanceof File ? new pmtiles.FileSource(source) : source));
    },

    isOpen: (layer) => archives.has(layer.id),

    register: () => maplibregl.addProtocol('gam', answer),
  };
})();

window.gamValue = (lon, lat, id) => Gam.codes.valueAt(id ? Gam.layers.find(id) : Gam.layers.current(), lon, lat);
