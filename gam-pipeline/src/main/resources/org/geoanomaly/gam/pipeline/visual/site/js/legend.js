/* The colour bar, with arrow ends: values beyond the range take the last colour. */
'use strict';

Gam.legend = (() => {
  const ARROW = 14;

  function outline(context, width, height) {
    context.beginPath();
    context.moveTo(0, height / 2);
    context.lineTo(ARROW, 0);
    context.lineTo(width - ARROW, 0);
    context.lineTo(width, height / 2);
    context.lineTo(width - ARROW, height);
    context.lineTo(ARROW, height);
    context.closePath();
  }

  function draw(settings) {
    const canvas = document.getElementById('legend-bar');
    const { width, height } = canvas;
    const context = canvas.getContext('2d');
    context.clearRect(0, 0, width, height);
    context.save();
    outline(context, width, height);
    context.clip();
    for (let x = 0; x < width; x++) {
      const value = (((x - ARROW) / (width - 2 * ARROW)) * 2 - 1) * settings.range;
      context.fillStyle = Math.abs(value) < settings.threshold ? Gam.ramp.NEUTRAL : Gam.ramp.color(value, settings);
      context.fillRect(x, 0, 1, height);
    }
    context.restore();
    outline(context, width, height);
    context.strokeStyle = 'rgba(60,72,82,0.8)';
    context.lineWidth = 1.5;
    context.stroke();
    ticks(settings.range);
    document.getElementById('legend-text').textContent = Gam.layers.current().legend;
  }

  function ticks(range) {
    const labels = [-1, -0.5, 0, 0.5, 1].map((part) => {
      const value = part * range;
      const sign = part === -1 ? '≤ ' : part === 1 ? '≥ +' : value > 0 ? '+' : '';
      return Gam.text.element('span', {}, sign + Gam.text.short(value));
    });
    document.getElementById('legend-ticks').replaceChildren(...labels);
  }

  return { start: () => Gam.settings.follow(draw) };
})();
