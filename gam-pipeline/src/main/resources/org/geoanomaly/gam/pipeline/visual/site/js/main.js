/* Starts everything. */
'use strict';

(() => {
  /** From this width on, the map's middle is that of the space beside the panel. */
  const WIDE = 1000;
  const PANEL = 294;
  /** Up to this width the credits begin folded behind their button, or they would lie on the legend. */
  const NARROW = 720;

  /** The zoom at which the globe fills most of the screen, or the flat map its height. */
  function worldZoom() {
    const worldAtZoomZero = 512;
    const globe = Gam.settings.get().projection === 'globe';
    const pixels = globe ? 0.82 * Math.PI * Math.min(innerWidth, innerHeight) : 0.9 * innerHeight;
    return Math.log2(pixels / worldAtZoomZero);
  }

  function startView({ west, south, east, north }) {
    const span = east > west ? east - west : east + 360 - west;
    if (span > 180) return { center: [15, 20], zoom: worldZoom() };
    return { bounds: [[west, south], [west + span, north]], fitBoundsOptions: { padding: 40 } };
  }

  function foldCredits(map) {
    const credits = map.getContainer().querySelector('.maplibregl-ctrl-attrib');
    const fold = () => {
      credits.classList.remove('maplibregl-compact-show');
      credits.removeAttribute('open');
    };
    map.once('load', fold);
    fold();
  }

  function createMap(config) {
    const credits = config.sources.map((s) => s.title).concat('Natural Earth', 'plate boundaries: Bird (2003), H. Ahlenius, Nordpil').join(' · ');
    const map = new maplibregl.Map({
      container: 'map',
      style: Gam.style.create(Gam.settings.get().projection),
      ...startView(config.layers[0].archive.bounds),
      hash: 'map',
      maxZoom: Math.max(...config.layers.map((l) => l.archive.max_zoom)) + 3,
      attributionControl: false,
    });
    map.addControl(new maplibregl.AttributionControl({ compact: true, customAttribution: credits }), 'bottom-left');
    map.addControl(new maplibregl.ScaleControl({ maxWidth: 120 }), 'bottom-left');
    map.addControl(new maplibregl.NavigationControl({ visualizePitch: true }), 'top-right');
    map.addControl(new maplibregl.FullscreenControl(), 'top-right');
    map.getCanvas().setAttribute('aria-label', 'Map. Arrow keys move it, plus and minus zoom, Enter reads what lies under the cross.');
    if (innerWidth >= WIDE) map.setPadding({ left: PANEL });
    map.on('error', (event) => {
      Gam.errors.record(event.error);
      // One sentence for many tiles.
      if (event.sourceId) Gam.errors.show(`Values could not be read (${event.error?.message}): the folder is not complete, or its host does not answer ranges.`);
    });
    if (innerWidth <= NARROW) foldCredits(map);
    map.once('style.load', () => map.addImage('hatch', Gam.style.hatch()));
    return map;
  }

  function show(config) {
    const map = createMap(config);
    window.gamMap = map;
    map.once('load', async () => {
      Gam.controls.bind(map);
      Gam.readout.start(map);
      Gam.search.start(map);
      await Gam.places.start(map);
      map.once('idle', () => (window.gamReady = true));
      map.triggerRepaint();
    });
  }

  function start() {
    const config = window.GAM_CONFIG;
    if (!config) {
      Gam.errors.show('data/config.js is missing: this folder is not a complete viewer.');
      return;
    }
    if (!document.createElement('canvas').getContext('webgl2')) {
      Gam.about.start();
      Gam.errors.show('This browser cannot draw the map: WebGL 2 is switched off or not supported.');
      return;
    }
    Gam.settings.start();
    Gam.controls.start();
    Gam.legend.start();
    Gam.about.start();
    Gam.codes.register();
    if (location.protocol === 'file:') {
      Gam.errors.show(
        `A page opened from disk may not read its data by itself. Run "gam serve" on the product, or choose data/${config.layers[0].archive.file}.`,
        (file) => {
          Gam.codes.open(Gam.layers.all[0], file);
          Object.assign(config, { anomalies: null, tiles: null });
          show(config);
        });
    } else {
      for (const layer of Gam.layers.all) Gam.codes.open(layer, new URL(`data/${layer.archive.file}`, document.baseURI).href);
      show(config);
    }
  }

  start();
})();
