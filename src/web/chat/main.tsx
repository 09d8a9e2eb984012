import { createRoot } from 'react-dom/client';
import { Chat } from './chat';
import './page.css';
import { readSettings } from './settings';

const root = document.getElementById('chat');
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
if (root) createRoot(root).render(<Chat settings={readSettings(root)} nonce={nonce} />);
