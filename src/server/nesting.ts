/** Whether JSON text nests lists and objects deeper than `limit`; reads it once, so that nothing has to be parsed first. */
export function nestsDeeperThan(json: string, limit: number): boolean {
  let depth = 0;
  let isInText = false;
  for (let place = 0; place < json.length; place += 1) {
    const character = json[place];
    if (isInText && character === '\\') place += 1;
    else if (character === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
