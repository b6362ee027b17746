// Times and durations in words.

const units: [string, number][] = [['d', 86_400_000], ['h', 3_600_000], ['m', 60_000], ['s', 1000], ['ms', 1]];

/** 90000000 to "25h", as whoever moves the clock says it; days only where they are whole. */
export function duration(ms: number): string {
  if (ms === 0) return '0s';
  const whole = units.find(([, size]) => ms % size === 0 && ms >= size);
  if (whole && ms / whole[1] < 100) return `${ms / whole[1]}${whole[0]}`;
  let rest = ms;
  const parts: string[] = [];
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count}${name}`);
  }
  return parts.slice(0, 2).join(' ');
}

/** "2026-01-01T00:00:00.000Z" to "2026-01-01 00:00:00". */
export const dateAndTime = (instant: string): string => instant.slice(0, 19).replace('T', ' ');

export const timeOfDay = (instant: string): string => instant.slice(11, 19);

/** When a life ends that does so at `instant`: "ends in 23h 59m", "ended 2h ago". */
export function endOfLife(instant: string, now: string): string {
  const ms = Date.parse(instant) - Date.parse(now);
  const far = duration(Math.floor(Math.abs(ms) / 1000) * 1000);
  return ms > 0 ? `ends in ${far}` : `ended ${far} ago`;
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
