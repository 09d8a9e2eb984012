import { createStore } from 'botframework-webchat';
import { useMemo, useState } from 'react';

/** A message that was refused because there is no such conversation any more. */
interface Refused {
  readonly payload?: { readonly status?: number };
}

/** How long a question waits for the first words of the conversation. */
const PATIENCE_MS = 2000;

/**
 * Web Chat's store, whether it is connected, and how often its conversation was gone when something was said. `ask` says
 * something in the visitor's name below what is there already, so that the answer is followed.
 */
export function useStore() {
  const [isConnected, setConnected] = useState(false);
  const [losses, setLosses] = useState(0);
  const [store, ask] = useMemo(() => {
    let hear: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => (hear = resolve));
    const made = createStore(
      {},
      () => (next: (action: object) => unknown) => (action: { type: string } & Refused) => {
        const result = next(action);
        const { type, payload } = action;
        if (type === 'DIRECT_LINE/INCOMING_ACTIVITY') hear();
        if (type === 'DIRECT_LINE/CONNECT_FULFILLED') setConnected(true);
        if (type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' && payload?.status === 404)
          setLosses((count) => count + 1);
        return result;
      },
    );
    const say = (text: string) => {
      setTimeout(hear, PATIENCE_MS);
      const payload = { method: 'code', text };
      void heard.then(() => made.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload }));
    };
    return [made, say] as const;
  }, []);
  return { store, ask, isConnected, losses };
}
