/* What is known of a place: the values of all layers, the statistics of its tile, its files, and where they come from. */
'use strict';

Gam.details = (() => {
  const COLUMNS = ['cells', 'min', 'max', 'mean', 'σ', 'median', 'MAD'];
  let tiles = null;

  function statistics() {
    const file = window.GAM_CONFIG.tiles;
    if (!file) return Promise.resolve({});
    tiles ??= fetch(`data/${file}`).then((answer) => {
      if (!answer.ok) throw new Error(`data/${file}: ${answer.status}`);
      return answer.json();
    });
    return tiles;
  }

  async function values(lng, lat) {
    const { element } = Gam.text;
    const shown = Gam.layers.current();
    const found = await Promise.all(Gam.layers.all.map(async (layer) =>
      [layer, Gam.codes.isOpen(layer) ? await Gam.codes.valueAt(layer, lng, lat) : null]));
    const rows = found.map(([layer, value]) =>
      [layer.title, element(layer === shown ? 'b' : 'span', {}, Gam.layers.text(layer, value))]);
    return { rows, any: found.some(([, value]) => value !== null) };
  }

  function tileTable(all) {
    const { element } = Gam.text;
    const known = Gam.layers.all.filter((layer) => all?.[layer.id]);
    if (!known.length) return [];
    const head = element('tr', {}, element('td'), ...known.map((l) => element('th', { scope: 'col' }, [l.title.split(' ')[0], l.unit].join(' '))));
    const body = COLUMNS.map((name, i) => element('tr', {}, element('th', { scope: 'row' }, name),
      ...known.map((layer) => element('td', {}, Gam.text.short(all[layer.id][i])))));
    return [element('table', { className: 'tile' }, head, ...body)];
  }

  /** The files of a tile beside this page; names without links where the site was published alone. */
  async function files(tile, any) {
    const { links } = window.GAM_CONFIG;
    if (!any || !links?.cog || !links?.sidecar) return [];
    const address = (pattern, layer) => new URL(pattern.replace('{tile}', tile).replace('{layer}', layer.id), document.baseURI);
    const served = await fetch(address(links.sidecar, Gam.layers.all[0]), { method: 'HEAD' }).then((r) => r.ok, () => false);
    const name = (url) => url.pathname.split('/').pop();
    const shown = Gam.layers.current();
    return [['Grid', links.cog], ['Metadata', links.sidecar]].map(([label, pattern]) => {
      const url = address(pattern, shown);
      return [label, served ? Gam.text.link(name(url), url.href) : name(url)];
    });
  }

  function provenance() {
    const { element, link } = Gam.text;
    const { sources, run } = window.GAM_CONFIG;
    const items = sources.map((s) => element('li', {}, link(s.title, s.url), s.licence ? ` · ${s.licence}` : ''));
    return element('details', {}, element('summary', {}, 'Where it comes from'),
      element('ul', {}, ...items), element('p', {}, `Run ${run.id}, GeoAnomalyMapper ${run.version}`));
  }

  return {
    provenance,

    async inspect(map, lngLat, focus = false) {
      const { element } = Gam.text;
      const { lng, lat } = lngLat.wrap();
      const { rows, any } = await values(lng, lat);
      const tile = Gam.text.tileId(lng, lat);
      const known = (await statistics())[tile];
      const parts = [element('h3', {}, Gam.text.place(lng, lat)), Gam.readout.table(rows)];
      if (window.GAM_CONFIG.tiles) parts.push(element('h4', {}, `Tile ${tile}`), ...tileTable(known));
      parts.push(Gam.readout.table(await files(tile, any)), provenance());
      Gam.readout.open(map, lngLat, element('div', { className: 'popup' }, ...parts), { focus });
    },
  };
})();
