/* The key to the colours of a layer. */
Report.ramp = (layer) => Report.bytes(Report.data.ramps[layer.signed ? 'signed' : 'amounts']);

/** Fills an element with bar, numbers and name. */
Report.legend = (holder, layer) => {
  const canvas = Report.element('canvas', { width: 256, height: 1 });
  const ramp = Report.ramp(layer);
  const pixels = new ImageData(256, 1);
  for (let i = 0; i < 256; i++) pixels.data.set([ramp[3 * i], ramp[3 * i + 1], ramp[3 * i + 2], 255], 4 * i);
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  canvas.setAttribute('aria-hidden', 'true');
  const numbers = Report.element('div', { className: 'numbers' });
  for (let i = 0; i <= 4; i++) {
    numbers.append(Report.element('span', {}, Report.number(layer.low + ((layer.high - layer.low) * i) / 4)));
  }
  const name = layer.unit ? `${layer.name} (${layer.unit})` : layer.name;
  holder.replaceChildren(canvas, numbers, Report.element('div', { className: 'meaning' }, name));
};
