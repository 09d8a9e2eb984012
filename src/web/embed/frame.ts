import type { FromChat, ToChat } from '../messages';
import { element } from './dom';
import { keptResume } from './kept';

export interface FrameOptions {
  readonly origin: string;
  readonly visitorUrl: string | undefined;
  readonly onClose: () => void;
}

/** The chat in its frame; it loads when it is first shown. */
export class Frame {
  readonly element = element('iframe', { allow: 'clipboard-write' });
  readonly #options: FrameOptions;
  #waiting: ToChat[] = [];
  #isReady = false;
  #address = '';

  constructor(options: FrameOptions) {
    this.#options = options;
    window.addEventListener('message', ({ source, origin, data }: MessageEvent<FromChat>) => {
      if (source === this.element.contentWindow && origin === options.origin) this.#hear(data);
    });
  }

  /** Shows the chat in a language; in another one than before it loads anew and resumes. */
  show(language: string, title: string): void {
    const query = new URLSearchParams({ framed: 'true', lang: language });
    if (this.#options.visitorUrl !== undefined) query.set('visitor', 'true');
    const address = `${this.#options.origin}/webchat/?${query.toString()}`;
    this.element.title = title;
    if (address === this.#address) return;
    this.#address = address;
    this.#isReady = false;
    this.element.src = address;
  }

  /** The frame has moved, and so loads anew. */
  restart(): void {
    this.#isReady = false;
  }

  /** Sends now or as soon as the chat is ready. */
  send(message: ToChat): void {
    if (this.#isReady) this.element.contentWindow?.postMessage(message, this.#options.origin);
    else this.#waiting.push(message);
  }

  #hear(message: FromChat): void {
    switch (message.type) {
      case 'partner-faq-bot/ready': {
        this.#isReady = true;
        const waiting = this.#waiting;
        this.#waiting = [];
        waiting.forEach((one) => this.send(one));
        break;
      }
      case 'partner-faq-bot/close':
        this.#options.onClose();
        break;
      case 'partner-faq-bot/who':
        void this.#vouch();
        break;
      case 'partner-faq-bot/recall':
        this.#answer('recall', keptResume.read());
        break;
      case 'partner-faq-bot/keep':
        keptResume.write(message.resume);
        break;
    }
  }

  /** Asks the host's site who is signed in. Whatever goes wrong there, the visitor is then anonymous. */
  async #vouch(): Promise<void> {
    const { visitorUrl } = this.#options;
    const token = await fetch(visitorUrl ?? '', { credentials: 'same-origin' })
      .then((response) => (response.ok ? response.text() : ''))
      .catch(() => '');
    this.#answer('who', token.trim());
  }

  #answer(to: 'who' | 'recall', value: string): void {
    const message: ToChat = { type: 'partner-faq-bot/answer', to, value };
    this.element.contentWindow?.postMessage(message, this.#options.origin);
  }
}
