// What the page does at any admin address: ADMIN is that of a `gcmock serve` of
// scenarios/regressions/secondary_org_refresh_403.json; without it, a stand-in (fake_admin.mjs) is taken.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { clickNamed, focusedName, launch, leave, open, shoot, shows } from './browser.mjs';
import { FakeAdmin } from './fake_admin.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const client = 'prod_app_client_xyz';

let browser;
let fake;
let admin = process.env.ADMIN;
before(async () => {
  if (!admin) {
    fake = await new FakeAdmin().start();
    admin = fake.url;
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await fake?.stop();
});
afterEach(() => leave(browser));
beforeEach(() => fetch(`${admin}v1/runs/served/reset`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' }));

/** A refresh as a client of that org makes it; `more` are fields beside those of the grant. */
async function refresh(org, more = {}) {
  const environment = await (await fetch(`${admin}v1/runs/served/environment`)).json();
  const of = (name) => environment[`GENESYS_ORG_${org.toUpperCase()}_${name}`];
  const fields = { grant_type: 'refresh_token', refresh_token: of('REFRESH_TOKEN'), client_id: of('CLIENT_ID'), client_secret: of('CLIENT_SECRET'), ...more };
  return fetch(`${environment.GENESYS_LOGIN_URL}/oauth/token`, { method: 'POST', body: new URLSearchParams(fields) });
}

const isOpen = (page, selector) => page.waitForSelector(`${selector}[open]`);
// Gone from the page: until then it takes the keys.
const isClosed = (page) => page.waitForFunction(() => !document.querySelector('dialog'));

/** Rules of axe that are not met, each with where. */
async function violations(page) {
  // By the debugging protocol: the page's policy lets no other script in.
  await page.evaluate(axeSource);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  return found.map((each) => `${each.id}: ${each.help}: ${each.nodes.map((node) => node.html.slice(0, 140)).join(' | ')}`);
}

test('loads what the server has and nothing else, and complains about nothing', async () => {
  const page = await open(browser, admin);
  await shows(page, '.facts', /http:\/\/127\.0\.0\.1/);

  assert.deepEqual(page.loaded.filter((url) => !url.startsWith(admin) && !url.startsWith('data:')), []);
  assert.deepEqual(page.complaints, []);
});

test('lets no script run that stands in the page', async () => {
  const page = await open(browser, admin);

  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    return globalThis.ran === true;
  });
  assert.equal(ran, false);
});

test('shows an exchange when it happens, and says that it was refused', async () => {
  const page = await open(browser, admin);
  assert.equal(await page.$$eval('.row.exchange', (all) => all.length), 0);

  await refresh('primary');
  await shows(page, '.row.exchange', /#1.*POST \/api\/v2\/oauth\/token.*✓ granted 200/s);
  await refresh('secondary');
  await shows(page, '.row.exchange', /#2.*✗ refused 403 client_not_registered_in_org/s);
  await shows(page, '#announcement', /#2 POST .*org secondary, refused 403/);
  await shows(page, '.lane-heads', /client.*primary.*secondary/s);
  assert.deepEqual(page.complaints, []);
});

test('tells why an exchange was refused, and gives the change that would let it pass', async () => {
  await refresh('secondary');
  const page = await open(browser, admin);
  await page.locator('.row.exchange').click();

  await shows(page, '.why .trail li.good', /✓client prod_app_client_xyz is registered in an org of this world/);
  await shows(page, '.why .trail li.bad', /✗client prod_app_client_xyz is registered in org secondary.*expected .*found /s);
  await shows(page, '.why', /decided at .*\.json:\d+/s);
  await clickNamed(page, 'Copy world_changes');
  await shows(page, '#notice', /Copied/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(JSON.parse(`{${copied}}`).world_changes.orgs.secondary.clients[client], copied);
  await shoot(page, 'refusal-1280-light');
});

test('shows as text whatever a client sends', async () => {
  const page = await open(browser, admin);
  const hostile = '<img src=x onerror="globalThis.harmed=1"><script>globalThis.harmed=1</script>';
  await refresh('secondary', { scope: hostile, [hostile]: hostile });
  await page.locator('.row.exchange').click();

  await shows(page, '.opened', /<img src=x onerror=/);
  assert.equal(await page.$$eval('#page img, #page script', (all) => all.length), 0);
  assert.equal(await page.evaluate(() => globalThis.harmed), undefined);
});

test('moves the clock on, and tells a mistake in how far', async () => {
  const page = await open(browser, admin);
  const before = await shows(page, '.clock .now', /^2\d{3}-/);
  await clickNamed(page, 'Advance the clock by 1h');

  await shows(page, '.row.note', /the clock went on by 1h/);
  const after = await shows(page, '.clock .now', /^2\d{3}-/);
  const hours = (Date.parse(`${after}Z`) - Date.parse(`${before}Z`)) / 3_600_000;
  assert.ok(hours >= 1 && hours < 1.1, `${before} to ${after}`);

  await page.type('#clock-by', '25 parsecs');
  await page.keyboard.press('Enter');
  await shows(page, '.clock [role=alert]', /25h/);
});

test('sends a world event, and shows what is wrong with it', async () => {
  const page = await open(browser, admin);
  await clickNamed(page, 'World event…');
  await isOpen(page, '.event-dialog');
  await page.click('.event-kinds input[value=rotate_secret]');
  await page.select('.event-form select', 'primary');
  await page.locator('.event-form input').fill('prod_app');
  await shoot(page, 'event-form-1280-light');
  await clickNamed(page, 'Send event');

  await shows(page, '.event-form [role=alert]', /prod_app.*→/s);
  assert.equal(await page.$eval('.event-form input', (each) => each.getAttribute('aria-invalid')), 'true');
  await shoot(page, 'event-mistake-1280-light');

  await page.locator('.event-form input').fill(client);
  await clickNamed(page, 'Send event');
  await isClosed(page);
  await shows(page, '.row.note.of-world', /secret of client prod_app_client_xyz of org primary/);
  await shows(page, '#notice', /secret of client/);
});

test('changes a client and a token by one click in the world', async () => {
  const page = await open(browser, admin);
  await clickNamed(page, `Disable client ${client} of org primary`);
  await shows(page, '.org', /disabled/);
  await clickNamed(page, `Enable client ${client} of org primary`);
  await shows(page, '.row.note.of-world', /became disabled.*became active/s);

  await clickNamed(page, 'Revoke token primary/refresh-main');
  await shows(page, '.org', /primary\/refresh-main✗ revoked/);
});

test('copies what was done as a scenario', async () => {
  const page = await open(browser, admin);
  await clickNamed(page, 'Advance the clock by 1h');
  await shows(page, '.row.note', /1h/);
  await clickNamed(page, 'Copy as scenario');
  await isOpen(page, '.scenario-dialog');
  await page.locator('#scenario-title').fill('Seen on Tuesday');
  await shows(page, '#scenario-text', /Seen on Tuesday/);
  await clickNamed(page, 'Copy scenario');

  await shows(page, '#notice', /Copied/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /"title": "Seen on Tuesday"/);
  assert.match(copied, /advance_clock/);
  await shoot(page, 'scenario-1280-light');
});

test('copies the environment of a client as shell commands', async () => {
  const page = await open(browser, admin);
  await clickNamed(page, 'Copy environment of a client');

  await shows(page, '#notice', /Copied/);
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^export GENESYS_LOGIN_URL='http:\/\/127/m);
});

test('forgets all at a reset, which is asked about first', async () => {
  await refresh('secondary');
  const page = await open(browser, admin);
  await shows(page, '.row.exchange', /403/);
  await clickNamed(page, 'Reset…');
  await isOpen(page, 'dialog');
  await page.keyboard.press('Escape');
  await isClosed(page);
  assert.equal(await page.$$eval('.row.exchange', (all) => all.length), 1);

  await clickNamed(page, 'Reset…');
  await isOpen(page, 'dialog');
  await clickNamed(page, 'Reset');
  await isClosed(page);
  // The scenario's own first step, a jump of the clock, is taken anew.
  await page.waitForFunction(() => document.querySelectorAll('.row.exchange').length === 0);
  await shows(page, '.count', /^0 exchanges$|^no exchanges?$/i);
});

test('leads through a scenario: what came of a call, and the verdict', async () => {
  const page = await open(browser, admin);
  await refresh('secondary');
  await page.keyboard.press('s');
  await shows(page, '.step.next', /call primary/);
  await clickNamed(page, 'This call was made');
  await shows(page, '.step.next', /call secondary/);
  await page.select('.call-made select', 'failed');
  await clickNamed(page, 'This call was made');
  await shows(page, '.step.failed', /call secondary/);
  await shoot(page, 'steps-1280-light');

  await clickNamed(page, 'Finish');
  await shows(page, '.verdict', /✗ failed/);
  await shows(page, '.findings', /call secondary.*expected needs_admin, got failed/s);
  await shoot(page, 'verdict-1280-light');
  assert.equal(await page.$eval('.verdict .main', (each) => each.disabled), true);
});

test('is used by keyboard alone', async () => {
  await refresh('primary');
  await refresh('secondary');
  const page = await open(browser, admin);
  await shows(page, '.row.exchange', /#2/);
  const active = () => page.$eval('#exchanges', (each) => each.getAttribute('aria-activedescendant'));
  const { keyboard } = page;

  await keyboard.press('j');
  assert.equal(await active(), 'row-1');
  await keyboard.press('ArrowDown');
  assert.equal(await active(), 'row-2');
  await keyboard.press('Enter');
  await shows(page, '.opened h2', /#2/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'panel', 'the panel that was opened is what is read');
  await keyboard.press('k');
  await shows(page, '.opened h2', /#1/);
  await keyboard.press('Escape');
  await shows(page, '[role=tab][aria-selected=true]', /World now/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'exchanges');

  await keyboard.press('/');
  await keyboard.type('refused');
  await shows(page, '.count', /^1 exchange$/);
  await keyboard.press('Escape');
  await shows(page, '.count', /^2 exchanges$/);

  await keyboard.press('t');
  await keyboard.type('90m');
  await keyboard.press('Enter');
  await shows(page, '.row.note', /by 90m/);
  await page.focus('#exchanges');

  await keyboard.press('e');
  await isOpen(page, '.event-dialog');
  assert.match(await focusedName(page), /rotate_secret/);
  await keyboard.press('ArrowDown');
  await shows(page, '.event-title', /delete a client/);
  await keyboard.press('Escape');
  await isClosed(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'exchanges', 'the focus is back');

  for (const [key, dialog] of [['c', '.scenario-dialog'], ['?', 'dialog']]) {
    await keyboard.press(key);
    await isOpen(page, dialog);
    await keyboard.press('Escape');
    await isClosed(page);
  }
  assert.deepEqual(page.complaints, []);
});

test('is reached by Tab everywhere, with a focus that is seen', async () => {
  await refresh('secondary');
  const page = await open(browser, admin);
  await shows(page, '.row.exchange', /403/);
  await shows(page, '.org', /secondary/);

  const wanted = await page.$$eval('button:not(:disabled), input, select, summary, #exchanges, #panel', (all) =>
    all.filter((each) => each.tabIndex >= 0 && each.checkVisibility()).length);
  const met = new Set();
  for (let press = 0; press < wanted + 5; press += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const each = document.activeElement;
      if (each === document.body) return null;
      each.dataset.met ??= String(document.querySelectorAll('[data-met]').length);
      const { outlineStyle, outlineWidth } = getComputedStyle(each);
      return { id: each.dataset.met, tag: each.outerHTML.slice(0, 90), isSeen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
    });
    if (!focused) continue;
    assert.ok(focused.isSeen, `no focus is seen on ${focused.tag}`);
    met.add(focused.id);
  }
  assert.equal(met.size, wanted);
});

for (const theme of ['light', 'dark']) {
  test(`is accessible as axe-core sees it, ${theme}`, async () => {
    await refresh('primary');
    await refresh('secondary');
    const page = await open(browser, admin, { theme });
    await clickNamed(page, 'Advance the clock by 1h');
    await shows(page, '.row.note', /1h/);
    assert.deepEqual(await violations(page), [], 'the world');
    await shoot(page, `world-1280-${theme}`);

    await page.keyboard.press('s');
    assert.deepEqual(await violations(page), [], 'steps');
    await page.locator('.row.exchange:last-of-type, .row.exchange').click();
    await shows(page, '.opened', /Request/);
    assert.deepEqual(await violations(page), [], 'an exchange');

    for (const [key, dialog] of [['e', '.event-dialog'], ['c', '.scenario-dialog'], ['?', 'dialog']]) {
      await page.focus('#exchanges');
      await page.keyboard.press(key);
      await isOpen(page, dialog);
      if (key === 'c') await shows(page, '#scenario-text', /steps/);
      assert.deepEqual(await violations(page), [], dialog);
      await shoot(page, `${{ e: 'event', c: 'scenario', '?': 'keys' }[key]}-dialog-1280-${theme}`);
      await page.keyboard.press('Escape');
      await isClosed(page);
    }
  });
}

test('fits a window of 800 pixels', async () => {
  await refresh('primary');
  await refresh('secondary');
  for (const theme of ['light', 'dark']) {
    const page = await open(browser, admin, { width: 800, theme });
    await shows(page, '.row.exchange', /403/);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await shoot(page, `world-800-${theme}`);
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await shows(page, '.why', /trail|registered/);
    await shoot(page, `refusal-800-${theme}`);
  }
});
