import { expect, test } from 'vitest';
import { emailDomain, withoutTag } from '../../../domain/business/mail-address.ts';

test.each([
  ['anfrage@Mail.muster.example', 'Mail.muster.example'],
  ['"a@b"@muster.example', 'muster.example'],
  ['', ''],
])('the domain of %j is %j', (address, domain) => {
  expect(emailDomain(address)).toBe(domain);
});

test.each([
  ['anfrage+7k2m9qx4td.abc@mail.muster.example', 'anfrage@mail.muster.example'],
  ['anfrage@mail.muster.example', 'anfrage@mail.muster.example'],
  ['a+b+c@mail+x.example', 'a@mail+x.example'],
])('the mailbox of %s is %s', (address, mailbox) => {
  expect(withoutTag(address)).toBe(mailbox);
});
