import { useState } from 'preact/hooks';
import { Modal } from './modal';
import { giveToken, token, tokenIsAsked } from './token';

function TokenForm() {
  const [typed, setTyped] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim()) giveToken(typed.trim());
      }}
    >
      <p>This admin address is not loopback: <code>gcmock serve</code> printed a token when it started.</p>
      {token.value && <p class="bad" role="alert">It does not take the token that was given.</p>}
      <div class="field">
        <label for="token">Token</label>
        <input id="token" type="password" autocomplete="off" value={typed} onInput={(event) => setTyped(event.currentTarget.value)} />
      </div>
      <div class="buttons"><button type="submit" class="main">Go on</button></div>
    </form>
  );
}

export function TokenDialog() {
  if (!tokenIsAsked.value) return null;
  return (
    <Modal title="Token needed" onClose={() => { tokenIsAsked.value = false; }}>
      <TokenForm />
    </Modal>
  );
}
