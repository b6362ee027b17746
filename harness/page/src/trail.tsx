// The trail of a ruling: every check on the way to it, with what was compared.
import { CopyButton } from './copy_button';
import type { Entry, Explanation } from './contract';

interface Line {
  passed: boolean;
  claim: string;
  compared: string;
}

function Trail({ lines }: { lines: Line[] }) {
  return (
    <ol class="trail">
      {lines.map(({ passed, claim, compared }) => (
        <li class={passed ? 'good' : 'bad'}>
          <span class="sign" role="img" aria-label={passed ? 'passed' : 'failed'}>{passed ? '✓' : '✗'}</span>
          <span>
            {claim}
            {compared && <span class="compared">{compared}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The change as a scenario file takes it, laid out to be read. */
const asWorldChanges = (change: string) => `"world_changes": ${JSON.stringify(JSON.parse(change), null, 2)}`;

export function WhyRefused({ explanation }: { explanation: Explanation }) {
  const { trail, decided_at, remedy, genesys_shows, change } = explanation;
  return (
    <section class="why" aria-labelledby="why-title">
      <h3 id="why-title">Why it was refused</h3>
      <Trail lines={trail} />
      {decided_at && <p><span class="dim">decided at</span> <code>{decided_at}</code></p>}
      {remedy && <p><span class="dim">would be granted with</span> {remedy}</p>}
      {change && (
        <>
          <p class="dim with-button">as a change of the world <CopyButton what="world_changes" text={asWorldChanges(change)} /></p>
          <pre tabIndex={0}>{asWorldChanges(change)}</pre>
        </>
      )}
      {genesys_shows && <p><span class="dim">Genesys Cloud shows</span> {genesys_shows}</p>}
    </section>
  );
}

const compared = ({ expected, found }: Entry['trail'][number]) =>
  [expected && `expected ${expected}`, found && `found ${found}`].filter(Boolean).join(', ');

/** Of an exchange that was not refused, or whose refusal the script wrote. */
export function CheckedRules({ trail }: { trail: Entry['trail'] }) {
  if (trail.length === 0) return null;
  return (
    <details class="more">
      <summary>What was checked ({trail.length})</summary>
      <Trail lines={trail.map((each) => ({ ...each, compared: compared(each) }))} />
    </details>
  );
}
