// A page in a headless Chromium, with what the tests ask of it.
import { mkdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const { CHROMIUM, SHOTS } = process.env;
if (SHOTS) mkdirSync(SHOTS, { recursive: true });

export const launch = () =>
  puppeteer.launch({
    executablePath: CHROMIUM,
    pipe: true,
    // As root, and in containers whose /dev/shm is small.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--hide-scrollbars'],
  });

/** A fresh page at `url`, connected; what the console complains about and what it loads is kept. */
export async function open(browser, url, { theme = 'light', width = 1280, height = 900, isConnected = true } = {}) {
  // A context of its own: no token or setting of another test.
  const context = await browser.createBrowserContext();
  await context.overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-sanitized-write']);
  const page = await context.newPage();
  page.complaints = [];
  page.loaded = [];
  page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('request', (request) => page.loaded.push(request.url()));
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
  await page.goto(url);
  if (isConnected) await page.waitForSelector('#connection.live, .state.live');
  return page;
}

/** Between tests: a page that is left open goes on drawing what its server sends. */
export const closeAll = (browser) =>
  Promise.all(browser.browserContexts().filter((each) => each !== browser.defaultBrowserContext()).map((each) => each.close()));

export const shoot = (page, name) => SHOTS && page.screenshot({ path: `${SHOTS}/${name}.png` });

/** Waits until the text of what `selector` finds matches; fails with what it was at last. */
export async function shows(page, selector, pattern) {
  const look = () => page.$$eval(selector, (all) => all.map((each) => each.textContent).join('\n'));
  const end = Date.now() + 5000;
  for (;;) {
    const text = await look();
    if (pattern.test(text)) return text;
    if (Date.now() > end) throw new Error(`${selector} does not show ${pattern}, but: ${text.slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** Clicks what has this accessible name, as a reader of the screen finds it. */
export const clickNamed = (page, name, role = 'button') => page.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();

export const focusedName = (page) =>
  page.evaluate(() => {
    const each = document.activeElement;
    return each.getAttribute('aria-label') || each.labels?.[0]?.textContent || each.textContent.slice(0, 60) || each.tagName;
  });
