// Keeps the picture of the run that is shown up to date: follows its events, and connects again where the server went away.
import { effect, signal } from '@preact/signals';
import { problemFrom } from './api';
import { clock, clockJumped, refreshClock } from './clock';
import type { ChangeMade, ClockJump, Delivery, Entry, Run } from './contract';
import { type StreamEvent, readEvents } from './event_stream';
import { addChange, addClockJump, addExchange, clearRows, setDelivery } from './journal';
import { pathOf, refreshRuns, run, runId, updateRun } from './runs';
import { forgetSelection } from './selection';
import { tokensGiven } from './token';
import { refreshEventKinds, refreshWorld, refreshWorldSoon, world } from './world';

export type Connection = 'connecting' | 'live' | 'lost' | 'refused';

export const connection = signal<Connection>('connecting');
/** In how many seconds it is tried again; of meaning where the connection is lost. */
export const retryInS = signal(0);

const firstPauseMs = 500;
const longestPauseMs = 8000;
const pollingMs = 5000;

let endPause: () => void = () => undefined;

export const connectNow = (): void => endPause();

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    retryInS.value = Math.ceil(ms / 1000);
    const timer = setTimeout(() => endPause(), ms);
    endPause = () => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', endPause, { once: true });
  });
}

function take({ name, data }: StreamEvent): void {
  switch (name) {
    case 'exchange':
      addExchange(data as Entry);
      return refreshWorldSoon();
    case 'delivery': {
      const { seq, delivery } = data as { seq: number; delivery: Delivery };
      return setDelivery(seq, delivery);
    }
    case 'change':
      addChange(data as ChangeMade);
      return refreshWorldSoon();
    case 'clock':
      addClockJump(data as ClockJump);
      clockJumped((data as ClockJump).now);
      return refreshWorldSoon();
    case 'run':
      return updateRun(data as Run);
    case 'reset':
      clearRows(0);
      forgetSelection();
      refreshClock().catch(() => undefined);
      return refreshWorldSoon();
  }
}

const isForWantOfToken = (error: unknown) => problemFrom(error).status === 401;

async function follow(id: string, signal: AbortSignal): Promise<void> {
  let pauseMs = firstPauseMs;
  while (!signal.aborted) {
    connection.value = 'connecting';
    try {
      await refreshRuns();
      if (runId.value !== id) return;
      await Promise.all([refreshClock(), refreshWorld(), refreshEventKinds()]);
      const known = run.value?.exchanges ?? 0;
      await readEvents(pathOf(id, '/events'), signal, () => {
        // The stream begins with the first exchange, whatever was shown before.
        clearRows(known);
        connection.value = 'live';
        pauseMs = firstPauseMs;
      }, (event) => !signal.aborted && take(event));
    } catch (error) {
      if (isForWantOfToken(error)) {
        connection.value = 'refused';
        return;
      }
    }
    if (signal.aborted) return;
    connection.value = 'lost';
    await pause(pauseMs, signal);
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  }
}

function poll(): void {
  if (document.hidden || connection.value === 'refused') return;
  refreshRuns().catch(() => undefined);
  if (clock.value?.time === 'follows_real_time') refreshClock().catch(() => undefined);
}

/** A browser keeps a page that was left, and its stream with it: six of those, and it sends nothing more to this server. */
const wasLeft = signal(false);

export function startLive(): void {
  addEventListener('pagehide', () => { wasLeft.value = true; });
  addEventListener('pageshow', () => { wasLeft.value = false; });
  effect(() => {
    if (wasLeft.value) return;
    tokensGiven.value;
    const id = runId.value;
    if (id === null) {
      refreshRuns().catch((error) => {
        connection.value = isForWantOfToken(error) ? 'refused' : 'lost';
      });
      return;
    }
    const stop = new AbortController();
    clearRows(0);
    world.value = null;
    clock.value = null;
    forgetSelection();
    // Not within the effect: what is read on the way must not start it again.
    queueMicrotask(() => void follow(id, stop.signal));
    return () => stop.abort();
  });
  setInterval(poll, pollingMs);
}
