/** Looks of the preview, on screen and on paper. */
export const PREVIEW_STYLE = `
:root { --ink: #1b1a19; --subtle: #5c6670; --line: #d8dde3; --accent: #0f5ea8; --desk: #f5f7f9; }
body { font: 15px/1.5 'Segoe UI', system-ui, sans-serif; margin: 0; display: grid; grid-template-columns: 16rem 1fr; color: var(--ink); }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; background: var(--desk); border-right: 1px solid var(--line); }
nav ul { list-style: none; padding: 1rem 1.25rem; margin: 0; }
a { color: var(--accent); }
nav a { display: block; padding: .15rem 0; text-decoration: none; overflow-wrap: anywhere; }
nav a:hover { text-decoration: underline; }
main { padding: 1rem 2rem 4rem; max-width: 76rem; }
article { border-top: 1px solid var(--line); padding: 1rem 0 1.5rem; }
article:first-child { border: 0; }
h2 { font-size: 1.1rem; margin: 0; }
h3 { font-size: 1.25rem; line-height: 1.3; margin: .5rem 0; }
h4 { font-size: .8rem; font-weight: 600; color: var(--subtle); margin: 1.25rem 0 .4rem; }
.about { color: var(--subtle); margin: 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 2rem; }
.bubble, .card { border: 1px solid var(--line); border-radius: 8px; padding: .1rem 1rem; max-width: 32rem; margin-bottom: .6rem; break-inside: avoid; }
.card { padding: .6rem 1rem; box-shadow: 0 1px 3px rgb(0 0 0 / 12%); }
.button { display: inline-block; border: 1px solid var(--accent); color: var(--accent); border-radius: 4px; padding: .2rem .7rem; margin: 0 .4rem .4rem 0; }
details { margin-top: .6rem; }
summary { cursor: pointer; color: var(--accent); }
.bolder { font-weight: 600; }
.subtle, .unknown { color: var(--subtle); }
@media (width < 50rem) { body { display: block; } nav { position: static; height: auto; } main { padding: 1rem; } }
@media print { body { display: block; font-size: 11px; } nav { display: none; } main { padding: 0; } details > ul { columns: 2; } summary { color: inherit; } }
`;
