import { element, icon } from './dom';
import { Frame } from './frame';
import { createHome } from './home';
import { keptClosed } from './kept';
import type { EmbedOptions } from './options';
import { Panel } from './panel';
import { wordsFor } from './words';

const SPEECH_BUBBLE = 'M21 12a8 8 0 0 1-8 8H4l2-3.5A8 8 0 1 1 21 12zM9 10h8M9 14h5';
const CROSS = 'M5 5l14 14M19 5L5 19';

/** What the host page can do with the chat. */
export interface Widget {
  open(): void;
  close(): void;
  /** Opens the chat and asks a question in the visitor's name. */
  ask(question: string): void;
}

/** Puts the button into the page's corner; nothing else is loaded before it is used. */
export function createWidget(options: EmbedOptions): Widget {
  const frame = new Frame({ ...options, onClose: close });
  const { launcher, closer, title, dialog } = createParts(options, frame);
  const home = createHome(options, [dialog, launcher], () => frame.restart());
  const panel = new Panel({
    ...{ dialog, launcher, focused: home.focused, onShown: speak },
    content: frame.element,
  });

  function speak(): void {
    const { language, words } = wordsFor(options.language ?? document.documentElement.lang);
    title.textContent = options.title ?? words.title;
    dialog.setAttribute('aria-label', title.textContent);
    dialog.lang = launcher.lang = language;
    launcher.setAttribute('aria-label', words.open);
    closer.setAttribute('aria-label', words.close);
    if (dialog.open) frame.show(language, title.textContent);
  }

  function open(): void {
    panel.open();
    frame.send({ type: 'partner-faq-bot/focus' });
  }

  function close(): void {
    if (!panel.isOpen) return;
    panel.close();
    keptClosed.write('true');
  }

  launcher.addEventListener('click', () => (panel.isOpen ? close() : open()));
  closer.addEventListener('click', close);
  dialog.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  new MutationObserver(speak).observe(document.documentElement, { attributeFilter: ['lang'] });
  speak();
  if (options.startsOpen && keptClosed.read() === '') panel.showBeside();
  return {
    open,
    close,
    ask(question) {
      open();
      frame.send({ type: 'partner-faq-bot/ask', text: question });
    },
  };
}

function createParts({ side }: EmbedOptions, frame: Frame) {
  const look = { class: `launcher ${side}`, type: 'button', 'aria-expanded': 'false' };
  const launcher = element('button', look, icon(SPEECH_BUBBLE));
  const closer = element('button', { class: 'close', type: 'button' }, icon(CROSS));
  const title = element('p', { class: 'title' });
  const bar = element('div', { class: 'bar' }, title, closer);
  const dialog = element('dialog', { class: `panel ${side}` }, bar, frame.element);
  return { launcher, closer, title, dialog };
}
