// The keys of the page. Single letters can be switched off: speech input types them (WCAG 2.1.4).
import { signal } from '@preact/signals';
import { activeSeq, closeExchange, dialog, filterText, openExchange, openedSeq, panel, pointAt, step } from './selection';
import { run } from './runs';
import { tokenIsAsked } from './token';

export const keyTable: [string[], string][] = [
  [['j', '↓'], 'next exchange'],
  [['k', '↑'], 'the one before'],
  [['Enter'], 'open the exchange'],
  [['Esc'], 'close it; leave the filter'],
  [['/'], 'filter'],
  [['t'], 'move the clock on'],
  [['e'], 'world event'],
  [['c'], 'copy as scenario'],
  [['w'], 'world now'],
  [['s'], 'steps and verdict'],
  [['?'], 'this list'],
];

const storageKey = 'gcmock-single-keys';

export const keysAreOn = signal(localStorage.getItem(storageKey) !== 'off');

export function setKeysOn(on: boolean): void {
  keysAreOn.value = on;
  localStorage.setItem(storageKey, on ? 'on' : 'off');
}

const focus = (id: string) => document.getElementById(id)?.focus();

function openActive(): void {
  if (activeSeq.value === null) return;
  openExchange(activeSeq.value);
  // To the panel, that what was opened is read and scrolled; Escape leads back.
  requestAnimationFrame(() => focus('panel'));
}

function onEscape(target: HTMLElement): void {
  if (target.id === 'filter') filterText.value = '';
  else if (openedSeq.value !== null && panel.value === 'exchange') closeExchange();
  focus('exchanges');
}

const letters: Record<string, () => void> = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => focus('filter'),
  t: () => focus('clock-by'),
  e: () => { if (run.value) dialog.value = 'event'; },
  c: () => { if (run.value) dialog.value = 'scenario'; },
  w: () => { panel.value = 'world'; },
  s: () => { panel.value = 'steps'; },
  '?': () => { dialog.value = 'keys'; },
};

/** In the list, and where nothing has the focus: elsewhere arrows scroll, and Enter presses. */
const inList: Record<string, () => void> = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Home: () => pointAt(0),
  End: () => pointAt(Infinity),
  Enter: openActive,
};

function actionFor(event: KeyboardEvent, target: HTMLElement): (() => void) | undefined {
  if (event.key === 'Escape') return () => onEscape(target);
  if (target.closest('input, select, textarea')) return undefined;
  if (target.id === 'exchanges' || target === document.body) {
    const act = inList[event.key];
    if (act) return act;
  }
  return keysAreOn.value ? letters[event.key] : undefined;
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.value !== null || tokenIsAsked.value) return;
    if (!(event.target instanceof HTMLElement)) return;
    const act = actionFor(event, event.target);
    if (!act) return;
    event.preventDefault();
    act();
  });
}
