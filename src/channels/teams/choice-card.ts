import type { Attachment } from 'botbuilder';
import { z } from 'zod';
import type { Choice } from '../../core/reply';
import type { Language } from '../../core/language';
import { adaptiveCard } from '../adaptive-card';
import { escapeMarkdown } from '../escape-markdown';
import { plainText } from '../plain-text';
import { numbered } from '../plain/plain-channel';

/** Teams shows so many buttons in a row and hides the rest; longer titles are cut off in a button. */
const MOST_BUTTONS = 6;
const LONGEST_BUTTON = 30;

/** What a click brings back beside its text: enough to show the card again without its choices. */
const click = z.object({
  choice: z.string(),
  label: z.string(),
  /** What stood above the choices. */
  text: z.string(),
  language: z.string(),
});

export type Click = Readonly<z.infer<typeof click>>;

/** The click that a message came of; undefined when it was typed. */
export function readClick(value: unknown): Click | undefined {
  return click.safeParse(value).data;
}

/** Choices of a message as an Adaptive Card; clicking one sends its value as if it had been typed. */
export function choiceCard(
  { text, language }: { readonly text: string; readonly language: Language },
  choices: readonly Choice[],
  labelOf: (choice: Choice) => string,
): Attachment {
  const submits = choices.map((choice) => submit(choice, labelOf(choice), { text, language }));
  const fits =
    submits.length <= MOST_BUTTONS && submits.every(({ title }) => title.length <= LONGEST_BUTTON);
  return adaptiveCard({
    lang: language,
    fallbackText: numbered(choices),
    speak: [text, ...submits.map(({ title }) => title)].join(' '),
    body: fits ? [] : submits.map(asLine),
    ...(fits && { actions: submits }),
  });
}

/** The card after a click: what was chosen, and nothing to click. */
export function chosenCard(words: string, language: Language): Attachment {
  const body = [plainText(words, { isSubtle: true })];
  return adaptiveCard({ lang: language, fallbackText: escapeMarkdown(words), speak: words, body });
}

function submit(
  { value }: Choice,
  title: string,
  above: { readonly text: string; readonly language: Language },
) {
  const clicked: Click = { choice: value, label: title, ...above };
  const msteams = { type: 'messageBack', text: value, displayText: title, value: clicked };
  return { type: 'Action.Submit', title, data: { msteams } };
}

/** A choice whose whole title can be read and clicked. */
function asLine(action: ReturnType<typeof submit>): object {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction: action,
    items: [plainText(action.title, { color: 'Accent' })],
  };
}
