import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { useEffect, useMemo, useState } from 'react';
import { fetchToken } from './fetch-token';
import { hostPage } from './host-page';
import { createMemory } from './memory';
import type { Settings } from './settings';

/** States after which only a new connection helps. */
const LOST = [
  ConnectionStatus.ExpiredToken,
  ConnectionStatus.FailedToConnect,
  ConnectionStatus.Ended,
];
const RETRY_MS = 5000;

/** A connection to the bot, made anew with a fresh token whenever it, or the conversation, is lost for good. */
export function useDirectLine(
  { locale, polling, asksWho, isFramed }: Settings,
  losses: number,
): {
  readonly directLine: DirectLine | undefined;
  readonly isOffline: boolean;
} {
  const [directLine, setDirectLine] = useState<DirectLine>();
  const [isOffline, setOffline] = useState(false);
  const memory = useMemo(() => createMemory(isFramed), [isFramed]);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    let retry: number | undefined;
    const again = () => {
      if (isCurrent) setAttempt((count) => count + 1);
    };
    const connect = async () => {
      const visitor = asksWho ? await hostPage.ask('who') : undefined;
      const { token, domain } = await fetchToken({ locale, visitor, memory });
      if (!isCurrent) return;
      const connection = new DirectLine({ token, domain, webSocket: !polling });
      connection.connectionStatus$.subscribe((status) => {
        if (status === ConnectionStatus.Online) setOffline(false);
        if (!LOST.includes(status)) return;
        setOffline(status === ConnectionStatus.FailedToConnect);
        retry = window.setTimeout(again, RETRY_MS);
      });
      setDirectLine(connection);
    };
    connect().catch(() => {
      setOffline(true);
      retry = window.setTimeout(again, RETRY_MS);
    });
    window.addEventListener('online', again);
    return () => {
      isCurrent = false;
      window.clearTimeout(retry);
      window.removeEventListener('online', again);
    };
  }, [attempt, losses, locale, polling, asksWho, memory]);

  return { directLine, isOffline };
}
