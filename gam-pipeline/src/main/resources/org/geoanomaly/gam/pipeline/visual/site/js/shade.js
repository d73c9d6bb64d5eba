/*
 * Codes smoothed for hill-shading. A code is a step, and shading a staircase draws every stair: the codes are averaged over a few pixels,
 * across the edges of tiles and leaving out no-data.
 */
'use strict';

Gam.shade = (() => {
  const SIZE = 256;
  /** Two box means of this radius make a triangle that reaches twice as far. */
  const RADIUS = 3;
  const MARGIN = 2 * RADIUS;
  const WIDTH = SIZE + 2 * MARGIN;
  const MIDDLE_CODE = 32768;

  /** Codes and weights of a tile with a margin from its eight neighbours. */
  async function gather(tile, z, x, y) {
    const count = 2 ** z;
    const codes = new Float32Array(WIDTH * WIDTH);
    const weights = new Float32Array(WIDTH * WIDTH);
    const near = [-1, 0, 1];
    await Promise.all(near.flatMap((dy) => near.map(async (dx) => {
      if (y + dy < 0 || y + dy >= count) return;
      const found = await tile(z, (x + dx + count) % count, y + dy);
      if (found) copy(found, dx * SIZE + MARGIN, dy * SIZE + MARGIN, codes, weights);
    })));
    return { codes, weights };
  }

  function copy(found, left, top, codes, weights) {
    for (let row = Math.max(0, -top); row < SIZE && row + top < WIDTH; row++) {
      for (let column = Math.max(0, -left); column < SIZE && column + left < WIDTH; column++) {
        const code = found[row * SIZE + column];
        const to = (row + top) * WIDTH + column + left;
        codes[to] = Math.max(0, code);
        weights[to] = code >= 0 ? 1 : 0;
      }
    }
  }

  /** A running sum of 2 RADIUS + 1 values along rows (step 1) or columns (step WIDTH); nothing lies beyond the ends. */
  function box(values, step, across) {
    const out = new Float32Array(values.length);
    for (let line = 0; line < WIDTH; line++) {
      const start = line * across;
      let sum = 0;
      for (let i = 0; i < WIDTH + RADIUS; i++) {
        if (i < WIDTH) sum += values[start + i * step];
        if (i > 2 * RADIUS) sum -= values[start + (i - 2 * RADIUS - 1) * step];
        if (i >= RADIUS) out[start + (i - RADIUS) * step] = sum;
      }
    }
    return out;
  }

  function smooth(values) {
    let result = values;
    for (let pass = 0; pass < 2; pass++) result = box(box(result, 1, WIDTH), WIDTH, 1);
    return result;
  }

  return {
    /** Paints a tile; `tile(z, x, y)` gives the codes of any. */
    async paint(out, tile, z, x, y) {
      const { codes, weights } = await gather(tile, z, x, y);
      const sums = smooth(codes);
      const norms = smooth(weights);
      for (let row = 0, i = 0; row < SIZE; row++) {
        for (let column = 0; column < SIZE; column++, i += 4) {
          const at = (row + MARGIN) * WIDTH + column + MARGIN;
          const code = norms[at] > 0.5 ? sums[at] / norms[at] : MIDDLE_CODE;
          out[i] = code >> 8;
          out[i + 1] = code & 255;
          out[i + 3] = 255;
        }
      }
    },
  };
})();
