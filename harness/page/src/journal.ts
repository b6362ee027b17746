// The rows of the run that is shown. Events come faster than a screen is drawn: they are gathered, and shown together.
import { signal } from '@preact/signals';
import { announceRefusal } from './announcements';
import type { ChangeMade, ClockJump, Delivery, Entry } from './contract';
import { type ExchangeRow, type Row, changeNote, clockNote, exchangeRow, withDelivery } from './rows';
import { duration } from './words';

const gatheringMs = 40;

export const rows = signal<readonly Row[]>([]);

let gathered: Row[] = [];
let indexOf = new Map<number, number>();
let timer = 0;
/** Exchanges up to this one are old news: they were there before the page looked. */
let knownUntil = 0;

function showSoon(): void {
  if (timer !== 0) return;
  timer = window.setTimeout(() => {
    timer = 0;
    rows.value = gathered.slice();
  }, gatheringMs);
}

export function clearRows(known: number): void {
  gathered = [];
  indexOf = new Map();
  knownUntil = known;
  rows.value = [];  // at once: what is live shows nothing of what is void
}

export function addExchange(entry: Entry): void {
  const row = exchangeRow(entry);
  const index = indexOf.get(row.seq);
  if (index === undefined) {
    const all = gathered;
    const at = all.push(row) - 1;
    indexOf.set(row.seq, at);
    if (row.status >= 400 && row.seq > knownUntil) announceRefusal(() => all[at] as ExchangeRow);
  } else {
    gathered[index] = row;
  }
  showSoon();
}

export function setDelivery(seq: number, delivery: Delivery): void {
  const index = indexOf.get(seq);
  if (index === undefined) return;
  gathered[index] = withDelivery(gathered[index] as ExchangeRow, delivery);
  showSoon();
}

const nextKey = () => `note-${gathered.length}`;

export function addChange(change: ChangeMade): void {
  gathered.push(changeNote(change, nextKey()));
  showSoon();
}

export function addClockJump(jump: ClockJump): void {
  gathered.push(clockNote(jump, duration(jump.by_ms), nextKey()));
  showSoon();
}
