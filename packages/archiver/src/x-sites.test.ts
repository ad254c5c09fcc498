import { expect, it } from 'vitest';
import { tweetResultToken, tweetResultUrl } from './x-sites.ts';

/** As published by others who ask the same endpoint. */
it.each([
  ['1874097816571961839', '4jjngwkifa'],
  ['1674700676612386816', '42586mwa3uv'],
  ['1877747914073620506', '4jv4aahw36n'],
  ['1876710769913450647', '4jruzjz5lux'],
  ['1346554693649113090', '39ibqxei7mo'],
])('the token of %s is %s', (id, token) => {
  expect(tweetResultToken(id)).toBe(token);
});

it('the payload is asked for in English, by its id and token', () => {
  const url = new URL(tweetResultUrl('x:1674700676612386816'));
  expect(url.host).toBe('cdn.syndication.twimg.com');
  expect(url.searchParams.get('id')).toBe('1674700676612386816');
  expect(url.searchParams.get('token')).toBe('42586mwa3uv');
  expect(url.searchParams.get('lang')).toBe('en');
});
