import { useEffect } from 'react';
import { focusSendBox, isInSendBox } from './send-box';
import { hostPage } from './host-page';

/** Obeys the page around the frame once the chat is connected, and closes on Escape. */
export function useHostPage(
  isConnected: boolean,
  { isFramed, ask }: { readonly isFramed: boolean; readonly ask: (question: string) => void },
): void {
  useEffect(() => {
    if (!isFramed || !isConnected) return undefined;
    const stop = hostPage.hear((message) => {
      if (message.type === 'partner-faq-bot/ask') ask(message.text);
      if (message.type === 'partner-faq-bot/focus') focusSendBox();
    });
    hostPage.tell({ type: 'partner-faq-bot/ready' });
    return stop;
  }, [ask, isConnected, isFramed]);

  useEffect(() => {
    if (!isFramed) return undefined;
    const close = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && isInSendBox()) hostPage.tell({ type: 'partner-faq-bot/close' });
    };
    window.addEventListener('keydown', close);
    return () => window.removeEventListener('keydown', close);
  }, [isFramed]);
}
