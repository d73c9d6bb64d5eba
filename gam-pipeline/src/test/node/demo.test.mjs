// The report of a demonstration: GAM_REPORT is its file. Each body that was planted is seen in the 3-D view where it was planted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, open, picture } from './browser.mjs';

const planted = JSON.parse(process.env.GAM_PLANTED);
let browser;
let page;

before(async () => {
  browser = await launch();
  page = await open(browser, { viewport: { width: 1000, height: 700 } });
  await page.goto(pathToFileURL(process.env.GAM_REPORT).href);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
});
after(() => browser?.close());

/** How many pixels near the projected place are plainly warm or plainly cold, with bodies shown or not. */
const near = (place, bodies) => page.evaluate(([{ lon, lat, depth }, shown]) => {
  const v = gamReport.volume;
  v.bodies(v.model);
  if (!shown) v.sliders.positive.value = v.sliders.negative.value = 100;
  for (const name of ['east', 'north', 'depth']) v.sliders[name].value = -1;
  v.eye = { turn: -0.65, tilt: 0.9, distance: 1.75 };
  v.draw();
  const { place: p, metres, top } = v.model;
  const { box } = v.settings();
  const share = [(lon - p.west) / p.lonSpan, (lat - p.south) / p.latSpan, 1 - (depth - top) / metres[2]];
  const at = gamReport.matrix.apply(v.camera(v.canvas.width / v.canvas.height).matrix, share.map((c, k) => (c - 0.5) * box[k]));
  const x = Math.round((at[0] / at[3] / 2 + 0.5) * v.canvas.width);
  const y = Math.round((0.5 - at[1] / at[3] / 2) * v.canvas.height);
  const flat = Object.assign(document.createElement('canvas'), { width: v.canvas.width, height: v.canvas.height });
  const g = flat.getContext('2d', { willReadFrequently: true });
  g.drawImage(v.canvas, 0, 0);
  const { data } = g.getImageData(x - 12, y - 12, 25, 25);
  let [warm, cold] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    warm += data[i] - data[i + 2] > 40;
    cold += data[i + 2] - data[i] > 40;
  }
  return { warm, cold };
}, [place, bodies]);

for (const body of planted) {
  test(`${body.name} is seen where it was planted`, async () => {
    const bare = await near(body, false);
    assert.deepEqual(bare, { warm: 0, cold: 0 });
    const seen = await near(body, true);
    assert.ok(Math.max(seen.warm, seen.cold) > 60, JSON.stringify(seen));
    await page.locator('canvas.volume').scrollIntoViewIfNeeded();
    await picture(page, 'demo-model');
  });
}

test('the page complains of nothing and asks for nothing', () => {
  assert.deepEqual(page.complaints, []);
  assert.equal(page.requests.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:')).length, 1);
});
