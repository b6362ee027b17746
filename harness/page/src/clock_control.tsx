// Domain time, and how it is moved on.
import { useEffect, useState } from 'preact/hooks';
import { useAction } from './action';
import { advanceClock, clock, nowOf } from './clock';
import { ProblemBox } from './problem_box';
import { dateAndTime } from './words';

const jumps = ['1m', '1h', '25h'];

function Now() {
  const reading = clock.value;
  const [, tick] = useState(0);
  useEffect(() => {
    if (reading?.time !== 'follows_real_time') return undefined;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [reading?.time]);
  if (!reading) return <time class="now">—</time>;
  const now = nowOf(reading);
  return (
    <>
      <time class="now" dateTime={now}>{dateAndTime(now)}</time>
      <span class="dim">{reading.time === 'frozen' ? 'UTC, stands still' : 'UTC, runs'}</span>
    </>
  );
}

export function ClockControl() {
  const { busy, problem, perform } = useAction();
  const [by, setBy] = useState('');
  const advance = (duration: string) => perform(() => advanceClock(duration));
  const disabled = busy || !clock.value;
  return (
    <div class="clock" role="group" aria-label="Clock">
      <Now />
      {jumps.map((jump) => (
        <button type="button" disabled={disabled} aria-label={`Advance the clock by ${jump}`} onClick={() => advance(jump)}>+{jump}</button>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (by.trim()) void advance(by.trim());
        }}
      >
        <input
          id="clock-by"
          aria-label="Advance the clock by"
          aria-keyshortcuts="t"
          placeholder="2h 30m"
          autocomplete="off"
          value={by}
          onInput={(event) => setBy(event.currentTarget.value)}
        />
        <button type="submit" disabled={disabled || !by.trim()}>Advance</button>
      </form>
      <ProblemBox problem={problem} />
    </div>
  );
}
