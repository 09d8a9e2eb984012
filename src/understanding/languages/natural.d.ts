// Only the stemmers that are needed: the index loads those of all languages, a tenth of a second at every start.
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
declare module 'natural/lib/natural/stemmers/porter_stemmer_sv' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
