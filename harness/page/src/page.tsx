import { Announcements } from './announcements_view';
import { Diagram } from './diagram';
import { EventDialog } from './event_dialog';
import { Filters } from './filters';
import { Header } from './header';
import { KeysDialog } from './keys_dialog';
import { Panels } from './panels';
import { ResetDialog } from './reset_dialog';
import { run } from './runs';
import { ScenarioDialog } from './scenario_dialog';
import { dialog } from './selection';
import { TokenDialog } from './token_dialog';

export function Page() {
  return (
    <>
      <Header />
      <main>
        <section class="sequence" aria-label="Sequence diagram">
          <Filters />
          <Diagram />
        </section>
        <Panels />
      </main>
      {run.value && dialog.value === 'event' && <EventDialog />}
      {run.value && dialog.value === 'scenario' && <ScenarioDialog />}
      {run.value && dialog.value === 'reset' && <ResetDialog />}
      {dialog.value === 'keys' && <KeysDialog />}
      <TokenDialog />
      <Announcements />
    </>
  );
}
