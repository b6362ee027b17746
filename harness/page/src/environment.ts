// What a client must be told to speak to the mock, as shell commands.
import { get } from './api';
import { pathOfRun } from './runs';

const quoted = (value: string): string => `'${value.replaceAll("'", `'\\''`)}'`;

export async function environmentAsShell(): Promise<string> {
  const variables = await get<Record<string, string>>(pathOfRun('/environment'));
  return Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}\n`).join('');
}
