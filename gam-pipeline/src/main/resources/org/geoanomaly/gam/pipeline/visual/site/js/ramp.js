/* Values to colours: the chosen colour map, spread over ± the chosen range, neutral below the threshold. */
'use strict';

Gam.ramp = (() => {
  const NEUTRAL = '#eceff2';
  const NO_DATA = 'rgba(0,0,0,0)';
  const channels = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const ramps = Object.fromEntries(
    Object.entries(window.GAM_CONFIG?.ramps ?? {}).map(([name, colors]) => [name, colors.map(channels)]));

  /** The CSS colour of a value, clamped at ± range. */
  function color(value, { range, colors }) {
    const ramp = ramps[colors];
    const at = Math.min(1, Math.max(0, (value / range + 1) / 2)) * (ramp.length - 1);
    const low = Math.min(ramp.length - 2, Math.floor(at));
    const mixed = ramp[low].map((c, i) => Math.round(c + (ramp[low + 1][i] - c) * (at - low)));
    return `rgb(${mixed.join(',')})`;
  }

  /** Values at which the colour changes its slope, ascending, within what codes can say. */
  function knots(layer, { range, threshold, colors }) {
    const count = ramps[colors].length;
    const all = new Set([layer.lowest, layer.highest]);
    for (let i = 0; i < count; i++) all.add(-range + (2 * range * i) / (count - 1));
    return [...all]
      .filter((v) => v >= layer.lowest && v <= layer.highest && Math.abs(v) >= threshold)
      .sort((a, b) => a - b);
  }

  /** Stops must differ by a code, or MapLibre divides by zero. */
  function apart(stops, step) {
    return stops.filter(([v], i) => i === 0 || v - stops[i - 1][0] > step);
  }

  /**
   * The `color-relief-color` expression. MapLibre packs the values of stops like codes: none may lie beyond what a code with its flag can
   * say. Everything from the last stop on, two steps above the last code, is no data.
   */
  function expression(layer, settings) {
    const { threshold } = settings;
    const edge = Math.max(layer.step * 2, (layer.highest - layer.lowest) / 2e4);
    const colored = knots(layer, settings).map((v) => [v, color(v, settings)]);
    let stops = colored;
    if (threshold > 0) {
      stops = [
        ...colored.filter(([v]) => v < -threshold - edge),
        [-threshold - edge, color(-threshold, settings)], [-threshold, NEUTRAL],
        [threshold, NEUTRAL], [threshold + edge, color(threshold, settings)],
        ...colored.filter(([v]) => v > threshold + edge),
      ].filter(([v]) => v >= layer.lowest && v <= layer.highest);
    }
    return ['interpolate', ['linear'], ['elevation'], ...apart(stops, layer.step).flat(), layer.highest + 2 * layer.step, NO_DATA];
  }

  /** Covers no data only: shading draws cliffs around holes. */
  function holes(layer) {
    const { highest, step } = layer;
    return ['interpolate', ['linear'], ['elevation'], highest, NO_DATA, highest + 2 * step, 'rgba(214,220,225,0.6)'];
  }

  return { NEUTRAL, names: Object.keys(ramps), color, expression, holes };
})();
