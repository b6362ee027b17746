import { announcement, notice } from './announcements';

export function Announcements() {
  return (
    <>
      <p class="unseen" role="status" id="announcement">{announcement}</p>
      <p class={notice.value ? 'notice' : 'unseen'} role="status" id="notice">{notice}</p>
    </>
  );
}
