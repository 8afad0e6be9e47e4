import { expect, test } from 'vitest';
import { findRoute, matchPath, type RouteEntry } from '#web/platform/router.tsx';

const load = () => Promise.reject(new Error('not opened here'));

test('an address gives the parts its pattern names', () => {
  expect(matchPath('/anak/:personId', '/anak/018f-1')).toEqual({ personId: '018f-1' });
  expect(matchPath('/anak/:personId', '/anak/018f-1/')).toEqual({ personId: '018f-1' });
  expect(matchPath('/anak/:personId', '/anak')).toBeUndefined();
  expect(matchPath('/', '/')).toEqual({});
});

test('the first fitting line of the table wins', () => {
  const table: RouteEntry[] = [
    { path: '/anak/baru', load },
    { path: '/anak/:personId', load },
  ];
  expect(findRoute(table, '/anak/baru')?.route.path).toBe('/anak/baru');
  expect(findRoute(table, '/anak/7')?.params).toEqual({ personId: '7' });
  expect(findRoute(table, '/lain')).toBeUndefined();
});

test('a broken escape in an address is no reason to fail', () => {
  expect(matchPath('/kasus/:number', '/kasus/%E0%A4%A')).toEqual({ number: '%E0%A4%A' });
});
