import { expect, test } from 'vitest';
import { tableInput } from '../../adapters/dynamodb/table.ts';
import { tableAttributes } from '../../adapters/table/table.ts';
import { aTemplate, onlyResourceOf } from './a-stack.ts';

const table = onlyResourceOf(aTemplate(), 'AWS::DynamoDB::Table');

test('the table is the one the adapter reads and writes', () => {
  const { TableName: _, ...expected } = tableInput('any');
  expect(table.properties).toMatchObject(expected);
});

test('stored leads outlive a mistake, the stack and a bad write', () => {
  expect(table).toMatchObject({
    logicalId: 'LeadTable',
    deletionPolicy: 'Retain',
    updateReplacePolicy: 'Retain',
    properties: {
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  });
  expect(table.properties).not.toHaveProperty('TableName');
});

test('items expire by the attribute the adapter sets', () => {
  expect(table.properties.TimeToLiveSpecification).toEqual({
    AttributeName: tableAttributes.expiresAt,
    Enabled: true,
  });
});
