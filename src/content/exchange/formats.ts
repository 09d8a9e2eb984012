import { cluFormat } from './clu-format';
import { cqaFormat } from './cqa-format';
import type { ExchangeFormat } from './exchange-format';
import { luFormat } from './lu-format';
import { qnaFormat } from './qna-format';
import { tsvFormat } from './tsv-format';
import { xlsxFormat } from './xlsx-format';

/** Every format in which content leaves and comes back. */
export const formats: readonly ExchangeFormat[] = [
  tsvFormat,
  qnaFormat,
  luFormat,
  cluFormat,
  cqaFormat,
  xlsxFormat,
];
