import { createStore } from 'botframework-webchat';
import { useMemo, useState } from 'react';

/** Web Chat's store, and whether it is connected. */
export function useStore() {
  const [isConnected, setConnected] = useState(false);
  const store = useMemo(
    () =>
      createStore({}, () => (next: (action: object) => unknown) => (action: { type: string }) => {
        const result = next(action);
        if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') setConnected(true);
        return result;
      }),
    [],
  );
  return { store, isConnected };
}
