// A dialog over the page. The browser's own: it keeps the focus, closes on Escape and gives the focus back.
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { notice } from './announcements';
import { dialog } from './selection';

interface ModalProps {
  title: string;
  children: ComponentChildren;
  class?: string;
  onClose?: () => void;
}

export const closeDialog = (): void => {
  dialog.value = null;
};

export function Modal({ title, children, class: kind = '', onClose = closeDialog }: ModalProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    // It is taken out of the page rather than closed, and what is taken out gives no focus back.
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog ref={element} class={kind} aria-labelledby={titleId} onClose={onClose}>
      <header>
        <h2 id={titleId}>{title}</h2>
        <button type="button" class="quiet" aria-label="Close" onClick={() => element.current?.close()}>✕</button>
      </header>
      {children}
      {/* What lies behind an open dialog is not read out, and so neither are the page's own live regions. */}
      <p class="unseen" role="status">{notice}</p>
    </dialog>
  );
}
