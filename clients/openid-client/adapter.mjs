// openid-client (panva) behind gcmock's session protocol: an application as a reader of its README and of the reference
// of its functions would write it. Where they are silent, the shortest thing: a call that meets 401 refreshes and repeats
// itself, once; what a refresh returns is merged into what is there.
import { webcrypto } from 'node:crypto';

import { followToApplication } from '../browser.mjs';
import { apiUrl, bodyOf, hintsOf, isService, loginUrl, saml2Bearer, serve, settingsOf } from '../session.mjs';

globalThis.crypto ??= webcrypto; // Node 18 has it, but not by this name
const oauth = await import('openid-client');

// Discovery (RFC 8414) where the login host answers it; else what Genesys Cloud's metadata would say.
async function metadataOfServer() {
  const options = { algorithm: 'oauth2', execute: [oauth.allowInsecureRequests] };
  try {
    return (await oauth.discovery(new URL(loginUrl), 'nobody', undefined, oauth.None(), options)).serverMetadata();
  } catch {
    return {
      issuer: loginUrl,
      authorization_endpoint: `${loginUrl}/oauth/authorize`,
      token_endpoint: `${loginUrl}/oauth/token`,
      code_challenge_methods_supported: ['S256'],
    };
  }
}
const server = await metadataOfServer();

class Org {
  constructor(name) {
    Object.assign(this, settingsOf(name));
    this.config = new oauth.Configuration(server, this.clientId, this.clientSecret);
    oauth.allowInsecureRequests(this.config);
    this.tokens = { access_token: this.accessToken, refresh_token: this.refreshToken };
    this.isService = isService(this);
  }

  async call({ path = '/api/v2/users/me', method = 'GET', ...rest }) {
    const body = bodyOf(rest);
    if (!this.tokens.access_token) await this.refresh();
    let answer = await this.ask(path, method, body);
    if (answer.status === 401) {
      await this.refresh();
      answer = await this.ask(path, method, body);
    }
    if (!answer.ok) throw answer;
  }

  // The library gives the answer, but for one with a challenge, which it throws.
  async ask(path, method, body) {
    const headers = new Headers(body ? { 'Content-Type': body.type } : {});
    try {
      const answer = await oauth.fetchProtectedResource(
        this.config, this.tokens.access_token, new URL(apiUrl + path), method, body?.text, headers);
      await answer.body?.cancel();
      return answer;
    } catch (error) {
      if (error instanceof oauth.WWWAuthenticateChallengeError) return error.response;
      throw error;
    }
  }

  async refresh() {
    const tokens = this.isService
      ? await oauth.clientCredentialsGrant(this.config)
      : await oauth.refreshTokenGrant(this.config, this.tokens.refresh_token);
    this.tokens = { ...this.tokens, ...tokens };
  }

  // The code of the environment, as if the callback had just brought it; or the assertion.
  async login() {
    if (this.assertion) {
      const { orgName, assertion } = this;
      this.tokens = await oauth.genericGrantRequest(this.config, saml2Bearer, { orgName, assertion });
      return;
    }
    const callback = new URL(this.redirectUri);
    callback.searchParams.set('code', this.code);
    this.tokens = await oauth.authorizationCodeGrant(this.config, callback);
  }

  async authorize(request) {
    const verifier = oauth.randomPKCECodeVerifier();
    const state = oauth.randomState();
    const url = oauth.buildAuthorizationUrl(this.config, {
      redirect_uri: this.redirectUri,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      ...hintsOf(request),
    });
    const callback = await followToApplication(url, this.redirectUri);
    this.tokens = await oauth.authorizationCodeGrant(this.config, callback, {
      pkceCodeVerifier: verifier, expectedState: state,
    });
  }
}

// A Response is thrown by the application above, or is the cause of what the library says of an answer that is no OAuth
// error. fetch's own errors are TypeErrors, at the bottom of the library's; the library's own TypeErrors have a code.
function read(error) {
  if (error instanceof oauth.AuthorizationResponseError) {
    return { status: error.error === 'access_denied' ? 403 : undefined, code: error.error };
  }
  const status = error.status ?? error.cause?.status;
  const code = error instanceof oauth.ResponseBodyError ? error.error : undefined;
  return { status, code, lost: status === undefined && (isOfNetwork(error) || error.code === 'OAUTH_TIMEOUT') };
}

function isOfNetwork(error) {
  return (error instanceof TypeError && error.code === undefined) || (error?.cause !== undefined && isOfNetwork(error.cause));
}

await serve((name) => new Org(name), read);
