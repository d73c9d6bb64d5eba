/*
 * The layers that can be shown: what their codes mean, their colours' limits, and which one is on the map.
 *
 * Inside the page every code has 16 bits: value = code * step + offset. Codes of 8 bits are the high byte of one, so that the fraction
 * which smoothing makes has a place in the low byte.
 */
'use strict';

Gam.layers = (() => {
  const NARROW_STEPS = 256;

  function describe(layer) {
    const { archive } = layer;
    const narrow = archive.bits === 8;
    const step = narrow ? archive.scale / NARROW_STEPS : archive.scale;
    const lowest = archive.offset;
    // The scale of 16 bits ends far above the greatest value; colours need not reach so far.
    const highest = narrow ? lowest + 255 * archive.scale : lowest + 65535 * step;
    return Object.freeze({
      ...layer,
      narrow,
      step,
      lowest,
      highest,
      limit: narrow ? Math.max(-lowest, highest) : Math.max(layer.range * 10, layer.range),
    });
  }

  const all = (window.GAM_CONFIG?.layers ?? []).map(describe);
  const find = (id) => all.find((layer) => layer.id === id);

  return {
    all,
    find,
    /** The layer on the map. */
    current: () => find(Gam.settings.get().layer) ?? all[0],
    /** A value with as many decimals as its step deserves, and its unit. */
    text(layer, value) {
      if (value === null || value === undefined) return 'no data';
      const decimals = layer.narrow ? 2 : Math.max(0, Math.min(4, Math.ceil(-Math.log10(layer.step))));
      return `${Gam.text.signed(value, decimals)} ${layer.unit}`.trim();
    },
  };
})();
