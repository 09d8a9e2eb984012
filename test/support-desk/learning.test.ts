import { buildSync } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lesson } from '../../src/core/lesson';
import type { UnansweredQuestion } from '../../src/core/unanswered-question';
import { openDatabase } from '../../src/storage/database';
import { applyLessons } from '../../src/support/learning/apply-lessons';
import { ChangeStore } from '../../src/support/learning/change-store';
import { LearningDesk } from '../../src/support/learning/learning-desk';
import { createTrial } from '../../src/support/learning/run-trial';
import type { Trial, TryLesson } from '../../src/support/learning/trial';
import { clusterQuestions } from '../../src/support/unanswered/cluster-questions';
import { UnansweredStore } from '../../src/support/unanswered/unanswered-store';
import { trainClassifier } from '../../src/understanding/classifier/train-classifier';
import { content } from '../support/content';
import { smallTrainingSet } from '../understanding/classifier/training-set';
import { movingClock, silentLog } from './ticket-desk';

const lesson: Lesson = {
  ...{ language: 'en', entry: 'keys.more' },
  utterances: ['our serial code ran out of installs'],
};

function buildQuestion(question: Partial<UnansweredQuestion> = {}): UnansweredQuestion {
  return {
    ...{ id: 'q1', at: '2026-05-20T10:00:00.000Z', conversation: 'c', person: 'p' },
    ...{ channel: 'webchat', language: 'en', text: 'serial code is used up', reason: 'missed' },
    ...{ candidates: [{ intent: 'keys.more', score: 0.2 }], contentVersion: 'v1' },
    ...question,
  };
}

function buildTrial(losses: Trial['known']['losses'] = []): Trial {
  return {
    known: { lines: 100, gains: [], losses },
    retrained: {
      version: 'v1',
      heldOut: { before: [], after: [], gains: [], losses: [] },
      taught: [],
    },
    seconds: 9,
  };
}

async function openLearning(tryLesson: TryLesson = () => Promise.resolve(buildTrial())) {
  const clock = movingClock();
  const database = await openDatabase('file::memory:');
  const questions = new UnansweredStore(database, clock.now);
  const changes = new ChangeStore(database, clock.now);
  await questions.put(buildQuestion());
  let count = 0;
  const desk = new LearningDesk({
    ...{ content, questions, changes, tryLesson, now: clock.now, log: silentLog },
    newId: () => `change-${++count}`,
  });
  const waiting = async () =>
    (await questions.waiting({ language: 'en', limit: 9 })).map(({ id }) => id);
  return { desk, questions, changes, clock, waiting };
}

describe('the learning desk', () => {
  it('tries a lesson, and lets a supporter accept it; who did what and when is kept', async () => {
    let finish: (trial: Trial) => void = () => undefined;
    const { desk, waiting, clock } = await openLearning(
      () => new Promise((resolve) => (finish = resolve)),
    );
    expect(await desk.propose({ lesson, questions: ['q1'], by: 'kim' })).toEqual({
      change: 'change-1',
    });
    expect(await waiting()).toEqual([]);
    expect(await desk.accept('change-1', 'kim')).toBeUndefined();
    finish(buildTrial());
    await desk.settled();
    clock.pass(60);
    await desk.accept('change-1', 'lee');
    expect(await desk.find('change-1')).toMatchObject({
      ...{ state: 'accepted', lesson },
      history: [
        { state: 'trying', by: 'kim', at: '2026-05-20T10:00:00.000Z' },
        { state: 'ready', by: 'bot' },
        { state: 'accepted', by: 'lee', at: '2026-05-20T10:01:00.000Z' },
      ],
    });
    expect((await desk.accepted()).map((change) => change.lesson)).toEqual([lesson]);
  });

  it.each([
    ['refuses it where another entry loses one', 'tokens.split', 'refused'],
    ['lets the entry itself lose one', 'keys.more', 'ready'],
    ['counts an account question and its general one as one', 'account.keys', 'ready'],
  ])('%s', async (_, entry, state) => {
    const line = { language: 'en', text: 'x', entry, before: entry, after: 'keys.more' };
    const { desk } = await openLearning(() => Promise.resolve(buildTrial([line])));
    await desk.propose({ lesson, questions: [], by: 'kim' });
    await desk.settled();
    expect(await desk.find('change-1')).toMatchObject({ state });
    expect((await desk.accept('change-1', 'kim'))?.state).toBe(
      state === 'ready' ? 'accepted' : undefined,
    );
  });

  it('tries a lesson on top of those that were accepted before', async () => {
    const seen: (readonly Lesson[])[] = [];
    const { desk } = await openLearning((_, accepted) => {
      seen.push(accepted);
      return Promise.resolve(buildTrial());
    });
    const second = { ...lesson, utterances: ['no activations are left on this one'] };
    await desk.propose({ lesson, questions: [], by: 'kim' });
    await desk.settled();
    await desk.accept('change-1', 'kim');
    await desk.propose({ lesson: second, questions: [], by: 'kim' });
    await desk.settled();
    expect(seen).toEqual([[], [lesson]]);
  });

  it('lets the questions of a dropped change wait again', async () => {
    const { desk, waiting } = await openLearning();
    await desk.propose({ lesson, questions: ['q1'], by: 'kim' });
    await desk.settled();
    expect((await desk.drop('change-1', 'kim'))?.state).toBe('dropped');
    expect(await waiting()).toEqual(['q1']);
    expect(await desk.drop('change-1', 'kim')).toBeUndefined();
  });

  it('says when a trial broke off, or went down with its process', async () => {
    const broken = await openLearning(() => Promise.reject(new Error('no memory')));
    await broken.desk.propose({ lesson, questions: [], by: 'kim' });
    await broken.desk.settled();
    expect(await broken.desk.find('change-1')).toMatchObject({ state: 'failed' });
    const { desk, changes, clock } = await openLearning();
    await changes.begin('lost', lesson, 'kim');
    expect(await desk.find('lost')).toMatchObject({ state: 'trying' });
    clock.pass(601);
    expect(await desk.find('lost')).toMatchObject({ state: 'failed' });
  });

  it('notices what the files have learnt meanwhile', async () => {
    const { desk, changes } = await openLearning();
    const [known = ''] = content.in.get('en')?.utterances['keys.more'] ?? [];
    await changes.begin('c', { ...lesson, utterances: [known] }, 'kim');
    await changes.move('c', { from: 'trying', to: 'ready', by: 'bot' });
    await desk.accept('c', 'kim');
    expect(await desk.find('c')).toMatchObject({ state: 'applied' });
  });

  const [elsewhere = ''] = content.in.get('en')?.utterances['tokens.split'] ?? [];
  const [already = ''] = content.in.get('en')?.utterances['keys.more'] ?? [];
  it.each([
    ['what stands under another entry', [elsewhere], 'known-elsewhere'],
    ['what was redacted', ['my key [product-key] is used up'], 'redacted'],
    ['what it knows already', [already, ' '], 'nothing-new'],
    ['what is too long', ['key '.repeat(200)], 'too-long'],
  ])('does not try %s', async (_, utterances, type) => {
    const { desk, waiting } = await openLearning();
    const proposal = { lesson: { ...lesson, utterances }, questions: ['q1'], by: 'kim' };
    expect(await desk.propose(proposal)).toMatchObject({ faults: [{ type }] });
    expect(await waiting()).toEqual(['q1']);
    expect(await desk.list(9)).toEqual([]);
  });

  it.each(['no.such', '', 'constructor', '__proto__', 'toString'])(
    'does not try to teach an entry called "%s"',
    async (entry) => {
      const { desk } = await openLearning();
      const proposal = { lesson: { ...lesson, entry }, questions: [], by: 'kim' };
      expect(await desk.propose(proposal)).toEqual({ faults: [{ type: 'no-such-entry' }] });
    },
  );

  it('forgets what a supporter sets aside', async () => {
    const { desk, waiting, questions } = await openLearning();
    await desk.dismiss(['q1'], 'kim');
    expect(await waiting()).toEqual([]);
    await questions.withdraw('q1');
    await questions.put(buildQuestion());
    expect(await waiting()).toEqual([]);
  });
});

describe('the trial', () => {
  const workerFile = join(__dirname, '../../dist/crash', `trial-worker-${process.pid}.cjs`);

  it('runs in threads of its own, and its failure is told', async () => {
    buildSync({
      entryPoints: [join(__dirname, '../../src/support/learning/trial-worker.ts')],
      ...{ outfile: workerFile, bundle: true, platform: 'node', packages: 'external' },
    });
    const root = mkdtempSync(join(tmpdir(), 'no-content-'));
    const tryLesson = createTrial({ root, workerFile, now: () => new Date() });
    await expect(tryLesson(lesson, [])).rejects.toThrow(/locales/);
    await expect(tryLesson(lesson, [])).rejects.toThrow(/locales/);
  });
});

describe('the export', () => {
  const file = 'locales/en/utterances/keys.json';
  const files: Readonly<Record<string, string>> = {
    [file]: '{\n  "more": ["more keys"]\n}\n',
    'locales/sv/utterances/none.json': '{\n  "far": ["vädret"]\n}\n',
  };

  it('adds to the right files, in the form that they have, and nothing twice', () => {
    const outOfScope: Lesson = { language: 'sv', entry: 'none', utterances: ['vädret', 'hej jul'] };
    const applied = applyLessons([lesson, lesson, outOfScope], (name) => files[name]);
    expect(applied.files.get(file)).toBe(
      '{\n  "more": ["more keys", "our serial code ran out of installs"]\n}\n',
    );
    expect(applied.files.get('locales/sv/utterances/none.json')).toBe(
      '{\n  "far": ["vädret"],\n  "reported": ["hej jul"]\n}\n',
    );
    expect(applied.added.map(({ text }) => text)).toEqual([...lesson.utterances, 'hej jul']);
    expect(applyLessons([lesson], (name) => applied.files.get(name)).files.size).toBe(0);
  });
});

describe('clusters', () => {
  const classifier = trainClassifier(smallTrainingSet());
  const vectorOf = (text: string) => classifier.vectorOf(text, 'en');
  const ask = (id: string, text: string, intent = 'none') =>
    buildQuestion({ id, text, candidates: [{ intent, score: 0.6 }] });
  const questions = [
    ask('1', 'can I split the tokens', 'tokens.split'),
    ask('2', 'can we split a token', 'tokens.split'),
    ask('3', 'split our token please', 'tokens.split'),
    ask('4', 'tell me about the weather'),
    ask('5', 'the weather tell me'),
    ask('6', 'qwerty'),
    ask('7', 'qwerty'),
  ];

  it('hold what is asked alike, the largest first, with the nearest entries', () => {
    const clusters = clusterQuestions(questions, vectorOf);
    expect(clusters.map((cluster) => cluster.questions.map(({ id }) => id).sort())).toEqual([
      ['1', '2', '3'],
      ['6', '7'],
      ['4', '5'],
    ]);
    const [nearest] = clusters[0]?.candidates ?? [];
    expect(nearest?.intent).toBe('tokens.split');
    expect(nearest?.score).toBeCloseTo(0.6);
  });

  it('are the same whatever the order of the questions', () => {
    const reversed = clusterQuestions([...questions].reverse(), vectorOf);
    expect(reversed).toEqual(clusterQuestions(questions, vectorOf));
  });
});
