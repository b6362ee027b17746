import { useState } from 'preact/hooks';
import { problemFrom } from './api';
import type { Problem } from './contract';

/** Something that is asked of the server: is it under way, what was wrong with it, and how it is begun. */
export function useAction(): { busy: boolean; problem: Problem | null; perform: (act: () => Promise<void>) => Promise<void> } {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const perform = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await act();
    } catch (error) {
      setProblem(problemFrom(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, perform };
}
