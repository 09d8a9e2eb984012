import { element } from './dom';

/** On screens no wider than this the chat fills them. */
export const FILLS_SCREEN = '(max-width: 640px)';

/** Styles within the widget's shadow root. As a constructed sheet they need nothing of the host's style-src. */
export const css = `
:host { all: initial; }
* { box-sizing: border-box; }
button { font: inherit; color: inherit; background: none; border: 0; cursor: pointer; }
button:focus-visible { outline: 3px solid var(--text); outline-offset: -5px; }
.launcher, .panel { position: fixed; z-index: 2147483000; font: 16px/1.3 'Segoe UI', system-ui, sans-serif; }
.launcher {
  bottom: 20px; width: 60px; height: 60px; padding: 16px; border-radius: 50%;
  background: var(--color); color: var(--text); box-shadow: 0 4px 14px rgb(0 0 0 / .28);
}
.launcher svg { display: block; width: 28px; height: 28px; }
.panel {
  inset: auto; bottom: 92px; width: min(400px, calc(100vw - 40px)); height: min(640px, calc(100dvh - 120px));
  max-width: none; max-height: none; margin: 0; padding: 0; border: 0;
  flex-direction: column; overflow: hidden; background: #fff;
  border-radius: 12px; box-shadow: 0 8px 32px rgb(0 0 0 / .3);
}
.panel[open] { display: flex; }
.right { right: 20px; } .left { left: 20px; }
.bar { display: flex; align-items: center; justify-content: space-between; background: var(--color); color: var(--text); }
.title { margin: 0; padding: 12px 16px; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.close { width: 48px; height: 48px; padding: 14px; flex: none; }
.close svg { display: block; width: 20px; height: 20px; }
iframe { flex: 1; width: 100%; border: 0; }
@media ${FILLS_SCREEN} {
  .panel { inset: 0; width: auto; height: 100dvh; border-radius: 0; }
  .open.launcher { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .launcher { transition: transform .12s; }
  .launcher:hover { transform: scale(1.05); }
}
@media (forced-colors: active) { .launcher, .panel { border: 1px solid CanvasText; } }
@media print { .launcher, .panel[open] { display: none; } }
`;

/** Black or white, whichever is easier to read on a colour, however it is written. `place`: where no style of the page reaches. */
export function textOn(color: string, place: ShadowRoot): string {
  const probe = element('i', {});
  probe.style.color = `color-mix(in srgb, ${color} 100%, white)`;
  place.append(probe);
  // Of the form "color(srgb 0.06 0.37 0.66)".
  const channels = (getComputedStyle(probe).color.match(/[\d.]+(e-\d+)?/g) ?? []).map(Number);
  probe.remove();
  const [red = 0, green = 0, blue = 0] = channels.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? '#000' : '#fff';
}
