// The side panel: the exchange that is open, the world as it is now, the steps and the verdict.
import type { ComponentChildren } from 'preact';
import { ExchangePanel } from './exchange_panel';
import { run } from './runs';
import { type Panel, openedSeq, panel } from './selection';
import { StepsPanel } from './steps_panel';
import { WorldPanel } from './world_panel';

const tabId = (name: Panel) => `tab-${name}`;

interface Tab {
  name: Panel;
  title: string;
}

function tabs(): Tab[] {
  return [
    { name: 'world', title: 'World now' },
    { name: 'steps', title: run.value?.steps.length ? 'Steps' : 'Verdict' },
    { name: 'exchange', title: openedSeq.value === null ? 'Exchange' : `Exchange #${openedSeq.value}` },
  ];
}

/** Arrow keys choose, as of all tabs: https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
function onTabKey(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (by === undefined) return;
  const names = tabs().map((tab) => tab.name);
  panel.value = names[(names.indexOf(panel.value) + by + names.length) % names.length] ?? 'world';
  document.getElementById(tabId(panel.value))?.focus();
  event.preventDefault();
}

function TabPanel({ children }: { children: ComponentChildren }) {
  return (
    <div class="panel" id="panel" role="tabpanel" aria-labelledby={tabId(panel.value)} tabIndex={0}>
      {children}
    </div>
  );
}

export function Panels() {
  return (
    <section class="side" aria-label="Details">
      <div class="tabs" role="tablist" aria-label="Details" onKeyDown={onTabKey}>
        {tabs().map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={tabId(name)}
            aria-selected={panel.value === name}
            aria-controls="panel"
            tabIndex={panel.value === name ? 0 : -1}
            onClick={() => { panel.value = name; }}
          >
            {title}
          </button>
        ))}
      </div>
      <TabPanel key={panel.value}>
        {panel.value === 'world' && <WorldPanel />}
        {panel.value === 'steps' && <StepsPanel />}
        {panel.value === 'exchange' && <ExchangePanel />}
      </TabPanel>
    </section>
  );
}
