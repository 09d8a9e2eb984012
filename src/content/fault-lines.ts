import { findNodeAtLocation, parseTree, type Node } from 'jsonc-parser';
import type { Fault } from './fault';

/** Adds the line to each fault that says where it stands; `read` gives a file's text, undefined when there is none. */
export function withLines(
  faults: readonly Fault[],
  read: (file: string) => string | undefined,
): readonly Fault[] {
  const sources = new Map<string, Source | undefined>();
  return faults.map((fault) => {
    if (fault.line !== undefined || (fault.path === undefined && fault.text === undefined))
      return fault;
    if (!sources.has(fault.file)) sources.set(fault.file, sourceOf(read(fault.file)));
    const source = sources.get(fault.file);
    const offset = source && offsetOf(fault, source);
    return offset === undefined ? fault : { ...fault, line: lineAt(source?.text ?? '', offset) };
  });
}

/** Line of an offset in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

interface Source {
  readonly text: string;
  readonly tree: Node | undefined;
}

function sourceOf(text: string | undefined): Source | undefined {
  return text === undefined ? undefined : { text, tree: parseTree(text) };
}

function offsetOf({ path = [], text }: Fault, source: Source): number | undefined {
  if (text !== undefined) {
    const offset = source.text.lastIndexOf(JSON.stringify(text));
    if (offset !== -1) return offset;
  }
  if (source.tree === undefined) return undefined;
  // What is missing has no place of its own: the nearest thing around it has.
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(source.tree, path.slice(0, length));
    if (node !== undefined) return (node.parent?.type === 'property' ? node.parent : node).offset;
  }
  return undefined;
}
