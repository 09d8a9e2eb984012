import { createWidget } from './widget';
import { readOptions } from './options';

declare global {
  interface Window {
    partnerFaqBot?: ReturnType<typeof createWidget>;
  }
}

const script = document.currentScript;

/** A page may hold the tag several times; the first one counts. */
function start(tag: HTMLScriptElement): void {
  window.partnerFaqBot ??= createWidget(readOptions(tag));
}

if (script instanceof HTMLScriptElement) {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => start(script));
  else start(script);
}
