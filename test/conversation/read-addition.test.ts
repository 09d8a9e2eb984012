import { loadTicketWords } from '../../src/conversation/ticket-words';
import { readAddition } from '../../src/conversation/read-addition';
import { content } from '../support/content';

const words = loadTicketWords(content);

describe('readAddition', () => {
  it.each([
    ['add to my ticket: we have 50 seats', undefined, 'we have 50 seats'],
    ['Please add to T-1042 that we have 50 seats', 1042, 'we have 50 seats'],
    ['can you add this to my ticket T-1042: the key is for Office', 1042, 'the key is for Office'],
    ['add a note to the ticket - it works again', undefined, 'it works again'],
    ['Add that it is urgent to my ticket', undefined, 'it is urgent'],
    ['add that it is urgent to T-1042.', 1042, 'it is urgent'],
    ['reply to T-1042', 1042, ''],
    ['my answer to T-1042 is the 2019 edition', 1042, 'is the 2019 edition'],
    ['T-1042: version 2019, 64 bits', 1042, 'version 2019, 64 bits'],
    ['#1042 - version 2019', 1042, 'version 2019'],
    ['tell the desk that it works now', undefined, 'it works now'],
    ['can I add to my ticket?', undefined, ''],
    ['lägg till i ärendet: vi har 50 platser', undefined, 'vi har 50 platser'],
    ['Kan du lägga till i mitt ärende T-1042 att vi har 50 platser', 1042, 'vi har 50 platser'],
    ['lagg till i arendet att det ar bradskande', undefined, 'det ar bradskande'],
    ['lägg till att nyckeln gäller Office i mitt ärende', undefined, 'nyckeln gäller Office'],
    ['Svara på T-1042', 1042, ''],
    ['mitt svar på ärende T-1042: det är 2019', 1042, 'det är 2019'],
    ['komplettera T-1042 med att det är 2019', 1042, 'att det är 2019'],
    ['hälsa supporten att det fungerar nu', undefined, 'det fungerar nu'],
    ['kan jag lägga till något i ärendet?', undefined, ''],
  ])('of "%s" is %s, "%s"', (text, number, added) => {
    expect(readAddition(text, words)).toEqual({ number, text: added });
  });

  it.each([
    'How is T-1042 going?',
    'T-1042: any news?',
    'T-1042',
    'my ticket',
    'when will someone respond to my ticket?',
    'any update on my ticket',
    'open a new ticket',
    'can I add more licences?',
    'add seats to our subscription',
    'can a token add seats to an existing subscription?',
    'när får jag svar på mitt ärende?',
    'lägg till ett ärende',
    'lägg upp ett ärende',
    'kan vi lägga till fler platser på prenumerationen?',
    'hur går det med mitt ärende',
    'skriv till supporten',
  ])('of "%s" is nothing', (text) => {
    expect(readAddition(text, words)).toBeUndefined();
  });
});
