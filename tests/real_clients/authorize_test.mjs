// The adapters of clients/, spoken to as gcmock speaks: the step `authorize` and a call with a body, against a login host
// that checks PKCE and redirect URI. Run by ctest with Node's own test runner; what is not installed is skipped.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const redirectUri = 'https://web.example.com/callback';
const clientBody = { name: 'a "quoted" \\ name, ü', list: [1, { do: 'x', org: 'y' }], nothing: null };

function json(response, status, value) {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

// Grants every user's consent, but not to the client `denied`; and hands `confused` another state than it sent.
class LoginHost {
  codes = new Map();
  bodies = [];
  redeemed = [];

  async start() {
    this.server = createServer((request, response) => this.answer(request, response)).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  async answer(request, response) {
    const body = await text(request);
    const url = new URL(request.url, this.url);
    if (url.pathname === '/oauth/authorize') return this.authorize(url, response);
    if (url.pathname === '/oauth/token') return this.redeem(new URLSearchParams(body), response);
    if (!url.pathname.startsWith('/api/')) return json(response, 404, {});
    this.bodies.push({ method: request.method, type: request.headers['content-type'], body });
    return json(response, 200, {});
  }

  // By way of a second page, as a login does.
  authorize(url, response) {
    const asked = url.searchParams;
    const callback = new URL(asked.get('redirect_uri'));
    if (!asked.has('consented')) {
      asked.set('consented', 'yes');
      return response.writeHead(302, { Location: url.href }).end();
    }
    callback.searchParams.set('state', asked.get('client_id') === 'confused' ? 'another' : asked.get('state'));
    if (asked.get('client_id') === 'denied') callback.searchParams.set('error', 'access_denied');
    else callback.searchParams.set('code', this.code(asked.get('code_challenge')));
    return response.writeHead(302, { Location: callback.href }).end();
  }

  code(challenge) {
    const code = `code-${this.codes.size}`;
    this.codes.set(code, challenge);
    return code;
  }

  redeem(form, response) {
    const challenge = this.codes.get(form.get('code'));
    this.redeemed.push(form.get('code'));
    const verifier = form.get('code_verifier');
    const proven = verifier === null ? null : createHash('sha256').update(verifier).digest('base64url');
    const good = this.codes.has(form.get('code')) && proven === challenge && form.get('redirect_uri') === redirectUri;
    if (!good) return json(response, 400, { error: 'invalid_grant' });
    return json(response, 200, { access_token: 'a', refresh_token: 'r', token_type: 'bearer', expires_in: 3600 });
  }
}

class Session {
  constructor(client, host, settings) {
    const command = client === 'curl' ? ['bash', 'session.sh'] : ['node', 'adapter.mjs'];
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GENESYS_'));
    this.process = spawn(command[0], command.slice(1), {
      cwd: fileURLToPath(new URL(`../../clients/${client}`, import.meta.url)),
      env: {
        ...Object.fromEntries(inherited), NODE_NO_WARNINGS: '1', NO_PROXY: '127.0.0.1',
        GENESYS_LOGIN_URL: host.url, GENESYS_API_URL: host.url, GENESYS_ORG_ACME_REDIRECT_URI: redirectUri, ...settings,
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  // Members in the order of their names, as gcmock writes them.
  async ask(request) {
    const inOrder = Object.fromEntries(Object.entries({ ...request, org: 'acme', parallel: 1 }).sort());
    this.process.stdin.write(`${JSON.stringify(inOrder)}\n`);
    return JSON.parse((await this.lines.next()).value).outcome;
  }

  async end() {
    this.process.stdin.end();
    if (this.process.exitCode === null) await once(this.process, 'exit');
  }
}

async function withSession(client, settings, act) {
  const host = await new LoginHost().start();
  const session = new Session(client, host, settings);
  try {
    await act(session, host);
  } finally {
    await session.end();
    host.server.closeAllConnections();
    host.server.close();
  }
}

const secret = { GENESYS_ORG_ACME_CLIENT_SECRET: 's3cret' };
const clients = ['purecloud-js', 'purecloud-js-older', 'openid-client', 'simple-oauth2', 'axios-auth-refresh', 'curl'];
for (const client of clients) {
  const folder = new URL(`../../clients/${client}/`, import.meta.url);
  const installed = !existsSync(new URL('package.json', folder)) || existsSync(new URL('node_modules', folder));
  const skip = installed ? false : `run npm ci in clients/${client} (node_modules is missing)`;

  for (const [kind, settings] of [['with a secret', secret], ['without one', {}]]) {
    test(`${client} ${kind}: authorizes, and posts a body`, { skip }, async () => {
      await withSession(client, { GENESYS_ORG_ACME_CLIENT_ID: 'app', ...settings }, async (session, host) => {
        assert.equal(await session.ask({ do: 'authorize' }), 'ok');
        const post = { do: 'call', method: 'POST', path: '/api/v2/oauth/clients', body: clientBody };
        assert.equal(await session.ask(post), 'ok');
        assert.equal(host.bodies.length, 1);
        assert.match(host.bodies[0].type, /^application\/json/);
        assert.deepEqual(JSON.parse(host.bodies[0].body), clientBody);
      });
    });
  }

  test(`${client}: posts a text as it stands, with its type`, { skip }, async () => {
    const settings = { GENESYS_ORG_ACME_CLIENT_ID: 'app', GENESYS_ORG_ACME_ACCESS_TOKEN: 'a', ...secret };
    await withSession(client, settings, async (session, host) => {
      const post = { do: 'call', method: 'POST', path: '/api/v2/x', body: '{"a": "b\\n', content_type: 'text/plain' };
      assert.equal(await session.ask(post), 'ok');
      assert.match(host.bodies[0].type, /^text\/plain/);
      assert.equal(host.bodies[0].body, post.body);
    });
  });

  test(`${client}: sends the user to the admin where the org has not authorized it`, { skip }, async () => {
    await withSession(client, { GENESYS_ORG_ACME_CLIENT_ID: 'denied', ...secret }, async (session) => {
      assert.equal(await session.ask({ do: 'authorize' }), 'needs_admin');
    });
  });

  test(`${client}: redeems no code that came with another state`, { skip }, async () => {
    await withSession(client, { GENESYS_ORG_ACME_CLIENT_ID: 'confused', ...secret }, async (session, host) => {
      assert.equal(await session.ask({ do: 'authorize' }), 'failed');
      assert.deepEqual(host.redeemed, []);
    });
  });
}
