/** Columns that a line of a content file may have: Prettier's setting. */
const WIDTH = 100;

/** JSON as Prettier leaves it, so that a file that a tool writes differs only where its content does. */
export function jsonText(value: unknown): string {
  return `${write(value, '', 0)}\n`;
}

/** `taken` is what already stands on the line: indentation, key, and the comma behind. */
function write(value: unknown, indent: string, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const isFlat = value.every((item) => typeof item !== 'object' || item === null);
    if (value.length === 0 || (isFlat && taken + flat.length <= WIDTH)) return flat;
    const items = value.map((item) => `${inner}${write(item, inner, inner.length + 1)}`);
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(([key, member]) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return `${start}${write(member, inner, start.length + 1)}`;
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
