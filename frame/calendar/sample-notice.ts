import type { YearNotice } from './year-notice.ts'

/** Invented for the tests: the real notice of 2027 may differ. */
export const sample2027: YearNotice = {
  year: 2027,
  title: '2027年部分节假日安排（测试用）',
  number: '测试〔2026〕1号',
  issuedOn: '2026-11-25',
  url: 'https://example.cn/2027',
  holidays: [
    holiday('元旦', "New Year's Day", '2027-01-01', '2027-01-03', ['2027-01-09']),
    holiday('春节', 'Spring Festival', '2027-02-05', '2027-02-11', ['2027-02-14']),
    holiday('清明节', 'Qingming Festival', '2027-04-03', '2027-04-05'),
    holiday('劳动节', 'Labour Day', '2027-05-01', '2027-05-05', ['2027-05-08']),
    holiday('端午节', 'Dragon Boat Festival', '2027-06-09', '2027-06-09'),
    holiday('中秋节', 'Mid-Autumn Festival', '2027-09-15', '2027-09-15'),
    holiday('国庆节', 'National Day', '2027-10-01', '2027-10-07', ['2027-10-09']),
  ],
}

function holiday(name: string, nameEn: string, from: string, to: string, work: string[] = []) {
  return { name, nameEn, from, to, work }
}
