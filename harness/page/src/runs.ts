// Which runs there are, and which of them is shown.
import { computed, signal } from '@preact/signals';
import { get } from './api';
import type { Run } from './contract';

export const runs = signal<readonly Run[]>([]);
export const runId = signal<string | null>(null);
export const run = computed(() => runs.value.find((each) => each.id === runId.value) ?? null);

export const pathOf = (id: string, below = ''): string => `/v1/runs/${encodeURIComponent(id)}${below}`;

/** The path of the run that is shown; the buttons that ask for it are there only where one is. */
export const pathOfRun = (below = ''): string => pathOf(runId.value ?? '', below);

export function chooseRun(id: string): void {
  runId.value = id;
  history.replaceState(null, '', `#run=${encodeURIComponent(id)}`);
}

export function updateRun(updated: Run): void {
  runs.value = runs.value.map((each) => (each.id === updated.id ? updated : each));
}

/** Keeps to the run that is shown; where it is gone, or none was chosen, takes that of the address or the first. */
export async function refreshRuns(): Promise<void> {
  runs.value = (await get<{ runs: Run[] }>('/v1/runs')).runs;
  const isThere = (id: string | null) => runs.value.some((each) => each.id === id);
  if (isThere(runId.value)) return;
  const wanted = new URLSearchParams(location.hash.slice(1)).get('run');
  runId.value = isThere(wanted) ? wanted : (runs.value[0]?.id ?? null);
}
