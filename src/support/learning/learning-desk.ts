import type { Content } from '../../content/content';
import type { Clock } from '../../core/clock';
import type { Lesson } from '../../core/lesson';
import type { Log } from '../../core/log';
import type { UnansweredStore } from '../unanswered/unanswered-store';
import type { ChangeStore } from './change-store';
import { checkLesson, tidyLesson, type LessonFault } from './check-lesson';
import type { LearningChange } from './learning-change';
import { lossesOf } from './losses-of';
import type { TryLesson } from './trial';

export interface LearningDeskOptions {
  readonly content: Content;
  readonly questions: UnansweredStore;
  readonly changes: ChangeStore;
  readonly tryLesson: TryLesson;
  readonly newId: () => string;
  readonly now: Clock;
  readonly log: Log;
}

/** What a supporter proposes: a lesson, and the waiting questions that it is for. */
export interface Proposal {
  readonly lesson: Lesson;
  readonly questions: readonly string[];
  /** Id of the supporter. */
  readonly by: string;
}

/** A proposal that is being tried, or what is wrong with it. */
export type Proposed =
  | { readonly change: string; readonly faults?: undefined }
  | { readonly faults: readonly LessonFault[] };

const BOT = 'bot';
/** A trial that has said nothing for so long went down with its process. */
const LOST_AFTER_MS = 600_000;
const MOST_ACCEPTED = 1000;

/** Where supporters teach the bot. Nothing that is done here changes an answer: accepted changes wait for `npm run learn`. */
export class LearningDesk {
  readonly #options: LearningDeskOptions;
  readonly #trials = new Set<Promise<void>>();

  constructor(options: LearningDeskOptions) {
    this.#options = options;
  }

  /** Takes the questions off the queue and tries the lesson behind the scenes; a faulty lesson changes nothing. */
  async propose({ lesson, questions, by }: Proposal): Promise<Proposed> {
    const { content, changes, newId } = this.#options;
    const tidied = tidyLesson(lesson, content);
    const faults = checkLesson(tidied, content);
    if (faults.length > 0) return { faults };
    const id = newId();
    await changes.begin(id, tidied, by);
    await this.#options.questions.settle(questions, { by, as: id });
    const trial = this.#try(id, tidied).finally(() => this.#trials.delete(trial));
    this.#trials.add(trial);
    return { change: id };
  }

  /** Marks questions as nothing to learn from. */
  async dismiss(questions: readonly string[], by: string): Promise<void> {
    await this.#options.questions.settle(questions, { by, as: 'dismissed' });
  }

  /** Lets a change go into the files; undefined when it isn't ready. */
  accept(id: string, by: string): Promise<LearningChange | undefined> {
    return this.#options.changes.move(id, { from: 'ready', to: 'accepted', by });
  }

  /** Gives a change up; its questions wait again. Undefined when it is in the files, or given up already. */
  async drop(id: string, by: string): Promise<LearningChange | undefined> {
    const { changes, questions } = this.#options;
    const change = await this.find(id);
    if (change === undefined || ['trying', 'applied', 'dropped'].includes(change.state))
      return undefined;
    const dropped = await changes.move(id, { from: change.state, to: 'dropped', by });
    if (dropped !== undefined) await questions.reopen(id);
    return dropped;
  }

  async find(id: string): Promise<LearningChange | undefined> {
    const change = await this.#options.changes.find(id);
    return change && this.#notice(change);
  }

  /** The latest changes first. */
  async list(limit: number): Promise<readonly LearningChange[]> {
    const changes = await this.#options.changes.list(limit);
    return Promise.all(changes.map((change) => this.#notice(change)));
  }

  /** What `npm run learn` would put into the files, oldest first. */
  async accepted(): Promise<readonly LearningChange[]> {
    return [...(await this.#options.changes.list(MOST_ACCEPTED, 'accepted'))].reverse();
  }

  /** Resolves once no trial is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.#trials);
  }

  async #try(id: string, lesson: Lesson): Promise<void> {
    const { content, changes, tryLesson, log } = this.#options;
    try {
      const accepted = (await this.accepted()).map((change) => change.lesson);
      const trial = await tryLesson(lesson, accepted);
      const to = lossesOf(trial, lesson, content).length > 0 ? 'refused' : 'ready';
      await changes.move(id, { from: 'trying', to, by: BOT, trial });
      log.info({ change: id, state: to, seconds: trial.seconds }, 'lesson tried');
    } catch (error) {
      log.error({ err: error, change: id }, 'lesson not tried');
      await changes.move(id, { from: 'trying', to: 'failed', by: BOT }).catch(() => undefined);
    }
  }

  /** Notices what happened elsewhere: a process that went down with a trial, files that have learnt the lesson. */
  async #notice(change: LearningChange): Promise<LearningChange> {
    const { changes, content, now } = this.#options;
    const { id, state: from, lesson, history } = change;
    const isLost = now().getTime() - Date.parse(history.at(-1)?.at ?? '') > LOST_AFTER_MS;
    const isLearnt = tidyLesson(lesson, content).utterances.length === 0;
    const to =
      from === 'trying' && isLost ? 'failed' : from === 'accepted' && isLearnt ? 'applied' : from;
    return to === from ? change : ((await changes.move(id, { from, to, by: BOT })) ?? change);
  }
}
