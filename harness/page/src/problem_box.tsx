import type { Problem } from './contract';

/** A mistake as the API tells it: what, where, and how it is put right. */
export function ProblemBox({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <div class="problem" role="alert">
      <strong>{problem.title}</strong>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.diagnostics && problem.diagnostics.length > 0 && (
        <ul>
          {problem.diagnostics.map((each) => (
            <li>
              <code>{each.code}</code> {each.what}
              {each.place && <span class="place"> {`${each.place.file}:${each.place.line}:${each.place.column}`}</span>}
              {each.fix && <span class="fix">→ {each.fix}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
