export const PASSWORD = 'correct horse battery staple';
/** Of that password, at a cost that suits a test. */
export const HASH =
  'scrypt:1024:8:1:c2FsdC1mb3ItdGVzdHMtMQ:vTN3mNM02E037-H4dPFC6El2bpT1Bz5oLzewzfZXVs4';
