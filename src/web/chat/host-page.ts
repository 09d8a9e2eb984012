import type { FromChat, ToChat } from '../messages';

/** Longer than a site needs to look up its visitor; a page without the loader never answers. */
const PATIENCE_MS = 4000;

/** The page around the frame. Anybody may be it: what it says of its visitor is signed, and who asks nothing learns nothing. */
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
  /** The site's token for its visitor (`who`), or what it kept for us (`recall`); undefined for nothing. */
  async ask(what: 'who' | 'recall'): Promise<string | undefined> {
    return new Promise((resolve) => {
      const done = (value: string) => {
        stop();
        window.clearTimeout(timer);
        resolve(value === '' ? undefined : value);
      };
      const timer = window.setTimeout(() => done(''), PATIENCE_MS);
      const stop = hostPage.hear((message) => {
        if (message.type === 'partner-faq-bot/answer' && message.to === what) done(message.value);
      });
      hostPage.tell({ type: `partner-faq-bot/${what}` });
    });
  },
};
