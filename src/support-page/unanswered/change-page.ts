import { z } from 'zod';
import type { Page, PageRequest } from '../page';
import { createFormats } from '../parts/formats';
import { renderChange } from './render-change';
import type { UnansweredOptions } from './unanswered-options';

const changeForm = z.object({ action: z.enum(['accept', 'drop']) });

/** One change: what it would do, who did what to it, and the decision. */
export function changePage(options: UnansweredOptions): Page {
  const { desk } = options.learning;
  const find = ({ params }: PageRequest) => desk.find(params['id'] ?? '');
  return {
    path: '/unanswered/changes/:id',
    async read(request) {
      const change = await find(request);
      if (change === undefined) return { show: 'missing' };
      const body = renderChange(request, {
        ...{ change, content: options.content, names: options.namesIn(request) },
        formats: createFormats(request.locale, options.timeZone),
        secondsInState: secondsSince(change.history.at(-1)?.at, options.now()),
      });
      return { show: 'page', title: request.t('support-page:unanswered.change'), body };
    },
    async change(request) {
      const form = changeForm.safeParse(Object.fromEntries(request.form));
      const change = await find(request);
      if (change === undefined || !form.success) return { show: 'missing' };
      const by = request.supporter.name || request.supporter.id;
      // What another supporter has decided meanwhile is shown, not changed.
      await desk[form.data.action](change.id, by);
      return { show: 'redirect', to: `/unanswered/changes/${change.id}` };
    },
  };
}

function secondsSince(at: string | undefined, now: Date): number {
  return at === undefined ? 0 : Math.round((now.getTime() - Date.parse(at)) / 1000);
}
