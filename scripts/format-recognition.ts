import type { PartExplanation, RecognizedPart, Recognition } from '../src/core/recognition';

/** Why a message was understood as it was, in lines that a supporter reads. */
export function formatRecognition(recognition: Recognition): string {
  const { language, languageEvidence, parts, explanation, version } = recognition;
  const { source, score } = languageEvidence;
  const written = explanation?.written;
  const limits = explanation?.thresholds;
  return [
    row('language', `${language}, ${source} (${number(score)})`),
    written &&
      row(
        'words',
        `${written.language} ${number(written.score)}, foreign ${number(written.foreignScore)}`,
      ),
    limits &&
      row(
        'limits',
        `answer from ${number(limits.answer)}, lead ${number(limits.margin)}; ask from ${number(limits.clarify)}`,
      ),
    ...parts.flatMap((part, index) => formatPart(part, explanation?.parts[index])),
    row('version', `${version} (engine and content)`),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

function formatPart(
  { text, decision, intents, entities }: RecognizedPart,
  why: PartExplanation | undefined,
): readonly string[] {
  return [
    '',
    row('question', text),
    row('band', why?.followUp === undefined ? decision : `${decision}, as ${why.followUp}`),
    ...rows(
      'intents',
      intents.map(({ intent, score }) => `${number(score)} ${intent}`),
    ),
    ...rows(
      'entities',
      entities.map(({ type, text: found, ...entity }) => `${type} "${found}" = ${entity.value}`),
    ),
    ...rows(
      'nearest',
      (why?.nearest ?? []).map((near) => `${number(near.similarity)} ${near.intent}: ${near.text}`),
    ),
  ];
}

/** A name before the first of several lines. */
function rows(name: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => row(index === 0 ? name : '', line));
}

function row(name: string, value: string): string {
  return `${name.padEnd(10)}${value}`;
}

function number(value: number): string {
  return value.toFixed(2);
}
