/* The value under the pointer, and a popup with value, tile and files at a click. */
'use strict';

Gam.readout = (() => {
  let latest = 0;
  let popup = null;
  const unit = window.GAM_CONFIG?.archive.unit_label ?? '';
  const valueText = (value) => (value === null ? 'no data' : `${Gam.text.value(value)} ${unit}`);

  async function show(lngLat) {
    const mine = ++latest;
    const { lng, lat } = lngLat.wrap();
    document.getElementById('readout-place').textContent = Gam.text.place(lng, lat);
    const value = await Gam.codes.valueAt(lng, lat);
    if (mine === latest) document.getElementById('readout-value').textContent = valueText(value);
  }

  /** The files of a tile beside this page; without links where the site was published alone. */
  async function files(tile, products, hasData) {
    if (!hasData || !products) return [];
    const sidecar = new URL(products.sidecar.replace('{tile}', tile), document.baseURI);
    const cog = new URL(products.cog.replace('{tile}', tile), document.baseURI);
    const served = await fetch(sidecar, { method: 'HEAD' }).then((r) => r.ok, () => false);
    const name = (url) => url.pathname.split('/').pop();
    const entry = (label, url) => [label, served ? Gam.text.link(name(url), url.href) : name(url)];
    return [entry('Grid', cog), entry('Metadata', sidecar)];
  }

  function table(rows) {
    const { element } = Gam.text;
    return element('table', {}, ...rows.map(([name, value]) => element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, value))));
  }

  function open(map, lngLat, content) {
    popup?.remove();
    popup = new maplibregl.Popup({ maxWidth: '300px', focusAfterOpen: false }).setLngLat(lngLat).setDOMContent(content).addTo(map);
  }

  async function inspect(map, lngLat) {
    const { lng, lat } = lngLat.wrap();
    const value = await Gam.codes.valueAt(lng, lat);
    const tile = Gam.text.tileId(lng, lat);
    const rows = [['Position', Gam.text.place(lng, lat)], ['Tile', tile]];
    rows.push(...(await files(tile, window.GAM_CONFIG.products, value !== null)));
    open(map, lngLat, Gam.text.element('div', { className: 'popup' }, Gam.text.element('h3', {}, valueText(value)), table(rows)));
  }

  return {
    open,
    table,

    start(map) {
      map.on('mousemove', (event) => show(event.lngLat).catch(Gam.errors.record));
      map.on('mouseout', () => {
        latest++;
        document.getElementById('readout-value').textContent = '–';
      });
      map.on('click', (event) => {
        if (!Gam.places.openAt(map, event.point)) inspect(map, event.lngLat).catch(Gam.errors.record);
      });
      map.getCanvas().addEventListener('keydown', (event) => {
        if (event.key === 'Enter') inspect(map, map.getCenter()).catch(Gam.errors.record);
        if (event.key === 'Escape') popup?.remove();
      });
    },
  };
})();
