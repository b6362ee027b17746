// What is said in the page's live regions: politely, and several refusals at once as one sentence, since a client that
// hammers would otherwise be read out request by request.
import { signal } from '@preact/signals';
import { type ExchangeRow, sentenceOf } from './rows';
import { counted } from './words';

export const announcement = signal('');
/** What came of something the reader did; shown for a while as well as said. */
export const notice = signal('');

const gatheringMs = 700;
const noticeMs = 6000;
let gathered: (() => ExchangeRow)[] = [];
let noticeTimer = 0;

/** Said a moment later, as the row is then: that its answer is on its way is no news. */
export function announceRefusal(row: () => ExchangeRow): void {
  gathered.push(row);
  if (gathered.length > 1) return;
  setTimeout(() => {
    const last = gathered.at(-1);
    const others = gathered.length - 1;
    gathered = [];
    if (last) announcement.value = `${others > 0 ? `${counted(others + 1, 'new refusal')}, the last: ` : ''}${sentenceOf(last())}`;
  }, gatheringMs);
}

export function tell(text: string): void {
  notice.value = text;
  clearTimeout(noticeTimer);
  noticeTimer = window.setTimeout(() => { notice.value = ''; }, noticeMs);
}
