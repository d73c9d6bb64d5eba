/* The MapLibre style: no-data hatch, the layers' colours and hill-shading, lines, anomalies. */
'use strict';

Gam.style = (() => {
  /** Hill-shading needs heights comparable to distances on the ground: this many metres from no colour to full colour. */
  const METRES_PER_RANGE = 54000;
  const COARSE_BELOW_ZOOM = 2.5;

  function elevation(kind, layer, factor, maxzoom) {
    const step = layer.step * factor;
    return {
      type: 'raster-dem',
      tiles: [`gam://${kind}/${encodeURIComponent(layer.id)}/{z}/{x}/{y}`],
      tileSize: 256,
      minzoom: layer.archive.min_zoom,
      maxzoom,
      encoding: 'custom',
      redFactor: step * 256,
      greenFactor: step,
      blueFactor: step * 65536,
      baseShift: -layer.lowest * factor,
    };
  }

  function sources(layer) {
    const { max_zoom, native_zoom } = layer.archive;
    return {
      [`data-${layer.id}`]: elevation('index', layer, 1, max_zoom),
      // Beyond the native zoom there is only more of the same: MapLibre's own enlargement is smoother.
      [`shade-${layer.id}`]: elevation('shade', layer, METRES_PER_RANGE / layer.range, Math.min(native_zoom, max_zoom)),
    };
  }

  const hidden = { visibility: 'none' };

  /** Colours, shading, and what hides the shading's cliffs around holes; all hidden until the layer is chosen. */
  function rasters(layer) {
    const source = `data-${layer.id}`;
    const plain = { ...Gam.settings.get(), range: layer.range, threshold: 0 };
    return [
      { id: source, type: 'color-relief', source, layout: hidden, paint: { 'color-relief-color': Gam.ramp.expression(layer, plain) } },
      { id: `shade-${layer.id}`, type: 'hillshade', source: `shade-${layer.id}`, layout: hidden, paint: SHADING },
      { id: `holes-${layer.id}`, type: 'color-relief', source, layout: hidden, paint: { 'color-relief-color': Gam.ramp.holes(layer) } },
    ];
  }

  const SHADING = {
    'hillshade-method': 'igor',
    'hillshade-exaggeration': ['interpolate', ['linear'], ['zoom'], 0, 0.15, 5, 0.55],
    'hillshade-shadow-color': '#0a1420',
    'hillshade-highlight-color': '#ffffff',
  };

  const lines = (data) => ({ type: 'geojson', data });

  /** Meridians and parallels every 30°, in steps short enough to bend with the globe. */
  function graticule() {
    const steps = (from, to) => Array.from({ length: (to - from) / 2 + 1 }, (_, i) => from + 2 * i);
    const coordinates = [];
    for (let lon = -180; lon < 180; lon += 30) coordinates.push(steps(-84, 84).map((lat) => [lon, lat]));
    for (let lat = -60; lat <= 60; lat += 30) coordinates.push(steps(-180, 180).map((lon) => [lon, lat]));
    return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } };
  }

  function line(id, source, paint, zooms = {}) {
    return { id, type: 'line', source, layout: { 'line-join': 'round' }, paint, ...zooms };
  }

  function lineLayers() {
    const coast = { 'line-color': '#10202c', 'line-opacity': 0.85, 'line-width': ['interpolate', ['linear'], ['zoom'], 0, 0.7, 6, 1.3] };
    const borders = { 'line-color': '#10202c', 'line-opacity': 0.55, 'line-width': 0.7, 'line-dasharray': [3, 2] };
    const plates = (color, thin, thick) => ({ 'line-color': color, 'line-width': ['interpolate', ['linear'], ['zoom'], 0, thin, 6, thick] });
    const coarse = { maxzoom: COARSE_BELOW_ZOOM };
    const fine = { minzoom: COARSE_BELOW_ZOOM };
    return [
      line('graticule', 'graticule', { 'line-color': '#10202c', 'line-opacity': 0.3, 'line-width': 0.7 }),
      line('borders-coarse', 'borders-110m', borders, coarse),
      line('borders-fine', 'borders-50m', borders, fine),
      line('coast-coarse', 'coast-110m', coast, coarse),
      line('coast-fine', 'coast-50m', coast, fine),
      // A light rim, for the line has to be seen on every colour of the maps.
      line('plates-rim', 'plates', plates('#ffffff', 2.6, 5)),
      line('plates', 'plates', plates('#8e1c8e', 1.3, 2.5)),
    ];
  }

  /** A ring around the anomaly whose details are open. */
  function chosenLayer() {
    return {
      id: 'anomaly-chosen',
      type: 'circle',
      source: 'chosen',
      paint: {
        'circle-color': 'rgba(255,255,255,0.35)',
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 0, 9, 6, 18],
        'circle-stroke-color': '#10202c',
        'circle-stroke-width': 2,
      },
    };
  }

  function anomalyLayer() {
    const confidence = ['coalesce', ['get', 'confidence'], 0.5];
    return {
      id: 'anomalies',
      type: 'circle',
      source: 'anomalies',
      paint: {
        'circle-color': '#5b6770',
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 0, ['+', 1.5, ['*', 2, confidence]], 6, ['+', 4, ['*', 6, confidence]]],
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 0, 0.7, 6, 1.6],
      },
    };
  }

  return {
    /** Layers of the style behind each switch that does not depend on the layer shown. */
    OVERLAYS: {
      anomalies: ['anomalies', 'anomaly-chosen'],
      coast: ['coast-coarse', 'coast-fine'],
      borders: ['borders-coarse', 'borders-fine'],
      graticule: ['graticule'],
      plates: ['plates-rim', 'plates'],
    },

    create(projection) {
      const all = window.GAM_LINES;
      const data = Object.assign({}, ...Gam.layers.all.map(sources));
      return {
        version: 8,
        projection: { type: projection },
        sky: { 'atmosphere-blend': 0 },
        sources: {
          ...data,
          'coast-110m': lines(all['coast-110m']),
          'coast-50m': lines(all['coast-50m']),
          'borders-110m': lines(all['borders-110m']),
          'borders-50m': lines(all['borders-50m']),
          plates: lines(all.plates),
          graticule: lines(graticule()),
          anomalies: lines({ type: 'FeatureCollection', features: [] }),
          chosen: lines({ type: 'FeatureCollection', features: [] }),
        },
        layers: [
          { id: 'ground', type: 'background', paint: { 'background-color': '#dfe4e8' } },
          { id: 'hatch', type: 'background', paint: { 'background-pattern': 'hatch' } },
          ...Gam.layers.all.flatMap(rasters),
          ...lineLayers(),
          chosenLayer(),
          anomalyLayer(),
        ],
      };
    },

    /** The pattern of no data, the same as in the legend. */
    hatch() {
      const context = Object.assign(document.createElement('canvas'), { width: 8, height: 8 }).getContext('2d');
      context.fillStyle = '#dfe4e8';
      context.fillRect(0, 0, 8, 8);
      context.strokeStyle = '#a9b4be';
      context.lineWidth = 1.5;
      for (const x of [-8, 0, 8]) {
        context.beginPath();
        context.moveTo(x - 1, 9);
        context.lineTo(x + 9, -1);
        context.stroke();
      }
      return context.getImageData(0, 0, 8, 8);
    },
  };
})();
