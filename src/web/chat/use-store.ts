import { createStore } from 'botframework-webchat';
import { useMemo, useState } from 'react';

/** A message that was refused because there is no such conversation any more. */
interface Refused {
  readonly payload?: { readonly status?: number };
}

/** Web Chat's store, whether it is connected, and how often its conversation was gone when something was said. */
export function useStore() {
  const [isConnected, setConnected] = useState(false);
  const [losses, setLosses] = useState(0);
  const store = useMemo(
    () =>
      createStore(
        {},
        () => (next: (action: object) => unknown) => (action: { type: string } & Refused) => {
          const result = next(action);
          const { type, payload } = action;
          if (type === 'DIRECT_LINE/CONNECT_FULFILLED') setConnected(true);
          if (type === 'DIRECT_LINE/POST_ACTIVITY_REJECTED' && payload?.status === 404)
            setLosses((count) => count + 1);
          return result;
        },
      ),
    [],
  );
  return { store, isConnected, losses };
}
