// A small stand-in for the admin API of `gcmock serve`, with real exchanges (served.json, of a run of
// scenarios/regressions/secondary_org_refresh_403.json) and a mock's token endpoint that has two answers. It shows the
// page without a C++ build, and does what a real server does rarely: goes away, cuts, floods, asks for a token.
// By hand: node fake_admin.mjs [PORT] [TOKEN]; it receives an exchange every two seconds then.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../../harness/page/dist/', import.meta.url));
const served = JSON.parse(readFileSync(new URL('served.json', import.meta.url), 'utf8'));
const client = 'prod_app_client_xyz';

const contentPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const pageFiles = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
};

const org = { name: 'org', required: true, kind: 'org', one_of: ['primary', 'secondary'] };
const ofClient = [org, { name: 'client', required: true, kind: 'client' }];
const ofUser = [org, { name: 'user', required: true, kind: 'user' }];
const ofToken = [{ name: 'token', required: true, kind: 'token' }];
const word = (name, ...words) => ({ name, required: true, kind: 'word', one_of: words });
const texts = (name) => ({ name, required: true, kind: 'texts' });
const holder = [org, { name: 'client', required: false, kind: 'client' }, { name: 'user', required: false, kind: 'user' }];

const events = [
  ['rotate_secret', "rotate a client's secret", ofClient],
  ['delete_client', 'delete a client', ofClient],
  ['set_client_state', "set a client's state", [...ofClient, word('state', 'active', 'inactive', 'disabled')]],
  ['set_authorization', "set an authorization's state", [...ofClient, word('state', 'unauthorized', 'requested', 'authorized', 'revoked')]],
  ['give_scopes', 'give scopes to a client', [...ofClient, texts('scopes')]],
  ['take_scopes', 'take scopes from a client', [...ofClient, texts('scopes')]],
  ['give_roles', 'give roles to a client or a user', [...holder, texts('roles')]],
  ['take_roles', 'take roles from a client or a user', [...holder, texts('roles')]],
  ['revoke_token', 'revoke a token', ofToken],
  ['revoke_family', 'revoke all that descends from one grant', ofToken],
  ['revoke_tokens', 'revoke all tokens of a client or a user', holder],
  ['expire_token', 'let a token end now', ofToken],
  ['set_org_status', "set an org's status", [org, word('status', 'active', 'inactive', 'deleted')]],
  ['set_user_status', "set a user's status", [...ofUser, word('status', 'active', 'inactive')]],
  ['set_limit', 'set or lift a rate limit', [
    org,
    word('limit', 'token_requests', 'api_requests', 'api_requests_per_token', 'api_requests_per_client'),
    { name: 'requests', required: false, kind: 'number' },
    { name: 'window', required: false, kind: 'duration' },
  ]],
].map(([name, title, members]) => ({ name, title, members }));

const start = '2026-01-01T00:00:00.000Z';
const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const token = (label, kind, user, hours) => ({
  label, kind, client, user, life: 'live', issued_at: start, family: 1,
  expires_at: hours ? new Date(Date.parse(start) + hours * units.h).toISOString() : null,
});

function worldOrg(name, user, registered) {
  return {
    name,
    id: `00000000-0000-4000-8000-0000000000${name === 'primary' ? '01' : '02'}`,
    display_name: name === 'primary' ? 'Primary Org' : 'Secondary Org',
    status: 'active',
    clients: registered
      ? [{
          id: client, name: 'Premium App', state: 'active', grant_types: ['CODE'], scopes: ['integration:manage', 'user:read'],
          roles: ['integration_admin'], redirect_uris: ['https://app.example.com/oauth/callback'],
        }]
      : [],
    authorizations: [],
    users: [{ name: user, display_name: `${user[0].toUpperCase()}${user.slice(1)} ${name}`, status: 'active', roles: ['integration_admin'] }],
    limits: [{ limit: 'token_requests', requests: 300, window_s: 60 }],
    tokens: [token(`${name}/refresh-main`, 'refresh_token', user, null), token(`${name}/access-main`, 'access_token', user, 24)],
  };
}

class Mistake extends Error {
  constructor(status, title, detail, diagnostics) {
    super(title);
    this.problem = { title, status, ...(detail && { detail }), ...(diagnostics && { diagnostics }) };
  }
}

class FakeRun {
  constructor(id, kind, loginUrl) {
    Object.assign(this, { id, kind, loginUrl });
    this.listeners = new Set();
    this.begin();
  }

  begin() {
    this.now = start;
    this.entries = [];
    this.told = [];
    this.state = 'open';
    this.done = [];
    this.recorded = [];
    this.world = { dialect: 'reported', region: 'mypurecloud.com', orgs: [worldOrg('primary', 'alice', true), worldOrg('secondary', 'bob', false)] };
  }

  get run() {
    const calls = served.result.steps.map((step) => step.what);
    return {
      id: this.id,
      file: this.kind === 'scenario' ? 'scenarios/regressions/secondary_org_refresh_403.json' : 'fixtures/worlds/premium_app_two_orgs.json',
      title: this.kind === 'scenario' ? served.result.title : '',
      kind: this.kind, state: this.state, status: this.state === 'finished' ? 'failed' : null, seed: 1, dialect: 'reported',
      login_url: this.loginUrl, api_url: this.loginUrl.replace(/\/api\/v2$/, ''), exchanges: this.entries.length, now: this.now,
      steps: this.kind === 'world' ? [] : calls.map((what, index) => ({
        what, is_call: what.startsWith('call'),
        // The first is no call, and done with the start.
        state: index < this.done.length + 1 ? 'done' : index === this.done.length + 1 ? 'next' : 'waiting',
        outcome: this.done[index - 1] ?? null,
        failed: (this.done[index - 1] ?? 'ok') === 'failed',
      })),
    };
  }

  tell(name, data) {
    if (name === 'reset') this.told = [];
    else this.told.push([name, data]);
    for (const listener of this.listeners) listener(name, data);
  }

  /** Like exchange `number` of served.json, with what `change` does to it. */
  receive(number, change = () => undefined) {
    const entry = structuredClone(served.journal[number - 1]);
    entry.seq = this.entries.length + 1;
    entry.at = this.now;
    change(entry);
    this.entries.push(entry);
    this.recorded.push({ do: 'call', org: entry.subject.org ?? 'primary', outcome: entry.answer.status < 400 ? 'ok' : 'needs_admin' });
    this.tell('exchange', entry);
    return entry;
  }

  deliver(seq, state) {
    const { delivery } = this.entries[seq - 1];
    Object.assign(delivery, { state, bytes_sent: state === 'complete' ? delivery.bytes_total : 0 });
    this.tell('delivery', { seq, delivery });
  }

  advance(text) {
    const parts = [...String(text).matchAll(/(\d+)\s*(ms|s|m|h|d)\s*/g)];
    if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) {
      throw new Mistake(400, 'The clock was not moved', `"${text}" is no duration: write "90s", "25h" or "1h 30m"`);
    }
    const by = parts.reduce((sum, [, count, unit]) => sum + count * units[unit], 0);
    this.now = new Date(Date.parse(this.now) + by).toISOString();
    this.recorded.push({ advance_clock: text });
    this.tell('clock', { now: this.now, by_ms: by });
  }

  change(event) {
    const [name, members] = Object.entries(event)[0];
    const kind = events.find((each) => each.name === name);
    const wrong = [];
    for (const { name: member, required } of kind.members) {
      if (required && members[member] === undefined) {
        wrong.push({ code: 'GC202', what: `"${member}" is missing in the event`, fix: 'add it', place: { file: 'the event', line: 1, column: 2 } });
      }
    }
    const where = this.world.orgs.find((each) => each.name === members.org);
    const found = where?.clients.find((each) => each.id === members.client);
    if (members.client && where && !found) {
      wrong.push({
        code: 'GC303', what: `org ${members.org} knows no client "${members.client}"`,
        fix: 'register it under "clients", or authorize it under "authorizations"', place: { file: 'the event', line: 1, column: JSON.stringify({ [name]: members }).indexOf('"client":') + 10 },
      });
    }
    if (wrong.length > 0) throw new Mistake(400, 'The world was not changed', `${wrong.length} mistakes in the event`, wrong);
    if (name === 'set_client_state') found.state = members.state;
    for (const each of this.world.orgs.flatMap(({ tokens }) => tokens)) {
      if (each.label === members.token) each.life = name === 'expire_token' ? 'expired' : 'revoked';
    }
    const made = { after: this.entries.length, what: this.sentence(name, members), place: `/orgs/${members.org ?? members.token}` };
    this.recorded.push(event);
    this.tell('change', made);
    return made;
  }

  sentence(name, { org: where, client: who, state, token: which }) {
    if (name === 'rotate_secret') return `the secret of client ${who} of org ${where} was rotated`;
    if (name === 'set_client_state') return `client ${who} of org ${where} became ${state}`;
    if (name === 'revoke_token') return `${which} was revoked`;
    if (name === 'expire_token') return `${which} expired`;
    return `${name} was done`;
  }

  step(outcome) {
    if (this.done.length + 1 >= served.result.steps.length) throw new Mistake(409, 'No call is next');
    this.done.push(outcome);
    this.tell('run', this.run);
  }

  reset() {
    this.begin();
    this.tell('reset', {});
    this.tell('run', this.run);
  }

  scenario(title) {
    const file = { $schema: '../schema/scenario.schema.json', title, world: '../../fixtures/worlds/premium_app_two_orgs.json', steps: this.recorded };
    return JSON.stringify(file, null, 2) + '\n';
  }
}

export class FakeAdmin {
  constructor({ token: wanted = '', runs = { served: 'scenario' } } = {}) {
    this.wanted = wanted;
    this.kinds = runs;
    this.sockets = new Set();
  }

  /** With the runs anew, as a program that was started again has them. */
  async start(port = 0) {
    this.server = createServer((request, response) => void this.answer(request, response));
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
    await new Promise((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    this.port = this.server.address().port;
    this.url = `http://127.0.0.1:${this.port}/`;
    this.runs = new Map(Object.entries(this.kinds).map(([id, kind]) => [id, new FakeRun(id, kind, `${this.url}mock/${id}/api/v2`)]));
    return this;
  }

  async stop() {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get served() {
    return this.runs.get('served');
  }

  async answer(request, response) {
    const { pathname, searchParams } = new URL(request.url, this.url);
    const send = (status, body, type = 'application/json') => {
      response.writeHead(status, { 'Content-Type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    try {
      const text = await new Response(request).text().catch(() => '');
      if (pathname in pageFiles) return this.sendPage(response, ...pageFiles[pathname]);
      if (pathname.startsWith('/mock/')) return this.answerAsMock(pathname, text, request, send);
      if (this.wanted && request.headers.authorization !== `Bearer ${this.wanted}`) throw new Mistake(401, 'The admin API needs a token');
      const body = text && JSON.parse(text);
      if (pathname === '/v1/runs') return send(200, { runs: [...this.runs.values()].map((each) => each.run) });
      const [, , , id, ...rest] = pathname.split('/');
      const run = this.runs.get(id);
      if (!run) throw new Mistake(404, `There is no run "${id}"`);
      return this.answerFor(run, `${request.method} ${rest.join('/')}`, { body, searchParams, response, send });
    } catch (error) {
      if (!(error instanceof Mistake)) console.error(error);
      return send(error.problem?.status ?? 500, error.problem ?? { title: String(error), status: 500 }, 'application/problem+json');
    }
  }

  sendPage(response, name, type) {
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': contentPolicy, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store' });
    response.end(readFileSync(page + name));
  }

  /** The mock's side: a refresh of the secondary org is refused, what else there is is granted. */
  answerAsMock(pathname, text, request, send) {
    const run = this.runs.get(pathname.split('/')[2]);
    const isRefused = text.includes('secondary');
    const entry = run.receive(isRefused ? 5 : 2, (each) => {
      each.request.path = pathname.replace(`/mock/${run.id}`, '');
      each.request.fields = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value: /token|secret/.test(name) ? '‹hidden›' : value }));
      each.request.headers = Object.entries(request.headers).map(([name, value]) => ({ name, value }));
    });
    return send(entry.answer.status, entry.answer.body);
  }

  answerFor(run, what, { body, searchParams, response, send }) {
    const seq = /^GET journal\/(\d+)$/.exec(what)?.[1];
    if (seq) {
      const exchange = run.entries[seq - 1];
      if (!exchange) throw new Mistake(404, `There is no exchange #${seq}`);
      const explanation = served.explanations.find((each) => each.reason === exchange.answer.refusal) ?? null;
      return send(200, { exchange, explanation: explanation && { ...explanation, exchange: exchange.seq } });
    }
    switch (what) {
      case 'GET ':
        return send(200, run.run);
      case 'GET events':
        return this.stream(run, response);
      case 'GET clock':
        return send(200, { now: run.now, time: 'frozen' });
      case 'POST clock':
        run.advance(body.advance);
        return send(200, { now: run.now, time: 'frozen' });
      case 'GET world':
        return send(200, { now: run.now, ...run.world });
      case 'GET world/events':
        return send(200, { events });
      case 'POST world/events':
        return send(200, run.change(body));
      case 'GET scenario':
        return send(200, run.scenario(searchParams.get('title')));
      case 'GET environment':
        return send(200, {
          GENESYS_LOGIN_URL: run.loginUrl,
          GENESYS_API_URL: run.run.api_url,
          ...Object.fromEntries(['PRIMARY', 'SECONDARY'].flatMap((name) => [
            [`GENESYS_ORG_${name}_CLIENT_ID`, client],
            [`GENESYS_ORG_${name}_CLIENT_SECRET`, `it's the secret of ${name.toLowerCase()}`],
            [`GENESYS_ORG_${name}_REFRESH_TOKEN`, `refresh-${name.toLowerCase()}`],
          ])),
        });
      case 'POST steps':
        run.step(body.outcome);
        return send(200, run.run);
      case 'POST finish':
        run.state = 'finished';
        run.tell('run', run.run);
        return send(200, { status: 'failed', result: served.result });
      case 'GET verdict':
        return send(200, { status: run.run.status, result: served.result });
      case 'POST reset':
        run.reset();
        return send(200, run.run);
      default:
        throw new Mistake(404, `There is no ${what}`);
    }
  }

  stream(run, response) {
    const write = (name, data) => response.write(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write(': gcmock\n\n');
    for (const [name, data] of run.told) write(name, data);
    run.listeners.add(write);
    // Not the request's: that ends with its body.
    response.on('close', () => run.listeners.delete(write));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , port = '0', wanted = ''] = process.argv;
  const admin = await new FakeAdmin({ token: wanted, runs: { served: 'scenario', 'run-1': 'world' } }).start(Number(port));
  console.log(`admin      ${admin.url}`);
  let next = 0;
  setInterval(() => admin.served.receive((next++ % served.journal.length) + 1), 2000);
}
