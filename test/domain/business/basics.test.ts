import { expect, test } from 'vitest';
import { asDeployed, basicsOf, companyByBasics } from '../../../domain/business/basics.ts';
import { parseCompany } from '../../../domain/business/company-file.ts';
import { aCompanyFile } from '../../support/company.ts';

test('the basics are a company by themselves', () => {
  const basics = basicsOf(aCompanyFile({ publicUrl: 'https://anfrage.example' }));
  expect(parseCompany(basics)).toEqual({ company: companyByBasics(basics), file: basics });
});

test('rhythms, times, people and days are no basics', () => {
  const basics = basicsOf(
    aCompanyFile({ digestAt: '05:00', closedOn: ['2026-12-28'], workingTime: 'always', retentionMonths: 3 }),
  );
  for (const field of ['digestAt', 'closedOn', 'workingTime', 'retentionMonths', 'people', 'cadences']) {
    expect(basics).not.toHaveProperty(field);
  }
});

test('what only a deployment knows stands over what is stored', () => {
  const stored = aCompanyFile({ publicUrl: 'https://old.example', phone: '089 2' });
  const { receive: _, ...mail } = stored.mail;
  const deployed = basicsOf({
    ...stored,
    key: 'neu',
    mail: { ...mail, from: 'neu@neu.example' },
    phone: '089 1',
  });
  const { publicUrl: _url, ...withoutUrl } = deployed;
  expect(asDeployed(stored, deployed)).toMatchObject({
    key: 'neu',
    phone: '089 2',
    publicUrl: 'https://old.example',
    mail: { from: 'neu@neu.example', replyTo: stored.mail.replyTo },
  });
  expect(asDeployed(stored, deployed).mail).not.toHaveProperty('receive');
  expect(asDeployed(stored, withoutUrl)).not.toHaveProperty('publicUrl');
});
