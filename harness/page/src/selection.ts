// Which exchange is pointed at, which one is open, and what the side panel shows.
import { computed, signal } from '@preact/signals';
import { rows } from './journal';
import { type ExchangeRow, type Fate, type Row, fateOf, sentenceOf } from './rows';

export type Panel = 'exchange' | 'world' | 'steps';
export type Dialog = 'event' | 'scenario' | 'keys' | 'reset';

export const panel = signal<Panel>('world');
export const dialog = signal<Dialog | null>(null);
export const activeSeq = signal<number | null>(null);
export const openedSeq = signal<number | null>(null);

export const filterText = signal('');
export const filterOrg = signal('');
export const filterFate = signal<Fate | ''>('');
export const isFiltered = computed(() => Boolean(filterText.value.trim() || filterOrg.value || filterFate.value));

function isShown(row: Row, words: string[], org: string, fate: Fate | ''): boolean {
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  // What happened to the world and the clock explains what follows in any org, but answers no question after a fate.
  if (row.kind === 'note') return fate === '' && has(row.text);
  return (org === '' || row.org === org) && (fate === '' || fateOf(row) === fate) && has(sentenceOf(row));
}

export const shownRows = computed<readonly Row[]>(() => {
  if (!isFiltered.value) return rows.value;
  const words = filterText.value.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.value.filter((row) => isShown(row, words, filterOrg.value, filterFate.value));
});

const shownExchanges = computed(() => shownRows.value.filter((row): row is ExchangeRow => row.kind === 'exchange'));

/** Points at one of the exchanges that are shown, or at the nearest that there is; an open panel follows. */
export function pointAt(index: number): void {
  const list = shownExchanges.value;
  if (list.length === 0) return;
  activeSeq.value = list[Math.max(0, Math.min(list.length - 1, index))]?.seq ?? null;
  if (panel.value === 'exchange' && openedSeq.value !== null) openedSeq.value = activeSeq.value;
}

/** From where nothing is pointed at, forwards is to the first and back is to the last. */
export function step(by: 1 | -1): void {
  const at = shownExchanges.value.findIndex((row) => row.seq === activeSeq.value);
  pointAt(at >= 0 ? at + by : by > 0 ? 0 : Infinity);
}

export function forgetSelection(): void {
  activeSeq.value = null;
  openedSeq.value = null;
}

export function openExchange(seq: number): void {
  activeSeq.value = seq;
  openedSeq.value = seq;
  panel.value = 'exchange';
}

export function closeExchange(): void {
  openedSeq.value = null;
  panel.value = 'world';
}
