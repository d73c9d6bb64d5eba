/* The panel: every control shows and changes Gam.settings, and the map follows the settings. */
'use strict';

Gam.controls = (() => {
  const byId = (id) => document.getElementById(id);

  function slider(id, format) {
    const input = byId(id);
    input.addEventListener('input', () => Gam.settings.set({ [id]: Number(input.value) }));
    Gam.settings.follow((settings) => {
      input.value = settings[id];
      input.nextElementSibling.textContent = format(settings[id]);
    });
  }

  function limits(id, min, max, step) {
    Object.assign(byId(id), { min, max, step });
  }

  function layerSwitch(box) {
    const name = box.dataset.layer;
    box.addEventListener('change', () => Gam.settings.setMember('layers', name, box.checked));
    Gam.settings.follow(() => (box.checked = Gam.settings.hasLayer(name)));
  }

  function projectionButton(button) {
    const projection = button.dataset.projection;
    button.addEventListener('click', () => Gam.settings.set({ projection }));
    Gam.settings.follow((settings) => button.setAttribute('aria-pressed', String(settings.projection === projection)));
  }

  /** On a narrow screen the panel starts closed, so that the map is seen. */
  function foldingPanel() {
    const toggle = byId('panel-toggle');
    const fold = (open) => {
      document.body.classList.toggle('panel-open', open);
      toggle.setAttribute('aria-expanded', String(open));
    };
    toggle.addEventListener('click', () => fold(!document.body.classList.contains('panel-open')));
    fold(innerWidth > 720);
  }

  /** Applies only what changed: a ramp is costly to rebuild. */
  function applyTo(map) {
    const applied = {};
    const changed = (key, value, apply) => {
      if (applied[key] !== value) {
        applied[key] = value;
        apply();
      }
    };
    return (settings) => {
      changed('projection', settings.projection, () => map.setProjection({ type: settings.projection }));
      changed('ramp', `${settings.range}/${settings.threshold}`, () =>
        map.setPaintProperty('index', 'color-relief-color', Gam.ramp.expression(settings)));
      changed('opacity', settings.opacity, () => map.setPaintProperty('index', 'color-relief-opacity', settings.opacity));
      for (const [name, layers] of Object.entries(Gam.style.GROUPS)) {
        const visibility = Gam.settings.hasLayer(name) ? 'visible' : 'none';
        changed(name, visibility, () => layers.forEach((layer) => map.setLayoutProperty(layer, 'visibility', visibility)));
      }
    };
  }

  return {
    start() {
      const top = Gam.codes.max;
      limits('range', top / 12, top, top / 12);
      limits('threshold', 0, top * 0.875, top / 24);
      slider('range', Gam.text.short);
      slider('threshold', Gam.text.short);
      slider('opacity', (v) => `${Math.round(v * 100)} %`);
      slider('confidence', (v) => `${Math.round(v * 100)} %`);
      document.querySelectorAll('[data-layer]').forEach(layerSwitch);
      document.querySelectorAll('[data-projection]').forEach(projectionButton);
      foldingPanel();
    },

    bind: (map) => Gam.settings.follow(applyTo(map)),
  };
})();
