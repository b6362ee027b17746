// The HTML report in a headless Chromium: it is opened, filtered, searched and walked through by keyboard, in both
// themes, with and without JavaScript. REPORT is the page of a small run, LARGE that of many scenarios; SHOTS, where it
// is set, is a folder that gets screenshots.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const { CHROMIUM, REPORT, LARGE, SHOTS } = process.env;
if (SHOTS) mkdirSync(SHOTS, { recursive: true });

let browser;
before(async () => {
  browser = await puppeteer.launch({
    executablePath: CHROMIUM,
    pipe: true,
    // As root, and in containers whose /dev/shm is small.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars'],
  });
});
after(() => browser?.close());

/** A fresh page with the report; what the console complains about and what it loads is kept. */
async function open(file, { theme = 'light', javaScript = true, width = 1280, hash = '' } = {}) {
  const page = await browser.newPage();
  page.complaints = [];
  page.loaded = [];
  page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('request', (request) => page.loaded.push(request.url()));
  await page.setJavaScriptEnabled(javaScript);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(pathToFileURL(file) + hash);
  return page;
}

const shoot = (page, name, fullPage = false) => SHOTS && page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage });

const shownScenarios = (page) =>
  page.$$eval('.scenario', (all) => all.filter((each) => each.getClientRects().length > 0).map((each) => each.id));

const focused = (page) => page.evaluate(() => document.activeElement.closest('.scenario')?.id);

const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** "rgb(1, 2, 3)" or "color(srgb …)" to how bright it is, from 0 to 1. */
const brightness = (colour) => {
  const parts = colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  return parts.reduce((sum, part) => sum + part, 0) / 3 / (colour.startsWith('rgb') ? 255 : 1);
};

test('loads nothing and complains about nothing', async () => {
  const page = await open(REPORT);

  assert.deepEqual(page.complaints, []);
  assert.deepEqual(page.loaded, [String(pathToFileURL(REPORT))]);
  await page.close();
});

test('a click opens a failing scenario, with its diagram, refusals and the way to an exchange', async () => {
  const page = await open(REPORT);
  await page.click('.scenario.failed > summary');

  const scenario = await page.$('.scenario.failed[open]');
  assert.ok(scenario, 'it opened');
  const svg = await scenario.$('svg.sequence');
  const { width, height } = await svg.boundingBox();
  assert.ok(width > 500 && height > 100, `the diagram is ${width} by ${height}`);
  const lanes = await svg.$$eval('.lane-name', (all) => all.map((each) => each.textContent));
  assert.equal(lanes[0], 'client');
  assert.ok(lanes.length >= 2, `lanes: ${lanes}`);

  const arrow = await svg.$('a.request');
  const target = await arrow.evaluate((each) => each.getAttribute('href').slice(1));
  await arrow.click();
  assert.ok(await page.evaluate((id) => document.getElementById(id).open, target), 'the arrow leads to its exchange');
  await shoot(page, 'failing-light', true);
  await page.close();
});

test('texts of the diagram stay within it and off each other', async () => {
  const page = await open(REPORT);
  await page.$$eval('.scenario', (all) => all.forEach((each) => { each.open = true; }));

  const overlaps = await page.$$eval('svg.sequence', (all) => all.flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
    const found = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1).map(([text]) => `outside: ${text}`);
    boxes.forEach(([one, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4) {
        found.push(`${one} over ${other}`);
      }
    }));
    return found;
  }));
  assert.deepEqual(overlaps, []);
  await page.close();
});

for (const javaScript of [true, false]) {
  test(`filters ${javaScript ? 'with' : 'without'} JavaScript`, async () => {
    const page = await open(REPORT, { javaScript });
    const problems = await shownScenarios(page);
    await page.click('label[for="show-all"]');
    const all = await shownScenarios(page);

    assert.ok(problems.length > 0 && problems.length < all.length, `${problems.length} of ${all.length}`);
    assert.equal(all.length, await page.$$eval('.scenario', (each) => each.length));
    await page.click('label[for="show-passed"]');
    assert.deepEqual(await shownScenarios(page), all.filter((id) => !problems.includes(id)));
    assert.equal(await page.$$eval('.scenario:not(.passed)', (each) => each.filter((one) => one.checkVisibility()).length), 0);
    await page.close();
  });
}

test('is readable without JavaScript', async () => {
  const page = await open(REPORT, { javaScript: false });
  await page.click('.scenario.failed > summary');

  assert.ok(await page.$('.scenario.failed[open] svg.sequence'), 'a scenario opens');
  assert.equal(await page.$eval('.search', (each) => each.checkVisibility()), false, 'no search that does not work');
  assert.equal(await page.$$eval('.copy', (all) => all.some((each) => each.checkVisibility())), false);
  await page.close();
});

test('a link into a closed scenario opens it', async () => {
  const first = await open(REPORT);
  const id = await first.$eval('.scenario.failed', (each) => each.id);
  await first.close();

  const page = await open(REPORT, { hash: `#${id}` });
  assert.ok(await page.evaluate((each) => document.getElementById(each).open, id));
  await page.close();
});

test('is used by keyboard alone', async () => {
  const page = await open(REPORT);
  await page.click('label[for="show-all"]');
  const all = await shownScenarios(page);

  await page.keyboard.press('j');
  assert.equal(await focused(page), all[0]);
  await page.keyboard.press('j');
  assert.equal(await focused(page), all[1]);
  await page.keyboard.press('Enter');
  assert.ok(await page.evaluate((id) => document.getElementById(id).open, all[1]), 'Enter opens');
  await page.keyboard.press('Enter');
  await page.keyboard.press('k');
  assert.equal(await focused(page), all[0]);

  await page.keyboard.press('/');
  const word = await page.$eval('.scenario.failed .id', (each) => each.textContent);
  await page.keyboard.type(word);
  assert.deepEqual(await page.$$eval('.scenario:not([hidden]) .id', (each) => each.map((one) => one.textContent)), [word]);
  await page.keyboard.press('Escape');
  assert.deepEqual(await shownScenarios(page), all);

  // Without our keys: Tab reaches filters and scenarios, arrows choose a filter.
  await page.focus('#show-all');
  await page.keyboard.press('ArrowRight');
  assert.ok(await page.$eval('#show-problems', (each) => each.checked));
  await page.close();
});

test('says where a search finds nothing', async () => {
  const page = await open(REPORT);
  await page.type('#search', 'no such scenario');

  assert.deepEqual(await shownScenarios(page), []);
  assert.ok(await page.$eval('.none-shown', (each) => each.checkVisibility()));
  await page.close();
});

test('is light and dark, as the system or the reader wants', async () => {
  const light = await open(REPORT);
  assert.ok(brightness(await background(light)) > 0.8);
  await light.click('label[for="theme-dark"]');
  assert.ok(brightness(await background(light)) < 0.2, 'the reader wants it dark');
  await light.close();

  // One page after the other: nothing is drawn, and so nothing clicked, in one that lies behind another.
  const dark = await open(REPORT, { theme: 'dark' });
  assert.ok(brightness(await background(dark)) < 0.2, 'the system wants it dark');
  await dark.click('.scenario.failed > summary');
  await shoot(dark, 'failing-dark', true);
  await dark.close();
});

test('words can be read: contrast of 4.5 in both themes', async () => {
  for (const theme of ['light', 'dark']) {
    const page = await open(REPORT, { theme });
    const low = await page.evaluate(() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const rgb = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const luminance = ([r, g, b]) => [r, g, b]
        .map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
      const ground = (element) => {
        for (let each = element; each; each = each.parentElement) {
          const colour = rgb(getComputedStyle(each).backgroundColor);
          if (colour[3] === 255) return colour;
        }
        return [255, 255, 255, 255];
      };
      document.querySelectorAll('details').forEach((each) => { each.open = true; });
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const low = new Set();
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!node.data.trim() || element.closest('svg, script, [hidden]') || !element.checkVisibility()) continue;
        const [a, b] = [luminance(rgb(getComputedStyle(element).color)), luminance(ground(element))];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 4.5) low.add(`${element.className || element.tagName} ${contrast.toFixed(2)}: ${node.data.slice(0, 40)}`);
      }
      return [...low];
    });
    assert.deepEqual(low, [], theme);
    await page.close();
  }
});

test('fits a phone', async () => {
  const page = await open(REPORT, { width: 390 });
  await page.click('.scenario.failed > summary');

  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
  await shoot(page, 'phone-light');
  await page.close();
});

test('many scenarios load, filter and search quickly enough', { skip: !LARGE }, async () => {
  const page = await open(LARGE);
  await shoot(page, 'large-problems-light');
  const problems = await shownScenarios(page);
  await page.click('label[for="show-all"]');
  const all = await shownScenarios(page);
  await shoot(page, 'large-light');

  assert.ok(all.length >= 200, `${all.length} scenarios`);
  assert.ok(problems.length > 0 && problems.length < all.length, `${problems.length} problems`);
  await page.close();
  const dark = await open(LARGE, { theme: 'dark' });
  await shoot(dark, 'large-dark');
  await dark.close();
});
