// The tokens of an org with their life: those that live first; of many that ended the latest.
import { useState } from 'preact/hooks';
import { Badge } from './badge';
import type { WorldOrg, WorldToken } from './contract';
import { EventButton } from './world_panel';
import { endOfLife } from './words';

const fewTokens = 12;

const newestFirst = (one: WorldToken, other: WorldToken) => (other.issued_at ?? '').localeCompare(one.issued_at ?? '');

function Token({ token, now }: { token: WorldToken; now: string }) {
  const isLive = token.life === 'live';
  return (
    <li class="thing">
      <div class="thing-head">
        <code class="thing-name">{token.label}</code>
        <Badge word={token.life} />
        <span class="thing-buttons">
          {isLive && <EventButton event="revoke_token" members={{ token: token.label }} name={`Revoke token ${token.label}`}>Revoke</EventButton>}
          {isLive && <EventButton event="expire_token" members={{ token: token.label }} name={`Expire token ${token.label}`}>Expire</EventButton>}
        </span>
      </div>
      <p class="dim">
        {[
          token.kind.replaceAll('_', ' '),
          token.user && `user ${token.user}`,
          token.expires_at && endOfLife(token.expires_at, now),
          token.family !== null && `family ${token.family}`,
        ].filter(Boolean).join(' · ')}
      </p>
    </li>
  );
}

export function Tokens({ org, now }: { org: WorldOrg; now: string }) {
  const [all, setAll] = useState(false);
  if (org.tokens.length === 0) return null;
  const live = org.tokens.filter((token) => token.life === 'live').sort(newestFirst);
  const ended = org.tokens.filter((token) => token.life !== 'live').sort(newestFirst);
  const listed = [...live, ...ended];
  const shown = all ? listed : listed.slice(0, fewTokens);
  return (
    <>
      <h4>Tokens <span class="dim">{live.length} live of {listed.length}</span></h4>
      <ul class="things">{shown.map((token) => <Token key={token.label} token={token} now={now} />)}</ul>
      {listed.length > fewTokens && (
        <button type="button" class="small" onClick={() => setAll(!all)}>{all ? 'Show fewer' : `Show all ${listed.length} tokens`}</button>
      )}
    </>
  );
}
