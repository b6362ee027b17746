// The world as it is now, with buttons where an event needs no more words.
import { problemFrom } from './api';
import { tell } from './announcements';
import type { World, WorldClient, WorldOrg } from './contract';
import { Badge } from './badge';
import { Tokens } from './tokens';
import { changeWorld, eventKinds, world } from './world';

interface EventButtonProps {
  event: string;
  members: Record<string, unknown>;
  name: string;
  children: string;
}

/** Sends one event at once; is there only where the server knows the event. */
export function EventButton({ event, members, name, children }: EventButtonProps) {
  if (!eventKinds.value.some((kind) => kind.name === event)) return null;
  const send = () =>
    changeWorld(event, members).catch((error) => {
      const { title, detail } = problemFrom(error);
      tell(`${title}${detail ? `: ${detail}` : ''}`);
    });
  return <button type="button" class="small" aria-label={name} onClick={send}>{children}</button>;
}

function List({ name, values }: { name: string; values: string[] }) {
  if (values.length === 0) return null;
  return <div><dt>{name}</dt><dd>{values.join(', ')}</dd></div>;
}

function Client({ org, client }: { org: string; client: WorldClient }) {
  const who = { org, client: client.id };
  const isActive = client.state === 'active';
  return (
    <li class="thing">
      <div class="thing-head">
        <span class="thing-name"><code>{client.id}</code>{client.name && client.name !== client.id && <span class="dim"> {client.name}</span>}</span>
        <Badge word={client.state} />
        <span class="thing-buttons">
          <EventButton event="set_client_state" members={{ ...who, state: isActive ? 'disabled' : 'active' }} name={`${isActive ? 'Disable' : 'Enable'} client ${client.id} of org ${org}`}>
            {isActive ? 'Disable' : 'Enable'}
          </EventButton>
          <EventButton event="rotate_secret" members={who} name={`Rotate secret of client ${client.id} of org ${org}`}>Rotate secret</EventButton>
        </span>
      </div>
      <dl class="pairs">
        <List name="grants" values={client.grant_types} />
        <List name="scopes" values={client.scopes} />
        <List name="roles" values={client.roles} />
        <List name="redirects" values={client.redirect_uris} />
      </dl>
    </li>
  );
}

function Org({ org }: { org: WorldOrg }) {
  return (
    <details class="org" open>
      <summary>
        <h3>{org.name}</h3>
        <Badge word={org.status} />
        <span class="dim">{org.display_name}</span>
      </summary>
      <p class="dim id">{org.id}</p>
      {org.clients.length > 0 && <h4>OAuth clients</h4>}
      <ul class="things">{org.clients.map((client) => <Client key={client.id} org={org.name} client={client} />)}</ul>
      {org.authorizations.length > 0 && <h4>Authorized applications</h4>}
      <ul class="things">
        {org.authorizations.map((each) => (
          <li class="thing" key={each.client}>
            <div class="thing-head"><code class="thing-name">{each.client}</code><Badge word={each.state} /></div>
            <dl class="pairs"><List name="scopes" values={each.scopes} /><List name="roles" values={each.roles} /></dl>
          </li>
        ))}
      </ul>
      <Tokens org={org} now={world.value?.now ?? ''} />
      {org.users.length > 0 && <h4>Users</h4>}
      <ul class="things">
        {org.users.map((user) => (
          <li class="thing" key={user.name}>
            <div class="thing-head"><span class="thing-name"><b>{user.name}</b> <span class="dim">{user.display_name}</span></span><Badge word={user.status} /></div>
            <dl class="pairs"><List name="roles" values={user.roles} /></dl>
          </li>
        ))}
      </ul>
      {org.limits.length > 0 && <h4>Limits</h4>}
      <ul class="plain">
        {org.limits.map((each) => <li key={each.limit}><code>{each.limit}</code> {each.requests} in {each.window_s} s</li>)}
      </ul>
    </details>
  );
}

function Orgs({ shown }: { shown: World }) {
  return <>{shown.orgs.map((org) => <Org key={org.name} org={org} />)}</>;
}

export function WorldPanel() {
  if (!world.value) return <p class="empty">The world was not told yet.</p>;
  return (
    <>
      <h2 class="unseen">The world now</h2>
      <p class="dim world-line">dialect {world.value.dialect}, region {world.value.region}</p>
      <Orgs shown={world.value} />
    </>
  );
}
