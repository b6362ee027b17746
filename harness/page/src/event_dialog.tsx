// An event of the world: which one, its members, and what the server says to it.
import { useState } from 'preact/hooks';
import { useAction } from './action';
import type { EventKind, Problem } from './contract';
import { EventMemberField } from './event_member_field';
import { valuesToSend } from './event_values';
import { Modal, closeDialog } from './modal';
import { ProblemBox } from './problem_box';
import { changeWorld, eventKinds } from './world';

/** A place is a JSON pointer or ends in one: "/rotate_secret/client". */
const isAbout = (problem: Problem | null, member: string) =>
  problem?.diagnostics?.some((each) => each.place?.split('/').includes(member) || each.what.includes(`"${member}"`)) ?? false;

function EventForm({ kind }: { kind: EventKind }) {
  const [values, setValues] = useState<Record<string, string>>({});
  const { busy, problem, perform } = useAction();
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
          isWrong={isAbout(problem, member.name)}
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
              <input type="radio" name="event" value={each.name} checked={each.name === name} onChange={() => setName(each.name)} />
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
