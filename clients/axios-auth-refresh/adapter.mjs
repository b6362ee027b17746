// axios with axios-auth-refresh behind gcmock's session protocol: interceptors written as the README of axios-auth-refresh
// shows them ("Usage", "Request interceptor"), one axios instance an org. When to refresh, and which calls wait for it, is
// the library's own affair; the token request is the application's.
import { createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';

import { codeOf, followToApplication } from '../browser.mjs';
import { apiUrl, bodyOf, hintsOf, isService, loginUrl, saml2Bearer, serve, settingsOf } from '../session.mjs';

// By require: before Node 20.19 `import` finds an ES module in a file of axios-auth-refresh that Node takes for CommonJS.
const require = createRequire(import.meta.url);
const axios = require('axios');
const { createAuthRefresh } = require('axios-auth-refresh');

class Org {
  constructor(name) {
    Object.assign(this, settingsOf(name));
    this.isService = isService(this);
    this.api = axios.create({ baseURL: apiUrl });
    this.api.interceptors.request.use((request) => {
      request.headers['Authorization'] = `Bearer ${this.accessToken}`;
      return request;
    });
    createAuthRefresh(this.api, (failedRequest) =>
      this.refresh().then(() => {
        failedRequest.response.config.headers['Authorization'] = `Bearer ${this.accessToken}`;
      }));
  }

  async call({ path = '/api/v2/users/me', method = 'GET', ...rest }) {
    const body = bodyOf(rest);
    if (!this.accessToken) await this.refresh();
    await this.api.request({ url: path, method, data: body?.text, headers: body && { 'Content-Type': body.type } });
  }

  refresh() {
    if (this.isService) return this.presentGrant({ grant_type: 'client_credentials' });
    return this.presentGrant({ grant_type: 'refresh_token', refresh_token: this.refreshToken });
  }

  login() {
    const { orgName, assertion } = this;
    if (assertion) return this.presentGrant({ grant_type: saml2Bearer, orgName, assertion });
    return this.redeem(this.code);
  }

  redeem(code, proof = {}) {
    return this.presentGrant({ grant_type: 'authorization_code', code, redirect_uri: this.redirectUri, ...proof });
  }

  async presentGrant(grant) {
    const form = new URLSearchParams(this.clientSecret ? grant : { ...grant, client_id: this.clientId });
    const auth = this.clientSecret ? { username: this.clientId, password: this.clientSecret } : undefined;
    const { data } = await axios.post(`${loginUrl}/oauth/token`, form, { auth });
    this.accessToken = data.access_token;
    this.refreshToken = data.refresh_token ?? this.refreshToken;
  }

  async authorize(request) {
    const state = randomBytes(16).toString('base64url');
    const verifier = randomBytes(32).toString('base64url');
    const url = new URL(`${loginUrl}/oauth/authorize`);
    url.search = new URLSearchParams({
      response_type: 'code',
      client_id: this.clientId,
      redirect_uri: this.redirectUri,
      state,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...hintsOf(request),
    });
    const code = codeOf(await followToApplication(url, this.redirectUri), state);
    return this.redeem(code, { code_verifier: verifier });
  }
}

// An error with a 2xx is an answer that broke off. A stalled call is cancelled where the refresh that it waited for failed.
function read(error) {
  if (!axios.isAxiosError(error)) return { status: error.status, code: error.code };
  const status = error.response?.status;
  return { status, code: error.response?.data?.error, lost: status === undefined || status < 300 };
}

await serve((name) => new Org(name), read);
