/* Values to colours: the configured ramp, spread over ± the chosen range, neutral below the threshold. */
'use strict';

Gam.ramp = (() => {
  const NEUTRAL = '#eceff2';
  const NO_DATA = 'rgba(0,0,0,0)';
  const channels = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
  const colors = (window.GAM_CONFIG?.ramp ?? []).map(channels);

  /** The CSS colour of a value, clamped at ± range. */
  function color(value, range) {
    const at = Math.min(1, Math.max(0, (value / range + 1) / 2)) * (colors.length - 1);
    const low = Math.min(colors.length - 2, Math.floor(at));
    const mixed = colors[low].map((c, i) => Math.round(c + (colors[low + 1][i] - c) * (at - low)));
    return `rgb(${mixed.join(',')})`;
  }

  /** Values at which the colour changes its slope, ascending, within what codes can say. */
  function knots(range, threshold) {
    const { min, max } = Gam.codes;
    const all = new Set([min, max]);
    colors.forEach((_, i) => all.add(-range + (2 * range * i) / (colors.length - 1)));
    return [...all].filter((v) => v >= min && v <= max && Math.abs(v) >= threshold).sort((a, b) => a - b);
  }

  /**
   * The `color-relief-color` expression. Elevations are packed modulo 256 steps, so no stop may lie far beyond the last code; everything
   * from the last stop on, half a step above the last code, is no data.
   */
  function expression({ range, threshold }) {
    const step = (Gam.codes.max - Gam.codes.min) / 255;
    const stops = [];
    const colored = knots(range, threshold).map((v) => [v, color(v, range)]);
    if (threshold > 0) {
      const edge = step / 4;
      stops.push(...colored.filter(([v]) => v < -threshold - edge));
      stops.push([-threshold - edge, color(-threshold, range)], [-threshold, NEUTRAL], [threshold, NEUTRAL]);
      if (threshold + edge < Gam.codes.max) stops.push([threshold + edge, color(threshold, range)]);
      stops.push(...colored.filter(([v]) => v > threshold + edge));
    } else {
      stops.push(...colored);
    }
    const inside = stops.filter(([v]) => v >= Gam.codes.min && v <= Gam.codes.max);
    return ['interpolate', ['linear'], ['elevation'], ...inside.flat(), Gam.codes.max + 0.02, NO_DATA];
  }

  /** Covers no data only: shading draws cliffs around holes. */
  function holes() {
    const { max } = Gam.codes;
    return ['interpolate', ['linear'], ['elevation'], max, NO_DATA, max + 0.02, 'rgba(214,220,225,0.9)'];
  }

  return { NEUTRAL, color, expression, holes };
})();
