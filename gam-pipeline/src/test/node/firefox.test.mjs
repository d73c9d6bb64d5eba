// What is promised for Firefox, in the one of the system, which has no WebGL 2 here: GAM_REPORT is a report, GAM_ADDRESS a served product;
// what is not given is not tested, and something must be given.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const PICTURES = process.env.GAM_SCREENSHOTS ?? 'target/screenshots';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let browser;

before(async () => {
  assert.ok(process.env.GAM_REPORT || process.env.GAM_ADDRESS, 'nothing is given');
  mkdirSync(PICTURES, { recursive: true });
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.GAM_FIREFOX ?? '/usr/bin/firefox-esr', headless: true });
});
after(() => browser?.close());

async function visit(address) {
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.setViewport({ width: 1000, height: 700 });
  await page.goto(address);
  return Object.assign(page, { errors });
}

if (process.env.GAM_REPORT) test('a report opens from a disk', async () => {
  const page = await visit(pathToFileURL(process.env.GAM_REPORT).href);
  await page.waitForFunction(() => document.documentElement.dataset.ready === 'yes');
  assert.equal(await page.$eval('canvas.map', (c) => c.dataset.drawn), 'yes');
  const model = await page.$eval('#model', (s) => ({ drawn: s.dataset.drawn, message: s.querySelector('.message').textContent }));
  if (model.drawn !== 'picture') assert.match(model.message, /This browser shows no WebGL 2.* Depth slices and sections among the figures show the same values/);
  const ids = () => page.$$eval('table.anomalies tbody tr', (rows) => rows.map((r) => r.dataset.id).join());
  const start = await ids();
  await page.$$eval('table.anomalies thead button', (buttons) => buttons.find((b) => b.textContent === 'score').click());
  assert.notEqual(await ids(), start, 'sorted');
  await page.click('table.anomalies tbody button');
  assert.ok(await page.$eval('#map .details h3', (h) => h.textContent.length > 0));
  await page.evaluate(`${AXE}; true`);
  assert.deepEqual(await page.evaluate(async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
    .filter((v) => ['serious', 'critical'].includes(v.impact)).map((v) => v.id)), []);
  await page.screenshot({ path: path.join(PICTURES, 'firefox-report.png') });
  assert.deepEqual(page.errors, []);
});

if (process.env.GAM_ADDRESS) test('the viewer says what it lacks, and tells about the product', async () => {
  const page = await visit(process.env.GAM_ADDRESS);
  const able = await page.evaluate(() => Boolean(document.createElement('canvas').getContext('webgl2')));
  if (able) {
    await page.waitForFunction(() => window.gamReady === true);
  } else {
    assert.match(await page.$eval('#trouble', (e) => e.textContent), /This browser cannot draw the map: WebGL 2/);
    assert.equal(await page.$eval('#trouble', (e) => e.hidden), false);
  }
  await page.click('#about-open');
  assert.match(await page.$eval('#about', (e) => (e.open ? e.textContent : '')), /Sources/);
  await page.screenshot({ path: path.join(PICTURES, 'firefox-viewer.png') });
  assert.deepEqual(page.errors, []);
  assert.deepEqual(await page.evaluate(() => window.gamErrors), []);
});
