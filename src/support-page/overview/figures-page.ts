import type { Page } from '../page';
import { toCsv } from '../parts/csv';
import { readOverview, type OverviewOptions } from './overview';
import { TABLE_NAMES } from './overview-tables';

/** The numbers of each table of the overview as a file: `/figures/by-day.csv`. */
export function figuresPage(options: OverviewOptions): Page {
  return {
    path: '/figures/:file',
    async read(request) {
      const name = TABLE_NAMES.find((table) => `${table}.csv` === request.params['file']);
      if (name === undefined) return { show: 'missing' };
      const { tables, range } = await readOverview(request, options);
      return {
        show: 'file',
        name: `${name}-${range.from}-${range.to}.csv`,
        type: 'text/csv',
        content: toCsv(tables[name], { locale: request.locale, timeZone: options.timeZone }),
      };
    },
  };
}
