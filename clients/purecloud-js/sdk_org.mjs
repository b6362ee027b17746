// The vendor's JavaScript SDK as an application uses it, whatever its version: one ApiClient an org, tokens restored from
// where the application keeps them, API calls through the SDK's API classes. Renewing tokens is left to the SDK, and what
// it tells its caller is reported as it is: nothing here repairs, retries or waits.
import { randomBytes } from 'node:crypto';

import { codeOf, followToApplication } from '../browser.mjs';
import { CannotDo, apiUrl, isService, loginUrl, outcomeOf, settingsOf } from '../session.mjs';

/** Login and API share one origin with the SDK's gateway; their paths may differ. */
export function gatewayOf(loginUrl, apiUrl) {
  const login = new URL(loginUrl);
  const api = new URL(apiUrl);
  if (login.origin !== api.origin) throw new CannotDo('the SDK can be pointed at one origin only');
  return {
    protocol: login.protocol.slice(0, -1),
    host: login.hostname,
    port: Number(login.port),
    path_params_login: login.pathname,
    path_params_api: api.pathname,
  };
}

export class SdkOrg {
  constructor(sdk, name) {
    this.sdk = sdk;
    Object.assign(this, settingsOf(name));
    this.clientSecret ??= '';
    this.client = new sdk.ApiClientClass();
    this.client.setGateway(gatewayOf(loginUrl, apiUrl));
    this.client.setReturnExtendedResponses(true);
    this.restoreTokens();
    this.isService = isService(this);
  }

  // What loginCodeAuthorizationGrant would have left behind. The SDK has no function for a process that starts with
  // tokens of a login of yesterday; these are the members that its own automatic refresh reads.
  restoreTokens() {
    if (this.accessToken) this.client.setAccessToken(this.accessToken);
    this.client.clientId = this.clientId;
    this.client.clientSecret = this.clientSecret;
    this.client.authData.refreshToken = this.refreshToken;
  }

  async call({ path = '/api/v2/users/me', method = 'GET', body, content_type: type = 'application/json' }) {
    if (this.isService) await this.logInAsService();
    return callApi(this.sdk, this.client, method, path, body, type);
  }

  // The application's own part: it logs in once, and again only where it may have been bad luck. The SDK never renews
  // such a token.
  logInAsService() {
    this.serviceLogin ??= this.client.loginClientCredentialsGrant(this.clientId, this.clientSecret).catch((error) => {
      if (outcomeOf(readSdkError(error)) === 'retry_later') this.serviceLogin = undefined;
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

  // Outside a browser the SDK builds no authorization URL: the application does. Of the SDK's two code grants only the
  // one without a secret has PKCE.
  async authorize() {
    const state = randomBytes(16).toString('base64url');
    const url = new URL(`${loginUrl}/oauth/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code', client_id: this.clientId, redirect_uri: this.redirectUri, state,
    });
    if (this.clientSecret) {
      const code = codeOf(await followToApplication(url, this.redirectUri), state);
      return this.client.loginCodeAuthorizationGrant(this.clientId, this.clientSecret, code, this.redirectUri);
    }
    const verifier = this.client.generatePKCECodeVerifier(128);
    url.searchParams.set('code_challenge', await this.client.computePKCECodeChallenge(verifier));
    url.searchParams.set('code_challenge_method', 'S256');
    const code = codeOf(await followToApplication(url, this.redirectUri), state);
    return this.client.authorizePKCEGrant(this.clientId, verifier, code, this.redirectUri);
  }
}

// By name where that is known here; else as all methods of the SDK make their calls.
function callApi(sdk, client, method, path, body, type) {
  const known = {
    'GET /api/v2/users/me': () => new sdk.UsersApi(client).getUsersMe(),
    'GET /api/v2/organizations/me': () => new sdk.OrganizationApi(client).getOrganizationsMe(),
    'GET /api/v2/tokens/me': () => new sdk.TokensApi(client).getTokensMe(),
    'DELETE /api/v2/tokens/me': () => new sdk.TokensApi(client).deleteTokensMe(),
    'GET /api/v2/oauth/clients': () => new sdk.OAuthApi(client).getOauthClients(),
  }[`${method} ${path}`];
  if (known) return known();
  return client.callApi(
    path, method, {}, {}, {}, {}, body ?? null, ['PureCloud OAuth'], [type], ['application/json']);
}

/** With extended responses the SDK rejects with {status, body} for most errors, and with axios's error for others. */
export function readSdkError(error) {
  const status = error?.status ?? error?.response?.status;
  const code = (error?.body ?? error?.response?.data)?.error;
  return { status, code, lost: status === undefined && error?.code !== undefined }; // a code: the network's trouble
}
