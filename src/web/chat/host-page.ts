import type { FromChat, ToChat } from '../messages';

const PATIENCE_MS = 5000;

/** The page around the frame. Anybody may be it: it gets no secrets, and what it says of its visitor is signed. */
export const hostPage = {
  tell(message: FromChat): void {
    window.parent.postMessage(message, '*');
  },
  /** Hears the page until the returned function is called. */
  hear(listener: (message: ToChat) => void): () => void {
    const receive = ({ source, data }: MessageEvent<ToChat>) => {
      if (source === window.parent) listener(data);
    };
    window.addEventListener('message', receive);
    return () => window.removeEventListener('message', receive);
  },
  /** The site's token for its visitor; undefined when nobody is signed in or the page doesn't answer. */
  async askWho(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const done = (token: string) => {
        stop();
        window.clearTimeout(timer);
        resolve(token === '' ? undefined : token);
      };
      const timer = window.setTimeout(() => done(''), PATIENCE_MS);
      const stop = hostPage.hear((message) => {
        if (message.type === 'partner-faq-bot/visitor') done(message.token);
      });
      hostPage.tell({ type: 'partner-faq-bot/who' });
    });
  },
};
