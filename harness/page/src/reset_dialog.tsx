import { useAction } from './action';
import { tell } from './announcements';
import { post } from './api';
import type { Run } from './contract';
import { Modal, closeDialog } from './modal';
import { ProblemBox } from './problem_box';
import { pathOfRun, run, updateRun } from './runs';
import { counted } from './words';

export function ResetDialog() {
  const { busy, problem, perform } = useAction();
  const reset = () =>
    perform(async () => {
      updateRun(await post<Run>(pathOfRun('/reset'), {}));
      tell('The run was reset');
      closeDialog();
    });
  return (
    <Modal title="Reset the run?">
      <p>
        World, clock, script and steps of <b>{run.value?.id}</b> will be as they were at the start. Its {counted(run.value?.exchanges ?? 0, 'exchange')} will be forgotten,
        tokens that were issued will be unknown, and open connections will be closed.
      </p>
      <ProblemBox problem={problem} />
      <div class="buttons">
        <button type="button" class="danger" disabled={busy} onClick={reset}>Reset</button>
        <button type="button" onClick={closeDialog}>Cancel</button>
      </div>
    </Modal>
  );
}
