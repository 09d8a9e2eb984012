import { createWidget } from './widget';
import { readOptions } from './options';

declare global {
  interface Window {
    partnerFaqBot?: ReturnType<typeof createWidget>;
  }
}

const script = document.currentScript;

function start(tag: HTMLScriptElement): void {
  const options = readOptions(tag);
  const widget = createWidget(options);
  window.partnerFaqBot = widget;
  if (options.startsOpen) widget.open();
}

if (script instanceof HTMLScriptElement && window.partnerFaqBot === undefined) {
  if (document.readyState === 'loading')
    document.addEventListener('DOMContentLoaded', () => start(script));
  else start(script);
}
