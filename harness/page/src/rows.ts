// What the sequence diagram shows: exchanges, and what happened to the world and the clock between them. Of an exchange
// only what a row needs is kept; its details are asked for when it is opened.
import type { ChangeMade, ClockJump, Delivery, Entry } from './contract';

export type Fate = 'granted' | 'refused' | 'scripted' | 'cut' | 'pending';

export interface ExchangeRow {
  kind: 'exchange';
  key: string;
  seq: number;
  at: string;
  org: string;
  method: string;
  path: string;
  presents: string;
  status: number;
  why: string;
  isScripted: boolean;
  rule: string;
  delivery: string;
  changes: string[];
}

export interface NoteRow {
  kind: 'note';
  key: string;
  about: 'world' | 'clock';
  text: string;
}

export type Row = ExchangeRow | NoteRow;

/** The lane of requests that belong to no org that the mock knows. */
export const noOrg = 'no org';

const labelWithoutOrg = (label: string) => label.slice(label.indexOf('/') + 1);

export function exchangeRow(entry: Entry): ExchangeRow {
  const presented = entry.request.credentials
    .filter(({ credential }) => /token|code/.test(credential.kind))
    .map(({ credential }) => labelWithoutOrg(credential.label));
  return {
    kind: 'exchange',
    key: `exchange-${entry.seq}`,
    seq: entry.seq,
    at: entry.at,
    org: entry.subject.org ?? noOrg,
    method: entry.request.method,
    path: entry.request.path,
    presents: [entry.request.grant, ...new Set(presented)].filter(Boolean).join(' · '),
    status: entry.answer.status,
    why: entry.answer.refusal ?? entry.answer.error_code,
    isScripted: entry.answer.scripted,
    rule: entry.rule?.what ?? '',
    delivery: entry.delivery.state,
    changes: entry.answer.changes.map((change) => change.what),
  };
}

export const withDelivery = (row: ExchangeRow, delivery: Delivery): ExchangeRow => ({ ...row, delivery: delivery.state });

/** Of several the one that matters most to who reads: an answer that did not arrive was neither granted nor refused. */
export function fateOf(row: ExchangeRow): Fate {
  if (row.delivery === 'pending') return 'pending';
  if (row.delivery !== 'complete') return 'cut';
  if (row.isScripted) return 'scripted';
  return row.status >= 400 ? 'refused' : 'granted';
}

export const fateSigns: Record<Fate, string> = { granted: '✓', refused: '✗', scripted: '◆', cut: '✂', pending: '…' };

export const changeNote = (change: ChangeMade, key: string): NoteRow => ({ kind: 'note', key, about: 'world', text: change.what });

export const clockNote = (jump: ClockJump, by: string, key: string): NoteRow => ({
  kind: 'note',
  key,
  about: 'clock',
  text: `the clock went on by ${by}, to ${jump.now.replace('T', ' ').replace(/\.000Z$/, 'Z')}`,
});

export const orgInWords = (row: ExchangeRow): string => (row.org === noOrg ? noOrg : `org ${row.org}`);

/** One line that says all of an exchange: what is announced, and what the filter looks in. */
export function sentenceOf(row: ExchangeRow): string {
  const fate = { granted: 'answered', refused: 'refused', scripted: 'scripted', cut: 'cut', pending: 'pending' }[fateOf(row)];
  const parts = [`#${row.seq} ${row.method} ${row.path}`, row.presents, orgInWords(row), `${fate} ${row.status}`, row.why, row.rule];
  return parts.filter(Boolean).join(', ');
}
