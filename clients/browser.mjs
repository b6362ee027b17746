// What a browser does with an authorization URL where nobody needs to click: it follows redirects, until one leads to the
// application's own redirect URI. That URL is not asked for: it is the answer.

/** What the browser ends on where the application is never called back: a page that a person must act on, or an error. */
export class LoginPage extends Error {
  constructor(status) {
    super(`the login host shows a page with status ${status}`);
    this.outcome = status < 400 ? 'needs_user' : status === 429 || status >= 500 ? 'retry_later' : 'needs_admin';
  }
}

/** The URL that the application is called back with. Rejects with a LoginPage where the login host shows a page instead. */
export async function followToApplication(authorizationUrl, redirectUri) {
  let url = String(authorizationUrl);
  for (let hops = 0; hops < 10; ++hops) {
    const answer = await fetch(url, { redirect: 'manual' });
    await answer.body?.cancel();
    const location = answer.headers.get('location');
    if (!location) throw new LoginPage(answer.status);
    url = new URL(location, url).href;
    if (url.startsWith(redirectUri)) return new URL(url);
  }
  throw new Error('redirected without end');
}

/** Code of the callback, where its state is the one that was sent; rejects with {code} where it tells an error. */
export function codeOf(callback, state) {
  const parameters = callback.searchParams;
  if (parameters.get('state') !== state) throw new Error('the callback has another state');
  const error = parameters.get('error');
  // access_denied: the org has not authorized the client. A person can authorize again, an administrator must first.
  if (error) throw Object.assign(new Error(error), error === 'access_denied' ? { status: 403, code: error } : { code: error });
  return parameters.get('code');
}
