// The vendor's JavaScript SDK, unmodified, behind gcmock's session protocol (docs/formats.md).
//
// An application as a reader of the SDK's README would write it: one ApiClient an org, tokens restored from where the
// application keeps them, API calls through the SDK's API classes. Renewing tokens is left to the SDK, and what the SDK
// tells its caller is reported as it is: nothing here repairs, retries or waits.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';

// The SDK reads ~/.genesyscloudjavascript/config when it is loaded; a developer's own must not change a test.
process.env.HOME = process.env.GENESYS_SCRATCH_DIR ?? tmpdir();
const sdk = createRequire(import.meta.url)('purecloud-platform-client-v2');

const setting = (org, name) => process.env[`GENESYS_ORG_${org.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_${name}`];

// Login and API share one origin with the SDK's gateway; their paths may differ.
function gateway() {
  const login = new URL(process.env.GENESYS_LOGIN_URL);
  const api = new URL(process.env.GENESYS_API_URL);
  if (login.origin !== api.origin) throw new Error('the SDK can be pointed at one origin only');
  return {
    protocol: login.protocol.slice(0, -1),
    host: login.hostname,
    port: Number(login.port),
    path_params_login: login.pathname,
    path_params_api: api.pathname,
  };
}

class Org {
  constructor(name) {
    this.clientId = setting(name, 'CLIENT_ID');
    this.clientSecret = setting(name, 'CLIENT_SECRET') ?? '';
    this.code = setting(name, 'AUTH_CODE');
    this.redirectUri = setting(name, 'REDIRECT_URI');
    this.client = new sdk.ApiClientClass();
    this.client.setGateway(gateway());
    this.client.setReturnExtendedResponses(true);
    this.restoreTokens(setting(name, 'ACCESS_TOKEN'), setting(name, 'REFRESH_TOKEN'));
  }

  // What loginCodeAuthorizationGrant would have left behind. The SDK has no function for a process that starts with
  // tokens of a login of yesterday; these are the members that its own automatic refresh reads.
  restoreTokens(accessToken, refreshToken) {
    if (accessToken) this.client.setAccessToken(accessToken);
    this.client.clientId = this.clientId;
    this.client.clientSecret = this.clientSecret;
    this.client.authData.refreshToken = refreshToken;
    this.isService = !accessToken && !refreshToken && !this.code;
  }

  async call({ path = '/api/v2/users/me', method = 'GET', body = null }) {
    if (this.isService) await this.logInAsService();
    return callApi(this.client, method, path, body);
  }

  // The application's own part: it logs in once, and again only where it may have been bad luck. The SDK never renews
  // such a token.
  logInAsService() {
    this.serviceLogin ??= this.client.loginClientCredentialsGrant(this.clientId, this.clientSecret).catch((error) => {
      if (outcomeOf(error) === 'retry_later') this.serviceLogin = undefined;
      throw error;
    });
    return this.serviceLogin;
  }

  login() {
    return this.client.loginCodeAuthorizationGrant(this.clientId, this.clientSecret, this.code, this.redirectUri);
  }

  refresh() {
    return this.client.refreshCodeAuthorizationGrant(this.clientId, this.clientSecret, this.client.authData.refreshToken);
  }
}

function callApi(client, method, path, body) {
  const known = {
    'GET /api/v2/users/me': () => new sdk.UsersApi(client).getUsersMe(),
    'GET /api/v2/organizations/me': () => new sdk.OrganizationApi(client).getOrganizationsMe(),
    'GET /api/v2/tokens/me': () => new sdk.TokensApi(client).getTokensMe(),
    'DELETE /api/v2/tokens/me': () => new sdk.TokensApi(client).deleteTokensMe(),
    'GET /api/v2/oauth/clients': () => new sdk.OAuthApi(client).getOauthClients(),
  }[`${method} ${path}`];
  if (known) return known();
  const json = ['application/json'];
  return client.callApi(path, method, {}, {}, {}, {}, body, ['PureCloud OAuth'], json, json); // as all API classes do
}

// With extended responses the SDK rejects with {status, body} for most errors, and with axios's error for others.
function statusAndCode(error) {
  const status = error?.status ?? error?.response?.status;
  const body = error?.body ?? error?.response?.data;
  return [status, body?.error];
}

function outcomeOf(error) {
  const [status, code] = statusAndCode(error);
  if (status === undefined) return error?.code === undefined ? 'failed' : 'retry_later'; // a code: the network's trouble
  if (status === 401 || (status === 400 && code === 'invalid_grant')) return 'needs_user';
  if (status === 403) return 'needs_admin';
  if (status === 400 && ['invalid_client', 'unauthorized_client', 'invalid_scope'].includes(code)) return 'needs_admin';
  if (status === 429 || status >= 500) return 'retry_later';
  return 'failed';
}

// No more than status and error code: an SDK error carries the request, with its credentials.
function reply(error) {
  const [status, code] = statusAndCode(error);
  const detail = [status ?? error?.code ?? error?.name, code].filter((part) => part !== undefined).join(' ');
  return { outcome: outcomeOf(error), detail: `the SDK rejected: ${detail}` };
}

const badness = ['ok', 'retry_later', 'needs_user', 'needs_admin', 'failed'];
const orgs = new Map();

async function perform(request) {
  if (!orgs.has(request.org)) orgs.set(request.org, new Org(request.org));
  const org = orgs.get(request.org);
  const once = () => Promise.resolve(org[request.do](request)).then(() => ({ outcome: 'ok' }), reply);
  const replies = await Promise.all(Array.from({ length: request.parallel ?? 1 }, once));
  return replies.sort((a, b) => badness.indexOf(b.outcome) - badness.indexOf(a.outcome))[0];
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await perform(JSON.parse(line)))}\n`);
}
// End of input: no exit here, so that what the SDK still does in the background belongs to the scenario.
