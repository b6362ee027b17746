// gcmock's session protocol in Node (docs/formats.md, "Client profile"): what the adapters of clients/ share. A line in,
// a call made, a line out. How a library is used, and what its errors say, is each adapter's own.
import { createInterface } from 'node:readline';

import { LoginPage } from './browser.mjs';

export const loginUrl = process.env.GENESYS_LOGIN_URL;
export const apiUrl = process.env.GENESYS_API_URL;

/** What the environment contract says of one org; a member that it does not say is undefined. */
export function settingsOf(org) {
  const prefix = `GENESYS_ORG_${org.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_`;
  const setting = (name) => process.env[prefix + name];
  return {
    clientId: setting('CLIENT_ID'),
    clientSecret: setting('CLIENT_SECRET'),
    redirectUri: setting('REDIRECT_URI'),
    refreshToken: setting('REFRESH_TOKEN'),
    accessToken: setting('ACCESS_TOKEN'),
    code: setting('AUTH_CODE'),
    assertion: setting('SAML_ASSERTION'),
    orgName: setting('ORG_NAME'),
  };
}

/** Grant type by which a SAML2 assertion is exchanged for a token; `orgName` and `assertion` go with it. */
export const saml2Bearer = 'urn:ietf:params:oauth:grant-type:saml2-bearer';

/** Parameters of an authorization request that say who is to log in, and where. */
export function hintsOf({ login_hint: hint, target }) {
  return { ...(hint && { login_hint: hint }), ...(target && { target }) };
}

/** Nothing to go on with but id and secret: a client of the client credentials grant. */
export function isService({ accessToken, refreshToken, code, assertion, redirectUri }) {
  return !accessToken && !refreshToken && !code && !assertion && !redirectUri;
}

/**
 * The body of a call as it goes over the wire, {text, type}: a JSON value as JSON, a text that says its type as it stands.
 * Undefined: the call has none.
 */
export function bodyOf({ body, content_type: type }) {
  if (body === undefined) return undefined;
  return type === undefined ? { text: JSON.stringify(body), type: 'application/json' } : { text: body, type };
}

/**
 * The outcome of an error, by what it tells: an HTTP status, the OAuth error code of a token endpoint's answer, or
 * `lost` where no whole answer came.
 */
export function outcomeOf({ status, code, lost }) {
  if (['invalid_client', 'unauthorized_client', 'invalid_scope'].includes(code)) return 'needs_admin';
  if (status === 401 || code === 'invalid_grant') return 'needs_user';
  if (status === 403) return 'needs_admin';
  if (status === 429 || status >= 500 || lost) return 'retry_later';
  return 'failed';
}

// No more than status, code and name: an error of a library may carry the request, with its credentials.
function replyTo(error, read) {
  if (error instanceof LoginPage) return { outcome: error.outcome, detail: error.message };
  const seen = read(error);
  const detail = [seen.status ?? error?.code ?? error?.name, seen.code].filter((part) => part !== undefined).join(' ');
  return { outcome: outcomeOf(seen), detail: `rejected: ${detail}` };
}

/** Thrown by an adapter whose library cannot be asked this at all: gcmock skips the scenario, and says why. */
export class CannotDo extends Error {}

const badness = ['ok', 'retry_later', 'needs_user', 'needs_admin', 'failed'];

/**
 * Serves until the end of input. `openOrg(name)` makes the one state of an org: an object with `call({method, path,
 * body, content_type})`, `refresh()`, `login()`, `authorize({login_hint, target})`, each of which rejects where the application would see an error.
 * `read(error)` is {status, code, lost}.
 *
 * A CannotDo of either is no outcome: the reply says that the client cannot be asked this.
 *
 * There is no exit at the end: what a library still does in the background belongs to the scenario.
 */
export async function serve(openOrg, read) {
  const orgs = new Map();
  const perform = async (request) => {
    if (!orgs.has(request.org)) orgs.set(request.org, await openOrg(request.org));
    const org = orgs.get(request.org);
    const once = async () => org[request.do](request).then(() => ({ outcome: 'ok' }), (error) => {
      if (error instanceof CannotDo) throw error;
      return replyTo(error, read);
    });
    const replies = await Promise.all(Array.from({ length: request.parallel ?? 1 }, once));
    return replies.sort((a, b) => badness.indexOf(b.outcome) - badness.indexOf(a.outcome))[0];
  };
  for await (const line of createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    const reply = request.do === 'now' ? { now_ms: Date.now() } : await perform(request).catch((error) => {
      if (error instanceof CannotDo) return { cannot_do: error.message };
      throw error;
    });
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
}
