import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';

describe('readDate', () => {
  it.each([
    ['March 5, 2022', '2022-03-05'],
    ['5 March 2022', '2022-03-05'],
    ['31 January 2017', '2017-01-31'],
    ['December 31, 2017Next sentence', '2017-12-31'],
    ['December 31, 2017https://t.co/AbCdEfGhIj', '2017-12-31'],
    ['December 31, 20174) Another', '2017-12-31'],
    ['march 5, 2022', '2022-03-05'],
    ['7 Oct 2016', '2016-10-07'],
    ['Sept. 7, 2016', '2016-09-07'],
    ['March 5 2022', '2022-03-05'],
    ['March\u00a05, 2022', '2022-03-05'],
    ['February 29, 2020', '2020-02-29'],
    ['March 5th, 2022', '2022-03-05'],
    ['6 de junio de 2018', '2018-06-06'],
    ['julio 28, 2015', '2015-07-28'],
    ['8 abril 2015', '2015-04-08'],
    ['27 de março, 2021', '2021-03-27'],
    ['16 d’abril de 2018', '2018-04-16'],
    ['16 dabril de 2018', '2018-04-16'],
    ['5 de març del 2022', '2022-03-05'],
    ['19 Avril 2014', '2014-04-19'],
    ['1er janvier 2019', '2019-01-01'],
    ['29. April 2018', '2018-04-29'],
    ['24. března 2016', '2016-03-24'],
    ['12. listopadu 2014', '2014-11-12'],
    ['12 listopada 2014', '2014-11-12'],
    ['12. listopada 2014.', '2014-10-12'],
    ['7 июля 2016 г.', '2016-07-07'],
    ['17 בפברואר 2014', '2014-02-17'],
    ['1 tháng 4, 2019', '2019-04-01'],
    ['2016年7月13日', '2016-07-13'],
    ['2014, 5月 28', '2014-05-28'],
    ['1月 15, 2012', '2012-01-15'],
    ['2011 7月 6日', '2011-07-06'],
    ['2016년 2월 25일', '2016-02-25'],
    ['2022. március 5.', '2022-03-05'],
    ['5 มีนาคม 2565', '2022-03-05'],
    ['۱۴ اسفند ۱۴۰۰', '2022-03-05'],
    ['৫ মার্চ, ২০২২', '2022-03-05'],
    ['fe\u0301vrier 5, 2022', '2022-02-05'],
    ['5:53 PM - 11 Jun 2015', '2015-06-11'],
    ['6 DE JUNIO DE 2018', '2018-06-06'],
    ['5 DE MARÇ DEL 2022', '2022-03-05'],
    ['2022. GADA 5. MARTS', '2022-03-05'],
    ['2022 M. KOVO 5 D.', '2022-03-05'],
    ['5th March 2022', '2022-03-05'],
    ['1 tha\u0301ng 4, 2019', '2019-04-01'],
    ['1 thang 4, 2019', '2019-04-01'],
    ['[March 5,\n> 2022]'.slice(1), '2022-03-05'],
    ['5. septembar 2022.', '2022-09-05'],
    ['5 Februarie 2022', '2022-02-05'],
    ['5 Samhain 2022', '2022-11-05'],
    ['5 Meán Fómhair 2022', '2022-09-05'],
    ['5 Deireadh Fómhair 2022', '2022-10-05'],
    ['14. Jänner 2015', '2015-01-14'],
  ])('reads %j', (text, day) => {
    expect(readDate(`x${text}`, 1)?.day).toBe(day);
  });

  it.each([
    ['8 fvrier 2019', '2019-02-08'],
    ['6. Mrz 2018', '2018-03-06'],
    ['1 Mays 2018', '2018-05-01'],
    ['1 Mayis 2018', '2018-05-01'],
    ['1 thng 4, 2019', '2019-04-01'],
    ['2014, 5 28', '2014-05-28'],
    ['2016 2 25', '2016-02-25'],
    ['2016713', '2016-07-13'],
    ['20161231', '2016-12-31'],
  ])('reads what is left of a date without its letters beyond ASCII: %j', (text, day) => {
    expect(readDate(text, 0)?.day).toBe(day);
  });

  it('says where the date ends', () => {
    expect(readDate('(@ann) March 5, 2022Next', 7)).toEqual({ end: 20, day: '2022-03-05', damaged: false });
    expect(readDate('(@ann) 7 июля 2016 г. Next', 7)?.end).toBe(21);
  });

  it.each([
    'February 30, 2020',
    'March 32, 2022',
    'Marchy 5, 2022',
    'March 5',
    'March 5, 22',
    'March 5, 1999',
    'on March 5, 2022',
    '2016129',
    '2022-03-05',
    '31 listopadu 2014',
    '30 اسفند ۱۴۰۰',
    '',
  ])('refuses %j', (text) => {
    expect(readDate(text, 0)).toBeNull();
  });
});

/** Those of X's interface, and others of its size. Basque and a few more inflect what CLDR does not say. */
const languages =
  'ar bg bn ca cs da de el en en-GB es et fa fi fil fr gl gu he hi hr hu id it ja kn ko lt lv mr ms nb nl pl pt ro ru sk sl sr sv ta te th tr uk ur vi zh-CN zh-TW';

describe.each(languages.split(' '))('dates in %s', (language) => {
  it.each(['long', 'medium'] as const)('are read as CLDR writes them, %s', (dateStyle) => {
    const format = new Intl.DateTimeFormat(language, { dateStyle, timeZone: 'UTC' });
    const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2022, month, 5 + month)));
    // Numbers alone may be the day or the month: no embed prints them.
    const printed = days.filter((day) =>
      format.formatToParts(day).some(({ type, value }) => type === 'month' && !/^\p{Nd}+$/u.test(value)),
    );
    for (const day of printed) {
      const text = format.format(day);
      expect([text, readDate(text, 0)?.day]).toEqual([text, day.toISOString().slice(0, 10)]);
    }
    if (dateStyle === 'long' && !/^(?:ja|ko|zh|vi)/.test(language)) expect(printed.length).toBe(12);
  });
});
