import { keysAreOn, keyTable, setKeysOn } from './keys';
import { Modal } from './modal';
import { type Fate, fateSigns } from './rows';

const fates: [Fate, string][] = [
  ['granted', 'answered as asked'],
  ['refused', 'refused: its trail says why'],
  ['scripted', 'a rule of the script wrote the answer'],
  ['cut', 'the answer did not arrive whole'],
  ['pending', 'decided, and under way'],
];

export function KeysDialog() {
  return (
    <Modal title="Keys and signs">
      <dl class="keys">
        {keyTable.map(([keys, what]) => (
          <div><dt>{keys.map((key) => <kbd>{key}</kbd>)}</dt><dd>{what}</dd></div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={keysAreOn.value} onChange={(event) => setKeysOn(event.currentTarget.checked)} />
        Single keys are on <span class="dim">(off: for speech input; Tab, arrows, Enter and Esc work always)</span>
      </label>
      <ul class="signs">
        {fates.map(([fate, what]) => <li><span class={`badge ${fate}`}>{fateSigns[fate]} {fate}</span> {what}</li>)}
      </ul>
    </Modal>
  );
}
