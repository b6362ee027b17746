// Asks the admin API. What is refused is thrown as a Mistake, which holds the problem as the API told it.
import type { Problem } from './contract';
import { token, tokenIsAsked } from './token';

export class Mistake extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail || problem.title);
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json');
  if (isProblem) return (await response.json()) as Problem;
  return { title: `The admin API answered ${response.status}`, status: response.status };
}

export async function ask(path: string, options: RequestInit = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  if (token.value) headers.set('Authorization', `Bearer ${token.value}`);
  const response = await fetch(path, { ...options, headers, cache: 'no-store' });
  if (response.status === 401) tokenIsAsked.value = true;
  if (!response.ok) throw new Mistake(await problemOf(response));
  return response;
}

export async function get<Answer>(path: string): Promise<Answer> {
  return (await (await ask(path)).json()) as Answer;
}

export async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const headers = { 'Content-Type': 'application/json' };
  return (await (await ask(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Answer;
}

/** What went wrong, in the API's words or the browser's. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Mistake) return error.problem;
  return { title: 'gcmock serve cannot be reached', status: 0, detail: error instanceof Error ? error.message : String(error) };
}
