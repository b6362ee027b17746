import { useState } from 'preact/hooks';
import { tell } from './announcements';
import { problemFrom } from './api';
import { copy } from './clipboard';

interface CopyButtonProps {
  /** What the button's name ends in: "Copy login URL". */
  what: string;
  text: string | (() => Promise<string>);
  /** What is seen, where it is not the name: beside a text that says what would be copied. */
  label?: string;
  size?: 'small' | '';
}

const saidForMs = 1500;

export function CopyButton({ what, text, label = 'Copy', size = 'small' }: CopyButtonProps) {
  const [said, setSaid] = useState('');
  const onClick = async () => {
    try {
      const copied = await copy(typeof text === 'string' ? text : await text());
      setSaid(copied ? 'Copied' : 'Not copied');
      tell(copied ? `Copied: ${what}` : `The browser did not let ${what} be copied`);
    } catch (error) {
      tell(`Not copied: ${problemFrom(error).title}`);
    }
    setTimeout(() => setSaid(''), saidForMs);
  };
  return <button type="button" class={size} aria-label={`Copy ${what}`} onClick={onClick}>{said || label}</button>;
}
