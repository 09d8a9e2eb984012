/** Looks of the preview, on screen and on paper. */
export const PREVIEW_STYLE = `
body { font: 15px/1.45 system-ui, sans-serif; margin: 0; display: grid; grid-template-columns: 14rem 1fr; color: #1b1b1b; }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; border-right: 1px solid #ccc; }
nav ul { list-style: none; padding: 0 1rem; }
main { padding: 0 2rem 4rem; }
article { border-top: 1px solid #ccc; break-inside: avoid; }
.about { color: #555; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 2rem; }
.bubble, .card { border: 1px solid #bbb; border-radius: 6px; padding: 0 .9rem; max-width: 30rem; margin-bottom: .5rem; }
.card { background: #fafafa; padding: .6rem .9rem; }
.button { display: inline-block; border: 1px solid #0b6a9a; color: #0b4f73; border-radius: 4px; padding: .15rem .6rem; margin: 0 .4rem .4rem 0; }
.bolder { font-weight: 600; }
.subtle, .unknown { color: #555; }
@media print { body { display: block; } nav, summary { display: none; } details > ul { display: block; columns: 2; } }
`;
