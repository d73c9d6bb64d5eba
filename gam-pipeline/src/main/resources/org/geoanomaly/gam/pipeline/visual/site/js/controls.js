/* The panel: every control shows and changes Gam.settings, and the map follows the settings. */
'use strict';

Gam.controls = (() => {
  const byId = (id) => document.getElementById(id);

  function slider(id, format) {
    const input = byId(id);
    input.addEventListener('input', () => Gam.settings.set({ [id]: Number(input.value) }));
    Gam.settings.follow((settings) => {
      input.value = settings[id];
      const text = format(settings[id]);
      input.nextElementSibling.textContent = text;
      input.setAttribute('aria-valuetext', text);
    });
  }

  /** The sliders of values follow the layer's units. */
  function valueSliders() {
    Gam.settings.follow(() => {
      const { limit, range, narrow } = Gam.layers.current();
      const step = narrow ? range / 12 : range / 20;
      Object.assign(byId('range'), { min: step, max: limit, step });
      Object.assign(byId('threshold'), { min: 0, max: narrow ? range * 0.875 : range * 2, step: step / 2 });
    });
    const text = (v) => `${Gam.text.short(v)} ${Gam.layers.current().unit}`.trim();
    slider('range', text);
    slider('threshold', text);
  }

  function layerChoices() {
    const { element } = Gam.text;
    const choices = Gam.layers.all.map((layer) => {
      const radio = element('input', { type: 'radio', name: 'layer', value: layer.id });
      radio.addEventListener('change', () => radio.checked && Gam.settings.setLayer(layer.id));
      Gam.settings.follow((settings) => (radio.checked = settings.layer === layer.id));
      const unit = layer.unit ? element('small', {}, layer.unit) : '';
      return element('label', { className: 'check' }, radio, element('span', {}, layer.title), unit);
    });
    byId('layer-choices').append(...choices);
  }

  function select(id, names) {
    const box = byId(id);
    if (names) box.append(...names.map((name) => new Option(name, name)));
    box.addEventListener('change', () => Gam.settings.set({ [id]: box.value }));
    Gam.settings.follow((settings) => (box.value = settings[id]));
  }

  function overlaySwitch(box) {
    const name = box.dataset.overlay;
    box.addEventListener('change', () => Gam.settings.setMember('overlays', name, box.checked));
    Gam.settings.follow(() => (box.checked = Gam.settings.hasOverlay(name)));
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

  /** The page is dark or light as the visitor's system is, unless told otherwise. */
  function theming() {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const apply = ({ theme }) => {
      const dark = theme === 'dark' || (theme === 'auto' && system.matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    };
    system.addEventListener('change', () => apply(Gam.settings.get()));
    Gam.settings.follow(apply);
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
    const show = (id, visible) => {
      const visibility = visible ? 'visible' : 'none';
      changed(`show ${id}`, visibility, () => map.setLayoutProperty(id, 'visibility', visibility));
    };
    return (settings) => {
      changed('projection', settings.projection, () => map.setProjection({ type: settings.projection }));
      const shown = Gam.layers.current();
      const ramp = [settings.colors, settings.range, settings.threshold].join('/');
      changed(`ramp ${shown.id}`, ramp, () =>
        map.setPaintProperty(`data-${shown.id}`, 'color-relief-color', Gam.ramp.expression(shown, settings)));
      changed(`opacity ${shown.id}`, settings.opacity, () =>
        map.setPaintProperty(`data-${shown.id}`, 'color-relief-opacity', settings.opacity));
      for (const layer of Gam.layers.all) {
        const shaded = layer === shown && Gam.settings.hasOverlay('shade');
        show(`data-${layer.id}`, layer === shown && Gam.settings.hasOverlay('data'));
        show(`shade-${layer.id}`, shaded);
        show(`holes-${layer.id}`, shaded);
      }
      for (const [name, layers] of Object.entries(Gam.style.OVERLAYS)) {
        layers.forEach((id) => show(id, Gam.settings.hasOverlay(name)));
      }
    };
  }

  return {
    start() {
      theming();
      layerChoices();
      select('colors', Gam.ramp.names);
      select('order');
      select('theme');
      valueSliders();
      slider('opacity', (v) => `${Math.round(v * 100)} %`);
      slider('confidence', (v) => `${Math.round(v * 100)} %`);
      slider('depth', (v) => (v > 0 ? `${Gam.text.short(v / 1000)} km` : 'any'));
      document.querySelectorAll('[data-overlay]').forEach(overlaySwitch);
      document.querySelectorAll('[data-projection]').forEach(projectionButton);
      foldingPanel();
    },

    bind: (map) => Gam.settings.follow(applyTo(map)),
  };
})();
