// The page at the admin address of gcmock serve.
import { render } from 'preact';
import './colours.css';
import './page.css';
import './controls.css';
import './diagram.css';
import './panels.css';
import './dialogs.css';
import { listenToKeys } from './keys';
import { startLive } from './live';
import { Page } from './page';

const root = document.getElementById('page');
if (root) render(<Page />, root);
listenToKeys();
startLive();
