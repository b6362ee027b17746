import { connectNow, connection, retryInS } from './live';
import { tokenIsAsked } from './token';

const words = { connecting: '◌ connecting', live: '● live', lost: '✗ no connection', refused: '✗ token needed' };

export function ConnectionState() {
  const state = connection.value;
  return (
    <div class="connection">
      <span class={`state ${state}`} role="status" id="connection">{words[state]}</span>
      {state === 'lost' && <span class="dim">again in {retryInS} s</span>}
      {state === 'lost' && <button type="button" class="small" onClick={connectNow}>Connect now</button>}
      {state === 'refused' && <button type="button" class="small" onClick={() => { tokenIsAsked.value = true; }}>Give token…</button>}
    </div>
  );
}
