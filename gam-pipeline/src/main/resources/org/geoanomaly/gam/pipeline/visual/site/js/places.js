/* The list of places to go to: detected anomalies with their filters if the product has them, else the strongest cells of the index. */
'use strict';

Gam.places = (() => {
  const LISTED = 100;
  /** Okabe and Ito's palette: told apart with any colour vision. */
  const PALETTE = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8a6d00', '#5b6770'];
  const ORDERS = {
    confidence: (p) => p.confidence,
    score: (p) => Math.abs(p.score ?? 0),
    depth: (p) => -(p.depth ?? Infinity),
  };
  const colorOf = new Map();
  let anomalies = [];

  const byId = (id) => document.getElementById(id);
  const words = (type) => String(type).replaceAll('_', ' ');
  const percent = (v) => `${Math.round(v * 100)} %`;
  const collection = (features) => ({ type: 'FeatureCollection', features });
  const dot = (type) => {
    const element = Gam.text.element('i', { className: 'dot' });
    element.style.background = colorOf.get(type) ?? '#5b6770';
    return element;
  };

  function flyTo(map, center) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.flyTo({ center, zoom: Math.max(4.5, map.getZoom()), duration: still ? 0 : 1400 });
  }

  function entry(mark, name, where, value, chosen) {
    const { element } = Gam.text;
    const button = element('button', { type: 'button' }, ...mark, element('span', {}, name, element('small', {}, where)), element('b', {}, value));
    button.addEventListener('click', chosen);
    return element('li', {}, button);
  }

  function showCells(map, cells) {
    byId('places').hidden = cells.length === 0;
    byId('places-title').textContent = 'Strongest cells';
    const entries = cells.map((cell, i) =>
      entry([], `${i + 1}`, Gam.text.place(cell.lon, cell.lat), Gam.text.signed(cell.value), () => flyTo(map, [cell.lon, cell.lat])));
    byId('places-list').replaceChildren(...entries);
  }

  const km = (metres) => `${Gam.text.short(metres / 1000)} km`;

  function facts(feature) {
    const p = feature.properties;
    const rows = [['Type', words(p.anomaly_type)], ['Confidence', percent(p.confidence)]];
    const add = (name, value, text) => Number.isFinite(value) && rows.push([name, text(value)]);
    add('Score', p.score, Gam.text.signed);
    add('Depth', p.depth, km);
    if (Number.isFinite(p.depth_min) && Number.isFinite(p.depth_max)) {
      rows.push(['From – to', `${Gam.text.short(p.depth_min / 1000)} – ${km(p.depth_max)} deep`]);
    }
    add('Extent', p.extent_m, km);
    add('Volume', p.volume_m3, (v) => `${Gam.text.short(v / 1e9)} km³`);
    rows.push(['Position', Gam.text.place(...feature.geometry.coordinates)]);
    return rows;
  }

  /** A bar to the right for what speaks for the anomaly, to the left for what speaks against it. */
  function contributions(p) {
    const { element } = Gam.text;
    const parts = Object.entries(p)
      .filter(([key, value]) => key.startsWith('contribution_') && Number.isFinite(value))
      .map(([key, value]) => [words(key.slice(13)), value]);
    if (!parts.length) return [];
    const top = Math.max(...parts.map(([, value]) => Math.abs(value))) || 1;
    const rows = parts.map(([name, value]) => {
      const bar = element('i', { className: value < 0 ? 'against' : 'for' });
      bar.style.width = `${(Math.abs(value) / top) * 50}%`;
      return element('tr', {}, element('th', { scope: 'row' }, name), element('td', { className: 'bar' }, bar),
        element('td', {}, Gam.text.signed(value)));
    });
    return [element('h4', {}, 'What it rests on'), element('table', { className: 'bars' }, ...rows)];
  }

  function openAnomaly(map, feature, focus = false) {
    const { element } = Gam.text;
    const p = feature.properties;
    const title = element('h3', {}, dot(p.anomaly_type), String(p.anomaly_id));
    const content = element('div', { className: 'popup' }, title, Gam.readout.table(facts(feature)), ...contributions(p), Gam.details.provenance());
    Gam.readout.open(map, feature.geometry.coordinates, content, { focus, onClose: () => map.getSource('chosen').setData(collection([])) });
    map.getSource('chosen').setData(collection([feature]));
  }

  function accepted({ confidence, depth }) {
    const without = Gam.settings.withoutType();
    return ({ properties: p }) =>
      p.confidence >= confidence && !without.includes(p.anomaly_type) && !(depth > 0 && (p.depth_min ?? p.depth ?? 0) > depth);
  }

  function showAnomalies(map, settings) {
    const rank = ORDERS[settings.order] ?? ORDERS.confidence;
    const shown = anomalies.filter(accepted(settings)).sort((a, b) => rank(b.properties) - rank(a.properties));
    map.getSource('anomalies').setData(collection(shown));
    byId('places-count').textContent = `${shown.length} of ${anomalies.length}`;
    const value = (p) => (settings.order === 'depth' && Number.isFinite(p.depth) ? km(p.depth)
      : settings.order === 'score' && Number.isFinite(p.score) ? Gam.text.signed(p.score) : percent(p.confidence));
    const entries = shown.slice(0, LISTED).map((f) =>
      entry([dot(f.properties.anomaly_type)], String(f.properties.anomaly_id), Gam.text.place(...f.geometry.coordinates),
        value(f.properties), () => {
          flyTo(map, f.geometry.coordinates);
          openAnomaly(map, f);
        }));
    const none = anomalies.length ? 'No anomaly passes the filters.' : 'The run found no anomaly.';
    byId('places-list').replaceChildren(...(entries.length ? entries : [Gam.text.element('li', { className: 'empty' }, none)]));
  }

  function typeFilters(types) {
    const filters = types.map((type) => {
      const box = Gam.text.element('input', { type: 'checkbox' });
      box.addEventListener('change', () => Gam.settings.setMember('without', type, !box.checked));
      Gam.settings.follow(() => (box.checked = !Gam.settings.withoutType().includes(type)));
      return Gam.text.element('label', { className: 'check' }, box, dot(type), words(type));
    });
    byId('types').replaceChildren(...filters);
  }

  function depthFilter() {
    const deepest = Math.max(0, ...anomalies.map((f) => f.properties.depth_min ?? f.properties.depth ?? 0));
    byId('depth-filter').hidden = deepest <= 0;
    Object.assign(byId('depth'), { min: 0, max: deepest * 1.05, step: deepest / 20 || 1, value: Gam.settings.get().depth });
  }

  async function loadAnomalies(map, file) {
    const answer = await fetch(`data/${file}`);
    if (!answer.ok) throw new Error(`data/${file}: ${answer.status}`);
    anomalies = (await answer.json()).features.filter((f) => f.geometry?.type === 'Point');
    const types = [...new Set(anomalies.map((f) => f.properties.anomaly_type))].sort();
    types.forEach((type, i) => colorOf.set(type, PALETTE[i % PALETTE.length]));
    if (types.length) {
      const cases = types.flatMap((type) => [type, colorOf.get(type)]);
      map.setPaintProperty('anomalies', 'circle-color', ['match', ['get', 'anomaly_type'], ...cases, '#5b6770']);
    }
    byId('places-title').textContent = 'Anomalies';
    byId('places').hidden = false;
    for (const id of ['places-order', 'anomaly-filters', 'anomalies-toggle']) byId(id).hidden = anomalies.length === 0;
    typeFilters(types);
    depthFilter();
    Gam.settings.follow((settings) => showAnomalies(map, settings));
  }

  return {
    flyTo,

    async start(map) {
      const { anomalies: file, strongest } = window.GAM_CONFIG;
      map.on('mouseenter', 'anomalies', () => (map.getCanvas().style.cursor = 'pointer'));
      map.on('mouseleave', 'anomalies', () => (map.getCanvas().style.cursor = ''));
      if (file) {
        await loadAnomalies(map, file).catch((error) => {
          Gam.errors.record(error);
          Gam.errors.show(`The anomalies could not be read (${error.message}): the folder is not complete.`);
        });
      } else {
        showCells(map, strongest);
      }
    },

    /** Opens the anomaly at a point of the screen, if there is one. */
    openAt(map, point) {
      const hit = map.queryRenderedFeatures(point, { layers: ['anomalies'] })[0];
      const feature = hit && anomalies.find((f) => f.properties.anomaly_id === hit.properties.anomaly_id);
      if (feature) openAnomaly(map, feature);
      return Boolean(feature);
    },

    /** Goes to the anomaly of a name, if there is one. */
    openNamed(map, name) {
      const feature = anomalies.find((f) => String(f.properties.anomaly_id).toLowerCase() === name.toLowerCase());
      if (feature) {
        flyTo(map, feature.geometry.coordinates);
        openAnomaly(map, feature, true);
      }
      return Boolean(feature);
    },
  };
})();
