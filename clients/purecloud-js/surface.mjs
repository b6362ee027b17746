// The vendor's JavaScript SDK, unmodified, against all that it knows of OAuth clients: three grants, a refresh, and the
// life of an OAuth client from its creation to its end; in two orgs in turn, in one process. One line a step; exit code 1
// where one fails.
//
//     node surface.mjs [STEP...]
//
// with the environment that `gcmock serve fixtures/worlds/sdk_surface_two_orgs.json --print-environment` prints. The file
// has what that environment has no names for, and is read: ids, secrets and codes of three clients an org.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';

import { apiUrl, loginUrl } from '../session.mjs';
import { gatewayOf, readSdkError } from './sdk_org.mjs';

process.env.HOME = tmpdir(); // as in adapter.mjs
const sdk = createRequire(import.meta.url)('purecloud-platform-client-v2');
const world = JSON.parse(readFileSync(new URL('../../fixtures/worlds/sdk_surface_two_orgs.json', import.meta.url)));

function apiClient() {
  const client = new sdk.ApiClientClass();
  client.setGateway(gatewayOf(loginUrl, apiUrl));
  return client;
}

// A client of the world by the end of its name, with its id, and with the code that waits for it.
function clientOf(org, role) {
  const [id, client] = Object.entries(org.clients).find(([, { name }]) => name.endsWith(role));
  const code = Object.values(org.codes).find((each) => each.client === id);
  return { id, secret: client.secret, redirectUri: client.redirect_uris?.[0], code: code?.value };
}

async function refused(promise, wanted) {
  const error = await promise.then(() => assert.fail('was not refused'), (error) => error);
  assert.equal(readSdkError(error).status, wanted);
}

async function statusOf(call) {
  return call.then(() => 200, (error) => readSdkError(error).status);
}

// One org as the application sees it: `web` is the session of a user who may do everything with OAuth clients.
class Org {
  constructor(name, settings) {
    Object.assign(this, { name, settings });
    this.user = Object.values(settings.users)[0].name;
    this.web = apiClient();
    this.oauth = new sdk.OAuthApi(this.web);
  }

  async me(client = this.web) {
    return (await new sdk.UsersApi(client).getUsersMe()).name;
  }

  async listed() {
    return (await this.oauth.getOauthClients()).entities;
  }
}

const steps = {
  async 'code grant'(org) {
    const { id, secret, code, redirectUri } = clientOf(org.settings, 'web app');
    await org.web.loginCodeAuthorizationGrant(id, secret, code, redirectUri);
    assert.equal(await org.me(), org.user);
  },

  async refresh(org) {
    const { id, secret } = clientOf(org.settings, 'web app');
    const before = { ...org.web.authData };
    const after = await org.web.refreshCodeAuthorizationGrant(id, secret, before.refreshToken);
    assert.notEqual(after.accessToken, before.accessToken);
    assert.ok(after.refreshToken);
    assert.equal(await org.me(), org.user);
  },

  async 'PKCE grant'(org) {
    const { id, code, redirectUri } = clientOf(org.settings, 'single-page app');
    const client = apiClient();
    await client.authorizePKCEGrant(id, `${org.name}-verifier-0123456789-abcdefghijklmnopqrstuvwxyz`, code, redirectUri);
    assert.equal(await org.me(client), org.user);
  },

  async 'client credentials grant'(org) {
    const { id, secret } = clientOf(org.settings, 'service');
    const client = apiClient();
    await client.loginClientCredentialsGrant(id, secret);
    assert.equal((await new sdk.OrganizationApi(client).getOrganizationsMe()).id, org.settings.id);
  },

  async list(org) {
    assert.deepEqual((await org.listed()).map(({ id }) => id).sort(), Object.keys(org.settings.clients).sort());
  },

  // With the roles of the service that is there: whoever creates a client must have its roles.
  async create(org) {
    const { roleIds } = await org.oauth.getOauthClient(clientOf(org.settings, 'service').id);
    org.request = { name: `${org.name} report`, authorizedGrantType: 'CLIENT-CREDENTIALS', roleIds };
    org.created = await org.oauth.postOauthClients(org.request);
    assert.equal(org.created.name, org.request.name);
    assert.ok(org.created.secret);
    assert.equal((await org.listed()).length, 4);
    await apiClient().loginClientCredentialsGrant(org.created.id, org.created.secret);
  },

  async update(org) {
    org.request = { ...org.request, name: `${org.name} weekly report`, accessTokenValiditySeconds: 600 };
    const updated = await org.oauth.putOauthClient(org.created.id, org.request);
    assert.equal(updated.name, org.request.name);
    const read = await org.oauth.getOauthClient(org.created.id);
    assert.equal(read.name, org.request.name);
    assert.equal(read.accessTokenValiditySeconds, 600);
  },

  async 'rotate secret'(org) {
    const { secret } = await org.oauth.postOauthClientSecret(org.created.id);
    assert.notEqual(secret, org.created.secret);
    await refused(apiClient().loginClientCredentialsGrant(org.created.id, org.created.secret), 400);
    await apiClient().loginClientCredentialsGrant(org.created.id, secret);
    org.created.secret = secret;
  },

  // The vendor deletes inactive clients only.
  async delete(org) {
    await refused(org.oauth.deleteOauthClient(org.created.id), 400);
    await org.oauth.putOauthClient(org.created.id, { ...org.request, state: 'inactive' });
    await org.oauth.deleteOauthClient(org.created.id);
    assert.equal(await statusOf(org.oauth.getOauthClient(org.created.id)), 404);
    await refused(apiClient().loginClientCredentialsGrant(org.created.id, org.created.secret), 400);
    assert.equal((await org.listed()).length, 3);
  },
};

// Name and status, and no more: an SDK error carries the request, with its credentials.
function worded(error) {
  if (error instanceof assert.AssertionError) return error.message.split('\n').slice(0, 4).join(' ');
  const { status, code } = readSdkError(error);
  const body = error?.response?.data ?? error;
  return [status ?? error?.code ?? error?.name, code ?? body?.code, status ? body?.message : error?.message].filter(Boolean).join(' ');
}

const orgs = Object.entries(world.orgs).map(([name, settings]) => new Org(name, settings));
const asked = process.argv.slice(2);
const lost = new Set(); // an org that failed a step is asked for no more: later steps build on it
for (const step of asked.length > 0 ? asked : Object.keys(steps)) {
  for (const org of orgs.filter((each) => !lost.has(each))) {
    try {
      await steps[step](org);
      console.log(`ok    ${org.name}  ${step}`);
    } catch (error) {
      lost.add(org);
      console.log(`FAIL  ${org.name}  ${step}: ${worded(error)}`);
    }
  }
}
process.exitCode = lost.size > 0 ? 1 : 0;
