/** How accepted lessons get into the content, for texts that say so. */
export const LEARN_COMMAND = {
  command: 'npm run learn',
  withFile: 'npm run learn -- lessons.json',
  folder: 'locales/',
} as const;
