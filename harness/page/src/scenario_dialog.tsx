// "Copy as scenario": what was done by hand, as a file that does it again.
import { useEffect, useState } from 'preact/hooks';
import { useAction } from './action';
import { ask } from './api';
import { CopyButton } from './copy_button';
import { Modal } from './modal';
import { ProblemBox } from './problem_box';
import { pathOfRun } from './runs';

const defaultTitle = 'Recorded by hand';
const settlingMs = 250;

const fileNameOf = (title: string) => `${title.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '') || 'scenario'}.json`;

function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  // Not at once: the browser fetches it behind the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function ScenarioDialog() {
  const [title, setTitle] = useState(defaultTitle);
  const [text, setText] = useState('');
  const { problem, perform } = useAction();
  useEffect(() => {
    let isWanted = true;
    const fetchText = () =>
      perform(async () => {
        const answer = await (await ask(pathOfRun(`/scenario?title=${encodeURIComponent(title)}`))).text();
        if (isWanted) setText(answer);
      });
    const timer = setTimeout(fetchText, text === '' ? 0 : settlingMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [title]);
  return (
    <Modal title="Copy as scenario" class="scenario-dialog">
      <div class="field">
        <label for="scenario-title">Title</label>
        <input id="scenario-title" autocomplete="off" value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
      </div>
      <ProblemBox problem={problem} />
      <pre id="scenario-text" tabIndex={0} role="region" aria-label="Scenario file">{text}</pre>
      <div class="buttons">
        <CopyButton what="scenario" label="Copy" text={text} />
        <button type="button" class="small" onClick={() => download(fileNameOf(title), text)}>Download {fileNameOf(title)}</button>
        <span class="dim">then <code>gcmock run {fileNameOf(title)}</code></span>
      </div>
    </Modal>
  );
}
