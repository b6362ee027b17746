import type { EventMember } from './contract';

/** What was typed as JSON has it; what was left empty is left out, and the server says where that is a mistake. */
export function valuesToSend(members: EventMember[], typed: Record<string, string>): Record<string, unknown> {
  const sent: Record<string, unknown> = {};
  for (const { name, kind } of members) {
    const text = (typed[name] ?? '').trim();
    if (text === '') continue;
    if (kind === 'texts') sent[name] = text.split(',').map((each) => each.trim()).filter(Boolean);
    else if (kind === 'number') sent[name] = Number.isNaN(Number(text)) ? text : Number(text);
    else sent[name] = text;
  }
  return sent;
}
