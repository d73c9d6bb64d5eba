// Reports as a reader opens them: from a disk, in Chromium. GAM_KNOWN is a file that names them and says what they hold.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { colors, launch, open, picture, seriousFindings } from './browser.mjs';

const known = JSON.parse(readFileSync(process.env.GAM_KNOWN, 'utf8'));
const OPTIONS = { viewport: { width: 1000, height: 700 } };
let browser;
let page;

const ready = (on) => on.waitForFunction(() => document.documentElement.dataset.ready === 'yes');

/** A page that has drawn itself and asked for nothing but itself. */
async function visit(file, from = browser) {
  const visited = await open(from, OPTIONS);
  await visited.goto(pathToFileURL(file).href);
  await ready(visited);
  assert.deepEqual(visited.complaints, []);
  assert.equal(visited.requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:')).length, 1, `${visited.requests}`);
  return visited;
}

/** What the 3-D view shows: pixels of warm and cold colours, and how many colours. */
const drawn = (on, settings = {}) => on.evaluate((wanted) => {
  const v = gamReport.volume;
  for (const [name, value] of Object.entries(wanted)) v.sliders[name].value = value;
  v.draw();
  const flat = Object.assign(document.createElement('canvas'), { width: v.canvas.width, height: v.canvas.height });
  const g = flat.getContext('2d', { willReadFrequently: true });
  g.drawImage(v.canvas, 0, 0);
  const { data } = g.getImageData(0, 0, flat.width, flat.height);
  let [warm, cold] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    warm += data[i] - data[i + 2] > 40;
    cold += data[i + 2] - data[i] > 40;
  }
  return { warm, cold, colors: new Set(new Uint32Array(data.buffer)).size };
}, settings);

before(async () => {
  browser = await launch();
  page = await visit(known.typical);
});
after(() => browser?.close());

test('opens from a disk with map and model', async () => {
  assert.equal(await page.locator('canvas.map').getAttribute('data-drawn'), 'yes');
  assert.equal(await page.locator('#model').getAttribute('data-drawn'), 'picture');
  const image = await picture(page, 'report-top');
  assert.ok(colors(image, 0, 0, 1000, 700) > 10);
  await page.locator('canvas.map').scrollIntoViewIfNeeded();
  await picture(page, 'report-map');
  assert.ok((await drawn(page)).colors > 300);
});

test('the pointer reads the value of the grid', async () => {
  await page.locator('#map select.layer').selectOption('1');
  const at = await page.evaluate(({ lon, lat }) => {
    const m = gamReport.map;
    m.canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = m.canvas.getBoundingClientRect();
    return [box.left + m.x(lon), box.top + m.y(lat)];
  }, known);
  await page.mouse.move(...at);
  const read = await page.locator('#map .readout').textContent();
  const [, number] = /: ([0-9.−]+) mGal$/.exec(read) ?? assert.fail(read);
  // The text has three digits, and the pointer is within half a pixel of the cell's centre.
  assert.ok(Math.abs(Number(number.replace('−', '-')) - known.value) <= 0.006 * Math.abs(known.value) + 0.01, `${read} for ${known.value}`);
});

test('a click on a ring shows the anomaly everywhere', async () => {
  const at = await page.evaluate(() => {
    const m = gamReport.map;
    const a = gamReport.data.anomalies[1];
    const box = m.canvas.getBoundingClientRect();
    return [box.left + m.x(m.near(a.lon)) + 3, box.top + m.y(a.lat)];
  });
  await page.mouse.click(...at);
  assert.equal(await page.locator('#map .details h3').textContent(), 'A002');
  assert.equal(await page.locator('tr.selected').getAttribute('data-id'), 'A002');
});

test('heads of the table sort by value', async () => {
  const head = page.locator('table.anomalies thead th', { hasText: /^score$/ });
  const ids = () => page.locator('table.anomalies tbody tr').evaluateAll((rows) => rows.map((r) => r.dataset.id).join());
  await head.locator('button').click();
  assert.equal(await ids(), 'A002,A003,A001');
  await head.locator('button').click();
  assert.equal(await ids(), 'A001,A003,A002');
  assert.equal(await head.getAttribute('aria-sort'), 'descending');
});

test('the keyboard moves the map and turns the model', async () => {
  const view = () => page.evaluate(() => [gamReport.map.view.lon, gamReport.map.view.zoom, gamReport.volume.eye.turn]);
  const start = await view();
  await page.locator('canvas.map').focus();
  await page.keyboard.press('+');
  await page.keyboard.press('ArrowRight');
  await page.locator('canvas.volume').focus();
  await page.keyboard.press('ArrowRight');
  const end = await view();
  start.forEach((v, i) => assert.notEqual(end[i], v, `${i}`));
});

test('bodies of both signs have their colours', async () => {
  const positive = await drawn(page, { positive: 30, negative: 100, depth: -1 });
  assert.ok(positive.warm > 200 && positive.cold < 20, JSON.stringify(positive));
  const negative = await drawn(page, { positive: 100, negative: 30, depth: -1 });
  assert.ok(negative.cold > 200 && negative.warm < 20, JSON.stringify(negative));
});

test('property and uncertainty can be chosen, and what is uncertain fades', async () => {
  const names = await page.locator('#model select.model option').allTextContents();
  assert.ok(names.length > 3, `${names}`);
  const uncertainty = names.findIndex((n) => n.endsWith(': uncertainty'));
  await page.locator('#model select.model').selectOption({ index: uncertainty });
  assert.equal(await page.evaluate(() => gamReport.volume.sliders.positive.value), '100', 'amounts have slices only');
  assert.ok((await drawn(page)).colors > 1, 'a slice');
  await page.locator('#model select.model').selectOption({ index: 0 });
  const solid = await drawn(page);
  await page.locator('input[name=fade]').check();
  assert.notDeepEqual(await drawn(page), solid);
  await page.locator('canvas.volume').scrollIntoViewIfNeeded();
  await picture(page, 'report-model');
  await page.locator('input[name=fade]').uncheck();
});

for (const scheme of ['light', 'dark']) {
  test(`the accessibility scan has no serious finding, ${scheme}`, async () => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(100);
    assert.deepEqual(await seriousFindings(page), []);
    await picture(page, `report-${scheme}`);
  });
}

test('a phone shows it all without scrolling sideways', async () => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 360, height: 740 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360));
  await page.locator('canvas.map').scrollIntoViewIfNeeded();
  await picture(page, 'report-narrow');
  await page.setViewportSize(OPTIONS.viewport);
  assert.deepEqual(page.complaints, []);
});

test('the page with the models alone opens from a disk', async () => {
  const models = await visit(known.models);
  assert.equal(await models.locator('#model').getAttribute('data-drawn'), 'picture');
  await models.context().close();
});

test('names of any kind stay text', async () => {
  const hostile = await visit(known.hostile);
  assert.deepEqual(await hostile.evaluate(() => {
    gamReport.selection.set(gamReport.data.anomalies[3].id);
    return {
      alerts: window.alerts ?? 0,
      pictures: [...document.images].filter((i) => !i.src.startsWith('data:image/png;base64,')).length,
      links: [...document.links].filter((l) => !l.getAttribute('href').startsWith('#')).length,
      errors: gamReport.errors,
      scripts: document.scripts.length,
    };
  }), { alerts: 0, pictures: 0, links: 0, errors: [], scripts: 2 });
  assert.deepEqual(hostile.complaints, []);
  await hostile.context().close();
});

test('an area across the antimeridian is drawn', async () => {
  const other = await visit(known.antimeridian);
  await picture(other, 'report-antimeridian');
  await other.context().close();
});

test('an empty result and missing WebGL are said', async () => {
  const plain = await launch('--disable-3d-apis');
  try {
    const empty = await visit(known.empty, plain);
    assert.match(await empty.locator('#model .message').textContent(), /This browser shows no WebGL 2|There is no model/);
    assert.match(await empty.locator('main').textContent(), /found no anomaly that stands out/);
    const typical = await visit(known.typical, plain);
    assert.match(await typical.locator('#model .message').textContent(), /This browser shows no WebGL 2/);
    assert.equal(await typical.locator('canvas.map').getAttribute('data-drawn'), 'yes');
  } finally {
    await plain.close();
  }
});
