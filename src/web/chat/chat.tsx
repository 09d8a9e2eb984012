import ReactWebChat, { createStore } from 'botframework-webchat';
import { useMemo } from 'react';
import type { Settings } from './settings';
import { styleOptions } from './style-options';
import { useDirectLine } from './use-direct-line';

/** The conversation. */
export function Chat({ settings, nonce }: { readonly settings: Settings; readonly nonce: string }) {
  const store = useMemo(() => createStore(), []);
  const { directLine, isOffline } = useDirectLine(settings);
  const { locale, words } = settings;
  const overrideStrings = useMemo(
    () => (strings: object) => ({ ...strings, TEXT_INPUT_PLACEHOLDER: words.placeholder }),
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
