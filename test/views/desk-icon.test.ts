import { expect, test } from 'vitest';
import { iconOf, manifestOf } from '../../views/desk/app-icon.ts';

test('the icon is the first letter of the name on the colour of the business', () => {
  expect(iconOf({ name: '„ödland“ GmbH', accentColor: '#ffd500' })).toMatch(
    /fill="#ffd500".*fill="#000000">Ö<\/text>/,
  );
  expect(iconOf({ name: '<&>', brand: '—' })).toContain('></text>');
});

test('the desk opens from the home screen under the name that customers know', () => {
  const company = { name: 'Muster Haustechnik GmbH', brand: 'Muster "Haustechnik"', accentColor: '#17538f' };
  expect(JSON.parse(manifestOf(company))).toMatchObject({
    name: 'Muster "Haustechnik"',
    short_name: 'Muster "Hau…',
    start_url: '/desk',
    scope: '/desk',
    display: 'standalone',
    theme_color: '#17538f',
    icons: [{ type: 'image/svg+xml', sizes: 'any', purpose: 'any' }, { purpose: 'maskable' }],
  });
});
