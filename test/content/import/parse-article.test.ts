import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle } from '../../../src/content/import/parse-article';
import type { Article } from '../../../src/content/import/article';

const read = (name: string) =>
  readFileSync(join(__dirname, '../../fixtures/articles', `${name}.md`), 'utf8');

/** Question, answer and links in one language, as short as a test wants them. */
function inLanguage({ questions }: Article, language: string) {
  return questions.map(({ question, answer, links }) => [
    question.get(language),
    ...answer.map(({ text }) => text.get(language)),
    ...links,
  ]);
}

const RULES = 'https://learn.microsoft.com/{locale}/partner-center/loan-rules';

describe('a side-by-side article', () => {
  const article = parseArticle(read('side-by-side'));

  it('gives every question with its answer in both languages', () => {
    expect(article.languages).toEqual(['sv', 'en']);
    expect(inLanguage(article, 'sv')).toEqual([
      ['Får vi låna tio böcker på en gång?', 'Nej. Fem räcker, se reglerna.', RULES],
      ['När stänger ni?', 'Klockan fem.', 'Lördagar: klockan två.'],
      ['Får hunden följa med?', 'Ja.'],
    ]);
    expect(inLanguage(article, 'en')).toEqual([
      ['May we borrow ten books at once?', 'No. Five will do, see the rules.', RULES],
      ['When do you close?', 'At five.', 'Saturdays: at two.'],
      ['May the dog come too?', 'Yes.'],
    ]);
  });

  it('knows its date, topics and lines', () => {
    expect(article.dated).toBe('2024-03-09');
    expect(article.questions.map(({ line }) => line)).toEqual([12, 16, 22]);
    expect(article.questions[0]?.topic).toEqual(
      new Map([
        ['sv', 'Lån'],
        ['en', 'Loans'],
      ]),
    );
  });
});

describe('a plain article', () => {
  it('gives questions however they are marked', () => {
    const article = parseArticle(read('plain'));
    expect(article.languages).toEqual(['en']);
    expect(inLanguage(article, 'en')).toEqual([
      ['May we borrow ten books at once?', 'No. Five will do, see the rules.', `${RULES}#five`],
      ['When do you close?', 'At five.', 'Lights out.', 'Doors shut.'],
      [
        'May the dog come too?',
        'Yes, says the blog and the guide.',
        'https://blog.example.com/dogs',
        'https://learn.microsoft.com/{locale}/library/dogs',
      ],
      ['Question without bold?', 'Answered all the same.'],
    ]);
  });

  it.each([
    ['sv', '**F:** Varför?\n\n**S:** Därför.'],
    ['sv', '**Fråga 1:** Varför?\n\nSvar: Därför.'],
    ['nb', '**Q:** Varför?\n\nA: Därför.'],
  ])('reads the marks of %s', (language, markdown) => {
    expect(inLanguage(parseArticle(markdown, language), language)).toEqual([
      ['Varför?', 'Därför.'],
    ]);
  });
});

describe('an article that is wrong', () => {
  const sided = read('side-by-side');
  it.each([
    ['has no question', '# Library\n\nWords.', 'line 1: there is no question'],
    ['is empty', '', 'line 1: there is no question'],
    ['has no end of its front matter', '---\ntitle: x\n', 'line 1: the front matter has no end'],
    ['has broken front matter', '---\nok: 1\n"a\n---\nQ: x?\n', /line [34]: front matter/],
    [
      'has a question without an answer',
      'Q: why?\n\nQ: when?\n\nA: now',
      'line 1: the question has no answer in en',
    ],
    [
      'has an open span',
      sided.replace('S: Ja.</span>', 'S: Ja.'),
      'line 24: a <span> is not closed',
    ],
    [
      'has a span too many',
      sided.replace('S: Ja.</span>', 'S: Ja.</span></span>'),
      'line 24: a </span> closes nothing',
    ],
    ['lacks one side', sided.replace('A: At five.', ''), 'line 18: the text is missing in en'],
    [
      'hides its language',
      sided.replace('ms.contentlocale: sv-SE\n', ''),
      'line 1: side by side, but',
    ],
  ])('that %s is refused with line and reason', (_, markdown, message) => {
    expect(() => parseArticle(markdown)).toThrow(message);
  });

  it('tells every problem at once', () => {
    const markdown = sided.replace('S: Ja.</span>', 'S: Ja.').replace('A: At five.', '');
    expect(() => parseArticle(markdown)).toThrow(/line 18: .*\nline 24: /);
  });
});
