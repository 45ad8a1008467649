import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawNotices } from './law-notices.ts'
import { readNoticeText } from './notice-text.ts'

const text2026 = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，确保人民群众祥和平安度过节日假期。
国务院办公厅
2025年11月4日`

test('the pasted notice of 2026 reads as the notice in law/', () => {
  const read = readNoticeText(text2026)
  const law = lawNotices.find((notice) => notice.year === 2026)
  assert.deepEqual(read.holidays, law?.holidays)
  assert.deepEqual(read.unread, [])
  assert.deepEqual(
    [read.year, read.title, read.number, read.issuedOn],
    [2026, law?.title, law?.number, law?.issuedOn],
  )
})

test('a holiday that begins in the year before, a single day, and advice in brackets', () => {
  const { holidays } = readNoticeText(`关于2024年部分节假日安排的通知
一、元旦：2023年12月31日至2024年1月2日放假调休，共3天。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位安排职工在除夕（2月9日）休息。
三、端午节：6月10日放假，与周末连休。
四、国庆节、中秋节：10月1日至8日放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`)
  assert.deepEqual(
    holidays.map((h) => [h.name, h.from, h.to, ...h.work]),
    [
      ['元旦', '2023-12-31', '2024-01-02'],
      ['春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'],
      ['端午节', '2024-06-10', '2024-06-10'],
      ['国庆节、中秋节', '2024-10-01', '2024-10-08', '2024-09-28', '2024-10-11'],
    ],
  )
  assert.equal(holidays[3]?.nameEn, 'National Day and Mid-Autumn Festival')
})

test('what cannot be read is named and never guessed', () => {
  const read = readNoticeText(`关于2027年部分节假日安排的通知
一、元旦：1月1日至3日放假。
二、春节：另行通知。
三、开国纪念：13月45日放假。`)
  assert.deepEqual(
    read.holidays.map((h) => h.name),
    ['元旦'],
  )
  assert.deepEqual(read.unread, ['春节：另行通知。', '开国纪念：13月45日放假。'])
  assert.deepEqual(readNoticeText('一、元旦：1月1日放假。').holidays, [])
  assert.deepEqual(readNoticeText('').holidays, [])
})
