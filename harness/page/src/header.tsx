import { ClockControl } from './clock_control';
import { ConnectionState } from './connection_state';
import { CopyButton } from './copy_button';
import { environmentAsShell } from './environment';
import { chooseRun, refreshRuns, run, runId, runs } from './runs';
import { type Dialog, dialog } from './selection';

function RunChooser() {
  return (
    <label class="run-chooser">
      <span>Run</span>
      <select
        value={runId.value ?? ''}
        onFocus={() => refreshRuns().catch(() => undefined)}
        onChange={(event) => chooseRun(event.currentTarget.value)}
      >
        {runs.value.map((each) => (
          <option value={each.id} selected={each.id === runId.value}>{each.title ? `${each.id} · ${each.title}` : `${each.id} · ${each.file}`}</option>
        ))}
      </select>
    </label>
  );
}

function Address({ name, url }: { name: string; url: string }) {
  return (
    <div class="address">
      <dt>{name}</dt>
      <dd><code>{url}</code> <CopyButton what={`${name} URL`} text={url} /></dd>
    </div>
  );
}

function Opener({ opens, children, hotkey }: { opens: Dialog; children: string; hotkey: string }) {
  return (
    <button type="button" aria-haspopup="dialog" aria-keyshortcuts={hotkey} disabled={!run.value} onClick={() => { dialog.value = opens; }}>
      {children}
    </button>
  );
}

export function Header() {
  const shown = run.value;
  return (
    <header class="page-header">
      <div class="bar">
        <h1>gcmock <span class="unseen">admin</span></h1>
        <RunChooser />
        <ConnectionState />
        <button type="button" class="quiet" aria-keyshortcuts="?" aria-haspopup="dialog" onClick={() => { dialog.value = 'keys'; }}>Keys</button>
      </div>
      {shown && (
        <dl class="bar facts">
          <Address name="Login" url={shown.login_url} />
          <Address name="API" url={shown.api_url} />
          <div><dt>File</dt><dd><code>{shown.file}</code></dd></div>
          <div><dt>Dialect</dt><dd>{shown.dialect}, seed {shown.seed}</dd></div>
        </dl>
      )}
      <div class="bar tools" role="group" aria-label="What can be done">
        <ClockControl />
        <span class="spring" />
        <Opener opens="event" hotkey="e">World event…</Opener>
        <Opener opens="scenario" hotkey="c">Copy as scenario</Opener>
        {shown && <CopyButton what="environment of a client" label="Copy environment" size="" text={environmentAsShell} />}
        <Opener opens="reset" hotkey="">Reset…</Opener>
      </div>
    </header>
  );
}
