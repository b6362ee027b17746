const tones: Record<string, [string, string]> = {
  active: ['good', '✓'],
  authorized: ['good', '✓'],
  live: ['good', '✓'],
  passed: ['good', '✓'],
  requested: ['doubtful', '?'],
  spent: ['plain', '–'],
  vacuous: ['doubtful', '!'],
};

/** A state in colour and with a sign; what is not known to be well is shown as bad. */
export function Badge({ word }: { word: string }) {
  const [tone, sign] = tones[word] ?? ['bad', '✗'];
  return <span class={`badge ${tone}`}>{sign} {word}</span>;
}
