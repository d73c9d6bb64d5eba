/* The colour bar, with arrow ends: values beyond the range take the last colour. */
'use strict';

Gam.legend = (() => {
  const ARROW = 14;

  function draw({ range, threshold }) {
    const canvas = document.getElementById('legend-bar');
    const { width, height } = canvas;
    const context = canvas.getContext('2d');
    context.clearRect(0, 0, width, height);
    context.save();
    context.beginPath();
    context.moveTo(0, height / 2);
    context.lineTo(ARROW, 0);
    context.lineTo(width - ARROW, 0);
    context.lineTo(width, height / 2);
    context.lineTo(width - ARROW, height);
    context.lineTo(ARROW, height);
    context.closePath();
    context.clip();
    for (let x = 0; x < width; x++) {
      const value = (((x - ARROW) / (width - 2 * ARROW)) * 2 - 1) * range;
      context.fillStyle = Math.abs(value) < threshold ? Gam.ramp.NEUTRAL : Gam.ramp.color(value, range);
      context.fillRect(x, 0, 1, height);
    }
    context.restore();
    ticks(range);
  }

  function ticks(range) {
    const labels = [-1, -0.5, 0, 0.5, 1].map((part) => {
      const value = part * range;
      const sign = part === -1 ? '≤ ' : part === 1 ? '≥ +' : value > 0 ? '+' : '';
      return Gam.text.element('span', {}, sign + Gam.text.short(value));
    });
    document.getElementById('legend-ticks').replaceChildren(...labels);
  }

  return {
    start() {
      document.getElementById('legend-text').textContent = window.GAM_CONFIG.about.legend;
      Gam.settings.follow(draw);
    },
  };
})();
