/*
 * What the visitor has chosen, kept in the address (#map=zoom/lat/lon&…) so that a link shows the same picture.
 * MapLibre owns the `map` part of the hash; the rest is written here, and only what differs from the defaults.
 */
'use strict';

Gam.settings = (() => {
  const defaults = {
    layer: Gam.layers.all[0]?.id ?? '',
    projection: 'globe',
    colors: 'vik',
    range: 0,
    threshold: 0,
    opacity: 1,
    confidence: 0,
    depth: 0,
    order: 'confidence',
    overlays: 'data,anomalies,coast',
    without: '',
    theme: 'auto',
  };
  const current = { ...defaults };
  const listeners = [];
  const clamp = (v, low, high) => Math.min(high, Math.max(low, v));

  function parts() {
    return new URLSearchParams(location.hash.slice(1));
  }

  /** The default of a key; the range's is the layer's own. */
  const usual = (key) => (key === 'range' ? Gam.layers.current().range : defaults[key]);

  /** MapLibre reads `map` literally: slashes and commas must not be escaped. */
  function write() {
    const old = parts();
    const shown = [];
    if (old.has('map')) shown.push(`map=${old.get('map')}`);
    for (const [key, value] of Object.entries(current)) {
      if (value !== usual(key)) shown.push(`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
    }
    history.replaceState(history.state, '', shown.length ? `#${shown.join('&')}` : location.pathname + location.search);
  }

  function number(text, otherwise) {
    const value = Number(text);
    return text !== null && text !== '' && Number.isFinite(value) ? value : otherwise;
  }

  /** A link may say anything: whatever makes no sense is the default. */
  function read() {
    const hash = parts();
    for (const key of Object.keys(defaults)) {
      const text = hash.get(key);
      current[key] = typeof defaults[key] === 'number' ? number(text, defaults[key]) : text ?? defaults[key];
    }
    if (!Gam.layers.find(current.layer)) current.layer = defaults.layer;
    if (current.projection !== 'mercator') current.projection = 'globe';
    if (!Gam.ramp.names.includes(current.colors)) current.colors = defaults.colors;
    if (!['auto', 'light', 'dark'].includes(current.theme)) current.theme = defaults.theme;
    const { range, limit } = Gam.layers.current();
    current.range = current.range > 0 ? clamp(current.range, limit / 1000, limit) : range;
    current.threshold = clamp(current.threshold, 0, limit);
    for (const key of ['opacity', 'confidence']) current[key] = clamp(current[key], 0, 1);
  }

  const list = (text) => text.split(',').filter(Boolean);

  return {
    get: () => current,
    hasOverlay: (name) => list(current.overlays).includes(name),
    withoutType: () => list(current.without),

    /** Calls back now and whenever something is changed. */
    follow(listener) {
      listeners.push(listener);
      listener(current);
    },

    set(changes) {
      Object.assign(current, changes);
      write();
      listeners.forEach((listener) => listener(current));
    },

    /** Another layer has other units: range and threshold are its own again. */
    setLayer(id) {
      Gam.settings.set({ layer: id, range: Gam.layers.find(id).range, threshold: 0 });
    },

    setMember(key, member, present) {
      const rest = list(current[key]).filter((name) => name !== member);
      Gam.settings.set({ [key]: (present ? [...rest, member] : rest).join(',') });
    },

    start() {
      read();
      window.addEventListener('hashchange', () => {
        read();
        listeners.forEach((listener) => listener(current));
      });
    },
  };
})();
