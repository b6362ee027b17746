// The world of the run that is shown, as it is now. Asked for anew behind what may have changed it, at most once a second:
// a client under load changes it with each request.
import { signal } from '@preact/signals';
import { get, post } from './api';
import { tell } from './announcements';
import type { ChangeMade, EventKind, World } from './contract';
import { pathOfRun, runId } from './runs';

const settlingMs = 200;
const atMostEveryMs = 1000;

export const world = signal<World | null>(null);
export const eventKinds = signal<readonly EventKind[]>([]);

let timer = 0;
let askedAt = -Infinity;

export async function refreshWorld(): Promise<void> {
  const asked = runId.value;
  if (asked === null) return;
  askedAt = performance.now();
  const answer = await get<World>(pathOfRun('/world'));
  if (runId.value === asked) world.value = answer;
}

/** A failure is told by the state of the connection; the next change asks again. */
export function refreshWorldSoon(): void {
  if (timer !== 0) return;
  const wait = Math.max(settlingMs, askedAt + atMostEveryMs - performance.now());
  timer = window.setTimeout(() => {
    timer = 0;
    refreshWorld().catch(() => undefined);
  }, wait);
}

export async function refreshEventKinds(): Promise<void> {
  eventKinds.value = (await get<{ events: EventKind[] }>(pathOfRun('/world/events'))).events;
}

export async function changeWorld(name: string, members: Record<string, unknown>): Promise<void> {
  const made = await post<ChangeMade>(pathOfRun('/world/events'), { [name]: members });
  tell(made.what);
  refreshWorldSoon();
}
