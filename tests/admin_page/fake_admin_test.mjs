// What needs a server that goes away, floods, cuts, has several runs or asks for a token when the test wants it.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { clickNamed, closeAll, launch, open, shoot, shows } from './browser.mjs';
import { FakeAdmin } from './fake_admin.mjs';

let browser;
const admins = [];
before(async () => {
  browser = await launch();
});
after(() => browser?.close());
afterEach(async () => {
  await closeAll(browser);
  await Promise.all(admins.splice(0).map((admin) => admin.stop()));
});

async function fakeAdmin(options) {
  const admin = await new FakeAdmin(options).start();
  admins.push(admin);
  return admin;
}

test('connects again where the server was away, and shows what is there then', async () => {
  const admin = await fakeAdmin();
  admin.served.receive(2);
  admin.served.receive(5);
  const page = await open(browser, admin.url);
  await shows(page, '.row.exchange', /#2/);
  await admin.stop();
  await shows(page, '#connection', /no connection/);
  await shows(page, '.connection', /again in \d s/);
  await shoot(page, 'no-connection-1280-light');

  await admin.start(admin.port);
  admin.served.receive(1);
  await page.waitForSelector('.state.live', { timeout: 15_000 });
  const rows = await shows(page, '.row.exchange', /401 bearer_expired/);
  assert.doesNotMatch(rows, /#2/, 'what the former server had is gone');
  admin.served.receive(5);
  await shows(page, '.row.exchange', /#2.*403/s);
});

test('connects at once where it is told to', async () => {
  const admin = await fakeAdmin();
  const page = await open(browser, admin.url);
  await admin.stop();
  await shows(page, '.connection', /again in [48] s/);
  await admin.start(admin.port);
  await clickNamed(page, 'Connect now');

  await page.waitForSelector('.state.live', { timeout: 2000 });
});

test('asks for the token, and keeps it out of the address', async () => {
  const admin = await fakeAdmin({ token: 'let-me-in' });
  const page = await open(browser, admin.url, { isConnected: false });
  await page.waitForSelector('dialog[open] #token');
  await shoot(page, 'token-1280-light');
  await page.type('#token', 'guessed');
  await page.keyboard.press('Enter');
  await shows(page, 'dialog [role=alert]', /does not take the token/);
  await page.locator('#token').fill('let-me-in');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.state.live');

  admin.served.receive(2);
  await shows(page, '.row.exchange', /✓ granted 200/);
  assert.doesNotMatch(page.url(), /let-me-in/);
  await page.reload();
  await page.waitForSelector('.state.live');
});

test('says that a token is needed where none was given, and asks again', async () => {
  const admin = await fakeAdmin({ token: 'let-me-in' });
  const page = await open(browser, admin.url, { isConnected: false });
  await page.waitForSelector('dialog[open] #token');
  await page.keyboard.press('Escape');

  await shows(page, '#connection', /token needed/);
  await clickNamed(page, 'Give token…');
  await page.waitForSelector('dialog[open] #token');
});

test('takes the token from the address, and takes it out of there', async () => {
  const admin = await fakeAdmin({ token: 'let-me-in' });
  const page = await open(browser, `${admin.url}#token=let-me-in`);

  assert.equal(page.url(), admin.url);
  assert.deepEqual(page.complaints, []);
});

test('draws by colour and sign what came of an exchange', async () => {
  const admin = await fakeAdmin();
  const page = await open(browser, admin.url);
  admin.served.receive(2);
  admin.served.receive(5);
  admin.served.receive(8);
  admin.served.receive(5, (entry) => Object.assign(entry.answer, { scripted: true, author: 'script', status: 503 }));
  admin.served.receive(2, (entry) => { entry.delivery.state = 'pending'; });
  admin.served.receive(2, (entry) => { entry.answer.changes = [{ what: 'role auditor of org primary became [x]', place: '/orgs/primary/roles/auditor' }]; });

  await shows(page, '.row.exchange', /✓ .*✗ .*✂ .*did not arrive.*rule: cut before headers.*◆ .*503.*… .*under way.*↳ role auditor/s);
  const strokes = await page.$$eval('.arrows .answer', (all) => all.map((each) => getComputedStyle(each).stroke));
  assert.equal(new Set(strokes.slice(0, 3)).size, 3, `${strokes}`);
  await shoot(page, 'fates-1280-light');
  admin.served.deliver(5, 'complete');
  await page.waitForFunction(() => !/under way/.test(document.querySelector('#row-5').textContent));
});

test('gives a lane to requests that belong to no org', async () => {
  const admin = await fakeAdmin();
  const page = await open(browser, admin.url);
  admin.served.receive(5, (entry) => { entry.subject.org = null; });

  await shows(page, '.lane-heads', /primary.*secondary.*no org/s);
});

test('shows one org, and one kind of answer, where that is wanted', async () => {
  const admin = await fakeAdmin();
  for (const number of [1, 2, 3, 4, 5]) admin.served.receive(number);
  const page = await open(browser, admin.url);
  await shows(page, '.count', /^5 exchanges$/);
  await page.select('.filters select[aria-label=Org]', 'primary');
  await shows(page, '.count', /^3 exchanges$/);
  assert.doesNotMatch(await shows(page, '.lane-heads', /primary/), /secondary/);

  await page.select('.filters select[aria-label="What came of it"]', 'refused');
  await shows(page, '.count', /^1 exchange$/);
  await clickNamed(page, 'Show all');
  await shows(page, '.count', /^5 exchanges$/);
  await page.type('#filter', 'nothing like it');
  await shows(page, '.empty', /The filter leaves nothing/);
});

test('stays at the newest until it is scrolled back', async () => {
  const admin = await fakeAdmin();
  for (let i = 0; i < 100; i += 1) admin.served.receive(3);
  const page = await open(browser, admin.url);
  await page.waitForSelector('#row-100');
  admin.served.receive(5);
  await page.waitForSelector('#row-101');

  await page.$eval('#exchanges', (each) => { each.scrollTop = 0; });
  await page.waitForSelector('#row-1');
  admin.served.receive(5);
  await shows(page, '.count', /^102 exchanges$/);
  assert.equal(await page.$('#row-102'), null, 'who reads further up is left there');
  await page.click('.to-end');
  await page.waitForSelector('#row-102');
});

/** Milliseconds that the page works at a step from one exchange to the next, with so many of them. */
async function workOfStep(exchanges) {
  const admin = await fakeAdmin();
  for (let i = 0; i < exchanges / 2; i += 1) {
    admin.served.receive(2);
    admin.served.receive(5);
  }
  const page = await open(browser, admin.url);
  await page.waitForSelector(`#row-${exchanges}`);
  const worked = async () => {
    const { ScriptDuration, LayoutDuration, RecalcStyleDuration } = await page.metrics();
    return ScriptDuration + LayoutDuration + RecalcStyleDuration;
  };
  const steps = 50;
  const before = await worked();
  for (let i = 0; i < steps; i += 1) await page.keyboard.press('k');
  await page.waitForFunction((id) => document.getElementById('exchanges').getAttribute('aria-activedescendant') === id, {}, `row-${exchanges - steps + 1}`);
  return { page, ms: ((await worked() - before) * 1000) / steps };
}

test('draws as much, and works as much, with 5,000 exchanges as with a hundred', async () => {
  const few = await workOfStep(100);
  await few.page.close();
  const many = await workOfStep(5000);

  const drawn = await many.page.$$eval('.row', (all) => all.length);
  assert.ok(drawn < 80, `${drawn} rows are drawn`);
  // A ratio, since a machine may be busy: drawing all of them would be fifty times the work.
  assert.ok(many.ms < 4 * few.ms, `${many.ms.toFixed(1)} ms a step, and ${few.ms.toFixed(1)} ms with few`);
  await many.page.type('#filter', '#4321');
  await shows(many.page, '.row.exchange', /#4321/);
  await shoot(many.page, 'many-1280-light');
});

test('announces many refusals as one sentence, and none that is old', async () => {
  const admin = await fakeAdmin();
  admin.served.receive(5);
  const page = await open(browser, admin.url);
  await shows(page, '.row.exchange', /#1/);
  for (let i = 0; i < 6; i += 1) admin.served.receive(5);

  await shows(page, '#announcement', /^6 new refusals, the last: #7 /);
});

test('shows one of several runs, and comes back to it', async () => {
  const admin = await fakeAdmin({ runs: { served: 'scenario', 'run-1': 'world' } });
  admin.served.receive(2);
  admin.runs.get('run-1').receive(5);
  const page = await open(browser, admin.url);
  await shows(page, '.row.exchange', /✓ granted 200/);
  await page.select('.run-chooser select', 'run-1');

  await shows(page, '.row.exchange', /✗ .*403/s);
  await shows(page, '[role=tab]', /Verdict/);
  await page.reload();
  await shows(page, '.row.exchange', /✗ .*403/s);
  admin.runs.delete('run-1');
  await page.focus('.run-chooser select');
  await shows(page, '.row.exchange', /✓ granted 200/);
});

test('shows the verdict with what failed, and leads to the exchanges that it names', async () => {
  const admin = await fakeAdmin();
  for (const number of [1, 2, 3, 4, 5, 6, 7]) admin.served.receive(number);
  for (const theme of ['light', 'dark']) {
    const page = await open(browser, admin.url, { theme });
    await page.keyboard.press('s');
    await clickNamed(page, 'Verdict by now');
    await shows(page, '.findings', /exactly 1 exchange.*found none.*closest to it was #2.*I-18 .*2 more token requests/s);
    await shoot(page, `verdict-1280-${theme}`);
    await clickNamed(page, 'Open exchange 6');
    await shows(page, '.opened h2', /#6/);
    await page.close();
  }
});

test('leaves single keys alone where they are switched off', async () => {
  const admin = await fakeAdmin();
  const page = await open(browser, admin.url);
  await page.keyboard.press('?');
  await page.locator('.check input').click();
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  await page.keyboard.press('e');

  assert.equal(await page.$('dialog[open]'), null);
});
