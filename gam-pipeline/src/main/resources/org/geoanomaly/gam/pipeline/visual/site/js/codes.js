/*
 * Tiles as 8-bit codes. The archive holds grey PNGs whose grey level is a code (value = code * scale + offset) and whose alpha is 0 where
 * there is no data. The map and the read-out share one small cache of decoded tiles.
 *
 * MapLibre sees the codes as an elevation model through the protocol `gam://`:
 *   gam://index/z/x/y   red = code, green = 255 where there is no data: far above every value, where the colour ramp is transparent
 *   gam://shade/z/x/y   codes smoothed for the hill-shading (shade.js), without the flag
 * A missing tile is answered with an empty one; left unanswered, MapLibre asks for ever.
 */
'use strict';

Gam.codes = (() => {
  const SIZE = 256;
  const CACHE_TILES = 256;
  const config = window.GAM_CONFIG?.archive ?? {};
  const cache = new Map();
  let archive = null;

  async function decode(png) {
    const blob = new Blob([png], { type: 'image/png' });
    const bitmap = await createImageBitmap(blob, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
    const context = new OffscreenCanvas(SIZE, SIZE).getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    bitmap.close();
    return context.getImageData(0, 0, SIZE, SIZE).data;
  }

  async function load(z, x, y) {
    const tile = await archive.getZxy(z, x, y);
    return tile ? decode(tile.data) : null;
  }

  /** RGBA bytes of a tile, or null if the archive does not have it. */
  function tile(z, x, y) {
    const key = `${z}/${x}/${y}`;
    let pixels = cache.get(key);
    if (pixels) {
      cache.delete(key);
    } else {
      pixels = load(z, x, y);
      pixels.catch(() => cache.delete(key));
    }
    cache.set(key, pixels);
    if (cache.size > CACHE_TILES) cache.delete(cache.keys().next().value);
    return pixels;
  }

  /** MapLibre stretches the outermost rows over the poles: they are told as no data, so that nothing is invented there. */
  function paint(out, pixels, z, y) {
    const first = y === 0;
    const last = y === 2 ** z - 1;
    for (let i = 0; i < out.length; i += 4) {
      const row = i >> 10;
      const polar = (first && row === 0) || (last && row === SIZE - 1);
      const empty = polar || !pixels || pixels[i + 3] < 128;
      out[i] = empty ? 0 : pixels[i];
      out[i + 1] = empty ? 255 : 0;
      out[i + 3] = 255;
    }
  }

  async function answer(request) {
    const [, kind, ...numbers] = request.url.match(/^gam:\/\/(\w+)\/(\d+)\/(\d+)\/(\d+)$/);
    const [z, x, y] = numbers.map(Number);
    const picture = new ImageData(SIZE, SIZE);
    if (kind === 'shade') await Gam.shade.paint(picture.data, tile, z, x, y);
    else paint(picture.data, await tile(z, x, y), z, y);
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

  /** The value at a place from the deepest zoom, or null where there is no data. */
  async function valueAt(lon, lat) {
    const at = locate(lon, lat, config.max_zoom);
    if (!at) return null;
    const pixels = await tile(config.max_zoom, Math.floor(at.x), Math.floor(at.y));
    if (!pixels) return null;
    const column = Math.floor((at.x % 1) * SIZE);
    const row = Math.floor((at.y % 1) * SIZE);
    const i = (row * SIZE + column) * 4;
    return pixels[i + 3] < 128 ? null : pixels[i] * config.scale + config.offset;
  }

  return {
    min: config.offset,
    max: config.offset + 255 * config.scale,
    valueAt,

    /** Opens the archive: an address, or a File that the visitor chose. */
    open(source) {
      archive = new pmtiles.PMTiles(source instanceof File ? new pmtiles.FileSource(source) : source);
      cache.clear();
    },

    register: () => maplibregl.addProtocol('gam', answer),
  };
})();

window.gamValue = (lon, lat) => Gam.codes.valueAt(lon, lat);
