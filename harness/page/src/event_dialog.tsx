// An event of the world: which one, its members, and what the server says to it.
import { useState } from 'preact/hooks';
import { useAction } from './action';
import type { EventKind, Problem } from './contract';
import { EventMemberField } from './event_member_field';
import { valuesToSend } from './event_values';
import { Modal, closeDialog } from './modal';
import { ProblemBox } from './problem_box';
import { changeWorld, eventKinds } from './world';

/** The member that stands at this column, from 1, of the event's text; one that is missing is named in words. */
const isAbout = (problem: Problem | null, member: string, text: string) =>
  problem?.diagnostics?.some(({ place, what }) => {
    const begin = text.indexOf(`"${member}":`);
    const next = text.slice(begin + 1).search(/,"\w+":/);
    const end = next < 0 ? text.length : begin + 1 + next;
    return begin < 0 ? what.includes(`"${member}"`) : place !== undefined && place.column > begin && place.column <= end;
  }) ?? false;

function EventForm({ kind }: { kind: EventKind }) {
  const [values, setValues] = useState<Record<string, string>>({});
  const { busy, problem, perform } = useAction();
  const text = JSON.stringify({ [kind.name]: valuesToSend(kind.members, values) });
  const send = () =>
    perform(async () => {
      await changeWorld(kind.name, valuesToSend(kind.members, values));
      closeDialog();
    });
  return (
    <form
      class="event-form"
      aria-label={kind.title}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p class="event-title">{kind.title}</p>
      {kind.members.map((member) => (
        <EventMemberField
          key={member.name}
          member={member}
          org={values.org ?? ''}
          value={values[member.name] ?? ''}
          isWrong={isAbout(problem, member.name, text)}
          onValue={(value) => setValues({ ...values, [member.name]: value })}
        />
      ))}
      <ProblemBox problem={problem} />
      <div class="buttons">
        <button type="submit" class="main" disabled={busy}>Send event</button>
        <button type="button" onClick={closeDialog}>Cancel</button>
      </div>
    </form>
  );
}

export function EventDialog() {
  const kinds = eventKinds.value;
  const [name, setName] = useState(kinds[0]?.name);
  const kind = kinds.find((each) => each.name === name);
  return (
    <Modal title="World event" class="event-dialog">
      <div class="event-columns">
        <fieldset class="event-kinds">
          <legend class="unseen">Event</legend>
          {kinds.map((each) => (
            <label key={each.name}>
              <input type="radio" name="event" value={each.name} checked={each.name === name} autofocus={each.name === kinds[0]?.name} onChange={() => setName(each.name)} />
              <code>{each.name}</code>
              <span class="dim">{each.title}</span>
            </label>
          ))}
        </fieldset>
        {kind && <EventForm key={kind.name} kind={kind} />}
      </div>
    </Modal>
  );
}
