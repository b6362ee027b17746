// The verdict on a run: by now, or for good when it is finished.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useAction } from './action';
import { get, post } from './api';
import { Badge } from './badge';
import type { Run, Verdict } from './contract';
import { ProblemBox } from './problem_box';
import { pathOfRun, refreshRuns } from './runs';
import { openExchange } from './selection';
import { counted } from './words';

function Links({ exchanges }: { exchanges: number[] }) {
  return <>{exchanges.map((seq) => <button type="button" class="link" aria-label={`Open exchange ${seq}`} onClick={() => openExchange(seq)}>#{seq}</button>)}</>;
}

function Finding({ title, aside, children }: { title: string; aside?: string; children?: ComponentChildren }) {
  return (
    <li class="finding">
      <span class="sign" aria-hidden="true">✗</span>
      <div><strong>{title}</strong> {aside && <span class="dim">{aside}</span>}{children}</div>
    </li>
  );
}

function Findings({ result }: { result: Verdict['result'] }) {
  const steps = result.steps.filter((step) => step.failed);
  const checks = result.checks.filter((check) => !check.passed);
  const invariants = result.invariants.filter((invariant) => invariant.status === 'violated');
  const held = result.invariants.filter((invariant) => invariant.status === 'held').length;
  return (
    <>
      {result.note && <p>{result.note}</p>}
      <ul class="findings">
        {steps.map((step) => (
          <Finding title={step.what} aside="step">
            <p>expected {step.expected.join(' or ')}, got {step.got ?? 'nothing'}{step.detail && `: ${step.detail}`}</p>
          </Finding>
        ))}
        {checks.map((check) => (
          <Finding title={check.what} aside="check">
            <p>{check.found} <Links exchanges={check.exchanges} /></p>
            {check.near_miss && (
              <p>closest to it was <Links exchanges={[check.near_miss.exchange]} />: {check.near_miss.diff.map(({ field, wanted, found }) => `${field} ${found} and not ${wanted}`).join(', ')}</p>
            )}
          </Finding>
        ))}
        {invariants.map((invariant) => (
          <Finding title={`${invariant.id} ${invariant.title}`} aside={`${invariant.severity} · ${invariant.clause}`}>
            {invariant.findings.map((finding) => <p>{finding.what} <Links exchanges={finding.exchanges} /></p>)}
          </Finding>
        ))}
      </ul>
      <p class="dim">
        {counted(result.checks.length - checks.length, 'check')} of {result.checks.length} held; {held} invariants held, {invariants.length} violated,
        {' '}{result.invariants.length - held - invariants.length} had nothing to look at
      </p>
    </>
  );
}

export function VerdictSection({ run }: { run: Run }) {
  const { busy, problem, perform } = useAction();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const isFinished = run.state === 'finished';
  const ask = () => perform(async () => setVerdict(await get<Verdict>(pathOfRun('/verdict'))));
  const finish = () =>
    perform(async () => {
      setVerdict(await post<Verdict>(pathOfRun('/finish'), {}));
      await refreshRuns();
    });
  useEffect(() => {
    if (isFinished) void ask();
    else setVerdict(null);
  }, [isFinished]);
  return (
    <section class="verdict" aria-labelledby="verdict-title">
      <h3 id="verdict-title">Verdict {verdict && (verdict.status ? <Badge word={verdict.status} /> : <span class="dim">open</span>)}</h3>
      <div class="buttons">
        <button type="button" disabled={busy || isFinished} onClick={ask}>Verdict by now</button>
        <button type="button" class="main" disabled={busy || isFinished} onClick={finish}>Finish</button>
        {isFinished && <span class="dim">finished; Reset begins it anew</span>}
      </div>
      <ProblemBox problem={problem} />
      {verdict && <Findings result={verdict.result} />}
    </section>
  );
}
