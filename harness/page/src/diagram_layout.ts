// Where things stand in the sequence diagram. Rows have heights that are known without drawing them, so that of thousands
// only those in sight need to be drawn.
import type { Row } from './rows';

export const pairHeight = 50;
export const noteHeight = 30;
export const changeHeight = 18;
export const gutter = 116;
export const rightMargin = 70;
export const laneWidth = 170;

export const heightOf = (row: Row): number => (row.kind === 'note' ? noteHeight : pairHeight + row.changes.length * changeHeight);

/** The top of each row, and behind the last the height of all. */
export function topsOf(rows: readonly Row[]): number[] {
  const tops = [0];
  let top = 0;
  for (const row of rows) tops.push((top += heightOf(row)));
  return tops;
}

/** The row that `y` falls into. */
export function indexAt(tops: readonly number[], y: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Lanes {
  width: number;
  client: number;
  of: (org: string) => number;
}

export function layLanes(orgs: readonly string[], room: number): Lanes {
  const width = Math.max(room, gutter + rightMargin + laneWidth * Math.max(1, orgs.length));
  const between = (width - gutter - rightMargin) / Math.max(1, orgs.length);
  return { width, client: gutter, of: (org) => gutter + between * (Math.max(0, orgs.indexOf(org)) + 1) };
}
