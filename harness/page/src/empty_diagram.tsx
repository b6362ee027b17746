import { CopyButton } from './copy_button';
import { rows } from './journal';
import { run } from './runs';

/** What there is to see where nothing was received yet, or nothing is left by the filter. */
export function EmptyDiagram() {
  if (!run.value) return <p class="empty">No run is served.</p>;
  if (rows.value.length > 0) return <p class="empty">The filter leaves nothing of {rows.value.length} rows.</p>;
  const command = `curl -i ${run.value.login_url}/oauth/token -d grant_type=client_credentials`;
  return (
    <div class="empty">
      <p>Nothing was received yet. Point a client at the addresses above, or try:</p>
      <p><code>{command}</code> <CopyButton what="command" text={command} /></p>
    </div>
  );
}
