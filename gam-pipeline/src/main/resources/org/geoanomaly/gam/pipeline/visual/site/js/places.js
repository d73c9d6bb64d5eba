/* The list of places to go to: detected anomalies with their filters if the product has them, else the strongest cells of the index. */
'use strict';

Gam.places = (() => {
  const LISTED = 50;
  /** Okabe and Ito's palette: told apart with any colour vision. */
  const PALETTE = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8a6d00', '#5b6770'];
  const colorOf = new Map();
  let anomalies = [];

  const words = (type) => String(type).replaceAll('_', ' ');
  const dot = (type) => {
    const element = Gam.text.element('i', { className: 'dot' });
    element.style.background = colorOf.get(type) ?? '#5b6770';
    return element;
  };

  function flyTo(map, center) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    map.flyTo({ center, zoom: Math.max(4.5, map.getZoom()), duration: still ? 0 : 1400 });
  }

  function entry(map, mark, name, where, value, chosen) {
    const { element } = Gam.text;
    const button = element('button', { type: 'button' }, ...mark, element('span', {}, name, element('small', {}, where)), element('b', {}, value));
    button.addEventListener('click', chosen);
    return element('li', {}, button);
  }

  function showCells(map, cells) {
    document.getElementById('places').hidden = cells.length === 0;
    document.getElementById('places-title').textContent = 'Strongest cells';
    const entries = cells.map((cell, i) =>
      entry(map, [], `${i + 1}`, Gam.text.place(cell.lon, cell.lat), Gam.text.value(cell.value), () => flyTo(map, [cell.lon, cell.lat])));
    document.getElementById('places-list').replaceChildren(...entries);
  }

  function openAnomaly(map, feature) {
    const p = feature.properties;
    const rows = [['Type', words(p.anomaly_type)], ['Confidence', `${Math.round(p.confidence * 100)} %`]];
    if (Number.isFinite(p.score)) rows.push(['Score', Gam.text.value(p.score)]);
    if (Number.isFinite(p.depth)) rows.push(['Depth', `${Gam.text.short(p.depth / 1000)} km`]);
    for (const [key, value] of Object.entries(p)) {
      if (key.startsWith('contribution_') && Number.isFinite(value)) rows.push([`From ${words(key.slice(13))}`, Gam.text.short(value)]);
    }
    rows.push(['Position', Gam.text.place(...feature.geometry.coordinates)]);
    const title = Gam.text.element('h3', {}, dot(p.anomaly_type), String(p.anomaly_id));
    Gam.readout.open(map, feature.geometry.coordinates, Gam.text.element('div', { className: 'popup' }, title, Gam.readout.table(rows)));
  }

  function showAnomalies(map, { confidence }) {
    const without = Gam.settings.withoutType();
    const shown = anomalies.filter((f) => f.properties.confidence >= confidence && !without.includes(f.properties.anomaly_type));
    map.getSource('anomalies').setData({ type: 'FeatureCollection', features: shown });
    document.getElementById('places-count').textContent = `${shown.length} of ${anomalies.length}`;
    const entries = shown.slice(0, LISTED).map((f) =>
      entry(map, [dot(f.properties.anomaly_type)], String(f.properties.anomaly_id), Gam.text.place(...f.geometry.coordinates),
        `${Math.round(f.properties.confidence * 100)} %`, () => {
          flyTo(map, f.geometry.coordinates);
          openAnomaly(map, f);
        }));
    document.getElementById('places-list').replaceChildren(...entries);
  }

  function typeFilters(types) {
    const filters = types.map((type) => {
      const box = Gam.text.element('input', { type: 'checkbox' });
      box.addEventListener('change', () => Gam.settings.setMember('without', type, !box.checked));
      Gam.settings.follow(() => (box.checked = !Gam.settings.withoutType().includes(type)));
      return Gam.text.element('label', { className: 'check' }, box, dot(type), words(type));
    });
    document.getElementById('types').replaceChildren(...filters);
  }

  async function loadAnomalies(map, file) {
    const answer = await fetch(`data/${file}`);
    if (!answer.ok) throw new Error(`data/${file}: ${answer.status}`);
    const points = (await answer.json()).features.filter((f) => f.geometry?.type === 'Point');
    anomalies = points.sort((a, b) => b.properties.confidence - a.properties.confidence);
    const types = [...new Set(anomalies.map((f) => f.properties.anomaly_type))].sort();
    types.forEach((type, i) => colorOf.set(type, PALETTE[i % PALETTE.length]));
    if (types.length) {
      const cases = types.flatMap((type) => [type, colorOf.get(type)]);
      map.setPaintProperty('anomalies', 'circle-color', ['match', ['get', 'anomaly_type'], ...cases, '#5b6770']);
    }
    document.getElementById('places-title').textContent = 'Anomalies';
    for (const id of ['places', 'anomaly-filters', 'anomalies-toggle']) document.getElementById(id).hidden = false;
    typeFilters(types);
    Gam.settings.follow((settings) => showAnomalies(map, settings));
  }

  return {
    async start(map) {
      const { anomalies: file, strongest } = window.GAM_CONFIG;
      map.on('mouseenter', 'anomalies', () => (map.getCanvas().style.cursor = 'pointer'));
      map.on('mouseleave', 'anomalies', () => (map.getCanvas().style.cursor = ''));
      if (file) await loadAnomalies(map, file);
      else showCells(map, strongest);
    },

    /** Opens the anomaly at a point of the screen, if there is one. */
    openAt(map, point) {
      const hit = map.queryRenderedFeatures(point, { layers: ['anomalies'] })[0];
      const feature = hit && anomalies.find((f) => f.properties.anomaly_id === hit.properties.anomaly_id);
      if (feature) openAnomaly(map, feature);
      return Boolean(feature);
    },
  };
})();
