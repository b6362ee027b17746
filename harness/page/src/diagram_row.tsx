// One row of the sequence diagram: a request and its answer, or a note across.
import { type Lanes, changeHeight, heightOf, pairHeight } from './diagram_layout';
import { type ExchangeRow, type Row, fateOf, fateSigns, orgInWords } from './rows';
import { timeOfDay } from './words';

interface DiagramRowProps {
  row: Row;
  top: number;
  position: number;
  size: number;
  lanes: Lanes;
  isActive: boolean;
  open: (seq: number) => void;
}

export const rowId = (seq: number | null): string => `row-${seq}`;

const requestY = 22;
const answerY = 43;
const lostAt = 0.45;

const head = (x: number, y: number, towards: 1 | -1) => `M${x} ${y} l${-7 * towards} -3.5 v7 z`;

/** The answer's arrow ends where it got lost. */
function Arrows({ row, lanes }: { row: ExchangeRow; lanes: Lanes }) {
  const [from, to] = [lanes.client, lanes.of(row.org)];
  const fate = fateOf(row);
  const end = fate === 'cut' ? to - (to - from) * lostAt : from;
  return (
    <svg class={`arrows ${fate}`} aria-hidden="true" width={lanes.width} height={pairHeight}>
      <path class="request" d={`M${from} ${requestY}H${to}`} />
      <path class="head" d={head(to, requestY, 1)} />
      <path class="answer" d={`M${to} ${answerY}H${end}`} />
      {fate === 'cut' && <path class="cross" d={`M${end - 5} ${answerY - 5}l10 10m0-10l-10 10`} />}
      {fate !== 'cut' && fate !== 'pending' && <path class="answer-head" d={head(end, answerY, -1)} />}
    </svg>
  );
}

function Exchange({ row, lanes }: { row: ExchangeRow; lanes: Lanes }) {
  const fate = fateOf(row);
  const left = lanes.client + 12;
  const room = { left: `${left}px`, maxWidth: `${lanes.width - left - 8}px` };
  return (
    <>
      <span class="gutter"><b>#{row.seq}</b> {timeOfDay(row.at)}</span>
      <span class="what request" style={room}>{row.method} {row.path} <span class="dim">{row.presents}</span><span class="unseen"> to {orgInWords(row)},</span></span>
      <span class={`what answer ${fate}`} style={room}>
        {fateSigns[fate]} <span class="unseen">{fate} </span>{fate === 'pending' ? 'under way' : row.status} {row.why}
        {fate === 'cut' && ' did not arrive'}
        {row.rule && <span class="rule-spoke">rule: {row.rule}</span>}
      </span>
      {row.changes.map((what, index) => (
        <span class="what made" style={{ ...room, top: `${pairHeight - 2 + index * changeHeight}px` }}>↳ {what}</span>
      ))}
      <Arrows row={row} lanes={lanes} />
    </>
  );
}

export function DiagramRow({ row, top, position, size, lanes, isActive, open }: DiagramRowProps) {
  const place = { top: `${top}px`, height: `${heightOf(row)}px` };
  if (row.kind === 'note') {
    return (
      <div class={`row note of-${row.about}`} style={place} role="option" aria-selected="false" aria-disabled="true" aria-posinset={position} aria-setsize={size}>
        <span class="across">{row.about === 'clock' ? '◷' : '✱'} {row.text}</span>
      </div>
    );
  }
  return (
    <div
      id={rowId(row.seq)}
      class={`row exchange ${isActive ? 'active' : ''}`}
      style={place}
      role="option"
      aria-selected={isActive}
      aria-posinset={position}
      aria-setsize={size}
      onClick={() => open(row.seq)}
    >
      <Exchange row={row} lanes={lanes} />
    </div>
  );
}
