// Server-sent events over fetch(): EventSource can send no Authorization header.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
import { ask } from './api';

export interface StreamEvent {
  name: string;
  data: unknown;
}

function eventOf(block: string): StreamEvent | null {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (line.startsWith('event:')) name = value;
    if (line.startsWith('data:')) data.push(value);
  }
  return data.length === 0 ? null : { name, data: JSON.parse(data.join('\n')) as unknown };
}

/** Tells the events of `path` until the server ends the stream, or `signal` does. Throws where there is no stream. */
export async function readEvents(
  path: string,
  signal: AbortSignal,
  opened: () => void,
  tell: (event: StreamEvent) => void,
): Promise<void> {
  const response = await ask(path, { headers: { Accept: 'text/event-stream' }, signal });
  if (!response.body) return;
  opened();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) tell(event);
    }
  }
}
