import { element, icon } from './dom';
import { Frame } from './frame';
import type { EmbedOptions } from './options';
import { css, textOn } from './style';
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
  const launcher = element(
    'button',
    { class: `launcher ${options.side}`, type: 'button', 'aria-expanded': 'false' },
    icon(SPEECH_BUBBLE),
  );
  const closer = element('button', { class: 'close', type: 'button' }, icon(CROSS));
  const title = element('p', { class: 'title' });
  const frame = new Frame({ ...options, onClose: close });
  const panel = element(
    'section',
    { class: `panel ${options.side}`, role: 'dialog', hidden: '' },
    element('div', { class: 'bar' }, title, closer),
    frame.element,
  );

  function speak(): void {
    const { language, words } = wordsFor(options.language ?? document.documentElement.lang);
    title.textContent = options.title ?? words.title;
    panel.setAttribute('aria-label', title.textContent);
    panel.lang = launcher.lang = language;
    launcher.setAttribute('aria-label', words.open);
    closer.setAttribute('aria-label', words.close);
    if (!panel.hidden) frame.show(language, title.textContent);
  }

  function setOpen(isOpen: boolean): void {
    panel.hidden = !isOpen;
    launcher.classList.toggle('open', isOpen);
    launcher.setAttribute('aria-expanded', String(isOpen));
  }

  function open(): void {
    setOpen(true);
    speak();
    frame.element.focus();
    frame.send({ type: 'partner-faq-bot/focus' });
  }

  function close(): void {
    setOpen(false);
    launcher.focus();
  }

  launcher.addEventListener('click', () => (panel.hidden ? open() : close()));
  closer.addEventListener('click', close);
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  new MutationObserver(speak).observe(document.documentElement, { attributeFilter: ['lang'] });
  attach(options, panel, launcher);
  speak();
  return {
    open,
    close,
    ask(question) {
      open();
      frame.send({ type: 'partner-faq-bot/ask', text: question });
    },
  };
}

/** Shows the parts in a shadow root, where the page's styles don't reach them nor theirs the page. */
function attach(options: EmbedOptions, ...parts: readonly HTMLElement[]): void {
  const host = document.createElement('partner-faq-bot');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(...parts);
  document.body.append(host);
  host.style.setProperty('--color', options.color);
  host.style.setProperty('--text', textOn(options.color));
}
