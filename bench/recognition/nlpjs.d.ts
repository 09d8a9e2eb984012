declare module '@nlpjs/basic' {
  interface Nlp {
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ intent: string; score: number }>;
  }
  export function dockStart(options: object): Promise<{ get(name: 'nlp'): Nlp }>;
}
