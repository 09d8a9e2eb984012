import { base, recursive, simple } from 'acorn-walk';

/**
 * Makes async functions of what TypeScript made of them for engines of old, as in the Bot Framework: each call of
 * `__awaiter(this, void 0, void 0, function* () { … yield … })` makes a function, a prototype and a shape that V8 uses once.
 */
export function nativeAsync(tree) {
  const edits = [];
  simple(tree, {
    CallExpression(call) {
      const body = loweredBody(call);
      const yields = body && yieldsOf(body);
      if (yields === undefined) return;
      edits.push([call.start, body.start, '(async()=>'], [body.end, call.end, ')()']);
      for (const { start, end, argument } of yields)
        edits.push([start, argument.start, 'await('], [end, end, ')']);
    },
  });
  return edits;
}

/** The body of the generator that stands for an async function, where it takes nothing but `this`. */
function loweredBody({ callee, arguments: [self, ...given] }) {
  if (callee.type !== 'Identifier' || !/^__awaiter\d*$/.test(callee.name)) return undefined;
  const [passed, promise, generator] = given;
  const isPlain =
    self?.type === 'ThisExpression' &&
    [passed, promise].every((one) => one?.operator === 'void') &&
    generator?.generator === true &&
    generator.params.length === 0;
  return isPlain ? generator.body : undefined;
}

/** What a generator yields; undefined where it does what an arrow function can't. */
function yieldsOf(body) {
  const yields = [];
  let isPlain = true;
  const leaveAlone = () => undefined;
  recursive(body, undefined, {
    FunctionExpression: leaveAlone,
    FunctionDeclaration: leaveAlone,
    Identifier({ name }) {
      if (name === 'arguments') isPlain = false;
    },
    YieldExpression(node, state, visit) {
      if (node.delegate || node.argument === null) isPlain = false;
      yields.push(node);
      base.YieldExpression(node, state, visit);
    },
  });
  return isPlain ? yields : undefined;
}
