// The token of an admin address that is not loopback. It comes by "#token=…" in the address, or by being asked for, and
// stays in this tab's storage: never in the address, which is copied and kept.
import { signal } from '@preact/signals';

const key = 'gcmock-token';

function taken(): string | null {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const token = fragment.get('token');
  if (token === null) return sessionStorage.getItem(key);
  fragment.delete('token');
  const rest = fragment.toString();
  history.replaceState(null, '', `${location.pathname}${location.search}${rest && `#${rest}`}`);
  sessionStorage.setItem(key, token);
  return token;
}

export const token = signal(taken());
export const tokenIsAsked = signal(false);
/** Counts: the same token may be given again, to a server that came back. */
export const tokensGiven = signal(0);

export function giveToken(given: string): void {
  sessionStorage.setItem(key, given);
  token.value = given;
  tokenIsAsked.value = false;
  tokensGiven.value += 1;
}
