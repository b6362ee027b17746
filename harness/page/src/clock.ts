// Domain time of the run that is shown.
import { signal } from '@preact/signals';
import { get, post } from './api';
import type { Clock } from './contract';
import { pathOfRun } from './runs';

interface ClockReading extends Clock {
  /** performance.now() when it was read. */
  readAt: number;
}

export const clock = signal<ClockReading | null>(null);

const take = (reading: Clock) => {
  clock.value = { ...reading, readAt: performance.now() };
};

export const refreshClock = async () => take(await get<Clock>(pathOfRun('/clock')));

export const clockJumped = (now: string) => {
  if (clock.value) take({ ...clock.value, now });
};

export const advanceClock = async (by: string) => take({ ...clock.value, ...(await post<Clock>(pathOfRun('/clock'), { advance: by })) });

/** A clock that runs is read every few seconds and goes on by itself between. */
export function nowOf(reading: ClockReading): string {
  if (reading.time === 'frozen') return reading.now;
  return new Date(Date.parse(reading.now) + performance.now() - reading.readAt).toISOString();
}
