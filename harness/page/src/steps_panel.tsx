// The steps of a scenario that is served: which call is next, and what came of it when it was made elsewhere.
import { useState } from 'preact/hooks';
import { useAction } from './action';
import { post } from './api';
import type { Run, Step } from './contract';
import { ProblemBox } from './problem_box';
import { pathOfRun, run, updateRun } from './runs';
import { VerdictSection } from './verdict';

const outcomes = ['ok', 'needs_user', 'needs_admin', 'retry_later', 'failed'];

const signOf = (step: Step) => (step.failed ? '✗' : { done: '✓', next: '▸', waiting: '·' }[step.state]);

function StepLine({ step }: { step: Step }) {
  return (
    <li class={`step ${step.state} ${step.failed ? 'failed' : ''}`} aria-current={step.state === 'next' ? 'step' : undefined}>
      <span class="sign" aria-hidden="true">{signOf(step)}</span>
      <span>{step.what}</span>
      <span class="dim">{step.outcome ?? step.state}</span>
    </li>
  );
}

function CallMade({ call }: { call: Step }) {
  const { busy, problem, perform } = useAction();
  const [outcome, setOutcome] = useState('ok');
  const [detail, setDetail] = useState('');
  const send = () =>
    perform(async () => {
      updateRun(await post<Run>(pathOfRun('/steps'), { outcome, detail }));
      setDetail('');
    });
  return (
    <form
      class="call-made"
      aria-label="This call was made"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>Let your client make the next call: <b>{call.what}</b>. Then say what came of it.</p>
      <div class="fields">
        <label>Outcome
          <select value={outcome} onChange={(event) => setOutcome(event.currentTarget.value)}>
            {outcomes.map((each) => <option value={each}>{each}</option>)}
          </select>
        </label>
        <label class="wide">Detail <input autocomplete="off" value={detail} onInput={(event) => setDetail(event.currentTarget.value)} /></label>
        <button type="submit" class="main" disabled={busy}>This call was made</button>
      </div>
      <ProblemBox problem={problem} />
    </form>
  );
}

export function StepsPanel() {
  const shown = run.value;
  if (!shown) return null;
  const next = shown.state === 'open' ? shown.steps.find((step) => step.state === 'next' && step.is_call) : undefined;
  return (
    <>
      <h2 class="scenario-title">{shown.title || shown.file}</h2>
      {shown.steps.length > 0 && <ol class="steps">{shown.steps.map((step) => <StepLine step={step} />)}</ol>}
      {next && <CallMade call={next} />}
      <VerdictSection key={shown.id} run={shown} />
    </>
  );
}
