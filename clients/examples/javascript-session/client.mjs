// A session client in JavaScript: one call a line in, one outcome a line out, tokens in memory between them. Node 18 or
// later, and nothing else. Put your own client where send() is used.
import { createInterface } from 'node:readline';

const { GENESYS_LOGIN_URL: loginUrl, GENESYS_API_URL: apiUrl } = process.env;
const orgs = new Map();

function orgOf(name) {
  const prefix = `GENESYS_ORG_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_`;
  const setting = (key) => process.env[prefix + key] ?? '';
  if (!orgs.has(name)) {
    orgs.set(name, {
      credentials: `${encodeURIComponent(setting('CLIENT_ID'))}:${encodeURIComponent(setting('CLIENT_SECRET'))}`,
      accessToken: setting('ACCESS_TOKEN'),
      refreshToken: setting('REFRESH_TOKEN'),
    });
  }
  return orgs.get(name);
}

/** Status and JSON of the answer; 503 where there was no whole one. No redirect is followed: credentials go nowhere else. */
async function send(url, options) {
  try {
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000), ...options });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 503, body: {} };
  }
}

// What only an administrator can mend (RFC 6749 §5.2), whatever its status.
const aboutTheClient = ['invalid_client', 'unauthorized_client', 'invalid_scope', 'unsupported_grant_type'];

function outcomeOf(status, error) {
  if (aboutTheClient.includes(error)) return 'needs_admin';
  if (status === 429 || status >= 500) return 'retry_later';
  return { 200: 'ok', 201: 'ok', 204: 'ok', 400: 'needs_user', 401: 'needs_user', 403: 'needs_admin' }[status] ?? 'failed';
}

async function renew(org) {
  if (org.refused) return org.refused; // for good: this org is asked no more
  const { status, body } = await send(`${loginUrl}/oauth/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(org.credentials)}` },
    body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: org.refreshToken }),
  });
  const outcome = outcomeOf(status, body.error);
  if (outcome === 'ok' && !body.access_token) return 'retry_later';
  if (outcome === 'ok') {
    org.accessToken = body.access_token;
    org.refreshToken = body.refresh_token ?? org.refreshToken; // the old one stays good where none is returned
  } else if (outcome !== 'retry_later') {
    org.refused = outcome;
  }
  return outcome;
}

/** Calls that meet 401 at the same time share one refresh. */
function refresh(org) {
  org.underWay ??= renew(org).finally(() => { org.underWay = undefined; });
  return org.underWay;
}

async function call(org, { path = '/api/v2/users/me', method = 'GET', body, content_type: type }) {
  const ask = () => send(apiUrl + path, {
    method,
    headers: { Authorization: `Bearer ${org.accessToken}`, ...(body !== undefined && { 'Content-Type': type ?? 'application/json' }) },
    body: body === undefined || type ? body : JSON.stringify(body),
  });
  const { accessToken } = org;
  const first = await ask();
  if (first.status !== 401) return outcomeOf(first.status);
  const refreshed = org.accessToken === accessToken ? await refresh(org) : 'ok';
  return refreshed === 'ok' ? outcomeOf((await ask()).status) : refreshed;
}

const badness = ['ok', 'retry_later', 'needs_user', 'needs_admin', 'failed'];

async function perform({ do: verb, org: name, parallel = 1, ...request }) {
  if (verb === 'now') return { now_ms: Date.now() };
  const perform = { call, refresh }[verb];
  if (!perform) return { cannot_do: `${verb} is not written yet` };
  const outcomes = await Promise.all(Array.from({ length: parallel }, () => perform(orgOf(name), request)));
  return { outcome: outcomes.sort((a, b) => badness.indexOf(b) - badness.indexOf(a))[0] };
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await perform(JSON.parse(line)))}\n`);
}
