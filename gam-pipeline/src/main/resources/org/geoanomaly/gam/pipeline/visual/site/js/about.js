/* Title, banner, and the panel that says what is shown, how good it is, where it comes from and under which terms. */
'use strict';

Gam.about = (() => {
  function section(title, ...content) {
    return Gam.text.element('section', {}, Gam.text.element('h3', {}, title), ...content);
  }

  function source(s) {
    const { element, link } = Gam.text;
    const facts = [s.native_resolution && `native resolution ${s.native_resolution}`, s.licence].filter(Boolean).join(' · ');
    return element('li', {}, link(s.title, s.url), element('small', {}, facts), element('small', {}, s.citation ?? ''),
      element('small', { className: 'hash' }, s.sha256 ? `SHA-256 ${s.sha256}` : ''));
  }

  /** What the run was asked for and did not give. */
  function missing(gaps) {
    const { element } = Gam.text;
    return gaps.length ? [section('Missing', element('ul', {}, ...gaps.map((gap) => element('li', {}, `${gap.what}: ${gap.why}`))))] : [];
  }

  /** Names only, and not more than a line or two of them. */
  function missingNotice(gaps) {
    const most = 3;
    const names = [...new Set(gaps.map((gap) => (gap.what.length > 40 ? `${gap.what.slice(0, 40)}…` : gap.what)))];
    const more = names.length > most ? ` and ${names.length - most} more` : '';
    return `Missing here: ${names.slice(0, most).join(', ')}${more}. About says why.`;
  }

  function text(config) {
    const { element } = Gam.text;
    const { run, about } = config;
    const { archive } = config.layers[0];
    const facts = [
      ['Run', run.id],
      ['Made', run.generated_at],
      ['Program', `GeoAnomalyMapper ${run.version}`],
      ['Cell size', `${archive.resolution_degrees}°`],
      ['Tiles', `zoom ${archive.min_zoom}–${archive.max_zoom}; native near zoom ${archive.native_zoom}, deeper zooms only enlarge cells`],
      ['Steps of values', Gam.layers.all.map((l) => `${l.title} ${Number(l.archive.scale.toPrecision(2))} ${l.unit}`).join(', ')],
      ['Licence', config.licence],
    ];
    return [
      element('p', {}, about.summary),
      ...missing(about.missing),
      section('Limits', element('ul', {}, ...about.limits.map((limit) => element('li', {}, limit)))),
      section('Sources', element('ul', { className: 'sources' }, ...config.sources.map(source))),
      section('This product', Gam.readout.table(facts)),
      section('Software', element('p', {}, 'MapLibre GL JS and PMTiles (BSD-3-Clause), coastlines and borders from Natural Earth (public domain), '
        + 'plate boundaries PB2002 by P. Bird (2003, doi:10.1029/2001GC000252) as converted by H. Ahlenius, Nordpil (ODC-BY 1.0), '
        + 'colour maps vik and batlow by F. Crameri and balance by K. Thyng (MIT). Details in ', Gam.text.link('THIRD-PARTY.txt', 'THIRD-PARTY.txt'), '.')),
    ];
  }

  /** A long title makes the bar higher: the panel begins below it. */
  function panelBelowBar() {
    const bar = document.getElementById('bar');
    new ResizeObserver(() => {
      const top = Math.max(84, Math.ceil(bar.getBoundingClientRect().bottom) + 8);
      document.documentElement.style.setProperty('--panel-top', `${top}px`);
    }).observe(bar);
  }

  return {
    start() {
      panelBelowBar();
      const config = window.GAM_CONFIG;
      document.title = `${config.title} · GeoAnomalyMapper`;
      document.getElementById('title').textContent = config.title;
      document.getElementById('subtitle').textContent = `${config.layers[0].archive.resolution_degrees}° cells · run ${config.run.id}`;
      document.getElementById('synthetic').hidden = !config.run.synthetic;
      const gaps = config.about.missing;
      if (gaps.length) Object.assign(document.getElementById('missing'), { textContent: missingNotice(gaps), hidden: false });
      const report = document.getElementById('report-link');
      if (config.links?.report) Object.assign(report, { href: config.links.report, hidden: false });
      document.getElementById('about-title').textContent = config.title;
      document.getElementById('about-text').replaceChildren(...text(config));
      const dialog = document.getElementById('about');
      document.getElementById('about-open').addEventListener('click', () => dialog.showModal());
      dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
    },
  };
})();
