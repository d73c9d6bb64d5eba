// A headless Chromium of the system with software rendering, and pages that note what they complain about and which addresses they ask.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = process.env.GAM_SCREENSHOTS ?? 'target/screenshots';

export const launch = (...flags) => chromium.launch({
  executablePath: process.env.GAM_CHROMIUM ?? '/usr/bin/chromium',
  args: [...FLAGS, ...flags],
});

/** A page of its own; `complaints` and `requests` grow as it works. */
export async function open(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 740, height: 480 }, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const complaints = [];
  const requests = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${request.url()}: ${why}`);
  });
  page.on('response', (response) => response.status() >= 400 && complaints.push(`${response.url()}: ${response.status()}`));
  return Object.assign(page, { complaints, requests });
}

/** Findings of axe-core that are serious or worse, one text each. */
export async function seriousFindings(page) {
  await page.evaluate(`${AXE}; true`);
  return page.evaluate(async () => {
    const found = await axe.run(document, { resultTypes: ['violations'] });
    return found.violations
      .filter((v) => ['serious', 'critical'].includes(v.impact))
      .map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`);
  });
}

/** A screenshot, kept under a name, as pixels. */
export async function picture(page, name) {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  if (name) {
    mkdirSync(PICTURES, { recursive: true });
    writeFileSync(path.join(PICTURES, `${name}.png`), png);
  }
  return pixels(png);
}

/** The pixels of a PNG of 8-bit RGB or RGBA, not interlaced, as browsers write it. */
export function pixels(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const bytes = { 2: 3, 6: 4 }[png[25]];
  if (png[24] !== 8 || !bytes || png[28] !== 0) throw new Error('not a PNG of 8-bit RGB or RGBA');
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * bytes;
  const out = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x >= bytes ? out[y * row + x - bytes] : 0;
      const above = y ? out[(y - 1) * row + x] : 0;
      const corner = y && x >= bytes ? out[(y - 1) * row + x - bytes] : 0;
      out[y * row + x] = raw[y * (row + 1) + 1 + x] + predicted(filter, left, above, corner);
    }
  }
  return {
    width,
    height,
    at: (x, y) => [...out.subarray(Math.floor(y) * row + Math.floor(x) * bytes, Math.floor(y) * row + Math.floor(x) * bytes + 3)],
  };
}

function predicted(filter, left, above, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const [a, b, c] = [Math.abs(above - corner), Math.abs(left - corner), Math.abs(left + above - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** How many colours a part of a picture has. */
export function colors(image, left, top, right, bottom) {
  const seen = new Set();
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) seen.add(image.at(x, y).join());
  return seen.size;
}

/** The greatest difference of a channel. */
export const difference = (a, b) => Math.max(...a.map((v, i) => Math.abs(v - b[i])));

/** Elements of a page whose boxes overlap, as pairs of selectors; what is not shown overlaps nothing. */
export const overlaps = (page, selectors) => page.evaluate((all) => {
  const boxes = all.flatMap((selector) => [...document.querySelectorAll(selector)].slice(0, 1).map((e) => ({ selector, box: e.getBoundingClientRect() })))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  return boxes.flatMap((a, i) => boxes.slice(i + 1)
    .filter((b) => a.box.left < b.box.right - 0.5 && b.box.left < a.box.right - 0.5 && a.box.top < b.box.bottom - 0.5 && b.box.top < a.box.bottom - 0.5)
    .map((b) => `${a.selector} × ${b.selector}`));
}, selectors);
