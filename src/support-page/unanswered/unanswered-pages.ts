import type { Page } from '../page';
import { changePage } from './change-page';
import { changesPage, lessonsFilePage } from './changes-page';
import { clusterPage } from './cluster-page';
import type { UnansweredOptions } from './unanswered-options';
import { unansweredFilePage, unansweredPage } from './unanswered-page';

/** The pages on unanswered questions and on what is made of them. */
export function unansweredPages(options: UnansweredOptions): readonly Page[] {
  return [
    unansweredPage(options),
    unansweredFilePage(options),
    clusterPage(options),
    changesPage(options),
    lessonsFilePage(options),
    changePage(options),
  ];
}
