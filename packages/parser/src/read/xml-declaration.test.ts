import { expect, test } from 'vitest';
import { readXmlEncoding } from './xml-declaration.ts';

test.each([
  ['<?xml version="1.0" encoding="ISO-8859-1"?><rss>', 'ISO-8859-1'],
  ["<?xml version='1.0' encoding='koi8-r' standalone='yes' ?>", 'koi8-r'],
  ['<?xml version = "1.1"\r\n\tencoding\n=\n"Shift_JIS"?>', 'Shift_JIS'],
  ['<?xml encoding="utf-8"?>', 'utf-8'],
  ['\n  <?xml version="1.0" encoding="windows-1251"?>', 'windows-1251'],
])('the encoding of %j is %s', (head, encoding) => {
  expect(readXmlEncoding(head)).toBe(encoding);
});

test.each([
  '<?xml version="1.0"?><rss encoding="utf-16">',
  '<?xml version="1.0"encoding="utf-8"?>',
  '<?xml version="1.0" encoding="utf-8\'?>',
  '<?xml version="1.0" encoding="8-utf"?>',
  '<?xml version="1.0" encoding=""?>',
  '<?xml-stylesheet encoding="utf-8"?>',
  '<rss><?xml version="1.0" encoding="utf-8"?>',
  '',
])('%j declares none', (head) => {
  expect(readXmlEncoding(head)).toBeNull();
});
