/*
 * What the visitor has chosen, kept in the address (#map=zoom/lat/lon&…) so that a link shows the same picture.
 * MapLibre owns the `map` part of the hash; the rest is written here, and only what differs from the defaults.
 */
'use strict';

Gam.settings = (() => {
  const defaults = {
    projection: 'globe',
    range: 6,
    threshold: 0,
    opacity: 1,
    confidence: 0,
    layers: 'index,anomalies,coast',
    without: '',
  };
  const current = { ...defaults };
  const listeners = [];

  function parts() {
    return new URLSearchParams(location.hash.slice(1));
  }

  /** MapLibre reads `map` literally: slashes and commas must not be escaped. */
  function write() {
    const old = parts();
    const shown = [];
    if (old.has('map')) shown.push(`map=${old.get('map')}`);
    for (const [key, value] of Object.entries(current)) {
      if (value !== defaults[key]) shown.push(`${key}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
    }
    history.replaceState(history.state, '', shown.length ? `#${shown.join('&')}` : location.pathname + location.search);
  }

  function read() {
    const hash = parts();
    for (const key of Object.keys(defaults)) {
      const text = hash.get(key);
      if (text === null) {
        current[key] = defaults[key];
      } else if (typeof defaults[key] === 'number') {
        current[key] = Number.isFinite(Number(text)) ? Number(text) : defaults[key];
      } else {
        current[key] = text;
      }
    }
    if (current.projection !== 'mercator') current.projection = 'globe';
    const limit = Gam.codes.max;
    current.range = Math.min(limit, Math.max(limit / 12, current.range));
    current.threshold = Math.min(limit, Math.max(0, current.threshold));
    current.opacity = Math.min(1, Math.max(0, current.opacity));
    current.confidence = Math.min(1, Math.max(0, current.confidence));
  }

  const list = (text) => text.split(',').filter(Boolean);

  return {
    get: () => current,
    hasLayer: (name) => list(current.layers).includes(name),
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

    setMember(key, member, present) {
      const rest = list(current[key]).filter((name) => name !== member);
      Gam.settings.set({ [key]: (present ? [...rest, member] : rest).join(',') });
    },

    start(range) {
      defaults.range = range;
      read();
      window.addEventListener('hashchange', () => {
        read();
        listeners.forEach((listener) => listener(current));
      });
    },
  };
})();
