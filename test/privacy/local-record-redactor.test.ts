import { createLocalRecordRedactor } from '../../src/privacy/local-record-redactor';
import { localRedactor } from '../../src/privacy/local-redactor';
import { recordRedactorContract } from './record-redactor.contract';

const redactor = createLocalRecordRedactor(localRedactor);

describe('the contract', () => {
  recordRedactorContract(() => redactor);
});

it('says that it was local', async () => {
  expect(await redactor.redactAll(['x'], 'en')).toMatchObject({ redactedBy: 'local' });
});
