import ReactWebChat from 'botframework-webchat';
import { useEffect, useMemo } from 'react';
import { focusSendBox } from './send-box';
import type { Settings } from './settings';
import { styleOptions } from './style-options';
import { useDirectLine } from './use-direct-line';
import { useHostPage } from './use-host-page';
import { useStore } from './use-store';

interface ChatProps {
  readonly settings: Settings;
  /** Lets the styles that Web Chat makes pass the page's Content-Security-Policy. */
  readonly nonce: string;
}

/** The conversation. */
export function Chat({ settings, nonce }: ChatProps) {
  const { locale, words, isFramed } = settings;
  const { store, ask, isConnected, losses } = useStore();
  const { directLine, isOffline } = useDirectLine(settings, losses);
  useHostPage(isConnected, { isFramed, ask });
  useEffect(() => {
    if (isConnected && !isFramed && matchMedia('(pointer: fine)').matches) focusSendBox();
  }, [isConnected, isFramed]);
  const overrideStrings = useMemo(
    () => (strings: object) => ({
      ...strings,
      TEXT_INPUT_PLACEHOLDER: words.placeholder,
      ACTIVITY_STATUS_SEND_FAILED_RETRY: `${words.unsent} [${words.again}][RETRY]`,
    }),
    [words],
  );
  return (
    <>
      {isOffline && (
        <p className="notice" role="status">
          {words.offline}
        </p>
      )}
      {directLine && (
        <ReactWebChat
          directLine={directLine}
          disabled={!isConnected}
          locale={locale}
          nonce={nonce}
          overrideLocalizedStrings={overrideStrings}
          store={store}
          styleOptions={styleOptions}
        />
      )}
    </>
  );
}
