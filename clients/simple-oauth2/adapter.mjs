// simple-oauth2 behind gcmock's session protocol: an application as a reader of its README would write it. It refreshes
// where `expired()` says so. Since that cannot know of a token that died early, a call that meets 401 refreshes and
// repeats itself, once. The library makes token requests only: the API is asked with fetch.
import { createHash, randomBytes } from 'node:crypto';
import { AuthorizationCode, ClientCredentials } from 'simple-oauth2';

import { codeOf, followToApplication } from '../browser.mjs';
import { CannotDo, apiUrl, bodyOf, hintsOf, isService, loginUrl, serve, settingsOf } from '../session.mjs';

const login = new URL(loginUrl);
const loginPath = login.pathname.replace(/\/$/, '');

function configOf({ clientId, clientSecret }, paths) {
  return {
    client: { id: clientId, secret: clientSecret ?? '' },
    auth: { tokenHost: login.origin, tokenPath: `${loginPath}/oauth/token`, ...paths },
    // A public client has no secret to send: RFC 6749 §3.2.1 has it name itself in the body.
    options: { authorizationMethod: clientSecret ? 'header' : 'body' },
  };
}

class Org {
  constructor(name) {
    Object.assign(this, settingsOf(name));
    if (isService(this)) {
      this.service = new ClientCredentials(configOf(this));
    } else {
      this.client = new AuthorizationCode(configOf(this, { authorizePath: `${loginPath}/oauth/authorize` }));
      this.token = this.client.createToken({ access_token: this.accessToken, refresh_token: this.refreshToken });
    }
  }

  async call({ path = '/api/v2/users/me', method = 'GET', ...rest }) {
    const body = bodyOf(rest);
    if (!this.token?.token.access_token || this.token.expired()) await this.refresh();
    let answer = await this.ask(path, method, body);
    if (answer.status === 401) {
      await this.refresh();
      answer = await this.ask(path, method, body);
    }
    if (!answer.ok) throw answer;
  }

  async ask(path, method, body) {
    const headers = { Authorization: `Bearer ${this.token.token.access_token}` };
    if (body) headers['Content-Type'] = body.type;
    const answer = await fetch(apiUrl + path, { method, headers, body: body?.text });
    await answer.body?.cancel();
    return answer;
  }

  async refresh() {
    this.token = this.service ? await this.service.getToken({}) : await this.token.refresh();
  }

  async login() {
    if (this.assertion) throw new CannotDo('simple-oauth2 has no SAML2 bearer grant');
    this.token = await this.client.getToken({ code: this.code, redirect_uri: this.redirectUri });
  }

  async authorize(request) {
    const state = randomBytes(16).toString('base64url');
    const verifier = randomBytes(32).toString('base64url');
    const url = this.client.authorizeURL({
      redirect_uri: this.redirectUri,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...hintsOf(request),
    });
    const code = codeOf(await followToApplication(url, this.redirectUri), state);
    this.token = await this.client.getToken({ code, redirect_uri: this.redirectUri, code_verifier: verifier });
  }
}

// The library's errors are Boom's. Of an answer with an error status they keep the payload; else they speak of the network,
// or of an answer that broke off.
function read(error) {
  if (error.isBoom && error.data?.isResponseError) {
    return { status: error.output.statusCode, code: error.data.payload?.error };
  }
  const ofNetwork = error.isBoom || error instanceof TypeError; // fetch's own errors are TypeErrors
  return { status: error.status, code: ofNetwork ? undefined : error.code, lost: ofNetwork };
}

await serve((name) => new Org(name), read);
