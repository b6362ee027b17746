import { useId } from 'preact/hooks';
import type { EventMember, World } from './contract';
import { world } from './world';

interface EventMemberFieldProps {
  member: EventMember;
  /** The org that the form names so far: it narrows what is offered. */
  org: string;
  value: string;
  isWrong: boolean;
  onValue: (value: string) => void;
}

const hints: Partial<Record<EventMember['kind'], string>> = {
  texts: 'several with commas between them',
  duration: 'as in 90s or 2h',
};

/** What there is of this kind in the world, where the server did not say what may stand here. */
function offered({ kind }: EventMember, org: string, shown: World | null): string[] {
  const orgs = (shown?.orgs ?? []).filter((each) => org === '' || each.name === org);
  switch (kind) {
    case 'org':
      return (shown?.orgs ?? []).map((each) => each.name);
    case 'client':
      return [...new Set(orgs.flatMap((each) => [...each.clients.map((client) => client.id), ...each.authorizations.map((one) => one.client)]))];
    case 'user':
      return [...new Set(orgs.flatMap((each) => each.users.map((user) => user.name)))];
    case 'token':
      return orgs.flatMap((each) => each.tokens.filter((token) => token.life === 'live').map((token) => token.label));
    default:
      return [];
  }
}

export function EventMemberField({ member, org, value, isWrong, onValue }: EventMemberFieldProps) {
  const id = useId();
  const common = { id, 'aria-required': member.required, 'aria-invalid': isWrong, value };
  const choices = member.one_of ?? [];
  const suggestions = offered(member, org, world.value);
  const hint = hints[member.kind];
  return (
    <div class="field">
      <label for={id}>
        {member.name} {!member.required && <span class="dim">optional</span>} {hint && <span class="dim">{hint}</span>}
      </label>
      {choices.length > 0 ? (
        <select {...common} onChange={(event) => onValue(event.currentTarget.value)}>
          <option value="">—</option>
          {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
        </select>
      ) : (
        <>
          <input {...common} autocomplete="off" list={`${id}-offered`} onInput={(event) => onValue(event.currentTarget.value)} />
          <datalist id={`${id}-offered`}>{suggestions.map((each) => <option key={each} value={each} />)}</datalist>
        </>
      )}
    </div>
  );
}
