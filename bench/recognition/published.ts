/** A public data set, its file below the folder of sets, and what others have published about it. */
export interface PublishedSet {
  readonly set: string;
  readonly file: string;
  /** System, accuracy in scope, out-of-scope recall; in percent. */
  readonly systems: readonly (readonly [string, string, string])[];
}

/** Sources: the papers and repositories named in docs/recognition.md. */
export const published: readonly PublishedSet[] = [
  {
    set: 'CLINC150 full',
    file: 'clinc150/full.jsonl',
    systems: [
      ['SVM, threshold', '88.2', '18.0'],
      ['Dialogflow, threshold', '90.8', '26.7'],
      ['Rasa, threshold', '90.9', '31.2'],
      ['MLP on USE, threshold', '93.4', '49.1'],
      ['BERT, threshold', '96.2', '52.3'],
      ['Rasa, trained on out-of-scope', '91.5', '45.3'],
      ['BERT, trained on out-of-scope', '96.9', '40.3'],
    ],
  },
  {
    set: 'HINT3 Curekart v1',
    file: 'hint3/curekart.v1.jsonl',
    systems: [
      ['Dialogflow at 0.5', '66.8', '74.8'],
      ['LUIS at 0.5', '53.8', '84.0'],
      ['Haptik at 0.5', '63.9', '81.6'],
      ['Rasa at 0.5', '81.9', '26.0'],
      ['BERT at 0.9', '80.3', '52.3'],
    ],
  },
  {
    set: 'HINT3 SOFMattress v1',
    file: 'hint3/sofmattress.v1.jsonl',
    systems: [
      ['Dialogflow at 0.5', '67.1', '72.9'],
      ['LUIS at 0.5', '37.7', '95.8'],
      ['Haptik at 0.5', '53.2', '81.9'],
      ['Rasa at 0.5', '64.1', '39.8'],
      ['BERT at 0.9', '63.6', '76.5'],
    ],
  },
  {
    set: 'BANKING77 full',
    file: 'banking77/full.jsonl',
    systems: [
      ['USE + ConveRT', '93.4', ''],
      ['BERT-large, tuned', '93.7', ''],
    ],
  },
  { set: 'MASSIVE en-US', file: 'massive/en-US.jsonl', systems: [['XLM-R base', '88.3', '']] },
  { set: 'MASSIVE sv-SE', file: 'massive/sv-SE.jsonl', systems: [['XLM-R base', '87.9', '']] },
];
