import type { EmbedOptions } from './options';
import { css, textOn } from './style';

/** Where the parts of the widget live: a shadow root, where the page's styles don't reach them nor theirs the page. */
export interface Home {
  /** The part that has the focus, if one has. */
  readonly focused: () => Element | null;
}

/** Moves the parts in. `onMoved` is called when the page has thrown its content away and they have moved to the new one. */
export function createHome(
  { color }: Pick<EmbedOptions, 'color'>,
  parts: readonly HTMLElement[],
  onMoved: () => void,
): Home {
  const host = document.createElement('partner-faq-bot');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(...parts);
  // Some pages style every element, and insist.
  host.style.setProperty('all', 'initial', 'important');
  const watch = new MutationObserver(() => {
    if (host.isConnected) return;
    settle();
    onMoved();
  });
  watch.observe(document.documentElement, { childList: true });
  settle();
  host.style.setProperty('--color', color);
  host.style.setProperty('--text', textOn(color, shadow));
  return { focused: () => shadow.activeElement };

  function settle(): void {
    document.body.append(host);
    watch.observe(document.body, { childList: true });
  }
}
