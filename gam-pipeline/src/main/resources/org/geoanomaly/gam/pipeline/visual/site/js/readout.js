/* The value under the pointer, or at the centre for those who use the keyboard, and the popup that both share. */
'use strict';

Gam.readout = (() => {
  let latest = 0;
  let popup = null;
  const byId = (id) => document.getElementById(id);

  async function show(lngLat) {
    const mine = ++latest;
    const { lng, lat } = lngLat.wrap();
    const layer = Gam.layers.current();
    byId('readout-place').textContent = Gam.text.place(lng, lat);
    const value = await Gam.codes.valueAt(layer, lng, lat);
    if (mine !== latest) return null;
    const text = Gam.layers.text(layer, value);
    byId('readout-value').textContent = text;
    return `${layer.title}: ${text} at ${Gam.text.place(lng, lat)}`;
  }

  function table(rows) {
    const { element } = Gam.text;
    return element('table', {}, ...rows.map(([name, value]) => element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, value))));
  }

  function close() {
    popup?.remove();
    popup = null;
  }

  /** Moves the map until the popup is clear of the panel and of the page's edges. */
  function clear(map) {
    const gap = 8;
    const top = byId('notices').getBoundingClientRect().bottom + gap;
    const box = popup.getElement().getBoundingClientRect();
    const panel = byId('panel').getBoundingClientRect();
    const beside = panel.width > 0 && panel.width < innerWidth / 2;
    const shift = (low, high, from, to) => (low < from ? from - low : Math.min(0, to - high));
    const x = shift(box.left, box.right, beside ? panel.right + gap : gap, innerWidth - gap);
    const y = shift(box.top, box.bottom, top, innerHeight - gap);
    if (!x && !y) return;
    // The popup stays on its side of the place, or it would jump back over the panel.
    popup.options.anchor = [...popup.getElement().classList].join(' ').match(/popup-anchor-(\S+)/)[1];
    map.panBy([-x, -y], { duration: 300 });
  }

  function open(map, lngLat, content, { focus = false, onClose = () => {} } = {}) {
    close();
    popup = new maplibregl.Popup({ maxWidth: 'min(400px, calc(100vw - 24px))', focusAfterOpen: focus })
      .setLngLat(lngLat)
      .setDOMContent(content)
      .addTo(map);
    popup.on('close', () => {
      onClose();
      if (focus) map.getCanvas().focus({ focusVisible: true });
    });
    const opened = popup;
    // Opened parts make it wider.
    content.querySelector('details')?.addEventListener('toggle', () => popup === opened && !focus && clear(map));
    // Whoever uses the keyboard reads below the cross, which stays.
    if (focus) return;
    if (map.isMoving()) map.once('moveend', () => popup === opened && clear(map));
    else clear(map);
  }

  /** Arrow keys move the map under a cross; what lies there is read out. */
  function followKeyboard(map) {
    const canvas = map.getCanvas();
    const cross = byId('cross');
    const byKeys = () => canvas.matches(':focus-visible');
    const read = () => {
      if (!byKeys()) return;
      show(map.getCenter()).then((text) => text && (byId('announce').textContent = text)).catch(Gam.errors.record);
    };
    canvas.addEventListener('focus', () => {
      cross.hidden = !byKeys();
      read();
    });
    canvas.addEventListener('blur', () => (cross.hidden = true));
    map.on('moveend', read);
    canvas.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') Gam.details.inspect(map, map.getCenter(), true).catch(Gam.errors.record);
    });
    document.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  }

  return {
    open,
    close,
    table,

    start(map) {
      map.on('mousemove', (event) => show(event.lngLat).catch(Gam.errors.record));
      map.on('mouseout', () => {
        latest++;
        byId('readout-value').textContent = '–';
      });
      map.on('click', (event) => {
        if (!Gam.places.openAt(map, event.point)) Gam.details.inspect(map, event.lngLat).catch(Gam.errors.record);
      });
      followKeyboard(map);
    },
  };
})();
