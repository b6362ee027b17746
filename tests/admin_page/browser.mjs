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

/** The browser's one page: a renderer for each test would be most of what the tests wait for on a busy machine. */
async function blankPage(browser) {
  const [page] = await browser.pages();
  await leave(browser);
  for (const each of ['console', 'pageerror', 'request']) page.removeAllListeners(each);
  return page;
}

/** Between tests: a page that is left open goes on drawing what its server sends. */
export async function leave(browser) {
  const [page] = await browser.pages();
  await page.goto('about:blank');
}

/** The page at `url`, connected; what the console complains about and what it loads is kept. */
export async function open(browser, url, { theme = 'light', width = 1280, height = 900, isConnected = true } = {}) {
  const page = await blankPage(browser);
  await browser.defaultBrowserContext().overridePermissions(new URL(url).origin, ['clipboard-read', 'clipboard-sanitized-write']);
  page.complaints = [];
  page.loaded = [];
  page.on('console', (message) => message.type() === 'error' && page.complaints.push(message.text()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('request', (request) => page.loaded.push(request.url()));
  await page.setViewport({ width, height });
  // Without motion, nothing that is to be clicked is still on its way.
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: theme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(url);
  if (isConnected) await page.waitForSelector('.state.live');
  return page;
}

export const shoot = (page, name) => SHOTS && page.screenshot({ path: `${SHOTS}/${name}.png` });

/** Long, since a machine may be busy; what is there is seen at once. */
const patienceMs = 25_000;

/** Waits until the text of what `selector` finds matches; fails with what it was at last. */
export async function shows(page, selector, pattern) {
  const look = () => page.$$eval(selector, (all) => all.map((each) => each.textContent).join('\n'));
  const end = Date.now() + patienceMs;
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
